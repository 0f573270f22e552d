import type { Predicate } from '../../../metrics/types.js';
import type { CellCodes } from './cells.js';
import { predicateKey } from './clause-key.js';
import { spansOf } from './coding.js';
import type { Pairs } from './distinct.js';
import type { Filter } from './filter.js';
import type { Leaf } from './leaves.js';
import type { ListedRows } from './listed-rows.js';
import type { CodeFilter, Filters, MovingRows } from './moving-rows.js';
import type { TableIndex } from './table-index.js';
import type { Tally } from './tally.js';
import { PairTally, PartTally, RunningTally, SumTally } from './tally.js';
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
    this.#listed = plan.index.listed(plan.where);
    this.#tallies = plan.leaves.map((leaf, at) => (at === 0 && plan.presence !== undefined ? undefined : this.#tally(leaf, rowsOf(leaf))));
  }

  /** Goes on to other filters; false where one of them cuts through a code. */
  moveTo({ own, entities }: Filter): boolean {
    const codes = codeFilters(this.#plan.index, own);
    if (codes === undefined) return false;
    const filters: Filters = { codes, entities, key: `${own.map(predicateKey).join('\u0004')}\u0005${entities?.key ?? ''}` };
    const moving = this.#listed.moving(own.map(({ field }) => field).join('\u0004'));
    moving.moveTo(filters);
    this.#version = moving.count(this.#tallies, moving === this.#moving ? this.#version : -1);
    this.#moving = moving;
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
    const placed: CellCodes = {
      ...cells,
      codes: listed.small(cells.codes),
      ...(cells.lastCodes === undefined ? {} : { lastCodes: listed.small(cells.lastCodes) }),
    };
    const tally = leaf.kind === 'distinct' ? this.#distinct(leaf, rows, placed) : this.#sum(leaf, rows, placed);
    const passes = countedPlaces(leaf, index, listed, rows);
    return tally === undefined || passes === undefined ? tally : new PartTally(tally, passes);
  }

  #sum(leaf: Leaf, rows: LeafRows, placed: CellCodes): Tally {
    return new SumTally(placed, leaf.kind === 'sum' ? this.#listed.any(rows.values()) : undefined);
  }

  #distinct(leaf: Leaf, rows: LeafRows, placed: CellCodes): Tally | undefined {
    const pairsOf = (running: boolean): Pairs | undefined => {
      const pairs = rows.pairs(running);
      return pairs === undefined ? undefined : { of: this.#listed.whole(pairs.of), count: pairs.count };
    };
    const pairs = pairsOf(false);
    if (pairs === undefined || !leaf.running) return pairs === undefined ? undefined : new PairTally(pairs, placed);
    const texts = pairsOf(true);
    return texts === undefined ? undefined : new RunningTally(pairs, texts, placed);
  }
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
