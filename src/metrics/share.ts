/**
 * Part of a whole as a fraction, never clipped and never rounded: it may exceed 1 where the two counts come from different
 * moments. Unknown where either is unknown or the whole is 0.
 */
export function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
