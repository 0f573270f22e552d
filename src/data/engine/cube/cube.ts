import type { Span } from './coding.js';

/** Numbers of one cube at most; 4 or 8 bytes each. */
const CUBE_LIMIT = 1 << 22;

/**
 * Counts or sums by axis code and cell, summed up along the axis: line `a` holds what the codes below `a` come to, so that what a
 * span of codes comes to is the difference of two lines.
 */
export interface Cube {
  readonly lines: Uint32Array | Float64Array;
  /** Length of a line: the cells, and one for rows in no group. */
  readonly stride: number;
}

/** What a cube is made of. `rows` are those that it counts; all if left out. */
export interface CubeInput {
  readonly axis: Uint16Array;
  readonly axisSize: number;
  readonly cells: Uint16Array;
  readonly cellCount: number;
  readonly rows?: Uint32Array | undefined;
  /** The cell of each code, where `cells` are codes. */
  readonly cellOf?: Uint16Array;
}

/** Whether a cube of these sizes is small enough to be kept. */
export function fits(axisSize: number, cellCount: number): boolean {
  return (axisSize + 1) * (cellCount + 1) <= CUBE_LIMIT;
}

/** How many rows have each code below `size`. */
export function countCodes(codes: Uint16Array, size: number): Float64Array {
  const counts = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Float64Array.from(counts.subarray(0, size));
}

/** How many rows are in each cell at each code of the axis. */
export function countCube({ axis, axisSize, cells, cellCount, rows, cellOf }: CubeInput): Cube {
  const stride = cellCount + 1;
  const lines = new Uint32Array((axisSize + 1) * stride);
  if (rows === undefined) {
    for (let row = 0; row < axis.length; row++) {
      const cell = cells[row] ?? 0;
      const at = ((axis[row] ?? 0) + 1) * stride + (cellOf === undefined ? cell : (cellOf[cell] ?? 0));
      lines[at] = (lines[at] ?? 0) + 1;
    }
  } else {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      const cell = cells[row] ?? 0;
      const at = ((axis[row] ?? 0) + 1) * stride + (cellOf === undefined ? cell : (cellOf[cell] ?? 0));
      lines[at] = (lines[at] ?? 0) + 1;
    }
  }
  sumUp(lines, stride);
  return { lines, stride };
}

/** The same for whole numbers that sum up without rounding; unknown ones (NaN) are left out. */
export function sumCube({ axis, axisSize, cells, cellCount, rows }: CubeInput, values: Float64Array): Cube {
  const stride = cellCount + 1;
  const lines = new Float64Array((axisSize + 1) * stride);
  const { length } = rows ?? axis;
  for (let place = 0; place < length; place++) {
    const row = rows === undefined ? place : (rows[place] ?? 0);
    const value = values[row] ?? NaN;
    const at = ((axis[row] ?? 0) + 1) * stride + (cells[row] ?? 0);
    if (value === value) lines[at] = (lines[at] ?? 0) + value;
  }
  sumUp(lines, stride);
  return { lines, stride };
}

/** Writes what the spans come to, cell by cell. */
export function readCube({ lines, stride }: Cube, spans: readonly Span[], out: Float64Array = new Float64Array(stride - 1)): Float64Array {
  const only = spans.length === 1 ? spans[0] : undefined;
  if (only !== undefined) {
    let low = only[0] * stride;
    let high = only[1] * stride;
    for (let cell = 0; cell < out.length; cell++) out[cell] = (lines[high++] ?? 0) - (lines[low++] ?? 0);
    return out;
  }
  out.fill(0);
  for (const [from, to] of spans) {
    let low = from * stride;
    let high = to * stride;
    for (let cell = 0; cell < out.length; cell++) out[cell] = (out[cell] ?? 0) + ((lines[high++] ?? 0) - (lines[low++] ?? 0));
  }
  return out;
}

/** Makes line `a` what the lines up to it come to. */
export function sumUp(lines: Uint32Array | Float64Array, stride: number): void {
  for (let at = stride; at < lines.length; at++) lines[at] = (lines[at] ?? 0) + (lines[at - stride] ?? 0);
}
