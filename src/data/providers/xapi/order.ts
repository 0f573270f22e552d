/** Rows below which comparing is faster than counting. */
const FEW = 4096;
const DIGIT = 65_536;

/** The given rows, which ascend, by time and then row. Times are epoch milliseconds. */
export function byTime(rows: Int32Array, times: Float64Array): Int32Array {
  let [sorted, whole] = [true, true];
  let [least, most] = [Infinity, -Infinity];
  let before = -Infinity;
  for (const row of rows) {
    const time = times[row] ?? 0;
    sorted &&= time >= before;
    whole &&= Number.isInteger(time);
    before = time;
    if (time < least) least = time;
    if (time > most) most = time;
  }
  if (sorted) return rows;
  if (!whole || rows.length < FEW) return rows.slice().sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  let order = rows;
  for (let unit = 1; unit <= most - least; unit *= DIGIT) {
    order = byDigit(order, (row) => Math.floor(((times[row] ?? 0) - least) / unit) % DIGIT);
  }
  return order;
}

function byDigit(order: Int32Array, digitOf: (row: number) => number): Int32Array {
  const digits = new Uint16Array(order.length);
  for (let at = 0; at < order.length; at++) digits[at] = digitOf(order[at] ?? 0);
  return counted(order, digits, DIGIT);
}

/** The given rows by the code of each, from 0 to below `codes`; rows of one code keep their order. */
export function byCode(rows: Int32Array, codeOf: Int32Array, codes: number): Int32Array {
  const digits = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) digits[at] = codeOf[rows[at] ?? 0] ?? 0;
  return counted(rows, digits, codes);
}

function counted(rows: Int32Array, digits: Int32Array | Uint16Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < digits.length; at++) starts[(digits[at] ?? 0) + 1] = (starts[(digits[at] ?? 0) + 1] ?? 0) + 1;
  for (let digit = 0; digit < count; digit++) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  const order = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const digit = digits[at] ?? 0;
    const place = starts[digit] ?? 0;
    order[place] = rows[at] ?? 0;
    starts[digit] = place + 1;
  }
  return order;
}

/** The place of each text among all, in the order of their UTF-16 units. */
export function ranks(texts: readonly string[]): Int32Array {
  const order = Array.from(texts.keys()).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  const ranked = new Int32Array(texts.length);
  for (const [rank, code] of order.entries()) ranked[code] = rank;
  return ranked;
}

/** Less than 0 where `a` stands before `b` by UTF-16 units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
