import type { Metric, Params, Predicate, ViewSpec } from '../../../metrics/types.js';
import type { CategoryColumn, Column } from '../../table.js';
import type { ResultColumn, ViewData } from '../../view-result.js';
import { isInstant } from '../accumulate.js';
import { firstRows } from '../order.js';
import { finish } from '../result.js';
import { predicateKey } from './clause-key.js';
import type { Coding, Span } from './coding.js';
import { samples, spansOf } from './coding.js';
import { countCodes } from './cube.js';
import type { RowsByCode } from '../rows-by-code.js';
import type { WindowCube } from './distinct.js';
import { listedByCode, rowsByCode } from '../rows-by-code.js';
import { readWindow, windowCube, windowFits } from './distinct.js';
import type { Filter } from './filter.js';
import { restKey } from './filter.js';
import { rowsMeasure } from './rows-measure.js';
import type { Arranged } from './row-test.js';
import { RowTest } from './row-test.js';
import type { RowsByStep } from './rows-by-step.js';
import { rowsByStep } from './rows-by-step.js';
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
/** Steps that are tried out beforehand, so that the browser has compiled their way when a reader takes the first. */
const REHEARSALS = 32;

/**
 * The first groups by the greatest value of a field, without the others: codes of the field are gone through from the greatest
 * down until enough groups were met, and only their rows are then measured, in the order of the table.
 */
export class TopGroups {
  readonly #plan: TopPlan;
  readonly #codes: Int32Array | Uint16Array;
  readonly #size: number;
  /** While an answer is made: by group its greatest value, -Infinity where none was met, and the groups that were. */
  readonly #greatest: Float64Array;
  readonly #met: Int32Array;
  readonly #windows = new Map<string, WindowCube>();
  #byGroup: RowsByCode | undefined;
  /** Codes of the field that is expected to move, in the order of the rows by group. */
  #arranged: Arranged | undefined;
  #byStep: RowsByStep | undefined;
  #allGroups: number | undefined;

  private constructor(plan: TopPlan) {
    const unknown = plan.column.dictionary.length;
    this.#plan = plan;
    this.#size = unknown + 1;
    this.#codes = plan.index.coding(plan.spec.by?.[0]?.field ?? '', { kind: 'category' })?.codes ?? knownCodes(plan.column.codes, unknown);
    this.#greatest = new Float64Array(this.#size).fill(-Infinity);
    this.#met = new Int32Array(this.#size);
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
    if (params.sort !== undefined || !(wanted <= MOST) || restKey(filter) !== '') return undefined;
    const test = RowTest.create(index, filter.own, this.#arranged?.of);
    if (test === undefined) return undefined;
    const { own } = filter;
    const met = own.length === 0 && this.#byGroup === undefined ? this.#meetAll(wanted) : this.#meet(wanted, own, test);
    const groups = met < wanted ? undefined : cut(this.#met.subarray(0, met), this.#greatest, wanted);
    const unsorted = groups === undefined ? [] : this.#columns(groups, test);
    for (let at = 0; at < met; at++) this.#greatest[this.#met[at] ?? 0] = -Infinity;
    if (groups === undefined) return undefined;
    const total = this.#total(own, test);
    const { length, columns } = finish(spec, params, { rows: firstRows(groups.length), columns: unsorted });
    return { view: spec.id, length, total, columns, applied: filter.applied, unanswered: filter.unanswered };
  }

  /** Builds what a filter on a field needs. */
  expect(field: string, filter: Filter): void {
    this.#byGroup ??= rowsByCode(this.#codes, this.#size);
    const axis = this.#plan.index.axis(field);
    if (axis === undefined || restKey(filter) !== '') return;
    const { rows } = this.#byGroup;
    if (this.#arranged?.of !== axis.codes) this.#arranged = { of: axis.codes, codes: arrange(axis.codes, rows) };
    this.#window(field, axis, filter.own);
    for (const predicate of samples(field, axis, REHEARSALS)) this.view({ ...filter, own: [...filter.own, predicate] }, {});
  }

  /** Meets groups from the latest code down until there are enough; how many it met. */
  #meet(wanted: number, own: readonly Predicate[], test: RowTest): number {
    const { index, field, axis } = this.#plan;
    const { offsets, rows, steps } = this.#steps;
    const [from, to] = this.#range(own, field, axis);
    const beside = own.filter((predicate) => predicate.field !== field || (spansOf(axis, predicate)?.length ?? 2) > 1);
    const rest = beside.length === own.length ? test : (RowTest.create(index, beside) ?? test);
    let met = 0;
    for (let step = to * steps - 1; step >= from * steps && met < wanted; step--) {
      met = this.#meetRows(rows, offsets[step] ?? 0, offsets[step + 1] ?? 0, beside.length === 0 ? undefined : rest, met);
    }
    return met;
  }

  get #steps(): RowsByStep {
    return (this.#byStep ??= rowsByStep(this.#plan.axis, this.#plan.values));
  }

  #meetRows(rows: Uint32Array, from: number, to: number, test: RowTest | undefined, before: number): number {
    const { values } = this.#plan;
    const codes = this.#codes;
    const greatest = this.#greatest;
    let met = before;
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      if (test !== undefined && !test.passes(row)) continue;
      const group = codes[row] ?? 0;
      const value = values[row] ?? 0;
      const known = greatest[group] ?? 0;
      if (known === -Infinity) this.#met[met++] = group;
      if (value > known) greatest[group] = value;
    }
    return met;
  }

