/** Rows numbered by what several columns of codes say together. */
export interface TupleCodes {
  /** For each row the number of its tuple, in the order in which tuples come up. */
  readonly codes: Int32Array;
  /** For each tuple the first row that has it. */
  readonly firsts: readonly number[];
}

const FIRST_SLOTS = 1024;

/** Numbers the tuples of codes that the rows of columns of one length have. */
export function tupleCodes(columns: readonly Int32Array[]): TupleCodes {
  const rows = columns[0]?.length ?? 0;
  const codes = new Int32Array(rows);
  const varied = columns.filter((column) => column.some((code) => code !== column[0]));
  const hashes = hashesOf(varied, rows);
  const firsts: number[] = [];
  let slots: Int32Array = new Int32Array(FIRST_SLOTS);
  const isSame = (row: number, other: number): boolean => {
    for (const column of varied) if (column[row] !== column[other]) return false;
    return true;
  };
  for (let row = 0; row < rows; row++) {
    let slot = (hashes[row] ?? 0) & (slots.length - 1);
    let tuple = (slots[slot] ?? 0) - 1;
    while (tuple >= 0 && !isSame(row, firsts[tuple] ?? 0)) {
      slot = (slot + 1) & (slots.length - 1);
      tuple = (slots[slot] ?? 0) - 1;
    }
    if (tuple < 0) {
      tuple = firsts.push(row) - 1;
      slots[slot] = tuple + 1;
      if (firsts.length * 2 > slots.length) slots = rehashed(firsts, hashes, slots.length * 4);
    }
    codes[row] = tuple;
  }
  return { codes, firsts };
}

function hashesOf(columns: readonly Int32Array[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      const mixed = Math.imul((hashes[row] ?? 0) ^ (column[row] ?? 0), 0x9e3779b1);
      hashes[row] = mixed ^ (mixed >>> 15);
    }
  }
  return hashes;
}

function rehashed(firsts: readonly number[], hashes: Int32Array, size: number): Int32Array {
  const slots = new Int32Array(size);
  for (const [tuple, row] of firsts.entries()) {
    let slot = (hashes[row] ?? 0) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = tuple + 1;
  }
  return slots;
}
