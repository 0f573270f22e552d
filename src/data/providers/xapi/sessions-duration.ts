const PATTERN =
  /^P(?:(\d+(?:[.,]\d+)?)W|(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?)$/;
const SECONDS_OF_PARTS = [604_800, 86_400, 3_600, 60, 1];

/**
 * Seconds of an ISO 8601 duration (`PT1M15.5S`, `P1DT2H`, `P1W`), what is below a hundredth cut off, as xAPI 1.0.3 compares them.
 * Null for anything else, also for years and months, which have no fixed length, and for negative ones.
 */
export function durationSeconds(value: unknown): number | null {
  const match = typeof value === 'string' && /\d[A-Z]$/.test(value) ? PATTERN.exec(value) : null;
  if (match === null) return null;
  const hundredths = SECONDS_OF_PARTS.map(
    (seconds, at) => Math.round(seconds * Number((match[at + 1] ?? '0').replace(',', '.')) * 1000) / 10,
  );
  return Math.floor(hundredths.reduce((sum, part) => sum + part, 0)) / 100;
}
