/**
 * Records of JSON in UTF-8 to columns, in AssemblyScript. Everything it takes it takes exactly as JSON.parse does; at whatever it
 * does not foresee it stops at the start of the record and leaves that to the host. The input ends with 64 bytes of zero, which no
 * rule of JSON lets pass: where a rule fails at the end, the record is not yet whole.
 */

const NUMBER: u32 = 1;
const CATEGORY: u32 = 2;
const BOOLEAN: u32 = 3;
const TIME: u32 = 4;
const NODE: u32 = 5;
/** An object, or the first of a list of them. */
const FIRST: u32 = 6;
/** A time that is written as text. */
const INSTANT: u32 = 7;

/** A key: bytes (8-aligned, padded), their number, what it is, its column or node, its bit. */
const KEY_SIZE: u32 = 24;
/** A dictionary: slots, their number less one, entries used, hashes, ends, room for entries, pool, its room, not ASCII, heads. */
const DICTIONARY_SIZE: u32 = 40;
/** A column: kind, dictionary, values of the slice. */
const COLUMN_SIZE: u32 = 16;

/** What a step does beside reading a value of a kind: past any value, past one that is no object or list, the record's end. */
const SKIP: u32 = 8;
const SKIP_PLAIN: u32 = 9;
const END: u32 = 10;
/**
 * A step of records that were read before: the first 16 bytes that it expects, which of them it does; at 32 how many bytes in all,
 * what then comes, the step after it, the one to try instead, the bytes from the 17th on, the column, and bits: of what may not be
 * unknown here, or at an end of what the record had.
 */
const STEP_SIZE: u32 = 64;
const STEPS: u32 = 512;
/** Steps of one record, alternatives of one step, and bytes of all steps, at most. */
const LOGGED: u32 = 128;
const ALTERNATIVES: u32 = 8;
const LITERALS: u32 = 1 << 16;

let keys: usize = 0;
let nodes: usize = 0;
let columns: usize = 0;
let columnCount: u32 = 0;
let required: u64 = 0;
let anyOf: u64 = 0;
let allLeaves: u64 = 0;
let end: usize = 0;
let seen: u64 = 0;
let row: u32 = 0;

/** Where the next record starts, or the one that stopped the run. */
export let position: usize = 0;
/** Rows of this run. */
export let rows: u32 = 0;
/** Lines that ended, in NDJSON. */
export let lines: u32 = 0;
/** Bits of the leaves that any record had. */
export let named: u64 = 0;

const POWERS: usize = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]);

/** Room for the host to write to; never given back. */
export function allocate(size: usize): usize {
  return heap.alloc(size);
}

/** The shape: node `n` has the keys from nodes[2n] on, nodes[2n + 1] of them; node 0 is the record. */
export function configure(
  keyTable: usize,
  nodeTable: usize,
  columnTable: usize,
  count: u32,
  requiredLeaves: u64,
  anyOfLeaves: u64,
  leaves: u64,
): void {
  keys = keyTable;
  nodes = nodeTable;
  columns = columnTable;
  columnCount = count;
  required = requiredLeaves;
  anyOf = anyOfLeaves;
  allLeaves = leaves;
  for (let at: u32 = 0; at < count; at++) {
    const column = columns + at * COLUMN_SIZE;
    if (load<u32>(column) !== CATEGORY) continue;
    const dictionary = heap.alloc(DICTIONARY_SIZE);
    const slots = heap.alloc(4096 * 4);
    memory.fill(slots, 0, 4096 * 4);
    store<usize>(dictionary, slots, 0);
    store<u32>(dictionary, 4095, 4);
    store<u32>(dictionary, 0, 8);
    store<usize>(dictionary, heap.alloc(1024 * 4), 12);
    store<usize>(dictionary, heap.alloc(1025 * 4), 16);
    store<u32>(load<usize>(dictionary, 16), 0);
    store<u32>(dictionary, 1024, 20);
    store<usize>(dictionary, heap.alloc(16384 + 8), 24);
    store<u32>(dictionary, 16384, 28);
    store<u32>(dictionary, 0, 32);
    store<usize>(dictionary, heap.alloc(1024 * 16), 36);
    store<usize>(column, dictionary, 4);
  }
}

