/** An affine transform, as SVG and PDF write it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The transform that undoes another; the identity where there is none. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c;
  return area === 0 ? IDENTITY : [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** A point after a transform. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** By how much lengths grow: the square root of how much areas do. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The matrix of `matrix(a b c d e f)`; the identity for anything else. */
export function parseMatrix(text: string | undefined): Matrix {
  const numbers = (/^matrix\(([^)]*)\)$/.exec(text ?? '')?.[1] ?? '').split(' ').map(Number);
  const [a, b, c, d, e, f] = numbers;
  return a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined
    ? [a, b, c, d, e, f]
    : IDENTITY;
}
