import { accumulate } from '../accumulate.js';
import type { ByEntity } from './by-entity.js';
import type { Coding, Span } from './coding.js';
import type { CountedOn, LeafRows } from './counted-on.js';
import type { Cube } from './cube.js';
import { countCodes, countCube, readCube, sumCube } from './cube.js';
import type { Predicate } from '../../../metrics/types.js';
import type { Pairs, WindowCube } from './distinct.js';
import { listedByCode, rowsByCode } from '../rows-by-code.js';
import { DistinctCounter, pairUp, readWindow, textsOf, windowCube, windowFits } from './distinct.js';
import { CellFilter } from './cell-filter.js';
import { inCells, running, summedUp } from './cell-numbers.js';
import { predicateKey } from './clause-key.js';
import type { EntityFilter } from './entity-filter.js';
import type { Filter } from './filter.js';
import { NO_FILTER, restKey } from './filter.js';
import type { Leaf } from './leaves.js';
import { numbersOf } from './leaves.js';
import type { Related } from './related.js';
import { WindowCounts } from './window-counts.js';
import type { ViewPlan } from './view-plan.js';

/** Per leaf what answers a span of an axis while the other filters stay; undefined for leaves that need their rows. */
export interface Lines {
  readonly axis: Coding;
  readonly leaves: readonly Line[];
}

type Line = Cube | WindowCube | WindowCounts | undefined;
type Rows = Uint32Array | undefined;

/** Questions about entities after which a leaf is summed up by entity. */
const OFTEN = 2;

/** Questions in a row with the same filters on rows after which these rows are counted on alone. */
const STAYS = 4;

/** Computes the leaves of one view, from cubes, by entity or from rows. */
export class LeafValues {
  readonly #plan: ViewPlan;
  readonly #counters = new Map<string, DistinctCounter | undefined>();
  readonly #paired = new Map<string, Pairs | undefined>();
  readonly #cellFilter: CellFilter;
  readonly #course = new Map<Leaf, { readonly key: string; readonly numbers: Float64Array }>();
  /** By leaf, what was read last; where it is written again and again, its place. */
  readonly #numbers: Float64Array[] = [];
  readonly #scratch: (Float64Array | undefined)[] = [];
  #sums: ByEntity | undefined;
  #asked: EntityFilter | undefined;
  #asks = 0;
  #countedOn: CountedOn | undefined;
  #moves = 0;
  #lastFilter: Filter | undefined;
  #counting: CountedOn | undefined;
  /** What is counted on among the rows of some filters, and how often the last ones were asked in a row. */
  #few: { readonly key: string; readonly counted: CountedOn } | undefined;
  #stayKey = '';
  #stays = 0;
  #whole: readonly Float64Array[] | undefined;

  constructor(plan: ViewPlan) {
    this.#plan = plan;
    this.#cellFilter = new CellFilter(plan);
  }

  /** The numbers without any filter. */
  whole(): readonly Float64Array[] {
    this.#whole ??= this.#each((leaf) => this.#overRows(leaf, this.#rows(leaf, NO_FILTER)));
    return this.#whole;
  }