/** How a run of records ended. */
const MORE: u32 = 0;
const SLOW: u32 = 1;
const FULL: u32 = 2;
const CLOSED: u32 = 3;

/**
 * Reads records from `start` on: elements of an array, or lines. 0: the input is used up, the last record perhaps not whole;
 * 1: the record at `position` is for the host; 2: `limit` rows are there; 3: the array is closed.
 */
export function run(start: usize, limitOfInput: usize, limit: u32, ndjson: bool): u32 {
  let at = start;
  end = limitOfInput;
  if (manyLines === ndjson) {
    manyLines = !ndjson;
    first = 0;
    steps = 0;
    literals = 0;
  }
  row = 0;
  lines = 0;
  while (true) {
    position = at;
    rows = row;
    if (row === limit) return FULL;
    at = ndjson ? blank(at) : space(at);
    if (at >= end) return MORE;
    if (ndjson && load<u8>(at) === 10) {
      at++;
      lines++;
      continue;
    }
    let next = known(at);
    const isNew = next === 0;
    if (isNew) {
      seen = 0;
      logged = 0;
      mark = at;
      next = load<u8>(at) === 123 ? object(at, 0) : fail(at);
    }
    const close = next;
    if (next !== 0) next = ndjson ? lineEnd(blank(next)) : elementEnd(space(next));
    at = next;
    if (at === 0) return failedAt >= end ? MORE : SLOW;
    if ((seen & required) !== required || (anyOf !== 0 && (seen & anyOf) === 0)) return SLOW;
    if (isNew) learn(close);
    if ((seen & allLeaves) !== allLeaves) fillMissing();
    named |= seen;
    row++;
    if (ndjson) lines++;
    else if (load<u8>(at - 1) === 93) {
      position = at;
      rows = row;
      return CLOSED;
    }
  }
}

let failedAt: usize = 0;

/** Whether a record may go over several lines: in an array. */
let manyLines: bool = true;

function fail(at: usize): usize {
  failedAt = at;
  return 0;
}

/** Past the space between tokens; a line feed ends a line also there. */
function space(at: usize): usize {
  let byte = load<u8>(at);
  while (byte <= 32 && (byte === 32 || byte === 13 || byte === 9 || (byte === 10 && manyLines))) byte = load<u8>(++at);
  return at;
}

function blank(at: usize): usize {
  while (load<u8>(at) <= 32 && (load<u8>(at) === 32 || load<u8>(at) === 13 || load<u8>(at) === 9)) at++;
  return at;
}

function lineEnd(at: usize): usize {
  return load<u8>(at) === 10 ? at + 1 : fail(at);
}

function elementEnd(at: usize): usize {
  return load<u8>(at) === 44 || load<u8>(at) === 93 ? at + 1 : fail(at);
}

/** The steps that records of known shapes begin with, how many steps there are, and the bytes of their literals. */
let first: usize = 0;
let steps: u32 = 0;
let literals: u32 = 0;
let stepTable: usize = 0;
let literalTable: usize = 0;
/** Values of the record that is being read: where the bytes before each begin, where it begins, what it is, and its key. */
let logged: u32 = 0;
let log: usize = 0;
let mark: usize = 0;

