/** Seconds of an attribute such as `30`, `30 min` or `90 s`; a number alone is minutes. NaN for what cannot be read. */
export function durationSeconds(text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(s|min|h)?\s*$/.exec(String(text));
  if (match === null) return NaN;
  const scale = match[2] === 's' ? 1 : match[2] === 'h' ? 3600 : 60;
  return Number(match[1]) * scale;
}
