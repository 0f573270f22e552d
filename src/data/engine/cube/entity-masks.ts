import type { Predicate } from '../../../metrics/types.js';
import type { Placed } from '../selection.js';
import { predicateKey } from './clause-key.js';
import type { Coding, Span } from './coding.js';
import { spansOf } from './coding.js';
import { and, EntityFilter, entityMask } from './entity-filter.js';
import { FactCounts } from './fact-counts.js';
import { RowTest } from './row-test.js';
import type { TableIndex } from './table-index.js';

/** Filters that are kept, and masks of which they are made. */
const KEPT = 32;

/**
 * Filters that decide on what facts are about (enrollments, sessions): predicates on its own fields, and on tables of facts of which it
 * needs a row. Views of all these tables share the answer.
 */
export class EntityMasks {
  readonly #index: TableIndex;
  readonly #indexOf: (table: string) => TableIndex;
  readonly #kept = new Map<string, EntityFilter>();
  readonly #parts = new Map<string, Uint8Array>();
  readonly #counts = new Map<Coding, FactCounts>();

  constructor(index: TableIndex, indexOf: (table: string) => TableIndex) {
    this.#index = index;
    this.#indexOf = indexOf;
  }

  /** The filter of predicates on the entity, and on facts about it. */
  filter(own: readonly Predicate[], far: readonly Placed[]): EntityFilter {
    const parts = new Map<string, Predicate[]>();
    for (const { home, predicate } of far) parts.set(home, [...(parts.get(home) ?? []), predicate]);
    const made: (readonly [string, () => Uint8Array])[] = [
      ...own.map((predicate) => [predicateKey(predicate), () => this.#passing(predicate)] as const),
      ...[...parts].map(
        ([home, predicates]) =>
          [`${home}\u0006${predicates.map(predicateKey).join('\u0004')}`, () => this.#having(this.#indexOf(home), predicates)] as const,
      ),
    ];
    return kept(this.#kept, made.map(([key]) => key).join('\u0005'), (key) => {
      const [first, ...others] = made.map(([part, make]) => kept(this.#parts, part, make));
      if (first !== undefined && others.length === 0) return new EntityFilter(key, first);
      const mask = entityMask(this.#index.length + 1);
      mask.set(first ?? mask.fill(1));
      for (const other of others) and(mask, other);
      return new EntityFilter(key, mask);
    });
  }

  #passing(predicate: Predicate): Uint8Array {
    const mask = entityMask(this.#index.length + 1);
    const axis = this.#index.axis(predicate.field);
    const spans = axis === undefined ? undefined : spansOf(axis, predicate);
    if (axis === undefined || spans === undefined) {
      for (const row of this.#index.ownRows([predicate]) ?? []) mask[row] = 1;
    } else {
      const passing = new Uint8Array(axis.size);
      for (const [from, to] of spans) passing.fill(1, from, to);
      for (let row = 0; row + 1 < mask.length; row++) mask[row] = passing[axis.codes[row] ?? 0] ?? 0;
    }
    mask[mask.length - 1] = Number(predicate.in?.includes(null) === true);
    return mask;
  }

  /** Entities with a row of facts on which all the predicates hold. */
  #having(facts: TableIndex, predicates: readonly Predicate[]): Uint8Array {
    const chosen = fewestRows(facts, predicates);
    if (chosen !== undefined && predicates.length === 1) return this.#countsOf(facts, chosen.axis).mask(chosen.spans);
    const mask = entityMask(this.#index.length + 1);
    const entityOf = facts.entityRows;
    const test = RowTest.create(
      facts,
      predicates.filter((predicate) => predicate !== chosen?.predicate),
    );
    if (chosen === undefined || test === undefined) {
      for (const row of facts.ownRows(predicates) ?? []) mask[entityOf[row] ?? 0] = 1;
    } else {
      const { offsets, rows } = facts.byCode(chosen.axis);
      for (const [from, to] of chosen.spans) {
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

  #countsOf(facts: TableIndex, axis: Coding): FactCounts {
    let counts = this.#counts.get(axis);
    if (counts === undefined) this.#counts.set(axis, (counts = new FactCounts(facts, axis)));
    return counts;
  }
}

/** What is kept under a key, made if it is not; the least recently used is forgotten. */
function kept<T>(map: Map<string, T>, key: string, make: (key: string) => T): T {
  const value = map.get(key) ?? make(key);
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) break;
    map.delete(oldest);
  }
  return value;
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