/** The record at `at` if it is like one that was read before, and what follows it; 0 if it is not, or not foreseen. */
function known(at: usize): usize {
  let step = first;
  while (step !== 0) {
    const different = v128.and(v128.xor(v128.load(at), v128.load(step)), v128.load(step, 16));
    const length = load<u32>(step, 32);
    if (v128.any_true(different) || (length > 16 && !isSame(load<usize>(step, 48), at + 16, length - 16))) {
      step = load<usize>(step, 44);
      continue;
    }
    const action = load<u32>(step, 36);
    const next = at + length;
    const byte = load<u8>(next);
    if (action === CATEGORY && byte === 34) {
      const column = load<usize>(step, 52);
      let close = next + 1;
      let mask = stops(close);
      while (mask === 0) {
        close += 16;
        mask = stops(close);
      }
      close += ctz(mask);
      if (load<u8>(close) !== 34) return 0;
      const size = u32(close - next - 1);
      if (size === 0 && load<u64>(step, 56) !== 0) return 0;
      store<i32>(load<usize>(column, 8) + (row << 2), intern(load<usize>(column, 4), next + 1, size));
      at = close + 1;
    } else if (action === NUMBER && byte !== 110) {
      at = number(next, load<usize>(load<usize>(step, 52), 8) + (row << 3));
      if (at === 0) return 0;
    } else if (action === SKIP) {
      at = byte === 34 ? skipString(next + 1) : skip(next);
      if (at === 0) return 0;
    } else if (action === END) {
      seen = load<u64>(step, 56);
      return next;
    } else if (action === SKIP_PLAIN) {
      if (byte === 123 || byte === 91) {
        step = load<usize>(step, 44);
        continue;
      }
      at = skip(next);
      if (at === 0) return 0;
    } else {
      at = leaf(next, action, load<usize>(step, 52), load<u64>(step, 56));
      if (at === 0) return 0;
    }
    step = load<usize>(step, 40);
  }
  return 0;
}

/** Remembers the record that was just read, which ends at `close`, as steps. */
function learn(close: usize): void {
  note(close, END, 0);
  if (logged > LOGGED) return;
  if (stepTable === 0) {
    stepTable = (heap.alloc(STEPS * STEP_SIZE + 16) + 15) & ~15;
    literalTable = heap.alloc(LITERALS + 16);
  }
  let place: usize = 0;
  for (let each: u32 = 0; each < logged; each++) {
    const entry = log + (each << 4);
    const start = load<usize>(entry);
    const length = u32(load<usize>(entry, 4) - start);
    const action = load<u32>(entry, 8);
    let step = place === 0 ? first : load<usize>(place, 40);
    let last: usize = 0;
    let tried: u32 = 0;
    while (step !== 0 && !(load<u32>(step, 36) === action && load<u32>(step, 32) === length && isSame(load<usize>(step, 48) - 16, start, length))) {
      last = step;
      step = load<usize>(step, 44);
      tried++;
    }
    if (step === 0) {
      if (steps === STEPS || tried === ALTERNATIVES || literals + length > LITERALS) return;
      step = stepTable + steps++ * STEP_SIZE;
      const key = load<usize>(entry, 12);
      const copy = literalTable + literals;
      literals += length;
      memory.copy(copy, start, length);
      v128.store(step, v128.load(copy));
      v128.store(step, v128.load(ONES + 16 - min<u32>(length, 16)), 16);
      store<u32>(step, length, 32);
      store<u32>(step, action, 36);
      store<usize>(step, 0, 40);
      store<usize>(step, 0, 44);
      store<usize>(step, copy + 16, 48);
      store<usize>(step, key === 0 ? 0 : columns + load<u32>(key, 12) * COLUMN_SIZE, 52);
      store<u64>(step, key === 0 ? seen : (required | anyOf) & load<u64>(key, 16), 56);
      if (last !== 0) store<usize>(last, step, 44);
      else if (place !== 0) store<usize>(place, step, 40);
      else first = step;
    }
    place = step;
  }
}

/** A value begins at `at`: what it is, and its key if it has a column. */
function note(at: usize, action: u32, key: usize): void {
  if (log === 0) log = heap.alloc(LOGGED << 4);
  if (logged < LOGGED) {
    const entry = log + (logged << 4);
    store<usize>(entry, mark);
    store<usize>(entry, at, 4);
    store<u32>(entry, action, 8);
    store<usize>(entry, key, 12);
  }
  logged++;
}

/** Past a value that is not wanted. */
function ignored(at: usize, action: u32): usize {
  note(at, action, 0);
  mark = skip(at);
  return mark;
}

function fillMissing(): void {
  for (let at: u32 = 0; at < columnCount; at++) {
    if ((seen >> at) & 1) continue;
    unknown(columns + at * COLUMN_SIZE);
  }
}

