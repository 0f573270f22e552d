import type { Coding, Span } from './coding.js';

/** Numbers of one cube at most; 4 or 8 bytes each. */
export const CUBE_LIMIT = 1 << 22;

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
}

/** Whether a cube of these sizes is small enough to be kept. */
export function fits(axisSize: number, cellCount: number): boolean {
  return (axisSize + 1) * (cellCount + 1) <= CUBE_LIMIT;
}

/** How many rows are in each cell at each code of the axis. */
export function countCube({ axis, axisSize, cells, cellCount, rows }: CubeInput): Cube {
  const stride = cellCount + 1;
  const lines = new Uint32Array((axisSize + 1) * stride);
  if (rows === undefined) {
    for (let row = 0; row < axis.length; row++) {
      const at = ((axis[row] ?? 0) + 1) * stride + (cells[row] ?? 0);
      lines[at] = (lines[at] ?? 0) + 1;
    }
  } else {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      const at = ((axis[row] ?? 0) + 1) * stride + (cells[row] ?? 0);
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

/**
 * Counts of several views along one axis, not yet summed up; four views at a time share the pass over the rows.
 */
export function countLines(axis: Coding, views: readonly { readonly codes: Uint16Array; readonly count: number }[]): Uint32Array[] {
  const lines = views.map(({ count }) => new Uint32Array((axis.size + 1) * (count + 1)));
  for (let at = 0; at < views.length; at += 4) {
    const part = Array.from({ length: 4 }, (_, next) => ({
      codes: views[at + next]?.codes ?? axis.codes,
      stride: (views[at + next]?.count ?? -1) + 1,
      lines: lines[at + next] ?? new Uint32Array(axis.size + 1),
    }));
    const [a, b, c, d] = part;
    if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) countFour(axis.codes, a, b, c, d);
  }
  return lines;
}

interface Counted {
  readonly codes: Uint16Array;
  /** 0 for a view that is not there: its counts go nowhere that matters. */
  readonly stride: number;
  readonly lines: Uint32Array;
}

function countFour(axis: Uint16Array, a: Counted, b: Counted, c: Counted, d: Counted): void {
  const [aCodes, bCodes, cCodes, dCodes] = [a.codes, b.codes, c.codes, d.codes];
  const [aLines, bLines, cLines, dLines] = [a.lines, b.lines, c.lines, d.lines];
  const [aStride, bStride, cStride, dStride] = [a.stride, b.stride, c.stride, d.stride];
  for (let row = 0; row < axis.length; row++) {
    const line = (axis[row] ?? 0) + 1;
    const aAt = line * aStride + (aCodes[row] ?? 0);
    aLines[aAt] = (aLines[aAt] ?? 0) + 1;
    const bAt = line * bStride + (bCodes[row] ?? 0);
    bLines[bAt] = (bLines[bAt] ?? 0) + 1;
    const cAt = line * cStride + (cCodes[row] ?? 0);
    cLines[cAt] = (cLines[cAt] ?? 0) + 1;
    const dAt = line * dStride + (dCodes[row] ?? 0);
    dLines[dAt] = (dLines[dAt] ?? 0) + 1;
  }
}

/** Counts that are not yet summed up, with the codes of the axis as cells and the cells as codes of the axis. */
export function transposed({ lines, stride }: Cube, axisSize: number, newAxisSize: number, newCellCount: number): Cube {
  const width = newCellCount + 1;
  const turned = new Uint32Array((newAxisSize + 1) * width);
  for (let code = 0; code < axisSize; code++) {
    for (let cell = 0; cell < newAxisSize; cell++) turned[(cell + 1) * width + code] = lines[(code + 1) * stride + cell] ?? 0;
  }
  sumUp(turned, width);
  return { lines: turned, stride: width };
}

/** What the spans come to, cell by cell. */
export function readCube({ lines, stride }: Cube, spans: readonly Span[]): Float64Array {
  const out = new Float64Array(stride - 1);
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
