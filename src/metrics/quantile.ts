/**
 * The quantile `p` (0 to 1) of ascending numbers by linear interpolation between closest ranks: type 7 of Hyndman and Fan (1996). NaN of
 * none.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const place = p * (ascending.length - 1);
  const low = ascending[Math.floor(place)] ?? NaN;
  const high = ascending[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}
