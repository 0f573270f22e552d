/** Rows by code: those of code `c` are `rows[offsets[c]]` up to `rows[offsets[c + 1]]`, in the order of the table. */
export interface RowsByCode {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** Sorts rows by a code from -1 (left out) to below `size`. */
export function rowsByCode(codes: ArrayLike<number>, size: number): RowsByCode {
  const offsets = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code >= 0) offsets[code + 1] = (offsets[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < size; code++) offsets[code + 1] = (offsets[code + 1] ?? 0) + (offsets[code] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[size] ?? 0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const to = next[code] ?? 0;
    rows[to] = row;
    next[code] = to + 1;
  }
  return { offsets, rows };
}

/** The same of some rows, in their order. */
export function listedByCode(rows: ArrayLike<number>, codeOf: (row: number) => number, size: number): RowsByCode {
  const sorted = rowsByCode(Int32Array.from(rows, codeOf), size);
  return { offsets: sorted.offsets, rows: sorted.rows.map((place) => rows[place] ?? 0) };
}
