import type { Metric, Params, Predicate, ViewSpec } from '../../../metrics/types.js';
import type { CategoryColumn, Column } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { isInstant } from '../accumulate.js';
import { finish } from '../result.js';
import { predicateKey } from './clause-key.js';
import type { Coding, Span } from './coding.js';
import { spansOf } from './coding.js';
import type { RowsByCode, WindowCube } from './distinct.js';
import { readWindow, rowsByCode, windowCube, windowFits } from './distinct.js';
import type { Filter } from './group-answer.js';
import { rowsMeasure } from './rows-measure.js';
import { greatestOf, RowTest } from './row-test.js';
import type { TableIndex } from './table-index.js';

/** A view of many groups of which the first few are shown: those of the latest or greatest value of a field. */
interface TopPlan {
  readonly spec: ViewSpec;
  readonly index: TableIndex;
  /** Groups are the texts of this column; unknown is the last. */
  readonly column: CategoryColumn;
  /** The field whose maximum comes first. */
  readonly field: string;
  readonly values: Float64Array;
  readonly axis: Coding;
  readonly metrics: readonly Metric[];
}

/** Most rows of an answer that are looked for among the latest. */
const MOST = 1000;
const WINDOWS_KEPT = 4;
const STEPS = 1024;

/**
 * The first groups by the greatest value of a field, without the others: codes of the field are gone through from the greatest
 * down until enough groups were met, and only their rows are then measured, in the order of the table.
 */
export class TopGroups {
  readonly #plan: TopPlan;
  readonly #codes: Int32Array;
  readonly #size: number;
  readonly #greatest: Float64Array;
  readonly #windows = new Map<string, WindowCube>();
  #byGroup: RowsByCode | undefined;
  #allGroups: number | undefined;

  private constructor(plan: TopPlan) {
    const unknown = plan.column.dictionary.length;
    this.#plan = plan;
    this.#size = unknown + 1;
    this.#codes = plan.column.codes.includes(-1) ? plan.column.codes.map((code) => (code < 0 ? unknown : code)) : plan.column.codes;
    this.#greatest = new Float64Array(this.#size).fill(-Infinity);
  }

  /** The answerer of a view; undefined for views that are not of this kind. */
  static create(spec: ViewSpec, index: TableIndex, metric: (id: string) => Metric | undefined): TopGroups | undefined {
    const [use, ...others] = spec.by ?? [];
    const measures = spec.measures ?? [];
    const plainly = measures.every((each) => each.where === undefined && each.over === undefined && each.running === undefined);
    if (use === undefined || others.length > 0 || !plainly || (spec.where ?? []).length > 0 || spec.select !== undefined) return undefined;
    if (use.skipNull === true || use.values !== undefined || (use.bin?.kind ?? 'category') !== 'category') return undefined;
    const metrics = measures.map((each) => metric(each.metric)).filter((found) => found !== undefined);
    const [first] = spec.order ?? [];
    const shown = metrics[measures.findIndex((each) => (each.as ?? each.metric) === first?.column)];
    const column = index.column(use.field);
    if (first?.direction !== 'desc' || shown?.aggregate.op !== 'max' || column?.type !== 'category' || metrics.length < measures.length)
      return undefined;
    const { field } = shown.aggregate;
    const values = index.column(field);
    const axis = index.axis(field);
    if ((values?.type !== 'number' && values?.type !== 'time') || axis?.lows === undefined) return undefined;
    return new TopGroups({ spec, index, column, field, values: values.values, axis, metrics });
  }

