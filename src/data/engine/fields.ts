import type { ParentLink, TableSchema } from '../../metrics/tables.js';
import { TABLES } from '../../metrics/tables.js';
import type { Column, Table, Tables } from '../table.js';
import { unknownColumn, valueAt } from '../table.js';
import { composeLinks, linkRows } from './links.js';

const ENTITIES: readonly string[] = [...TABLES.keys()].filter((table) =>
  [...TABLES.values()].some((schema) => schema.parents?.some((link) => link.kind === 'entity' && link.table === table)),
);

const KINDS: readonly ParentLink['kind'][] = ['entity', 'block', 'lookup'];

/** A field as seen from a table: where it stands, and by which links it is reached. */
export interface Located {
  readonly table: string;
  readonly field: string;
  /** Links in order; none for a field of the table itself. */
  readonly path: readonly Step[];
}

/** One link from a child to its parent. */
interface Step {
  readonly child: string;
  readonly link: ParentLink;
}

/** A table that can be reached from another by going from child to parent. */
interface Ancestor {
  readonly table: string;
  readonly path: readonly Step[];
}

/** How the tables of a data set hang together: parents, fields seen through them, and rows linked to rows. */
export class Relations {
  readonly tables: Tables;
  readonly #unrecorded: Readonly<Record<string, string>>;
  #ancestors = new Map<string, readonly Ancestor[]>();
  #links = new Map<string, Int32Array>();
  #columns = new Map<string, Column>();

  constructor(tables: Tables, unrecorded: Readonly<Record<string, string>> = {}) {
    this.tables = tables;
    this.#unrecorded = unrecorded;
  }

  /** Rows of a table; 0 where there are no data. */
  length(table: string): number {
    return this.tables.get(table)?.length ?? 0;
  }

  /** The table that a table's facts are about; itself where facts are about it; undefined for tables about nobody. */
  entityOf(table: string): string | undefined {
    const parent = parentsOf(table).find((link) => link.kind === 'entity');
    return parent?.table ?? this.entities().find((entity) => entity === table);
  }

  /** Tables that facts are about. */
  entities(): readonly string[] {
    return ENTITIES;
  }

  /** Whether `parent` is what the facts of `child` are about beside their entity: a block, a state. */
  isBlockOf(parent: string, child: string): boolean {
    return parentsOf(child).some((link) => link.kind === 'block' && link.table === parent);
  }

  /** The links that lead from a table up to another; undefined where none do, empty for the table itself. */
  pathTo(from: string, to: string): readonly Step[] | undefined {
    return this.#ancestorsOf(from).find((ancestor) => ancestor.table === to)?.path;
  }

  /**
   * The field of that name in the table itself, else in the nearest parent (entity, then block, then lookup). `table.field` is
   * the field as seen from the table or parent of that name. Undefined where nothing has it.
   */
  locate(from: string, field: string): Located | undefined {
    for (const { table, path } of this.#ancestorsOf(from)) {
      if (this.#has(table, field)) return { table, field, path };
    }
    const qualified = splitField(field);
    if (qualified === undefined) return undefined;
    const outer = this.pathTo(from, qualified.table);
    const inner = outer === undefined ? undefined : this.locate(qualified.table, qualified.field);
    return outer === undefined || inner === undefined ? undefined : { ...inner, path: [...outer, ...inner.path] };
  }

  /** Whether the data tell of a table: one that was not given has no rows, or none that count. */
  tellsOf(table: string): boolean {
    return this.tables.has(table) && this.#unrecorded[table] === undefined;
  }

  /** Whether the data tell a field, if only in some row where the source says that it does not. */
  tells({ table, field }: Located): boolean {
    const column = this.tables.get(table)?.columns.get(field);
    if (column === undefined || !this.tellsOf(table)) return false;
    return this.#unrecorded[`${table}.${field}`] === undefined || isKnown(column);
  }

  /** For every row of a table the row at the end of the path, -1 where a link is missing; undefined for the empty path. */
  rowsAlong(path: readonly Step[]): Int32Array | undefined {
    let rows: Int32Array | undefined;
    for (const step of path) {
      const links = this.#link(step);
      rows = rows === undefined ? links : composeLinks(rows, links);
    }
    return rows;
  }

  /** The field's values for every row of the table that it was located from. */
  column(from: string, located: Located): Column {
    const key = JSON.stringify([from, located.table, located.field, located.path.map((step) => step.link.table)]);
    let column = this.#columns.get(key);
    if (column === undefined) {
      const own = this.tables.get(located.table)?.columns.get(located.field);
      const rows = this.rowsAlong(located.path);
      if (own === undefined) column = unknownColumn(columnType(TABLES.get(located.table), located.field) ?? 'category', this.length(from));
      else column = rows === undefined ? own : columnAt(own, rows);
      this.#columns.set(key, column);
    }
    return column;
  }

  #link({ child, link }: Step): Int32Array {
    const key = JSON.stringify([child, link.table, link.by]);
    let rows = this.#links.get(key);
    if (rows === undefined) {
      const table = this.tables.get(child);
      rows =
        table === undefined
          ? new Int32Array(0)
          : linkRows(table, link.by, this.tables.get(link.table) ?? NO_ROWS, TABLES.get(link.table)?.key ?? []);
      this.#links.set(key, rows);
    }
    return rows;
  }

