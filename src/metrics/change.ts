/** How much a value is above an earlier one; below 0 where it fell. Unknown where either is unknown. */
export function changeSince(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : now - before;
}
