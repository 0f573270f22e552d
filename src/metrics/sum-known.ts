/** The sum of what is known; unknown where nothing is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The sum of what each of some have; unknown where that of one is, and where there are none of whom it could be known. */
export function sumOfEach(values: readonly (number | null)[]): number | null {
  return values.length === 0 ? null : sumOfAll(values);
}

/** The sum of all; unknown where one of them is, for a part would be shown as the whole. 0 of none. */
export function sumOfAll(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