  /** The table and everything above it, nearest first; a table that two paths reach is taken by the first. */
  #ancestorsOf(table: string): readonly Ancestor[] {
    const known = this.#ancestors.get(table);
    if (known !== undefined) return known;
    const found: Ancestor[] = [{ table, path: [] }];
    for (const { table: child, path } of found) {
      for (const link of parentsOf(child)) {
        if (!found.some((ancestor) => ancestor.table === link.table)) found.push({ table: link.table, path: [...path, { child, link }] });
      }
    }
    this.#ancestors.set(table, found);
    return found;
  }

  #has(table: string, field: string): boolean {
    return this.tables.get(table)?.columns.has(field) === true || columnType(TABLES.get(table), field) !== undefined;
  }
}

const NO_ROWS: Table = { name: '', length: 0, columns: new Map() };

/** `table.field` in its two parts, where the first is the name of a table. */
export function splitField(field: string): { table: string; field: string } | undefined {
  const dot = field.indexOf('.');
  const table = field.slice(0, Math.max(dot, 0));
  return TABLES.has(table) ? { table, field: field.slice(dot + 1) } : undefined;
}

/**
 * Those of the tables whose own a field is by the schema, whatever data there are. A table in which it only says which row of another
 * of them is meant is none, and one of conclusions only where no other is.
 */
export function ownersOf(field: string, isMeant: (table: string) => boolean): readonly string[] {
  const all = [...TABLES.values()].filter((schema) => columnType(schema, field) !== undefined && isMeant(schema.name));
  const facts = all.filter(({ concluded }) => concluded !== true);
  const owners = facts.length > 0 ? facts : all;
  const points = ({ parents = [] }: TableSchema): boolean =>
    parents.some(({ table, by }) => by.includes(field) && owners.some(({ name }) => name === table));
  return owners.filter((schema) => !points(schema)).map(({ name }) => name);
}

/** The values of a column in the given rows; unknown where the row is -1. */
export function columnAt(column: Column, rows: Int32Array): Column {
  const { length } = rows;
  if (column.type === 'category') {
    const codes = new Int32Array(length);
    for (let at = 0; at < length; at++) codes[at] = column.codes[rows[at] ?? -1] ?? -1;
    return { type: 'category', codes, dictionary: column.dictionary };
  }
  if (column.type === 'boolean') {
    const values = new Int8Array(length);
    for (let at = 0; at < length; at++) values[at] = column.values[rows[at] ?? -1] ?? -1;
    return { type: 'boolean', values };
  }
  const values = new Float64Array(length);
  for (let at = 0; at < length; at++) values[at] = column.values[rows[at] ?? -1] ?? NaN;
  return { type: column.type, values };
}

function isKnown(column: Column): boolean {
  const { length } = column.type === 'category' ? column.codes : column.values;
  for (let row = 0; row < length; row++) if (valueAt(column, row) !== null) return true;
  return false;
}

function parentsOf(table: string): readonly ParentLink[] {
  const parents = TABLES.get(table)?.parents ?? [];
  return KINDS.flatMap((kind) => parents.filter((link) => link.kind === kind));
}

function columnType(schema: TableSchema | undefined, field: string): Column['type'] | undefined {
  return schema !== undefined && Object.hasOwn(schema.columns, field) ? schema.columns[field] : undefined;
}