function unknown(column: usize): void {
  const values = load<usize>(column, 8);
  const kind = load<u32>(column);
  if (kind === CATEGORY) store<i32>(values + (row << 2), -1);
  else if (kind === BOOLEAN) store<i8>(values + row, -1);
  else store<f64>(values + (row << 3), NaN);
}

/** The object at `at`, and what follows it; 0 where something is not foreseen. */
function object(at: usize, node: u32): usize {
  const from = load<u32>(nodes + (node << 3));
  const count = load<u32>(nodes + (node << 3), 4);
  at = space(at + 1);
  if (load<u8>(at) === 125) return at + 1;
  while (true) {
    if (load<u8>(at) !== 34) return fail(at);
    const close = stringEnd(++at);
    if (close === 0) return 0;
    const length = u32(close - at);
    let key = keys + from * KEY_SIZE;
    const end = key + count * KEY_SIZE;
    while (key < end && !(load<u32>(key, 4) === length && isSame(load<usize>(key), at, length))) key += KEY_SIZE;
    at = space(close + 1);
    if (load<u8>(at) !== 58) return fail(at);
    at = space(at + 1);
    at = key < end ? value(at, key) : ignored(at, SKIP);
    if (at === 0) return 0;
    at = space(at);
    const next = load<u8>(at);
    if (next === 125) return at + 1;
    if (next !== 44) return fail(at);
    at = space(at + 1);
  }
}

/** The closing quotation mark of the string that starts here; 0 for escapes and control characters. */
function stringEnd(at: usize): usize {
  let mask = stops(at);
  while (mask === 0) {
    at += 16;
    mask = stops(at);
  }
  at += ctz(mask);
  return load<u8>(at) === 34 ? at : fail(at);
}

/** Bits of the next 16 bytes that end a run of plain characters. */
@inline
function stops(at: usize): i32 {
  const block = v128.load(at);
  const quoted = v128.or(v128.eq<u8>(block, i8x16.splat(34)), v128.eq<u8>(block, i8x16.splat(92)));
  return v128.bitmask<i8>(v128.or(quoted, v128.lt<u8>(block, i8x16.splat(32))));
}

function value(at: usize, key: usize): usize {
  const kind = load<u32>(key, 8);
  const bit = load<u64>(key, 16);
  if ((seen & bit) !== 0) return fail(at);
  seen |= bit;
  const byte = load<u8>(at);
  if (kind === NODE || kind === FIRST) {
    if (byte === 123) return object(at, load<u32>(key, 12));
    return kind === FIRST && byte === 91 ? firstOf(at, load<u32>(key, 12)) : ignored(at, SKIP_PLAIN);
  }
  note(at, kind, key);
  mark = leaf(at, kind, columns + load<u32>(key, 12) * COLUMN_SIZE, (required | anyOf) & bit);
  return mark;
}

/** The value of a column; unknown or empty is not foreseen where there are bits of what must be known. */
function leaf(at: usize, kind: u32, column: usize, needed: u64): usize {
  const byte = load<u8>(at);
  if (byte === 110) {
    if (needed !== 0) return fail(at);
    unknown(column);
    return word(at, 0x6c6c756e, 4);
  }
  const values = load<usize>(column, 8);
  if (kind === CATEGORY) {
    if (byte !== 34) return fail(at);
    const close = stringEnd(at + 1);
    if (close === 0) return 0;
    if (close === at + 1 && needed !== 0) return fail(at);
    store<i32>(values + (row << 2), intern(load<usize>(column, 4), at + 1, u32(close - at - 1)));
    return close + 1;
  }
  if (kind === BOOLEAN) {
    store<i8>(values + row, byte === 116 ? 1 : 0);
    return byte === 116 ? word(at, 0x65757274, 4) : byte === 102 ? word(at + 1, 0x65736c61, 4) : fail(at);
  }
  if ((kind === TIME || kind === INSTANT) && byte === 34) return instant(at + 1, values + (row << 3));
  if (kind === INSTANT) return fail(at);
  at = number(at, values + (row << 3));
  if (at !== 0 && kind === TIME) {
    const time = load<f64>(values + (row << 3));
    if (!(time >= -62135596800000 && time <= 253402300799999)) return fail(at - 1);
  }
  return at;
}

