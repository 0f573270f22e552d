import type * as whole from '../../../src/data/providers/xapi/sessions-tables.js';

export const sessionTables: typeof whole.sessionTables = () => new Map();
