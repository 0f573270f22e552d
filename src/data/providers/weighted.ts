/** An average that the host supplies, and the starts it may be weighted with. */
export interface SuppliedAverage {
  readonly average: number | null;
  readonly starts: number | null;
}

/**
 * Weights for an average of averages: starts where every average comes with them, else 1 for each. Null where there is no average.
 */
export function weighted<T extends SuppliedAverage>(items: readonly T[]): (T & { readonly weight: number | null })[] {
  const byStarts = items.every(({ average, starts }) => average === null || starts !== null);
  return items.map((item) => ({ ...item, weight: item.average === null ? null : byStarts ? item.starts : 1 }));
}