/** The list at `at`, its first value if that is an object, and what follows it. */
function firstOf(at: usize, node: u32): usize {
  at = space(at + 1);
  if (load<u8>(at) === 93) return at + 1;
  at = load<u8>(at) === 123 ? object(at, node) : ignored(at, SKIP_PLAIN);
  while (at !== 0) {
    at = space(at);
    if (load<u8>(at) === 93) return at + 1;
    if (load<u8>(at) !== 44) return fail(at);
    at = ignored(space(at + 1), SKIP);
  }
  return 0;
}

function word(at: usize, letters: u32, length: usize): usize {
  return load<u32>(at) === letters ? at + length : wordFails(at, letters);
}

/** The place of the first letter that is wrong. */
function wordFails(at: usize, letters: u32): usize {
  while (load<u8>(at) === <u8>(letters & 255)) {
    at++;
    letters >>= 8;
  }
  return fail(at);
}

/** A number whose digits and power of ten are small enough for one exact division or product. */
function number(at: usize, to: usize): usize {
  const negative = load<u8>(at) === 45;
  if (negative) at++;
  const start = at;
  let digits: u64 = 0;
  let digit: u32 = <u32>load<u8>(at) - 48;
  if (digit > 9) return fail(at);
  if (digit === 0) {
    at++;
  } else {
    do {
      digits = digits * 10 + digit;
      digit = <u32>load<u8>(++at) - 48;
    } while (digit <= 9);
  }
  let power: i32 = 0;
  let count = at - start;
  if (load<u8>(at) === 46) {
    const point = ++at;
    digit = <u32>load<u8>(at) - 48;
    if (digit > 9) return fail(at);
    do {
      digits = digits * 10 + digit;
      digit = <u32>load<u8>(++at) - 48;
    } while (digit <= 9);
    power = -<i32>(at - point);
    count += at - point;
  }
  if ((load<u8>(at) | 32) === 101) {
    let sign: i32 = 1;
    at++;
    if (load<u8>(at) === 45) {
      sign = -1;
      at++;
    } else if (load<u8>(at) === 43) {
      at++;
    }
    digit = <u32>load<u8>(at) - 48;
    if (digit > 9) return fail(at);
    let exponent: i32 = 0;
    do {
      if (exponent < 1000) exponent = exponent * 10 + digit;
      digit = <u32>load<u8>(++at) - 48;
    } while (digit <= 9);
    power += sign * exponent;
  }
  // Up to 19 digits fit 64 bits; up to 2^53 is exact, as are powers of ten up to 22.
  if (count > 19 || digits > 9007199254740992 || power < -22 || power > 22) return at >= end ? fail(end) : fail(at - 1);
  let result = <f64>digits;
  if (power < 0) result /= load<f64>(POWERS + (-power << 3));
  else if (power > 0) result *= load<f64>(POWERS + (power << 3));
  store<f64>(to, negative ? -result : result);
  return at;
}

