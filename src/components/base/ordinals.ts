const taken = new Map<string, Set<number>>();

/** The lowest number, or `before` where that is free, that no other element of a tag in the page has. */
export function takeOrdinal(tag: string, before: number): number {
  const those = taken.get(tag) ?? new Set();
  taken.set(tag, those);
  let ordinal = those.has(before) ? 1 : before;
  while (those.has(ordinal)) ordinal++;
  those.add(ordinal);
  return ordinal;
}

/** Gives a number back. */
export function freeOrdinal(tag: string, ordinal: number): void {
  taken.get(tag)?.delete(ordinal);
}
