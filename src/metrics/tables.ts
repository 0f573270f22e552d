import { AT_RISK_TABLES } from './schemas/at-risk.js';
import { CREATOR_TABLES } from './schemas/creator.js';
import type { ColumnType, TableSchema } from './schemas/table-schema.js';

export type { ColumnType, ParentLink, TableSchema } from './schemas/table-schema.js';

/** The normal and derived tables by name; later fields of a row may be added, never renamed, within a major version. */
export const TABLES: ReadonlyMap<string, TableSchema> = new Map(
  [...CREATOR_TABLES, ...AT_RISK_TABLES].map((schema) => [schema.name, schema]),
);

/** Columns of persons, by whatever table a field reaches them; raw tables of a provider may repeat one. */
export const PRIVATE_COLUMNS: ReadonlySet<string> = new Set([...TABLES.values()].flatMap((schema) => schema.private ?? []));

/** The column that a field names, without the table by which it is reached. */
export function columnOf(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/** Whether the values of a field are ids of learners. */
export function isLearnerField(field: string): boolean {
  return columnOf(field) === 'actor_id';
}

/** Columns by name, each with how it is stored and compared. */
export type ColumnTypes = Readonly<Record<string, ColumnType>>;

/** These columns of a normal table. Throws where it has none of that name, which is a mistake of the caller's. */
export function columnsOf(table: string, columns: readonly string[]): ColumnTypes {
  const all = columnsWithout(table);
  return Object.fromEntries(
    columns.map((column) => {
      const type = all[column];
      if (type === undefined) throw new Error(`The table ${table} has no column ${column}.`);
      return [column, type];
    }),
  );
}

/** All columns of a normal table but these. */
export function columnsWithout(table: string, ...columns: readonly string[]): ColumnTypes {
  return Object.fromEntries(Object.entries(TABLES.get(table)?.columns ?? {}).filter(([column]) => !columns.includes(column)));
}
