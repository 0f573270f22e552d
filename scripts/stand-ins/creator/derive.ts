import type * as whole from '../../../src/data/providers/xapi/derive.js';
import { DerivedTables } from '../../../src/data/providers/xapi/derived-tables.js';

export const deriveAtRisk: typeof whole.deriveAtRisk = (tables) => DerivedTables.of(tables);
