import type { Params } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
import type { CategoryColumn, Column } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { finish, firstRows } from '../result.js';
import type { Grouped } from './cells.js';
import { groupValue } from './cells.js';
import type { Filter } from './filter.js';
import type { Formula } from './leaves.js';
import type { ViewPlan } from './view-plan.js';

/** Makes the answers of one view from the numbers of its leaves. */
export class GroupResult {
  readonly #plan: ViewPlan;
  readonly #isPlain: boolean;
  /** The only dimension, if it has groups without rows. */
  readonly #filling: Grouped | undefined;
  /** Dimensions of all cells. */
  #cells: readonly ResultColumn[] | undefined;
  /** Groups of the last answer, and their dimensions by cell. */
  #groups: Uint16Array;
  #dimensions: readonly ResultColumn[] | undefined;

  constructor(plan: ViewPlan) {
    const { spec, groupings, cells } = plan;
    this.#plan = plan;
    this.#isPlain = isPlain(spec);
    const only = groupings.length === 1 ? groupings[0] : undefined;
    this.#filling = only?.coded.filled === true || (only?.coded.always.length ?? 0) > 0 ? only : undefined;
    this.#groups = Uint16Array.from({ length: groupings.length === 0 ? 1 : cells.count }, (_, cell) => cell);
  }

  /** The answer; `numbers` begin with the rows of the selection by cell. */
  view(numbers: readonly Float64Array[], { applied, unanswered }: Filter, params: Params): ViewData {
    const { spec, groupings, measures } = this.#plan;
    if (groupings.length > 0) this.#observe(numbers[0] ?? NOTHING);
    const groups = this.#groups;
    const dimensions = (this.#dimensions ??= this.#dimensionsOf(groups));
    const room = new Room(dimensions, measures.length, groups.length);
    const columns: ResultColumn[] = [];
    for (const dimension of dimensions) columns.push(picked(dimension, groups, room));
    for (const { name, meaning, type, formula } of measures) {
      columns.push({ name, meaning, data: { type, values: valuesOf(formula, numbers, groups, room.numbers()) } });
    }
    if (this.#isPlain && params.sort === undefined && isPlain(params)) {
      return { view: spec.id, length: groups.length, total: groups.length, columns, applied, unanswered };
    }
    return { view: spec.id, ...finish(spec, params, { rows: firstRows(groups.length), columns }), applied, unanswered };
  }

  /** Finds the cells with rows, and those that are always groups. */
  #observe(rows: Float64Array): void {
    const filling = this.#filling;
    const before = this.#groups;
    if (before.length === rows.length && !rows.includes(0)) return;
    let first = Infinity;
    let last = -Infinity;
    // The ranks that are always groups come first.
    let listed = 0;
    if (filling !== undefined) {
      listed = filling.coded.always.length;
      if (filling.coded.filled) [first, last] = knownRange(filling, rows);
    }
    let count = 0;
    let cell = 0;
    while (cell < rows.length) {
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) {
        if (before[count] !== cell) break;
        count++;
      }
      cell++;
    }
    if (cell === rows.length && count === before.length) return;
    const groups = new Uint16Array(rows.length);
    groups.set(before.subarray(0, count));
    for (; cell < rows.length; cell++) {
      if ((rows[cell] ?? 0) > 0 || cell < listed || (cell >= first && cell <= last)) groups[count++] = cell;
    }
    this.#groups = groups.slice(0, count);
    this.#dimensions = undefined;
  }

  #dimensionsOf(groups: Uint16Array): readonly ResultColumn[] {
    const { spec, index } = this.#plan;
    this.#cells ??= (spec.by ?? []).map((use, at) => {
      const located = index.locate(use.field);
      const meaning = located === undefined ? use.field : `${located.table}.${located.field}`;
      return { name: use.as ?? use.field, field: use.field, meaning, data: this.#columnOf(at) };
    });
    // Where most of the texts occur, those that do not are left among them: the others keep their numbers from answer to answer.
    if (2 * groups.length >= this.#plan.cells.count) return this.#cells;
    return this.#cells.map((column) => (column.data.type === 'category' ? { ...column, data: withTextsOf(column.data, groups) } : column));
  }

  #columnOf(dimension: number): Column {
    const grouping = this.#plan.groupings[dimension];
    const builder = new ColumnBuilder(grouping?.coded.type ?? 'category');
    for (const rank of this.#plan.cells.ranks[dimension] ?? []) builder.push(grouping === undefined ? null : groupValue(grouping, rank));
    return builder.build();
  }
}

