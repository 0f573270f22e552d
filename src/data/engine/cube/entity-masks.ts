import type { Predicate } from '../../../metrics/types.js';
import type { Placed } from '../selection.js';
import { predicateKey } from './clause-key.js';
import type { Coding, Span } from './coding.js';
import { spansOf } from './coding.js';
import { RowTest } from './row-test.js';
import type { TableIndex } from './table-index.js';

/** Which entities remain: 1 or 0 by row of their table, and last for facts that belong to none. */
export interface EntityFilter {
  /** What two filters share only if they are the same. */
  readonly key: string;
  readonly mask: Uint8Array;
}

/** Filters that are kept. */
const KEPT = 32;

/**
 * Filters that decide on what facts are about (enrollments, sessions): predicates on its own fields, and on tables of facts of which it
 * needs a row. Views of all these tables share the answer.
 */
export class EntityMasks {
  readonly #index: TableIndex;
  readonly #indexOf: (table: string) => TableIndex;
  readonly #kept = new Map<string, EntityFilter>();

  constructor(index: TableIndex, indexOf: (table: string) => TableIndex) {
    this.#index = index;
    this.#indexOf = indexOf;
  }

  /** The filter of predicates on the entity, and on facts about it. */
  filter(own: readonly Predicate[], far: readonly Placed[]): EntityFilter {
    const parts = new Map<string, Predicate[]>();
    for (const { home, predicate } of far) parts.set(home, [...(parts.get(home) ?? []), predicate]);
    let key = own.map(predicateKey).join('\u0004');
    for (const [home, predicates] of parts) key += `\u0005${home}\u0006${predicates.map(predicateKey).join('\u0004')}`;
    let filter = this.#kept.get(key);
    if (filter === undefined) {
      const mask = new Uint8Array(this.#index.length + 1).fill(1);
      for (const predicate of own) this.#test(mask, predicate);
      for (const [home, predicates] of parts) and(mask, this.#having(this.#indexOf(home), predicates));
      filter = { key, mask };
    }
    this.#kept.delete(key);
    this.#kept.set(key, filter);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return filter;
  }

  #test(mask: Uint8Array, predicate: Predicate): void {
    const passing = new Uint8Array(mask.length);
    for (const row of this.#index.ownRows([predicate]) ?? []) passing[row] = 1;
    if (predicate.in?.includes(null) === true) passing[mask.length - 1] = 1;
    and(mask, passing);
  }

  /** Entities with a row of facts on which all the predicates hold. */
  #having(facts: TableIndex, predicates: readonly Predicate[]): Uint8Array {
    const mask = new Uint8Array(this.#index.length + 1);
    const entityOf = facts.entityRows;
    const fewest = fewestRows(facts, predicates);
    const test = RowTest.create(
      facts,
      predicates.filter((predicate) => predicate !== fewest?.predicate),
    );
    if (fewest === undefined || test === undefined) {
      for (const row of facts.ownRows(predicates) ?? []) mask[entityOf[row] ?? 0] = 1;
    } else {
      const { offsets, rows } = facts.byCode(fewest.axis);
      for (const [from, to] of fewest.spans) {
        const end = offsets[to] ?? 0;
        for (let at = offsets[from] ?? 0; at < end; at++) {
          const row = rows[at] ?? 0;
          if (test.passes(row)) mask[entityOf[row] ?? 0] = 1;
        }
      }
    }
    mask[mask.length - 1] = 0;
    return mask;
  }
}

function and(mask: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < mask.length; at++) mask[at] = (mask[at] ?? 0) & (other[at] ?? 0);
}

interface Chosen {
  readonly predicate: Predicate;
  readonly axis: Coding;
  readonly spans: readonly Span[];
  readonly count: number;
}

/** The predicate that leaves the fewest rows, of those that codes can answer. */
function fewestRows(facts: TableIndex, predicates: readonly Predicate[]): Chosen | undefined {
  let fewest: Chosen | undefined;
  for (const predicate of predicates) {
    const axis = facts.axis(predicate.field);
    const spans = axis === undefined ? undefined : spansOf(axis, predicate);
    if (axis === undefined || spans === undefined) continue;
    const { offsets } = facts.byCode(axis);
    const count = spans.reduce((sum, [from, to]) => sum + Math.max(0, (offsets[to] ?? 0) - (offsets[from] ?? 0)), 0);
    if (fewest === undefined || count < fewest.count) fewest = { predicate, axis, spans, count };
  }
  return fewest;
}
