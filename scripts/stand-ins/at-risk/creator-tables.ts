import type * as whole from '../../../src/data/providers/tables/creator-tables.js';

export const withCreatorTables: typeof whole.withCreatorTables = (tables) => tables;