function twoDigits(at: usize): u32 {
  const tens: u32 = <u32>load<u8>(at) - 48;
  const ones: u32 = <u32>load<u8>(at, 1) - 48;
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

/** An ISO 8601 instant with seconds (`2024-03-01T10:00:00.123456+02:00`, a space for the T, Z or no zone for UTC). */
function instant(at: usize, to: usize): usize {
  const close = stringEnd(at);
  if (close === 0) return 0;
  const length = close - at;
  if (length < 19) return fail(at);
  const century = twoDigits(at);
  const years = twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  const hour = twoDigits(at + 11);
  const minute = twoDigits(at + 14);
  const second = twoDigits(at + 17);
  const between = load<u8>(at, 10);
  if (load<u8>(at, 4) !== 45 || load<u8>(at, 7) !== 45 || load<u8>(at, 13) !== 58 || load<u8>(at, 16) !== 58) return fail(at);
  if ((between !== 84 && between !== 32) || century > 99 || years > 99 || hour > 23 || minute > 59 || second > 59) return fail(at);
  const year = century * 100 + years;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return fail(at);
  let milliseconds: u32 = 0;
  let next = at + 19;
  if (load<u8>(next) === 46) {
    const first = ++next;
    let scale: u32 = 100;
    while (<u32>load<u8>(next) - 48 <= 9) {
      milliseconds += (<u32>load<u8>(next) - 48) * scale;
      scale /= 10;
      next++;
    }
    if (next === first || next - first > 9) return fail(at);
  }
  let offset: i32 = 0;
  const zone = load<u8>(next);
  if (zone === 90) {
    next++;
  } else if (zone === 43 || zone === 45) {
    const hours = twoDigits(next + 1);
    const minutes = twoDigits(next + 4);
    if (load<u8>(next, 3) !== 58 || hours > 23 || minutes > 59) return fail(at);
    offset = (zone === 45 ? -1 : 1) * <i32>(hours * 60 + minutes);
    next += 6;
  }
  if (next !== close) return fail(at);
  const minutes = (<i64>daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset;
  store<f64>(to, <f64>((minutes * 60 + second) * 1000 + milliseconds));
  return close + 1;
}

function daysOf(year: u32, month: u32): u32 {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Of the Gregorian calendar, counted in eras of 400 years that begin on the first of March. */
function daysSince1970(year: u32, month: u32, day: u32): i32 {
  const shifted = <i32>year - (month <= 2 ? 1 : 0);
  const era = shifted / 400;
  const ofEra = shifted - era * 400;
  const ofYear = <i32>((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1);
  return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

/** Past any value, checked by the rules of JSON; 0 where it breaks them or is nested more than 63 deep. */
function skip(at: usize): usize {
  let depth: u32 = 0;
  let objects: u64 = 0;
  while (true) {
    // A value is due.
    const first = load<u8>(at);
    if (first === 34) at = skipString(at + 1);
    else if (first === 123 || first === 91) {
      if (depth === 63) return fail(at);
      objects = (objects << 1) | u64(first === 123);
      depth++;
      at = space(at + 1);
      if (load<u8>(at) === (first === 123 ? 125 : 93)) {
        objects >>= 1;
        depth--;
        at++;
      } else {
        if (first === 123) at = skipKey(at);
        if (at === 0) return 0;
        continue;
      }
    } else if (first === 110) at = word(at, 0x6c6c756e, 4);
    else if (first === 116) at = word(at, 0x65757274, 4);
    else if (first === 102) at = word(at + 1, 0x65736c61, 4);
    else at = skipNumber(at);
    if (at === 0) return 0;
    while (true) {
      if (depth === 0) return at;
      at = space(at);
      const next = load<u8>(at);
      if (next === 44) {
        at = space(at + 1);
        if (objects & 1) at = skipKey(at);
        if (at === 0) return 0;
        break;
      }
      if (next !== (objects & 1 ? 125 : 93)) return fail(at);
      objects >>= 1;
      depth--;
      at++;
    }
  }
}

function skipKey(at: usize): usize {
  if (load<u8>(at) !== 34) return fail(at);
  at = skipString(at + 1);
  if (at === 0) return 0;
  at = space(at);
  return load<u8>(at) === 58 ? space(at + 1) : fail(at);
}

function skipString(at: usize): usize {
  while (true) {
    const close = stringEnd(at);
    if (close !== 0) return close + 1;
    at = failedAt;
    if (load<u8>(at) !== 92) return 0;
    const escape = load<u8>(at, 1);
    if (escape === 117) {
      for (let hex: usize = 2; hex < 6; hex++) if (!isHex(load<u8>(at + hex))) return fail(at + hex);
      at += 6;
    } else if (
      escape === 34 || escape === 92 || escape === 47 || escape === 98 || escape === 102 || escape === 110 || escape === 114 || escape === 116
    ) {
      at += 2;
    } else {
      return fail(at + 1);
    }
  }
}

function isHex(byte: u8): bool {
  return <u32>byte - 48 <= 9 || <u32>(byte | 32) - 97 <= 5;
}

function skipNumber(at: usize): usize {
  if (load<u8>(at) === 45) at++;
  if (load<u8>(at) === 48) {
    at++;
  } else {
    at = skipDigits(at);
    if (at === 0) return 0;
  }
  if (load<u8>(at) === 46) {
    at = skipDigits(at + 1);
    if (at === 0) return 0;
  }
  if ((load<u8>(at) | 32) !== 101) return at;
  at++;
  if (load<u8>(at) === 43 || load<u8>(at) === 45) at++;
  return skipDigits(at);
}

function skipDigits(at: usize): usize {
  if (<u32>load<u8>(at) - 48 > 9) return fail(at);
  do at++; while (<u32>load<u8>(at) - 48 <= 9);
  return at;
}

/** The code of a text in the dictionary of a column, for texts that the host read. */
export function internInto(column: u32, text: usize, length: u32): i32 {
  return intern(load<usize>(columns + column * COLUMN_SIZE, 4), text, length);
}

/** The first hash of a text that is longer than 16 bytes. */
function hashOf(text: usize, length: u32): u64 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ length;
  let left = length;
  while (left >= 8) {
    hash = (hash ^ load<u64>(text)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
    text += 8;
    left -= 8;
  }
  if (left > 0) hash = (hash ^ (load<u64>(text) << (64 - (u64(left) << 3)))) * 0xff51afd7ed558ccd;
  return hash ^ (hash >> 32);
}

/** 16 bytes of ones and 16 of zeros: from 16 - n on, n bytes of ones come first. */
const ONES: usize = memory.data<u64>([-1, -1, 0, 0], 16);

/**
 * The code of a text. Its head is the text itself, with zeros behind it, if it has at most 16 bytes; else its hash and its length
 * behind a zero, which no short text has before its end.
 */
function intern(dictionary: usize, text: usize, length: u32): i32 {
  let head = v128.load(text);
  if (length <= 16) head = v128.and(head, v128.load(ONES + 16 - length));
  else head = i64x2(hashOf(text, length), u64(length) << 8);
  // Bits of a product depend on lower ones only, so the last letters must come down before they can tell slots apart.
  let mixed = (v128.extract_lane<u64>(head, 0) ^ (v128.extract_lane<u64>(head, 1) * 0x9e3779b97f4a7c15)) * 0xff51afd7ed558ccd;
  mixed = (mixed ^ (mixed >> 32)) * 0xc4ceb9fe1a85ec53;
  const hash = <u32>(mixed >> 32);
  const mask = load<u32>(dictionary, 4);
  const slots = load<usize>(dictionary, 0);
  const heads = load<usize>(dictionary, 36);
  let slot = hash & mask;
  while (true) {
    const entry = load<u32>(slots + (slot << 2));
    if (entry === 0) break;
    const code = entry - 1;
    if (!v128.any_true(v128.xor(v128.load(heads + (code << 4)), head))) {
      if (length <= 16 || isSame(load<usize>(dictionary, 24) + load<u32>(load<usize>(dictionary, 16) + (code << 2)), text, length)) return code;
    }
    slot = (slot + 1) & mask;
  }
  const code = addText(dictionary, text, length, hash, slots + (slot << 2));
  v128.store(load<usize>(dictionary, 36) + (code << 4), head);
  return code;
}

/** Whether two texts of a length are the same; reads up to 7 bytes past their ends. */
@inline
function isSame(a: usize, b: usize, length: u32): bool {
  let left = length;
  while (left >= 8) {
    if (load<u64>(a) !== load<u64>(b)) return false;
    a += 8;
    b += 8;
    left -= 8;
  }
  return left === 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - (u64(left) << 3)) === 0;
}

function addText(dictionary: usize, text: usize, length: u32, hash: u32, slot: usize): i32 {
  const code = load<u32>(dictionary, 8);
  const room = load<u32>(dictionary, 20);
  if (code === room) {
    store<usize>(dictionary, heap.realloc(load<usize>(dictionary, 12), room << 3), 12);
    store<usize>(dictionary, heap.realloc(load<usize>(dictionary, 16), (room << 3) + 4), 16);
    store<usize>(dictionary, heap.realloc(load<usize>(dictionary, 36), room << 5), 36);
    store<u32>(dictionary, room << 1, 20);
  }
  const ends = load<usize>(dictionary, 16);
  const from = load<u32>(ends + (code << 2));
  let poolRoom = load<u32>(dictionary, 28);
  if (from + length > poolRoom) {
    while (from + length > poolRoom) poolRoom <<= 1;
    store<usize>(dictionary, heap.realloc(load<usize>(dictionary, 24), poolRoom + 8), 24);
    store<u32>(dictionary, poolRoom, 28);
  }
  const copy = load<usize>(dictionary, 24) + from;
  memory.copy(copy, text, length);
  for (let at: u32 = 0; at < length; at++) if (load<u8>(copy + at) > 127) store<u32>(dictionary, 1, 32);
  store<u32>(ends + (code << 2), from + length, 4);
  store<u32>(load<usize>(dictionary, 12) + (code << 2), hash);
  store<u32>(slot, code + 1);
  store<u32>(dictionary, code + 1, 8);
  if ((code + 1) * 2 > load<u32>(dictionary, 4)) rehash(dictionary);
  return code;
}

function rehash(dictionary: usize): void {
  const count = load<u32>(dictionary, 8);
  const mask = load<u32>(dictionary, 4) * 4 + 3;
  const slots = heap.alloc((mask + 1) << 2);
  const hashes = load<usize>(dictionary, 12);
  memory.fill(slots, 0, (mask + 1) << 2);
  for (let code: u32 = 0; code < count; code++) {
    let slot = load<u32>(hashes + (code << 2)) & mask;
    while (load<u32>(slots + (slot << 2)) !== 0) slot = (slot + 1) & mask;
    store<u32>(slots + (slot << 2), code + 1);
  }
  store<usize>(dictionary, slots, 0);
  store<u32>(dictionary, mask, 4);
}

/**
 * The least and the greatest of a run of numbers and of what stands at `to` and behind it; unknown ones (NaN) are neither. Numbers are taken
 * by two: behind an odd one is another that counts.
 */
export function extent(values: usize, end: usize, to: usize): void {
  let least = v128.load_splat<f64>(to);
  let greatest = v128.load_splat<f64>(to, 8);
  for (; values < end; values += 16) {
    const two = v128.load(values);
    least = f64x2.pmin(least, two);
    greatest = f64x2.pmax(greatest, two);
  }
  store<f64>(to, f64x2.extract_lane(f64x2.pmin(least, v128.shuffle<f64>(least, least, 1, 0)), 0));
  store<f64>(to, f64x2.extract_lane(f64x2.pmax(greatest, v128.shuffle<f64>(greatest, greatest, 1, 0)), 0), 8);
}

/**
 * The gap between edges of each number of a run, `none` of an unknown one, and the least and greatest number of each gap. Known numbers
 * are from the first edge up to below the last.
 */
export function place(values: usize, end: usize, edges: usize, none: i32, perStep: f64, lows: usize, highs: usize, places: usize): void {
  const start = load<f64>(edges);
  for (; values < end; values += 8) {
    const value = load<f64>(values);
    // An unknown number is placed as the first edge: comparing with NaN takes branches that are not foreseen.
    const known = f64x2.extract_lane(f64x2.pmax(f64x2.splat(start), f64x2.splat(value)), 0);
    let at = min<i32>(<i32>((known - start) * perStep), none - 1);
    while (known < load<f64>(edges + (at << 3))) at--;
    while (known >= load<f64>(edges + (at << 3), 8)) at++;
    at = select<i32>(at, none, value === value);
    if (known < load<f64>(lows + (at << 3))) store<f64>(lows + (at << 3), value);
    if (known > load<f64>(highs + (at << 3))) store<f64>(highs + (at << 3), value);
    store<u16>(places, <u16>at);
    places += 2;
  }
}
