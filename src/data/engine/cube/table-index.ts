import type { Binning, Clause, Predicate } from '../../../metrics/types.js';
import type { Column } from '../../table.js';
import type { Located, Relations } from '../fields.js';
import { applyPredicate } from '../predicate.js';
import { firstRows } from '../order.js';
import type { Placed } from '../selection.js';
import { clauseField, placeClauses, relation, remainingRows } from '../selection.js';
import { predicateKey } from './clause-key.js';
import type { Allowance } from './allowance.js';
import { codeTest } from './code-test.js';
import type { Coding } from './coding.js';
import { codeDays, codeValues, codeWidths } from './coding.js';
import type { RowsByCode } from '../rows-by-code.js';
import { rowsByCode } from '../rows-by-code.js';
import type { Filter } from './filter.js';
import type { Related } from './related.js';

/** Where a clause of a kind is tested, as seen from one table. */
export interface Place {
  /**
   * On rows of the table itself; on the row of the entity that they are about; on rows of another table about the same entity, of which
   * it needs one; in another way on another table; nowhere.
   */
  readonly where: 'row' | 'entity' | 'facts' | 'other' | 'nowhere';
  readonly placed?: Placed | undefined;
}

/** Lists of rows that are kept, and how many rows they may have together. */
const LISTS = 48;
const LISTED_ROWS = 1 << 23;

/** What the views of one table share: codes of its fields, rows by code, and the rows that pass predicates. */
export class TableIndex {
  readonly table: string;
  readonly length: number;
  readonly allowance: Allowance;
  /** What answers filters on several tables, as soon as it is there. */
  readonly related: () => Related | undefined;
  /** The table of what the rows are about, the table itself included; undefined where there is none. */
  readonly entity: string | undefined;
  readonly #relations: Relations;
  readonly #timezone: string;
  readonly #codings = new Map<string, Coding | undefined>();
  readonly #axes = new Map<string, Coding | undefined>();
  readonly #byCode = new Map<Coding, RowsByCode>();
  readonly #texts = new Map<string, RowsByCode>();
  readonly #placesOfLists = new Map<string, Place>();
  readonly #placesOfRanges = new Map<string, Place>();
  readonly #lists = new Map<string, Uint32Array>();
  #listedRows = 0;
  #entityRows: Int32Array | undefined;

  constructor(relations: Relations, table: string, timezone: string, allowance: Allowance, parts: () => Related | undefined) {
    this.#relations = relations;
    this.allowance = allowance;
    this.related = parts;
    this.table = table;
    this.length = relations.length(table);
    this.#timezone = timezone;
    const entity = relations.entityOf(table);
    this.entity = entity !== undefined && relations.tables.has(entity) ? entity : undefined;
  }

  /** Where the table finds a field; undefined where it does not. */
  locate(field: string): Located | undefined {
    return this.#relations.locate(this.table, field);
  }