  /** The same over all rows, without any index: of the rows of the latest codes, more and more of them. */
  #meetAll(wanted: number): number {
    const { codes, size } = this.#plan.axis;
    const counts = countCodes(codes, size);
    let met = 0;
    let least = size - 1;
    for (let sought = wanted; met < wanted && least > 0; sought *= 4) {
      const end = least;
      let count = 0;
      while (least > 0 && count < sought) count += counts[--least] ?? 0;
      const rows = new Uint32Array(count + 1);
      let at = 0;
      for (let row = 0; row < codes.length; row++) {
        const code = codes[row] ?? 0;
        rows[at] = row;
        at += Number(code >= least && code < end);
      }
      met = this.#meetRows(rows, 0, count, undefined, met);
    }
    return met;
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
    const { spec, index, column, metrics, field: ordering } = this.#plan;
    const use = spec.by?.[0];
    const field = use?.field ?? '';
    const located = index.locate(field);
    const unknown = column.dictionary.length;
    const texts: string[] = [];
    const codes = new Int32Array(groups.length);
    // Groups stand in order of their codes, unknown last.
    for (let at = 0; at < codes.length; at++) {
      const text = column.dictionary[groups[at] ?? unknown];
      codes[at] = text === undefined ? -1 : at;
      if (text !== undefined) texts.push(text);
    }
    const columnOf = (name: string): Column => index.column(name) ?? column;
    const values = metrics.map(() => new Float64Array(groups.length));
    const found = this.#byGroup ?? this.#rowsOf(groups);
    const measures = metrics.map((metric) => rowsMeasure(metric.aggregate, columnOf));
    const isKnown = metrics.map(({ aggregate }) => aggregate.op === 'max' && aggregate.field === ordering);
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] ?? 0;
      const rows = test.passing(found, this.#byGroup === undefined ? at : group, this.#arranged);
      // Of 0 there are two, and which of them was met is not known.
      const greatest = this.#greatest[group] ?? 0;
      for (let each = 0; each < measures.length; each++) {
        const column = values[each];
        if (column === undefined) continue;
        column[at] = isKnown[each] === true && greatest !== 0 ? greatest : (measures[each]?.(rows, 0, test.count) ?? NaN);
      }
    }
    return [
      {
        name: use?.as ?? field,
        field: index.clauseField(field),
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

  /** Rows of the groups by their place in the list, in the order of the table. */
  #rowsOf(groups: Int32Array): RowsByCode {
    const codes = this.#codes;
    const placeOf = new Uint16Array(this.#size);
    for (let place = 0; place < groups.length; place++) placeOf[groups[place] ?? 0] = place + 1;
    const rows: number[] = [];
    for (let row = 0; row < codes.length; row++) if ((placeOf[codes[row] ?? 0] ?? 0) > 0) rows.push(row);
    return listedByCode(rows, (row) => (placeOf[codes[row] ?? 0] ?? 0) - 1, groups.length);
  }

  /** How many groups have rows that pass. */
  #total(own: readonly Predicate[], test: RowTest): number {
    if (own.length === 0) return (this.#allGroups ??= countUsed(this.#codes, this.#size));
    for (const [at, predicate] of own.entries()) {
      const axis = this.#plan.index.axis(predicate.field);
      const spans = axis === undefined ? undefined : spansOf(axis, predicate);
      const only = spans?.length === 1 ? spans[0] : undefined;
      if (axis === undefined || only === undefined) continue;
      const others = own.length === 1 ? NONE : own.filter((_, each) => each !== at);
      const window = this.#window(predicate.field, axis, others);
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

  #window(field: string, axis: Coding, others: readonly Predicate[]): WindowCube | undefined {
    const key = others.length === 0 ? field : [field, ...others.map(predicateKey)].join('\u0004');
    let window = this.#windows.get(key);
    if (window !== undefined || !windowFits(axis.size, 1)) return window;
    const test = RowTest.create(this.#plan.index, others);
    if (test === undefined) return undefined;
    const all = (axis === this.#plan.axis ? this.#steps : this.#plan.index.byCode(axis)).rows;
    const rows = others.length === 0 ? all : all.filter((row) => test.passes(row));
    window = windowCube(axis.codes, axis.size, rows, { of: this.#codes, count: this.#size, none: -1 }, undefined, 1);
    this.#windows.set(key, window);
    for (const oldest of [...this.#windows.keys()].slice(0, -WINDOWS_KEPT)) this.#windows.delete(oldest);
    return window;
  }
}

const NONE: readonly Predicate[] = [];

function knownCodes(codes: Int32Array, unknown: number): Int32Array {
  return codes.includes(-1) ? codes.map((code) => (code < 0 ? unknown : code)) : codes;
}

/** Groups that may be among the wanted by their values, in order of their codes: a few more than wanted, told apart by steps. */
function cut(met: Int32Array, greatest: Float64Array, wanted: number): Int32Array {
  if (met.length <= 2 * wanted) return met.slice().sort();
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < met.length; at++) {
    const value = greatest[met[at] ?? 0] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least && Number.isFinite(most - least) ? STEPS / (most - least) : 0;
  const counts = new Uint32Array(STEPS + 2);
  for (let at = 0; at < met.length; at++) {
    const step = ((greatest[met[at] ?? 0] ?? 0) - least) * scale;
    const whole = step >= 0 ? Math.floor(step) : 0;
    counts[whole] = (counts[whole] ?? 0) + 1;
  }
  let first = STEPS + 1;
  for (let count = counts[first] ?? 0; count < wanted && first > 0; count += counts[first] ?? 0) first--;
  const kept = new Int32Array(met.length);
  let count = 0;
  for (let at = 0; at < met.length; at++) {
    const group = met[at] ?? 0;
    const step = ((greatest[group] ?? 0) - least) * scale;
    kept[count] = group;
    count += Number(first === 0 || step >= first);
  }
  return kept.slice(0, count).sort();
}

function arrange(codes: Uint16Array, rows: Uint32Array): Uint16Array {
  const arranged = new Uint16Array(rows.length);
  for (let at = 0; at < arranged.length; at++) arranged[at] = codes[rows[at] ?? 0] ?? 0;
  return arranged;
}

function countUsed(codes: Int32Array | Uint16Array, size: number): number {
  const used = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) used[codes[row] ?? 0] = 1;
  return used.reduce((count, each) => count + each, 0);
}
