import type { Clause, Predicate, Value } from '../../../metrics/types.js';

/** The clauses of a dataset: one per (origin, field), the last write wins. */
export class ClauseSet {
  #clauses: readonly Clause[] = [];

  /** In the order in which they were first set. A new array after every change, so identity tells a change. */
  get all(): readonly Clause[] {
    return this.#clauses;
  }

  /** Sets a clause; one without predicate clears its (origin, field). Answers whether anything changed. */
  apply(clause: Clause): boolean {
    const at = this.#clauses.findIndex((other) => other.origin === clause.origin && other.field === clause.field);
    const current = this.#clauses[at];
    if (!hasPredicate(clause)) {
      if (current === undefined) return false;
      this.#clauses = this.#clauses.filter((other) => other !== current);
      return true;
    }
    if (current !== undefined && samePredicate(current, clause)) return false;
    this.#clauses = current === undefined ? [...this.#clauses, clause] : this.#clauses.map((other) => (other === current ? clause : other));
    return true;
  }

  /** Removes all. Answers whether there were any. */
  clear(): boolean {
    const had = this.#clauses.length > 0;
    this.#clauses = [];
    return had;
  }

  /** What an origin has chosen of a field. */
  of(origin: string, field: string): Clause | undefined {
    return this.#clauses.find((clause) => clause.origin === origin && clause.field === field);
  }

  /** All but those of one origin. */
  without(origin: string): readonly Clause[] {
    return this.#clauses.filter((clause) => clause.origin !== origin);
  }
}

/** The chosen values after `value` was clicked: clicking the only chosen one clears, `add` keeps the others. */
export function toggled(chosen: readonly Value[], value: Value, add: boolean): readonly Value[] {
  const there = chosen.includes(value);
  if (add) return there ? chosen.filter((other) => other !== value) : [...chosen, value];
  return there && chosen.length === 1 ? [] : [value];
}

function hasPredicate(predicate: Predicate): boolean {
  return predicate.in !== undefined || predicate.range !== undefined;
}

function samePredicate(a: Predicate, b: Predicate): boolean {
  return JSON.stringify([a.in, a.range]) === JSON.stringify([b.in, b.range]);
}
