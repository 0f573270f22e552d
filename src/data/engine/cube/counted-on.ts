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
  readonly #tallies: readonly Tally[];
  readonly #numbersOf = new Map<Leaf, () => Float64Array>();
  readonly #stay: readonly Predicate[];
  #moving: MovingRows | undefined;
  #version = 0;

  /** `stay` are predicates on rows that all questions have: rows on which they do not hold are left out. */
  constructor(plan: ViewPlan, rowsOf: (leaf: Leaf) => LeafRows, stay: readonly Predicate[] = []) {
    this.#plan = plan;
    this.#stay = stay;
    this.#listed = listedRows(plan.index, plan.where, stay);
    this.#tallies = this.#made(rowsOf);
  }

  /** Goes on to other filters; false where one of them cuts through a code. */
  moveTo({ own: all, entities }: Filter): boolean {
    const own = this.#stay.length > 0 ? [] : all;
    const codes = codeFilters(this.#plan.index, own);
    if (codes === undefined) return false;
    const moving = this.#listed.moving(own.map(({ field }) => field).join('\u0004'));
    moving.moveTo({ codes, key: own.map(predicateKey).join('\u0004') });
    this.#version = moving.countOn(this.#tallies, moving === this.#moving ? this.#version : -1);
    this.#moving = moving;
    for (const tally of this.#tallies) tally.goTo(entities ?? this.#listed.everyone, moving);
    return true;
  }

  /** The numbers of a leaf by cell, until the next question; undefined for leaves that are not counted on. */
  numbers(leaf: Leaf): Float64Array | undefined {
    return this.#numbersOf.get(leaf)?.();
  }

  #made(rowsOf: (leaf: Leaf) => LeafRows): readonly Tally[] {
    const { leaves, presence } = this.#plan;
    const tallies: Tally[] = [];
    for (const [at, leaf] of leaves.entries()) {
      if (leaf.course || leaf.kind === 'fold' || (leaf.running && leaf.kind !== 'distinct')) continue;
      if ((at === 0 && presence !== undefined) || this.#numbersOf.has(leaf)) continue;
      if (leaf.kind === 'distinct') {
        // What the leaf counts in each cell, and where each text is met first, have the same rows.
        const alike = leaves.filter((each) => !each.course && isAlike(each, leaf));
        const tally = pairTally(this.#plan, this.#listed, alike, rowsOf(leaf));
        if (tally === undefined) continue;
        tallies.push(tally);
        for (const [place, each] of alike.entries()) this.#numbersOf.set(each, () => tally.numbers(place));
      } else {
        const tally = this.#sum(leaf, rowsOf(leaf));
        tallies.push(tally);
        this.#numbersOf.set(leaf, () => tally.numbers());
      }
    }
    return tallies;
  }

  #sum(leaf: Leaf, rows: LeafRows): Tally {
    const { cells, index } = this.#plan;
    const listed = this.#listed;
    const passes = countedPlaces(leaf, index, listed, rows);
    const placed = (codes: Uint16Array): Uint16Array => counted(listed.small(codes), passes, cells.count);
    const { codes, lastCodes } = cells;
    const own = { count: cells.count, codes: placed(codes), lastCodes: lastCodes === undefined ? undefined : placed(lastCodes) };
    return new SumTally(listed, own, leaf.kind === 'sum' ? listed.any(rows.values()) : undefined);
  }
}

function isAlike(a: Leaf, b: Leaf): boolean {
  return a.kind === b.kind && a.field === b.field && JSON.stringify(a.where) === JSON.stringify(b.where);
}

/** Counts the texts of leaves that are alike; undefined where they count others. */
export function pairTally({ cells, index }: ViewPlan, listed: ListedRows, alike: readonly Leaf[], rows: LeafRows): PairTally | undefined {
  const [leaf] = alike;
  const pairs = rows.pairs(false);
  if (pairs === undefined || leaf === undefined) return undefined;
  const of = counted(listed.whole(pairs.of), countedPlaces(leaf, index, listed, rows), 0);
  const texts = alike.map(({ running }) => (running ? rows.pairs(true) : undefined));
  return new PairTally(
    listed,
    { count: cells.count, codes: listed.small(cells.codes) },
    { ...pairs, of },
    texts.map((each) => each && { ...each, of: listed.whole(each.of) }),
  );
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
