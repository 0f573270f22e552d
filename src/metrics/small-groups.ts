/**
 * Which groups of one whole have to be hidden so that none with fewer than `least` members can be seen or subtracted: every small
 * one, and then the smallest of the others until at least two are hidden, with at least `least` members together. The whole counts
 * as known. Of equally small groups the earlier is hidden. A size that is unknown is hidden and counts as 0. Nothing is hidden
 * where all are large enough; everything is where that is not enough.
 */
export function hiddenGroups(sizes: readonly (number | null)[], least: number): readonly boolean[] {
  const known = sizes.map((size) => size ?? 0);
  const bySize = known.map((_, at) => at).sort((a, b) => (known[a] ?? 0) - (known[b] ?? 0));
  const hidden = new Set(bySize.filter((at) => sizes[at] === null || (known[at] ?? 0) < least));
  if (hidden.size === 0) return sizes.map(() => false);
  const members = (): number => [...hidden].reduce((sum, at) => sum + (known[at] ?? 0), 0);
  for (const at of bySize) {
    if (hidden.size >= 2 && members() >= least) break;
    hidden.add(at);
  }
  return sizes.map((_, at) => hidden.has(at));
}
