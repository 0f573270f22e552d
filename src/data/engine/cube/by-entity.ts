import { countedPlaces, pairTally } from './counted-on.js';
import type { LeafRows } from './counted-on.js';
import { entriesOf } from './entries.js';
import type { EntityFilter } from './entity-filter.js';
import { EntityPresence } from './entity-presence.js';
import type { EntityRows, Share } from './entity-sums.js';
import { EntitySums, onceEach } from './entity-sums.js';
import type { Leaf } from './leaves.js';
import { listedRows } from './lists-of-rows.js';
import type { PairTally } from './tally.js';
import type { ViewPlan } from './view-plan.js';

/** The leaves of one view under filters that decide entity by entity: summed up together, but for those that entities share. */
export class ByEntity {
  readonly #plan: ViewPlan;
  readonly #sums: EntitySums;
  readonly #summed: Leaf[] = [];
  readonly #others = new Map<Leaf, EntityPresence | PairTally>();

  constructor(plan: ViewPlan, rowsOf: (leaf: Leaf) => LeafRows) {
    const { cells, index, leaves, presence, readsRows, where } = plan;
    const listed = listedRows(index, where);
    const rows: EntityRows = { listed, codes: listed.small(cells.codes), count: cells.count };
    const shares: Share[] = [];
    this.#plan = plan;
    for (const [at, leaf] of leaves.entries()) {
      if (leaf.course || leaf.kind === 'fold' || (at === 0 && presence !== undefined)) continue;
      if (at === 0 && !readsRows) {
        this.#others.set(leaf, new EntityPresence(entriesOf(listed.offsets, rows.codes, cells.count), cells.count));
        continue;
      }
      const share = this.#share(leaf, rows, rowsOf(leaf));
      if (share !== undefined) {
        this.#summed.push(leaf);
        shares.push(share);
        continue;
      }
      const tally = pairTally(plan, listed, [leaf], rowsOf(leaf));
      tally?.restart({ passes: new Uint8Array(listed.length).fill(1) });
      if (tally !== undefined) this.#others.set(leaf, tally);
    }
    this.#sums = new EntitySums(rows, shares);
  }

  /** The numbers of a leaf by cell, until the next question; undefined for leaves that need their rows. */
  numbers(leaf: Leaf, filter: EntityFilter): Float64Array | undefined {
    const at = this.#summed.indexOf(leaf);
    if (at >= 0) return this.#sums.values(filter)[at];
    const other = this.#others.get(leaf);
    other?.goTo(filter);
    return other?.numbers();
  }

  #share(leaf: Leaf, rows: EntityRows, { pairs, values }: LeafRows): Share | undefined {
    const { listed, codes, count } = rows;
    const passes = countedPlaces(leaf, this.#plan.index, listed, { pairs, values }) ?? new Uint8Array(listed.length).fill(1);
    if (leaf.kind === 'sum') return listed.any(values()).map((value, place) => (passes[place] === 1 ? value : 0));
    if (leaf.kind !== 'distinct') return passes;
    const found = pairs(leaf.running);
    if (found === undefined) return undefined;
    const keys = listed.whole(found.of).map((key, place) => (passes[place] === 1 && codes[place] !== count ? key : 0));
    return onceEach(rows, keys, found.count);
  }
}
