/** The place of the one greatest value; undefined where two are as great, or where fewer than two are above 0. */
export function standsOut(values: readonly (number | undefined)[]): number | undefined {
  const known = values.map((value) => value ?? 0);
  const most = known.reduce((greatest, value) => Math.max(greatest, value), 0);
  const at = known.indexOf(most);
  const alone = most > 0 && known.lastIndexOf(most) === at;
  return alone && known.filter((value) => value > 0).length > 1 ? at : undefined;
}

/** A fall from one value to the next. */
export interface Fall {
  /** The place of the value after it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The one greatest fall between known neighbours; undefined where two are as great, or nothing falls. */
export function greatestFall(values: readonly (number | undefined)[]): Fall | undefined {
  const falls = values.flatMap((to, at): readonly Fall[] => {
    const from = values[at - 1];
    return from !== undefined && to !== undefined && to < from ? [{ at, from, to }] : [];
  });
  const most = falls.reduce((greatest, { from, to }) => Math.max(greatest, from - to), 0);
  const steepest = falls.filter(({ from, to }) => from - to === most);
  return steepest.length === 1 ? steepest[0] : undefined;
}

/**
 * The one unbroken run of the greatest value, by its first and last place; undefined where there are several, all are alike, or all are 0.
 */
export function peakRun(
  values: readonly (number | undefined)[],
): { readonly from: number; readonly to: number; readonly value: number } | undefined {
  const value = values.reduce<number>((most, other) => Math.max(most, other ?? 0), 0);
  const from = values.indexOf(value);
  const to = values.lastIndexOf(value);
  const unbroken = values.slice(from, to + 1).every((other) => other === value);
  return value > 0 && unbroken && to - from + 1 < values.length ? { from, to, value } : undefined;
}
