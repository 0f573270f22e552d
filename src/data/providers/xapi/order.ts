/** Rows below which comparing is faster than counting. */
const FEW = 4096;
const DIGIT = 65_536;

/** The given rows, which ascend, by time and then row. Times are epoch milliseconds. */
export function byTime(rows: Int32Array, times: Float64Array): Int32Array {
  let [sorted, whole] = [true, true];
  let [least, most] = [Infinity, -Infinity];
  let before = -Infinity;
  for (let at = 0; at < rows.length; at++) {
    const time = times[rows[at] ?? 0] ?? 0;
    sorted &&= time >= before;
    whole &&= Number.isInteger(time);
    before = time;
    if (time < least) least = time;
    if (time > most) most = time;
  }
  if (sorted) return rows;
  if (!whole || rows.length < FEW) return rows.slice().sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  let order = rows;
  const digits = new Uint16Array(times.length);
  for (let unit = 1; unit <= most - least; unit *= DIGIT) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      digits[row] = Math.floor(((times[row] ?? 0) - least) / unit) % DIGIT;
    }
    order = byCode(order, digits, DIGIT);
  }
  return order;
}

/** The given rows by the code of each, from 0 to below `codes`; rows of one code keep their order. */
export function byCode(rows: Int32Array, codeOf: Int32Array | Uint16Array, codes: number): Int32Array {
  const starts = startsOf(rows, codeOf, codes);
  const order = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = codeOf[row] ?? 0;
    const place = starts[code] ?? 0;
    order[place] = row;
    starts[code] = place + 1;
  }
  return order;
}

/** Where among the given rows, put in the order of their codes, those of each code start. */
export function startsOf(rows: Int32Array, codeOf: Int32Array | Uint16Array, codes: number): Int32Array {
  const starts = new Int32Array(codes + 1);
  for (let at = 0; at < rows.length; at++) {
    const code = codeOf[rows[at] ?? 0] ?? 0;
    starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < codes; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  return starts;
}

/** Whole numbers from 0 to below a length. */
export function upTo(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
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