const NOTHING = new Float64Array(0);

/** First and last cell with rows whose value is known. */
function knownRange(grouping: Grouped, rows: Float64Array): readonly [number, number] {
  let first = Infinity;
  let last = -Infinity;
  for (let cell = 0; cell < rows.length; cell++) {
    if ((rows[cell] ?? 0) === 0 || groupValue(grouping, cell) === null) continue;
    first = Math.min(first, cell);
    last = cell;
  }
  return [first, last];
}

function valuesOf(formula: Formula, numbers: readonly Float64Array[], groups: Uint16Array, values: Float64Array): Float64Array {
  const leaf = formula.leaf === undefined ? undefined : numbers[formula.leaf];
  if (leaf !== undefined && areFirst(groups)) values.set(leaf.subarray(0, values.length));
  else if (leaf !== undefined) for (let at = 0; at < values.length; at++) values[at] = leaf[groups[at] ?? 0] ?? 0;
  else for (let at = 0; at < values.length; at++) values[at] = formula.value(numbers, groups[at] ?? 0);
  return values;
}

function isPlain({ order, limit, offset }: { readonly order?: unknown; readonly limit?: unknown; readonly offset?: unknown }): boolean {
  return order === undefined && limit === undefined && offset === undefined;
}

/** Whether the groups are cells without a gap from the first on, as those of which only unknown has no rows. */
function areFirst(groups: Uint16Array): boolean {
  return groups.length === 0 || groups[groups.length - 1] === groups.length - 1;
}

/** Rows up to which browsers keep an array of numbers without a buffer of its own; a buffer is what takes time to make. */
const FEW = 8;
const WIDTHS = { category: 4, boolean: 1, number: 8, time: 8 } as const;

/** Where the numbers of one answer lie: in one buffer, if they are many. What a reader does to them must not reach another answer. */
class Room {
  readonly #length: number;
  readonly #buffer: ArrayBuffer | undefined;
  #at = 0;

  constructor(dimensions: readonly ResultColumn[], measures: number, length: number) {
    this.#length = length;
    if (length <= FEW) return;
    let bytes = 8 * length * measures;
    for (const { data } of dimensions) bytes += aligned(WIDTHS[data.type] * length);
    this.#buffer = new ArrayBuffer(bytes);
  }

  numbers(): Float64Array {
    return this.#buffer === undefined ? new Float64Array(this.#length) : new Float64Array(this.#buffer, this.#take(8), this.#length);
  }

  codes(): Int32Array {
    return this.#buffer === undefined ? new Int32Array(this.#length) : new Int32Array(this.#buffer, this.#take(4), this.#length);
  }

  flags(): Int8Array {
    return this.#buffer === undefined ? new Int8Array(this.#length) : new Int8Array(this.#buffer, this.#take(1), this.#length);
  }

  #take(width: number): number {
    const start = this.#at;
    this.#at += aligned(width * this.#length);
    return start;
  }
}

function aligned(bytes: number): number {
  return (bytes + 7) & -8;
}

/** The column with the texts of some groups alone, in order of first appearance. */
function withTextsOf({ codes, dictionary }: CategoryColumn, groups: Uint16Array): CategoryColumn {
  const moved = new Map<number, number>();
  const texts: string[] = [];
  const kept = new Int32Array(codes.length).fill(-1);
  for (const group of groups) {
    const code = codes[group] ?? -1;
    if (code < 0) continue;
    if (!moved.has(code)) moved.set(code, texts.push(dictionary[code] ?? '') - 1);
    kept[group] = moved.get(code) ?? -1;
  }
  return { type: 'category', codes: kept, dictionary: texts };
}

/** The dimension of some groups, with numbers of its own. */
function picked(column: ResultColumn, groups: Uint16Array, room: Room): ResultColumn {
  const { data } = column;
  if (data.type === 'category') {
    const codes = room.codes();
    if (areFirst(groups)) codes.set(data.codes.subarray(0, groups.length));
    else for (let at = 0; at < codes.length; at++) codes[at] = data.codes[groups[at] ?? 0] ?? -1;
    return { ...column, data: { type: data.type, codes, dictionary: data.dictionary } };
  }
  const values = data.type === 'boolean' ? room.flags() : room.numbers();
  if (areFirst(groups)) values.set(data.values.subarray(0, groups.length));
  else for (let at = 0; at < values.length; at++) values[at] = data.values[groups[at] ?? 0] ?? 0;
  return { ...column, data: { type: data.type, values } as Column };
}
