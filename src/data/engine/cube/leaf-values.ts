import type { Predicate } from '../../../metrics/types.js';
import { accumulate } from '../accumulate.js';
import { isOnCourse } from '../selection.js';
import type { Coding, Span } from './coding.js';
import type { Cube } from './cube.js';
import { countCube, readCube, sumCube } from './cube.js';
import type { RowsByCode, WindowCube } from './distinct.js';
import { DistinctCounter, pairUp, readWindow, rowsByCode, windowCube, windowFits } from './distinct.js';
import type { Filter } from './group-answer.js';
import type { Leaf } from './leaves.js';
import { numbersOf } from './leaves.js';
import { SlidingCounts } from './sliding-counts.js';
import type { ViewPlan } from './view-plan.js';

/** Per leaf what answers a span of an axis while the other filters stay; undefined for leaves that need their rows. */
export interface Lines {
  readonly axis: Coding;
  readonly leaves: readonly Line[];
  /** Filters beside the axis. */
  readonly filter: Filter;
}

type Line = Cube | WindowCube | SlidingCounts | undefined;
type Rows = Uint32Array | undefined;

const NOTHING = new Float64Array(0);

/** Computes the leaves of one view, from cubes or from rows. */
export class LeafValues {
  readonly #plan: ViewPlan;
  readonly #counters = new Map<string, DistinctCounter | undefined>();
  /** By leaf, what was read last; where it is written again and again, its place. */
  readonly #numbers: Float64Array[] = [];
  readonly #scratch: (Float64Array | undefined)[] = [];
  #whole: readonly Float64Array[] | undefined;

  constructor(plan: ViewPlan) {
    this.#plan = plan;
  }

  /** The numbers without any filter. */
  whole(): readonly Float64Array[] {
    this.#whole ??= this.scan({ own: [], far: [], farKey: '' });
    return this.#whole;
  }

  /** Takes the counts without any filter of a view that has no other leaf. */
  adoptWhole(counts: Float64Array): void {
    this.#whole ??= [counts];
  }

  /** The numbers under any filters, row by row. */
  scan(filter: Pick<Filter, 'own' | 'far' | 'farKey'>): readonly Float64Array[] {
    return this.#plan.leaves.map((leaf) => this.#overRows(leaf, this.#rows(leaf, filter)));
  }