  /** The answer; undefined where all groups are asked for, or in another order. */
  view(filter: Filter, params: Params): ViewData | undefined {
    const { spec, index } = this.#plan;
    const wanted = (params.limit ?? spec.limit ?? Infinity) + (params.offset ?? spec.offset ?? 0);
    if (params.sort !== undefined || !(wanted <= MOST) || filter.far.length > 0) return undefined;
    const test = RowTest.create(index, filter.own);
    if (test === undefined) return undefined;
    const groups =
      filter.own.length === 0 && this.#byGroup === undefined ? this.#latestOfAll(wanted) : this.#latest(wanted, filter.own, test);
    const total = groups === undefined ? undefined : this.#total(filter.own, test);
    if (groups === undefined || total === undefined) return undefined;
    const { length, columns } = finish(spec, params, { rows: Int32Array.from(groups.keys()), columns: this.#columns(groups, test) });
    return { view: spec.id, length, total, columns, applied: filter.applied, unanswered: filter.unanswered };
  }

  /** Builds what a filter on a field needs. */
  expect(field: string, filter: Filter): void {
    this.#rowsByGroup();
    const axis = this.#plan.index.axis(field);
    const test = RowTest.create(this.#plan.index, filter.own);
    if (axis !== undefined && test !== undefined && filter.far.length === 0) this.#window(field, axis, filter.own, test);
  }

  /** Groups that may be among the wanted, by code; undefined where too few have a known value. */
  #latest(wanted: number, own: readonly Predicate[], test: RowTest): Int32Array | undefined {
    const { index, field, axis, values } = this.#plan;
    const { offsets, rows } = index.byCode(axis);
    const [from, to] = this.#range(own, field, axis);
    const beside = own.filter((predicate) => predicate.field !== field || (spansOf(axis, predicate)?.length ?? 2) > 1);
    const rest = beside.length === own.length ? test : (RowTest.create(index, beside) ?? test);
    const codes = this.#codes;
    const greatest = this.#greatest;
    const met: number[] = [];
    for (let code = to - 1; code >= from && met.length < wanted; code--) {
      const end = offsets[code + 1] ?? 0;
      for (let at = offsets[code] ?? 0; at < end; at++) {
        const row = rows[at] ?? 0;
        if (beside.length > 0 && !rest.passes(row)) continue;
        const group = codes[row] ?? 0;
        const value = values[row] ?? 0;
        if (greatest[group] === -Infinity) met.push(group);
        if (value > (greatest[group] ?? 0)) greatest[group] = value;
      }
    }
    const kept = met.length < wanted ? undefined : cut(met, greatest, wanted);
    for (const group of met) greatest[group] = -Infinity;
    return kept;
  }

  /** The same over all rows, without any index. */
  #latestOfAll(wanted: number): Int32Array | undefined {
    const greatest = greatestOf(this.#codes, this.#plan.values, this.#size);
    const met: number[] = [];
    for (let group = 0; group < this.#size; group++) if ((greatest[group] ?? 0) > -Infinity) met.push(group);
    return met.length < wanted ? undefined : cut(met, greatest, wanted);
  }

  /** The codes of the ordering field that the filters on it leave, as one span that holds them. */
  #range(own: readonly Predicate[], field: string, axis: Coding): Span {
    let [from, to] = [0, axis.size - 1];
    for (const predicate of own) {
      const spans = predicate.field === field ? spansOf(axis, predicate) : undefined;
      if (spans === undefined) continue;
      from = Math.max(from, spans[0]?.[0] ?? to);
      to = Math.min(to, spans.at(-1)?.[1] ?? from);
    }
    return [from, to];
  }

  #columns(groups: Int32Array, test: RowTest): readonly ResultColumn[] {
    const { spec, index, column, metrics } = this.#plan;
    const use = spec.by?.[0];
    const field = use?.field ?? '';
    const located = index.locate(field);
    const unknown = column.dictionary.length;
    const texts = Array.from(groups)
      .filter((group) => group !== unknown)
      .map((group) => column.dictionary[group] ?? '');
    // Groups stand in order of their codes, unknown last.
    const codes = groups.map((group, at) => (group === unknown ? -1 : at));
    const columnOf = (name: string): Column => index.column(name) ?? column;
    const values = metrics.map(() => new Float64Array(groups.length));
    const { offsets, rows } = this.#rowsOf(groups);
    const measures = metrics.map((metric) => rowsMeasure(metric.aggregate, columnOf));
    for (let at = 0; at < groups.length; at++) {
      const from = offsets[at] ?? 0;
      const to = test.keep(rows, from, offsets[at + 1] ?? 0);
      for (const [each, measure] of measures.entries()) (values[each] ?? new Float64Array(0))[at] = measure(rows, from, to);
    }
    return [
      {
        name: use?.as ?? field,
        field,
        meaning: located === undefined ? field : `${located.table}.${located.field}`,
        data: { type: 'category', codes, dictionary: texts },
      },
      ...metrics.map((metric, at): ResultColumn => ({
        name: spec.measures?.[at]?.as ?? spec.measures?.[at]?.metric ?? metric.id,
        meaning: metric.id,
        data: { type: isInstant(metric.aggregate, columnOf) ? 'time' : 'number', values: values[at] ?? new Float64Array(0) },
      })),
    ];
  }

  /** Rows of the groups in the order of the table, group after group, as a copy. */
  #rowsOf(groups: Int32Array): RowsByCode {
    const byGroup = this.#byGroup;
    if (byGroup === undefined) {
      const placeOf = new Int32Array(this.#size).fill(-1);
      groups.forEach((group, place) => {
        placeOf[group] = place;
      });
      const found = new Uint32Array(this.#codes.length);
      let count = 0;
      for (let row = 0; row < found.length; row++) {
        found[count] = row;
        count += Number((placeOf[this.#codes[row] ?? 0] ?? -1) >= 0);
      }
      const rows = found.slice(0, count);
      const places = Int32Array.from(rows, (row) => placeOf[this.#codes[row] ?? 0] ?? -1);
      const sorted = rowsByCode(places, groups.length);
      return { offsets: sorted.offsets, rows: sorted.rows.map((place) => rows[place] ?? 0) };
    }
    const offsets = new Uint32Array(groups.length + 1);
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] ?? 0;
      offsets[at + 1] = (offsets[at] ?? 0) + (byGroup.offsets[group + 1] ?? 0) - (byGroup.offsets[group] ?? 0);
    }
    const rows = new Uint32Array(offsets[groups.length] ?? 0);
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] ?? 0;
      rows.set(byGroup.rows.subarray(byGroup.offsets[group], byGroup.offsets[group + 1]), offsets[at]);
    }
    return { offsets, rows };
  }

  /** How many groups have rows that pass. */
  #total(own: readonly Predicate[], test: RowTest): number | undefined {
    if (own.length === 0) {
      this.#allGroups ??= countUsed(this.#codes, this.#size);
      return this.#allGroups;
    }
    for (const [at, predicate] of own.entries()) {
      const axis = this.#plan.index.axis(predicate.field);
      const spans = axis === undefined ? undefined : spansOf(axis, predicate);
      const only = spans?.length === 1 ? spans[0] : undefined;
      if (axis === undefined || only === undefined) continue;
      const others = own.filter((_, each) => each !== at);
      const otherTest = others.length === 0 ? RowTest.create(this.#plan.index, []) : RowTest.create(this.#plan.index, others);
      const window = otherTest === undefined ? undefined : this.#window(predicate.field, axis, others, otherTest);
      if (window !== undefined) return readWindow(window, only)[0] ?? 0;
    }
    const used = new Uint8Array(this.#size);
    let count = 0;
    for (let row = 0; row < this.#codes.length; row++) {
      const group = this.#codes[row] ?? 0;
      if (used[group] === 1 || !test.passes(row)) continue;
      used[group] = 1;
      count++;
    }
    return count;
  }

  #window(field: string, axis: Coding, others: readonly Predicate[], test: RowTest): WindowCube | undefined {
    const key = [field, ...others.map(predicateKey)].join('\u0004');
    let window = this.#windows.get(key);
    if (window !== undefined || !windowFits(axis.size, 1)) return window;
    const all = this.#plan.index.byCode(axis).rows;
    const rows = others.length === 0 ? all : all.filter((row) => test.passes(row));
    const of = Uint32Array.from(this.#codes, (group) => group + 1);
    window = windowCube(axis.codes, axis.size, rows, { of, count: this.#size + 1 }, new Uint16Array(axis.codes.length), 1);
    this.#windows.set(key, window);
    for (const oldest of [...this.#windows.keys()].slice(0, -WINDOWS_KEPT)) this.#windows.delete(oldest);
    return window;
  }

  #rowsByGroup(): void {
    this.#byGroup ??= rowsByCode(this.#codes, this.#size);
  }
}

/** Groups that may be among the wanted by their values, in order of their codes: a few more than wanted, told apart by steps. */
function cut(met: readonly number[], greatest: Float64Array, wanted: number): Int32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const group of met) {
    const value = greatest[group] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const isSpread = most > least && Number.isFinite(most - least);
  const stepOf = (group: number): number => (isSpread ? Math.floor((((greatest[group] ?? 0) - least) / (most - least)) * STEPS) : 0);
  const counts = new Uint32Array(STEPS + 1);
  for (const group of met) counts[stepOf(group)] = (counts[stepOf(group)] ?? 0) + 1;
  let step = STEPS;
  for (let count = counts[step] ?? 0; count < wanted && step > 0; count += counts[step] ?? 0) step--;
  return Int32Array.from(met.filter((group) => stepOf(group) >= step)).sort();
}

function countUsed(codes: Int32Array, size: number): number {
  const used = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) used[codes[row] ?? 0] = 1;
  return used.reduce((count, each) => count + each, 0);
}
