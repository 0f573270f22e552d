/**
 * Columns of a table in bands that fit a page, each beginning with the first column, which names the row: nothing is cut, and no
 * column is squeezed. `widths` are what the columns want; a column wider than the page gets a band of its own.
 */
export function bandsOf(widths: readonly number[], available: number): readonly (readonly number[])[] {
  const [first = 0] = widths;
  const bands: number[][] = [];
  let room = -1;
  for (let column = widths.length > 1 ? 1 : 0; column < widths.length; column++) {
    const width = widths[column] ?? 0;
    const band = bands[bands.length - 1];
    if (band === undefined || width > room) {
      bands.push(column === 0 ? [0] : [0, column]);
      room = available - first - (column === 0 ? 0 : width);
    } else {
      band.push(column);
      room -= width;
    }
  }
  return bands;
}

/** Most rows that widths of columns are made from. */
const SAMPLE = 300;

/** Rows from all over a table, for its widths to be made from. */
export function sampleRows(length: number): readonly number[] {
  const count = Math.min(length, SAMPLE);
  return Array.from({ length: count }, (_, at) => Math.round((at * (length - 1)) / Math.max(1, count - 1)));
}