  /** What answers spans of an axis while the given filters stay. */
  lines(axis: Coding, filter: Filter): Lines {
    return { axis, filter, leaves: this.#plan.leaves.map((leaf) => this.#line(leaf, axis, filter)) };
  }

  /** The numbers where the axis is in the spans, until the next question; `all` are the filters with that on the axis. */
  read({ leaves }: Lines, spans: readonly Span[], all: Filter): readonly Float64Array[] {
    for (let at = 0; at < leaves.length; at++) this.#numbers[at] = this.#value(at, leaves[at], spans, all);
    return this.#numbers;
  }

  #value(at: number, line: Line, spans: readonly Span[], all: Filter): Float64Array {
    if (line !== undefined && 'stride' in line) return readCube(line, spans, (this.#scratch[at] ??= new Float64Array(line.stride - 1)));
    const only = spans[0];
    if (only === undefined && line !== undefined) return new Float64Array(this.#plan.cells.count);
    const leaf = this.#plan.leaves[at];
    if (leaf === undefined) return NOTHING;
    if (line === undefined || only === undefined || spans.length > 1) return this.#overRows(leaf, this.#rows(leaf, all));
    return line instanceof SlidingCounts ? line.at(only) : readWindow(line, only);
  }

  #line(leaf: Leaf, axis: Coding, filter: Filter): Line {
    if (leaf.kind === 'fold' || leaf.course) return undefined;
    const { cells, index } = this.#plan;
    const rows = this.#rows(leaf, filter);
    const input = { axis: axis.codes, axisSize: axis.size, cells: cells.codes, cellCount: cells.count, rows };
    if (leaf.kind === 'count') return countCube(input);
    if (leaf.kind === 'sum') return sumCube(input, this.#valuesOf(leaf));
    if (leaf.kind === 'known') return countCube({ ...input, rows: this.#known(leaf, rows) });
    const pairs = this.#pairs(leaf);
    if (pairs === undefined) return undefined;
    const byCode = rows === undefined ? index.byCode(axis) : sortedBy(axis, rows);
    if (!windowFits(axis.size, cells.count)) return new SlidingCounts(byCode, pairs, cells.codes, cells.count);
    return windowCube(axis.codes, axis.size, byCode.rows, pairs, cells.codes, cells.count);
  }

  #overRows(leaf: Leaf, rows: Rows): Float64Array {
    switch (leaf.kind) {
      case 'count':
        return this.#count(rows);
      case 'known':
        return this.#count(this.#known(leaf, rows));
      case 'sum':
        return this.#sum(this.#valuesOf(leaf), rows);
      case 'distinct':
        return this.#counter(leaf)?.count(rows) ?? this.#fold(leaf, rows);
      default:
        return this.#fold(leaf, rows);
    }
  }

  #count(rows: Rows): Float64Array {
    const { codes, count } = this.#plan.cells;
    const out = new Uint32Array(count + 1);
    if (rows === undefined) {
      for (let row = 0; row < codes.length; row++) {
        const cell = codes[row] ?? 0;
        out[cell] = (out[cell] ?? 0) + 1;
      }
    } else {
      for (let place = 0; place < rows.length; place++) {
        const cell = codes[rows[place] ?? 0] ?? 0;
        out[cell] = (out[cell] ?? 0) + 1;
      }
    }
    return Float64Array.from(out.subarray(0, count));
  }

  #sum(values: Float64Array, rows: Rows): Float64Array {
    const { codes, count } = this.#plan.cells;
    const out = new Float64Array(count + 1);
    const { length } = rows ?? codes;
    for (let place = 0; place < length; place++) {
      const row = rows === undefined ? place : (rows[place] ?? 0);
      const value = values[row] ?? NaN;
      const cell = codes[row] ?? 0;
      if (!Number.isNaN(value)) out[cell] = (out[cell] ?? 0) + value;
    }
    return out.subarray(0, count);
  }

  /** Cell by cell over its rows in the order of the table, as the plain engine does it. */
  #fold(leaf: Leaf, rows: Rows): Float64Array {
    const { cells, index } = this.#plan;
    const accumulator = accumulate(leaf.aggregation, (field) => index.column(field) ?? { type: 'number', values: new Float64Array(0) });
    const listed = rows === undefined ? cells.codes : Uint16Array.from(rows, (row) => cells.codes[row] ?? 0);
    const sorted = rowsByCode(listed, cells.count + 1);
    const out = new Float64Array(cells.count);
    for (let cell = 0; cell < cells.count; cell++) {
      accumulator.reset();
      const end = sorted.offsets[cell + 1] ?? 0;
      for (let at = sorted.offsets[cell] ?? 0; at < end; at++) {
        const place = sorted.rows[at] ?? 0;
        accumulator.add(rows === undefined ? place : (rows[place] ?? 0));
      }
      out[cell] = accumulator.value();
    }
    return out;
  }

  #rows(leaf: Leaf, { own, far, farKey }: Pick<Filter, 'own' | 'far' | 'farKey'>): Rows {
    const { index, where } = this.#plan;
    if (!leaf.course) return index.rows([...where, ...leaf.where, ...own], far, farKey);
    const ownOnCourse: readonly Predicate[] = own.filter(isOnCourse);
    const farOnCourse = far.filter((each) => isOnCourse(each.predicate));
    return index.rows([...leaf.where, ...ownOnCourse], farOnCourse, `course\u0004${farKey}`);
  }

  #valuesOf(leaf: Leaf): Float64Array {
    const column = this.#plan.index.column(leaf.field);
    return (column === undefined ? undefined : numbersOf(column)) ?? new Float64Array(0);
  }

  #known(leaf: Leaf, rows: Rows): Uint32Array {
    const values = this.#valuesOf(leaf);
    if (rows !== undefined) return rows.filter((row) => !Number.isNaN(values[row] ?? NaN));
    return Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row] ?? NaN));
  }

  #pairs(leaf: Leaf): ReturnType<typeof pairUp> | undefined {
    const { index, cells } = this.#plan;
    const texts = index.byText(leaf.field);
    return texts === undefined ? undefined : pairUp(cells.codes, cells.count, texts);
  }

  #counter(leaf: Leaf): DistinctCounter | undefined {
    if (!this.#counters.has(leaf.field)) {
      const pairs = this.#pairs(leaf);
      const { codes, count } = this.#plan.cells;
      this.#counters.set(leaf.field, pairs === undefined ? undefined : new DistinctCounter(pairs, codes, count));
    }
    return this.#counters.get(leaf.field);
  }
}

/** The rows by their codes. */
function sortedBy(axis: Coding, rows: Uint32Array): RowsByCode {
  const codes = Uint16Array.from(rows, (row) => axis.codes[row] ?? 0);
  const sorted = rowsByCode(codes, axis.size);
  return { offsets: sorted.offsets, rows: sorted.rows.map((place) => rows[place] ?? 0) };
}
