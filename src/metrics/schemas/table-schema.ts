/**
 * How a column is stored and compared: `category` (text with a dictionary), `number`, `time` (epoch milliseconds, UTC),
 * `boolean`. Every column may be unknown in any row.
 */
export type ColumnType = 'category' | 'number' | 'time' | 'boolean';

/** How rows of a table find the row they belong to in another. */
export interface ParentLink {
  readonly table: string;
  /** Columns of the child, matched in order with the parent's `key`. */
  readonly by: readonly string[];
  /** `entity`: whom the fact is about; `block`: what it is about; `lookup`: only a source of more columns. */
  readonly kind: 'entity' | 'block' | 'lookup';
}

/** A normal table: its grain, its key, its columns and its parents. */
export interface TableSchema {
  readonly name: string;
  /** One sentence: what one row is. */
  readonly grain: string;
  readonly key?: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly parents?: readonly ParentLink[];
  /** Its rows are concluded from other tables: a name that one of those has too is that one's where nobody says whose. */
  readonly concluded?: true;
  /** Columns that are never stored, put in a URL, an event or a log. */
  readonly private?: readonly string[];
}