  /** Makes the sums by entity and what is counted on, before any question asks for them; stops after each. */
  *expectOthers(): Generator<undefined> {
    const { index, leaves, where } = this.#plan;
    const parts = index.entity === undefined ? undefined : index.related();
    if (parts === undefined) return;
    parts.listedRows(index, where);
    yield;
    for (const leaf of leaves) if (leaf.kind === 'distinct' && !leaf.course && this.#pairs(leaf) !== undefined) yield;
    if (this.#plan.cells.lastCodes === undefined) this.#sums ??= new parts.ByEntity(this.#plan, (each) => this.#leafRows(each));
    yield;
    this.#countedOn ??= new parts.CountedOn(this.#plan, (each) => this.#leafRows(each));
    yield;
  }

  /** Takes the counts without any filter of a view that has no other leaf. */
  adoptWhole(counts: Float64Array): void {
    this.#whole ??= [counts];
  }

  /** The numbers under any filters, until the next question. */
  scan(filter: Filter): readonly Float64Array[] {
    return this.#each((leaf) => this.#scanned(leaf, filter));
  }

  /** The numbers of each leaf. Which cells have rows is told by another leaf where there is one that does. */
  #each(numbersOfLeaf: (leaf: Leaf) => Float64Array): Float64Array[] {
    const { leaves, presence } = this.#plan;
    const numbers: Float64Array[] = [];
    for (const [at, leaf] of leaves.entries()) numbers.push(at === 0 && presence !== undefined ? NOTHING : numbersOfLeaf(leaf));
    if (presence !== undefined) numbers[0] = numbers[presence] ?? NOTHING;
    return numbers;
  }

  /** What answers spans of an axis while the given filters stay. */
  lines(axis: Coding, filter: Filter): Lines {
    const { leaves, presence } = this.#plan;
    const lines = leaves.map((leaf, at) => (at === 0 && presence !== undefined ? undefined : this.#line(leaf, axis, filter)));
    return { axis, leaves: lines };
  }

  /** The numbers where the axis is in the spans, until the next question; `all` are the filters with that on the axis. */
  read({ leaves }: Lines, spans: readonly Span[], all: Filter): readonly Float64Array[] {
    const { leaves: planned, presence } = this.#plan;
    for (let at = presence === undefined ? 0 : 1; at < leaves.length; at++) {
      const line = leaves[at];
      const leaf = planned[at];
      if (line !== undefined && 'stride' in line) {
        this.#numbers[at] = readCube(line, spans, (this.#scratch[at] ??= new Float64Array(line.stride - 1)));
      } else if (leaf !== undefined) {
        this.#numbers[at] = this.#spanned(leaf, line, spans, all);
      }
    }
    if (presence !== undefined) this.#numbers[0] = this.#numbers[presence] ?? NOTHING;
    return this.#numbers;
  }

  #spanned(leaf: Leaf, line: WindowCube | WindowCounts | undefined, spans: readonly Span[], all: Filter): Float64Array {
    const only = spans[0];
    if (only === undefined && line !== undefined) return new Float64Array(this.#plan.cells.count);
    if (line === undefined || only === undefined || spans.length > 1) return this.#scanned(leaf, all);
    return line instanceof WindowCounts ? line.at(only) : readWindow(line, only);
  }

  #scanned(leaf: Leaf, filter: Filter): Float64Array {
    if (!leaf.course) {
      return this.#byEntity(leaf, filter) ?? this.#moved(leaf, filter) ?? this.#overRows(leaf, this.#rows(leaf, filter));
    }
    const course = filter.course ?? NO_FILTER;
    const key = JSON.stringify([course.own, restKey(course)]);
    const known = this.#course.get(leaf);
    if (known?.key === key) return known.numbers;
    const numbers = this.#overRows(leaf, this.#rows(leaf, course));
    this.#course.set(leaf, { key, numbers });
    return numbers;
  }

  #line(leaf: Leaf, axis: Coding, filter: Filter): Line {
    const { cells, index } = this.#plan;
    if (leaf.kind === 'fold' || leaf.course || leaf.running || cells.lastCodes !== undefined) return undefined;
    const rows = this.#rows(leaf, filter);
    const { raw } = cells;
    if (leaf.kind === 'count' && raw !== undefined) {
      const { codes, cellOf } = raw;
      return countCube({ axis: axis.codes, axisSize: axis.size, cells: codes, cellCount: cells.count, cellOf, rows });
    }
    const input = { axis: axis.codes, axisSize: axis.size, cells: cells.codes, cellCount: cells.count, rows };
    if (leaf.kind === 'count') return countCube(input);
    if (leaf.kind === 'sum') return sumCube(input, this.#valuesOf(leaf));
    if (leaf.kind === 'known') return countCube({ ...input, rows: this.#known(leaf, rows) });
    const pairs = this.#pairs(leaf);
    if (pairs === undefined) return undefined;
    const byCode = rows === undefined ? index.byCode(axis) : listedByCode(rows, (row) => axis.codes[row] ?? 0, axis.size);
    if (!windowFits(axis.size, cells.count)) return new WindowCounts(axis, byCode, pairs, cells.codes, cells.count);
    return windowCube(axis.codes, axis.size, byCode.rows, pairs, cells.codes, cells.count);
  }

  /** The numbers from sums by entity, where filters decide on entities and cells alone. */
  #byEntity(leaf: Leaf, { own, entities, far }: Filter): Float64Array | undefined {
    const isSpan = this.#plan.cells.lastCodes !== undefined;
    if (leaf.kind === 'fold' || far !== undefined || isSpan || (leaf.running && own.length > 0)) return undefined;
    const kept = own.length === 0 ? undefined : this.#cellFilter.mask(own);
    if (own.length > 0 && kept === undefined) return undefined;
    const numbers = entities === undefined ? this.whole()[this.#plan.leaves.indexOf(leaf)] : this.#ofEntities(leaf, entities);
    return kept === undefined || numbers === undefined ? numbers : numbers.map((number, cell) => (kept[cell] === 1 ? number : 0));
  }

  #ofEntities(leaf: Leaf, entities: EntityFilter): Float64Array | undefined {
    if (this.#sums === undefined) {
      const { index, leaves, where } = this.#plan;
      const parts = index.related();
      if (this.#asked !== entities) this.#asks++;
      this.#asked = entities;
      const rows = index.ownRows(where)?.length ?? index.length;
      if (parts === undefined || this.#asks <= OFTEN || !index.allowance.take(rows * leaves.length)) return undefined;
      this.#sums = new parts.ByEntity(this.#plan, (each) => this.#leafRows(each));
    }
    return running(leaf, this.#sums.numbers(leaf, entities));
  }

  #leafRows(leaf: Leaf): LeafRows {
    return { pairs: (running) => this.#pairs({ ...leaf, running }), values: () => this.#valuesOf(leaf) };
  }

  /** The numbers counted on from the last question, where filters decide on rows and what they are about. */
  #moved(leaf: Leaf, filter: Filter): Float64Array | undefined {
    const { index, cells } = this.#plan;
    if (index.entity === undefined || filter.far !== undefined || (filter.own.length === 0 && cells.lastCodes === undefined))
      return undefined;
    if (this.#lastFilter !== filter) {
      this.#lastFilter = filter;
      const parts = index.related();
      if (parts !== undefined && this.#countedOn === undefined && ++this.#moves > OFTEN && index.allowance.take(index.length)) {
        this.#countedOn = new parts.CountedOn(this.#plan, (each) => this.#leafRows(each));
      }
      this.#counting = this.#amongFew(filter.own, parts) ?? this.#countedOn;
      if (this.#counting?.moveTo(filter) !== true) this.#counting = undefined;
    }
    return running(leaf, this.#counting?.numbers(leaf));
  }

  /** What is counted on among the rows of filters on rows that have stayed, as the video of a page, if these are few. */
  #amongFew(own: readonly Predicate[], parts: Related | undefined): CountedOn | undefined {
    const { index, where } = this.#plan;
    const key = own.map(predicateKey).join('\u0004');
    this.#stays = key === this.#stayKey ? this.#stays + 1 : 0;
    this.#stayKey = key;
    if (parts !== undefined && this.#stays === STAYS && key !== this.#few?.key && own.length > 0) {
      const rows = index.ownRows([...where, ...own])?.length ?? 0;
      if (rows < index.length >> 4 && index.allowance.take(index.length)) {
        this.#few = { key, counted: new parts.CountedOn(this.#plan, (each) => this.#leafRows(each), own) };
      }
    }
    return key === this.#few?.key ? this.#few.counted : undefined;
  }

  #overRows(leaf: Leaf, rows: Rows): Float64Array {
    const numbers = this.#kindOver(leaf, rows);
    return leaf.running ? summedUp(numbers) : numbers;
  }

  #kindOver(leaf: Leaf, rows: Rows): Float64Array {
    switch (leaf.kind) {
      case 'count':
        return this.#sum(undefined, rows);
      case 'known':
        return this.#sum(undefined, this.#known(leaf, rows));
      case 'sum':
        return this.#sum(this.#valuesOf(leaf), rows);
      case 'distinct':
        return this.#counter(leaf)?.count(rows) ?? this.#fold(leaf, rows);
      default:
        return this.#fold(leaf, rows);
    }
  }

  /** Counts rows, or sums up whole numbers of theirs. */
  #sum(values: Float64Array | undefined, rows: Rows): Float64Array {
    const { cells } = this.#plan;
    const { lastCodes, count, raw } = cells;
    if (values === undefined && rows === undefined && lastCodes === undefined) {
      return raw === undefined ? countCodes(cells.codes, count) : inCells(countCodes(raw.codes, raw.size), raw.cellOf, count);
    }
    const { codes } = cells;
    const out = new Float64Array(count + 2);
    const { length } = rows ?? codes;
    for (let place = 0; place < length; place++) {
      const row = rows === undefined ? place : (rows[place] ?? 0);
      const value = values === undefined ? 1 : (values[row] ?? NaN);
      const cell = codes[row] ?? 0;
      if (Number.isNaN(value)) continue;
      out[cell] = (out[cell] ?? 0) + value;
      if (lastCodes === undefined) continue;
      const after = (lastCodes[row] ?? 0) + 1;
      out[after] = (out[after] ?? 0) - value;
    }
    return lastCodes === undefined ? out.subarray(0, count) : summedUp(out.subarray(0, count));
  }

  /** Cell by cell over its rows in the order of the table, as the plain engine does it. */
  #fold(leaf: Leaf, rows: Rows): Float64Array {
    const { cells, index } = this.#plan;
    const accumulator = accumulate(leaf.aggregation, (field) => index.column(field) ?? { type: 'number', values: new Float64Array(0) });
    const size = cells.count + 1;
    const sorted = rows === undefined ? rowsByCode(cells.codes, size) : listedByCode(rows, (row) => cells.codes[row] ?? 0, size);
    const out = new Float64Array(cells.count);
    for (let cell = 0; cell < cells.count; cell++) {
      accumulator.reset();
      const end = sorted.offsets[cell + 1] ?? 0;
      for (let at = sorted.offsets[cell] ?? 0; at < end; at++) accumulator.add(sorted.rows[at] ?? 0);
      out[cell] = accumulator.value();
    }
    return out;
  }

  #rows(leaf: Leaf, filter: Filter): Rows {
    const { index, where } = this.#plan;
    return index.rows([...(leaf.course ? [] : where), ...leaf.where, ...filter.own], filter);
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

  /** What a leaf counts once: a text in a cell; where it is running, a text. */
  #pairs({ field, running }: Leaf): Pairs | undefined {
    const key = `${running} ${field}`;
    if (this.#paired.has(key)) return this.#paired.get(key);
    const { index, cells } = this.#plan;
    const texts = index.byText(field);
    const pairs = texts === undefined ? undefined : running ? textsOf(texts, cells.codes.length) : pairUp(cells.codes, cells.count, texts);
    this.#paired.set(key, pairs);
    return pairs;
  }

  #counter(leaf: Leaf): DistinctCounter | undefined {
    const key = `${leaf.running} ${leaf.field}`;
    if (!this.#counters.has(key)) {
      const pairs = this.#pairs(leaf);
      const { codes, count } = this.#plan.cells;
      this.#counters.set(key, pairs === undefined ? undefined : new DistinctCounter(pairs, codes, count));
    }
    return this.#counters.get(key);
  }
}

const NOTHING = new Float64Array(0);
