import { AT_RISK_TABLES } from './schemas/at-risk.js';
import { CREATOR_TABLES } from './schemas/creator.js';
import type { TableSchema } from './schemas/table-schema.js';

export type { ColumnType, ParentLink, TableSchema } from './schemas/table-schema.js';

/** The normal and derived tables by name; later fields of a row may be added, never renamed, within a major version. */
export const TABLES: ReadonlyMap<string, TableSchema> = new Map(
  [...CREATOR_TABLES, ...AT_RISK_TABLES].map((schema) => [schema.name, schema]),
);
