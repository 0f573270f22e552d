import type { Leaf } from './leaves.js';

/** Counts by cell of counts by code. */
export function inCells(counts: Float64Array, cellOf: Uint16Array, cellCount: number): Float64Array {
  const numbers = new Float64Array(cellCount + 1);
  for (let code = 0; code < cellOf.length; code++) {
    const cell = cellOf[code] ?? 0;
    numbers[cell] = (numbers[cell] ?? 0) + (counts[code] ?? 0);
  }
  return numbers.subarray(0, cellCount);
}

/** Numbers of a leaf, summed up from cell to cell where it is running. */
export function running(leaf: Leaf, numbers: Float64Array | undefined): Float64Array | undefined {
  return leaf.running && numbers !== undefined ? summedUp(numbers.slice()) : numbers;
}

/** Each number becomes what it and all before it come to. */
export function summedUp(numbers: Float64Array): Float64Array {
  for (let at = 1; at < numbers.length; at++) numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  return numbers;
}