  /** What a clause calls a field of the rows. */
  clauseField(field: string): string {
    return clauseField(this.#relations, this.table, field);
  }

  /** The values of a field for every row. */
  column(field: string): Column | undefined {
    const located = this.locate(field);
    return located === undefined ? undefined : this.#relations.column(this.table, located);
  }

  /** The codes of a field that its bins are made of; undefined where there are too many. The first bins of a field are its axis. */
  coding(field: string, bin: Binning): Coding | undefined {
    const key = bin.kind === 'number' ? `${field}\u0001${bin.width}\u0001${bin.from ?? 0}` : `${field}\u0001${bin.kind === 'period'}`;
    if (!this.#codings.has(key)) {
      const coding = this.#code(field, bin);
      this.#codings.set(key, coding);
      if (coding !== undefined && this.#axes.get(field) === undefined) this.#axes.set(field, coding);
    }
    return this.#codings.get(key);
  }

  /** The codes by which clauses on a field are answered. */
  axis(field: string): Coding | undefined {
    const known = this.#axes.get(field);
    if (known !== undefined) return known;
    if (!this.#axes.has(field)) {
      const isTime = this.column(field)?.type === 'time';
      const coding = this.coding(field, isTime ? { kind: 'period' } : { kind: 'category' });
      if (!this.#axes.has(field)) this.#axes.set(field, coding);
    }
    return this.#axes.get(field);
  }

  /** Rows of each code of a coding. */
  byCode(coding: Coding): RowsByCode {
    let rows = this.#byCode.get(coding);
    if (rows === undefined) this.#byCode.set(coding, (rows = rowsByCode(coding.codes, coding.size)));
    return rows;
  }

  /** Rows of each text of a field, by its code in the dictionary. */
  byText(field: string): RowsByCode | undefined {
    const known = this.#texts.get(field);
    if (known !== undefined) return known;
    const column = this.column(field);
    if (column?.type !== 'category') return undefined;
    const rows = rowsByCode(column.codes, column.dictionary.length);
    this.#texts.set(field, rows);
    return rows;
  }

  /** Whether and where a clause can be answered. */
  place(clause: Clause): Place {
    const places = clause.range === undefined ? this.#placesOfLists : this.#placesOfRanges;
    let place = places.get(clause.field);
    if (place === undefined) {
      const [placed] = placeClauses(this.#relations, this.table, [clause]).placed;
      places.set(clause.field, (place = { where: this.#where(placed), placed }));
    }
    return place;
  }

  #where(placed: Placed | undefined): Place['where'] {
    const { entity } = this;
    if (placed === undefined) return 'nowhere';
    if (placed.home !== this.table) {
      return entity !== undefined && relation(this.#relations, this.table, placed.home) === 'entity' ? 'facts' : 'other';
    }
    if (entity === this.table) return 'entity';
    const [first, ...rest] = placed.field.path;
    if (entity === undefined || first?.link.table !== entity) return 'row';
    const fromEntity = this.#relations.locate(entity, placed.predicate.field);
    const isSame = fromEntity?.field === placed.field.field && fromEntity.path.length === rest.length;
    return isSame && fromEntity.path.every((step, at) => step.link === rest[at]?.link) ? 'entity' : 'row';
  }

  /** Entities, and one for rows that belong to none. */
  get entityCount(): number {
    return this.#relations.length(this.entity ?? '') + 1;
  }

  /** By row the row of its entity; for one that belongs to none, the number of entities. */
  get entityRows(): Int32Array {
    if (this.#entityRows !== undefined) return this.#entityRows;
    const { entity = '' } = this;
    const rows = this.#relations.rowsAlong(this.#relations.pathTo(this.table, entity) ?? []) ?? firstRows(this.length);
    const none = this.#relations.length(entity);
    return (this.#entityRows = rows.includes(-1) ? rows.map((row) => (row < 0 ? none : row)) : rows);
  }

  /** Rows on which all predicates on fields of the table and its parents hold, in order; undefined for all rows. */
  ownRows(predicates: readonly Predicate[]): Uint32Array | undefined {
    let rows: Uint32Array | undefined;
    let key = 'own';
    for (const predicate of predicates) {
      key = `${key}\u0004${predicateKey(predicate)}`;
      rows = this.#list(key) ?? this.#keep(key, this.#filtered(rows, predicate));
    }
    return rows;
  }

  /** The same for filters on other tables, too. */
  rows(own: readonly Predicate[], { entities, far }: Pick<Filter, 'entities' | 'far'>): Uint32Array | undefined {
    const rows = this.ownRows(own);
    if (entities === undefined && far === undefined) return rows;
    const key = `${own.map(predicateKey).join('\u0004')}\u0005${entities?.key ?? ''}\u0005${far?.key ?? ''}`;
    const known = this.#list(key);
    if (known !== undefined) return known;
    const mask = far === undefined ? undefined : remainingRows(this.#relations, this.table, far.placed);
    const near = entities === undefined ? rows : withCodes(rows, this.entityRows, entities.mask);
    return this.#keep(
      key,
      mask === undefined ? (near ?? new Uint32Array(0)) : near === undefined ? passing(mask) : near.filter((row) => mask[row] === 1),
    );
  }

  #code(field: string, bin: Binning): Coding | undefined {
    const column = this.column(field);
    if (column === undefined || bin.kind === 'span') return undefined;
    if (bin.kind === 'category') return codeValues(column);
    if (column.type !== 'number' && column.type !== 'time') return undefined;
    return bin.kind === 'period' ? codeDays(column.values, this.#timezone) : codeWidths(column.values, bin.width, bin.from ?? 0);
  }

  #filtered(rows: Uint32Array | undefined, predicate: Predicate): Uint32Array {
    const test = codeTest(this.axis(predicate.field), predicate);
    if (test !== undefined) return withCodes(rows, test.codes, test.passing);
    const column = this.column(predicate.field);
    const mask = new Uint8Array(this.length).fill(1);
    if (column !== undefined) applyPredicate(mask, column, predicate);
    return rows === undefined ? passing(mask) : rows.filter((row) => mask[row] === 1);
  }

  #list(key: string): Uint32Array | undefined {
    const list = this.#lists.get(key);
    if (list === undefined) return undefined;
    this.#lists.delete(key);
    this.#lists.set(key, list);
    return list;
  }

  #keep(key: string, rows: Uint32Array): Uint32Array {
    this.#lists.set(key, rows);
    this.#listedRows += rows.length;
    for (const [oldest, list] of this.#lists) {
      if (oldest === key || (this.#lists.size <= LISTS && this.#listedRows <= LISTED_ROWS)) break;
      this.#lists.delete(oldest);
      this.#listedRows -= list.length;
    }
    return rows;
  }
}

/** Numbers of the rows whose mask is 1. */
function passing(mask: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] ?? 0;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[at++] = row;
  return rows;
}

/** The rows whose code passes, or whose entity remains. */
function withCodes(rows: Uint32Array | undefined, codes: Uint16Array | Int32Array, passes: Uint8Array): Uint32Array {
  const { length } = rows ?? codes;
  const kept = new Uint32Array(length);
  let at = 0;
  if (rows === undefined) {
    for (let row = 0; row < length; row++) {
      kept[at] = row;
      at += passes[codes[row] ?? 0] ?? 0;
    }
  } else {
    for (let place = 0; place < length; place++) {
      const row = rows[place] ?? 0;
      kept[at] = row;
      at += passes[codes[row] ?? 0] ?? 0;
    }
  }
  return kept.slice(0, at);
}
