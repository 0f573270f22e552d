/** Whole numbers, and the step that all of them are apart. */
export interface WholeRange {
  readonly least: number;
  readonly greatest: number;
  readonly step: number;
}

/** The least and greatest whole numbers of parts, and the step between them; undefined where a number is none, or does not come back. */
export function wholeRange(values: Float64Array, parts: number): WholeRange | undefined {
  let least = Infinity;
  let greatest = -Infinity;
  let step = 0;
  let first: number | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const whole = Math.round(value * parts);
    if (whole / parts !== value || Object.is(value, -0) || !Number.isSafeInteger(whole)) return undefined;
    if (whole < least) least = whole;
    if (whole > greatest) greatest = whole;
    first ??= whole;
    if (step !== 1) step = commonStep(step, Math.abs(whole - first));
  }
  if (greatest < least) return { least: 0, greatest: 0, step: 1 };
  return Number.isSafeInteger(greatest - least + step) ? { least, greatest, step: Math.max(step, 1) } : undefined;
}

/** The greatest number of which both are multiples. */
function commonStep(step: number, distance: number): number {
  let [a, b] = [step, distance];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
