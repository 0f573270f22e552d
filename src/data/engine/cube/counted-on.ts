import type { Predicate } from '../../../metrics/types.js';
import { predicateKey } from './clause-key.js';
import { spansOf } from './coding.js';
import type { Pairs } from './distinct.js';
import type { Filter } from './filter.js';
import type { Leaf } from './leaves.js';
import type { ListedRows } from './listed-rows.js';
import { listedRows } from './lists-of-rows.js';
import type { CodeFilter, MovingRows } from './moving-rows.js';
import type { TableIndex } from './table-index.js';
import type { Tally } from './tally.js';
import { PairTally, SumTally } from './tally.js';
import type { ViewPlan } from './view-plan.js';

/** What a tally is made of, by row of the table. */
export interface LeafRows {
  readonly pairs: (running: boolean) => Pairs | undefined;
  readonly values: () => Float64Array;
}

/** The leaves of a view counted on from question to question, under filters on its rows and on what they are about. */
export class CountedOn {
  readonly #plan: ViewPlan;
  readonly #listed: ListedRows;
  readonly #tallies: readonly (Tally | undefined)[];
  #moving: MovingRows | undefined;
  #version = 0;

  constructor(plan: ViewPlan, rowsOf: (leaf: Leaf) => LeafRows) {
    this.#plan = plan;
    this.#listed = listedRows(plan.index, plan.where);
    this.#tallies = plan.leaves.map((leaf, at) => (at === 0 && plan.presence !== undefined ? undefined : this.#tally(leaf, rowsOf(leaf))));
  }

  /** Goes on to other filters; false where one of them cuts through a code. */
  moveTo({ own, entities }: Filter): boolean {
    const codes = codeFilters(this.#plan.index, own);
    if (codes === undefined) return false;
    const moving = this.#listed.moving(own.map(({ field }) => field).join('\u0004'));
    moving.moveTo({ codes, key: own.map(predicateKey).join('\u0004') });
    this.#version = moving.countOn(this.#tallies, moving === this.#moving ? this.#version : -1);
    this.#moving = moving;
    for (const tally of this.#tallies) tally?.goTo(entities ?? this.#listed.everyone, moving);
    return true;
  }

  /** The numbers of a leaf by cell, until the next question; undefined for leaves that are not counted on. */
  numbers(leaf: Leaf): Float64Array | undefined {
    return this.#tallies[this.#plan.leaves.indexOf(leaf)]?.numbers();
  }

  #tally(leaf: Leaf, rows: LeafRows): Tally | undefined {
    if (leaf.course || leaf.kind === 'fold' || (leaf.running && leaf.kind !== 'distinct')) return undefined;
    const { cells, index } = this.#plan;
    const listed = this.#listed;
    if (leaf.kind === 'distinct') return pairTally(this.#plan, leaf, rows);
    const passes = countedPlaces(leaf, index, listed, rows);
    const placed = (codes: Uint16Array): Uint16Array => counted(listed.small(codes), passes, cells.count);
    const { codes, lastCodes } = cells;
    const own = { count: cells.count, codes: placed(codes), lastCodes: lastCodes === undefined ? undefined : placed(lastCodes) };
    return new SumTally(listed, own, leaf.kind === 'sum' ? listed.any(rows.values()) : undefined);
  }
}

/** Counts the texts of a leaf; undefined where it counts others. */
export function pairTally({ cells, index, where }: ViewPlan, leaf: Leaf, rows: LeafRows): PairTally | undefined {
  const listed = listedRows(index, where);
  const [pairs, texts] = [rows.pairs(false), leaf.running ? rows.pairs(true) : undefined];
  if (pairs === undefined) return undefined;
  const of = counted(listed.whole(pairs.of), countedPlaces(leaf, index, listed, rows), 0);
  const own = { count: cells.count, codes: listed.small(cells.codes) };
  return new PairTally(listed, own, { ...pairs, of }, texts === undefined ? undefined : { ...texts, of: listed.whole(texts.of) });
}

/** Numbers by place, where a row is not counted that of none. */
function counted<T extends Uint16Array | Uint32Array>(numbers: T, passes: Uint8Array | undefined, none: number): T {
  if (passes !== undefined) for (let at = 0; at < numbers.length; at++) if (passes[at] === 0) numbers[at] = none;
  return numbers;
}

/** Whether a leaf counts the row of a place, as 1 and 0; undefined where it counts all of them. */
export function countedPlaces(leaf: Leaf, index: TableIndex, listed: ListedRows, rows: LeafRows): Uint8Array | undefined {
  const needsNumber = leaf.kind === 'known' || leaf.kind === 'sum';
  if (leaf.where.length === 0 && !needsNumber) return undefined;
  const counted = index.ownRows(leaf.where);
  const passing = new Uint16Array(index.length);
  if (counted === undefined) passing.fill(1);
  else for (let at = 0; at < counted.length; at++) passing[counted[at] ?? 0] = 1;
  const passes = Uint8Array.from(listed.small(passing));
  const values = needsNumber ? listed.any(rows.values()) : undefined;
  if (values !== undefined) for (let at = 0; at < passes.length; at++) if (Number.isNaN(values[at] ?? NaN)) passes[at] = 0;
  return passes;
}

function codeFilters(index: TableIndex, own: readonly Predicate[]): readonly CodeFilter[] | undefined {
  const codes: CodeFilter[] = [];
  for (const predicate of own) {
    const axis = index.axis(predicate.field);
    const spans = axis === undefined ? undefined : spansOf(axis, predicate);
    if (axis === undefined || spans === undefined) return undefined;
    const passing = new Uint8Array(axis.size);
    for (const [from, to] of spans) passing.fill(1, from, to);
    codes.push({ axis, passing });
  }
  return codes;
}
