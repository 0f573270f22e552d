import type { Skipped } from '../provider.js';

/** The first of what was left out: where it stands, and why. */
export type FirstSkipped = Pick<Skipped, 'first' | 'place'>;

/** What stands at `place` and is left out for `reason`. */
export function skippedAt(place: string, reason: string): FirstSkipped {
  return { first: `${place}: ${reason}`, place };
}

/** The same, told of the whole of which it is a part; `place` ends with what is written between both. */
export function within(place: string, { first, ...skipped }: Skipped): Skipped {
  return { ...skipped, first: `${place}${first}`, place: `${place}${skipped.place}` };
}
