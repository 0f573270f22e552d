import type { CategoryColumn } from './table.js';

/** Codes in one or two bytes each, of which the greatest number stands for unknown. */
export type NarrowCodes = Uint8Array | Uint16Array;
export type Codes = NarrowCodes | Int32Array;

/** Of each column what gives its codes as they lie. */
const lying = new WeakMap<CategoryColumn, () => Codes>();

/** A column whose codes lie as they are until they are first read as `codes`: most are only ever counted, for which they may stay so. */
export function lyingCategory(codes: () => Codes, dictionary: readonly string[]): CategoryColumn {
  let wide: Int32Array | undefined;
  const column: CategoryColumn = {
    type: 'category',
    get codes() {
      wide ??= widened(lying.get(column)?.() ?? new Int32Array(0));
      lying.delete(column);
      return wide;
    },
    dictionary,
  };
  lying.set(column, codes);
  return column;
}

/** The codes of a column while they lie in few bytes. */
export function narrowCodes(column: CategoryColumn): NarrowCodes | undefined {
  const codes = lying.get(column)?.();
  return codes instanceof Int32Array ? undefined : codes;
}

/** The fewest bytes for each of codes below `size`. */
export function bytesForCodes(size: number): 1 | 2 | 4 {
  if (size <= unknownIn(1)) return 1;
  return size <= unknownIn(2) ? 2 : 4;
}

/** Room for codes of so many bytes each. */
export function roomForCodes(length: number, bytes: 1 | 2 | 4): Codes {
  if (bytes === 1) return new Uint8Array(length);
  return bytes === 2 ? new Uint16Array(length) : new Int32Array(length);
}

/** Copies codes to where there are as many bytes for each, or more; or fewer, if these hold the codes. */
export function copyCodes(from: Codes, to: Codes): void {
  // -1 becomes the greatest number of fewer bytes; that of few is another one of more.
  to.set(from);
  if (from instanceof Int32Array || from.BYTES_PER_ELEMENT >= to.BYTES_PER_ELEMENT) return;
  const unknown = unknownIn(from.BYTES_PER_ELEMENT);
  if (!from.includes(unknown)) return;
  for (let row = 0; row < from.length; row++) if (from[row] === unknown) to[row] = -1;
}

function widened(codes: Codes): Int32Array {
  if (codes instanceof Int32Array) return codes;
  const wide = new Int32Array(codes.length);
  copyCodes(codes, wide);
  return wide;
}

/** What stands for unknown in so many bytes. */
function unknownIn(bytes: number): number {
  return 2 ** (8 * bytes) - 1;
}
