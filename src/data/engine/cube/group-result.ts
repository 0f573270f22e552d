import type { Params } from '../../../metrics/types.js';
import { ColumnBuilder } from '../../table.js';
import type { Column } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { columnAt } from '../fields.js';
import { firstRows } from '../order.js';
import { compact, finish } from '../result.js';
import type { Grouped } from './cells.js';
import { groupValue } from './cells.js';
import type { Filter } from './filter.js';
import type { Formula } from './leaves.js';
import type { ViewPlan } from './view-plan.js';

type DimensionColumn = ResultColumn & Required<Pick<ResultColumn, 'field'>>;

/** Makes the answers of one view from the numbers of its leaves. */
export class GroupResult {
  readonly #plan: ViewPlan;
  readonly #isPlain: boolean;
  /** The only dimension, if it has groups without rows. */
  readonly #filling: Grouped | undefined;
  /** Dimensions of all cells. */
  #cells: readonly DimensionColumn[] | undefined;
  /** Groups of the last answer, whether they are the first cells, and their dimensions, of which each answer has numbers of its own. */
  #groups: Uint16Array;
  #areFirst = true;
  #dimensions: readonly DimensionColumn[] | undefined;
  /** What the numbers of an answer take, in bytes. */
  #bytes = 0;

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
    const dimensions = (this.#dimensions ??= this.#dimensionsOf());
    const { length } = this.#groups;
    // What a reader does to the numbers of an answer must not reach another: they lie in one buffer of their own, if they are many.
    const buffer = length > FEW ? new ArrayBuffer(this.#bytes) : undefined;
    const columns: ResultColumn[] = [];
    let at = 0;
    for (let each = 0; each < dimensions.length; each++) {
      const dimension = dimensions[each];
      if (dimension === undefined) continue;
      columns.push(copied(dimension, buffer, at));
      at += aligned(WIDTHS[dimension.data.type] * length);
    }
    for (let each = 0; each < measures.length; each++, at += 8 * length) {
      const measure = measures[each];
      if (measure === undefined) continue;
      const values = buffer === undefined ? new Float64Array(length) : new Float64Array(buffer, at, length);
      this.#measure(values, measure.formula, numbers);
      columns.push({ name: measure.name, meaning: measure.meaning, data: { type: measure.type, values } });
    }
    if (this.#isPlain && params.sort === undefined && isPlain(params)) {
      return { view: spec.id, length, total: length, columns, applied, unanswered };
    }
    return { view: spec.id, ...finish(spec, params, { rows: firstRows(length), columns }), applied, unanswered };
  }

  #measure(values: Float64Array, formula: Formula, numbers: readonly Float64Array[]): void {
    const groups = this.#groups;
    const leaf = formula.leaf === undefined ? undefined : numbers[formula.leaf];
    if (leaf === undefined) for (let at = 0; at < values.length; at++) values[at] = formula.value(numbers, groups[at] ?? 0);
    else if (this.#areFirst && leaf.length === values.length) values.set(leaf);
    else for (let at = 0; at < values.length; at++) values[at] = leaf[groups[at] ?? 0] ?? 0;
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
    this.#areFirst = count === 0 || this.#groups[count - 1] === count - 1;
    this.#dimensions = undefined;
  }

  #dimensionsOf(): readonly DimensionColumn[] {
    const { spec, index, measures } = this.#plan;
    const groups = this.#groups;
    this.#cells ??= (spec.by ?? []).map((use, at) => {
      const located = index.locate(use.field);
      const meaning = located === undefined ? use.field : `${located.table}.${located.field}`;
      return { name: use.as ?? use.field, field: index.clauseField(use.field), meaning, data: this.#columnOf(at) };
    });
    const [cells, rows] = [this.#cells, Int32Array.from(groups)];
    this.#bytes = 8 * measures.length * rows.length;
    for (const { data } of cells) this.#bytes += aligned(WIDTHS[data.type] * rows.length);
    // Where most of the texts occur, those that do not are left among them: the others keep their numbers from answer to answer.
    const isMost = 2 * rows.length >= this.#plan.cells.count;
    return cells.map((column) => {
      const data = columnAt(column.data, rows);
      return { ...column, data: isMost ? data : compact(data) };
    });
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

function isPlain({ order, limit, offset }: { readonly order?: unknown; readonly limit?: unknown; readonly offset?: unknown }): boolean {
  return order === undefined && limit === undefined && offset === undefined;
}

/** Rows up to which browsers keep an array of numbers without a buffer of its own; a buffer is what takes time to make. */
const FEW = 8;
const WIDTHS = { category: 4, boolean: 1, number: 8, time: 8 } as const;

function aligned(bytes: number): number {
  return (bytes + 7) & -8;
}

/** The dimension with numbers of its own, which lie at a place of a buffer if there is one. */
function copied({ name, field, meaning, data }: DimensionColumn, buffer: ArrayBuffer | undefined, at: number): ResultColumn {
  if (data.type === 'category') {
    const { length } = data.codes;
    const codes = buffer === undefined ? new Int32Array(length) : new Int32Array(buffer, at, length);
    codes.set(data.codes);
    return { name, field, meaning, data: { type: data.type, codes, dictionary: data.dictionary } };
  }
  const { length } = data.values;
  if (data.type === 'boolean') {
    const values = buffer === undefined ? new Int8Array(length) : new Int8Array(buffer, at, length);
    values.set(data.values);
    return { name, field, meaning, data: { type: data.type, values } };
  }
  const values = buffer === undefined ? new Float64Array(length) : new Float64Array(buffer, at, length);
  values.set(data.values);
  return { name, field, meaning, data: { type: data.type, values } };
}
