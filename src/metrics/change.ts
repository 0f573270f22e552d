/** How much a value is above an earlier one; below 0 where it fell. Unknown where either is unknown. */
export function changeSince(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : now - before;
}

/**
 * How much was added to a total that only grows: plays, ratings. Unknown where either is unknown, and where the total fell: then it was
 * reset (a revert takes counters back), and what was added meanwhile is not told.
 */
export function addedSince(before: number | null, now: number | null): number | null {
  return hasFallen(before, now) ? null : changeSince(before, now);
}

/** Whether a total that only grows is below an earlier one. */
export function hasFallen(before: number | null, now: number | null): boolean {
  return before !== null && now !== null && now < before;
}
