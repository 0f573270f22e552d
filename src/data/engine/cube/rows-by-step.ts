import type { Coding } from './coding.js';
import type { RowsByCode } from '../rows-by-code.js';
import { rowsByCode } from '../rows-by-code.js';

/** Rows by steps that each code of an axis is cut into: those of code `c` are in the steps from `c * steps` to below `(c + 1) * steps`. */
export interface RowsByStep extends RowsByCode {
  readonly steps: number;
}

/** Rows that a step has about. */
const ROWS = 16;
const LIMIT = 0xffff;

/** Rows by steps of ascending values, so that the greatest are found among few rows; within a step in the order of the table. */
export function rowsByStep({ codes, size, lows, highs }: Coding, values: Float64Array): RowsByStep {
  const steps = Math.max(1, Math.min(Math.floor(LIMIT / size), Math.ceil(codes.length / (size * ROWS))));
  const scales = Float64Array.from({ length: size }, (_, code) => {
    const scale = steps / ((highs?.[code] ?? 0) - (lows?.[code] ?? 0));
    return Number.isFinite(scale) ? scale : 0;
  });
  const stepOf = new Uint16Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const step = (((values[row] ?? NaN) - (lows?.[code] ?? 0)) * (scales[code] ?? 0)) | 0;
    stepOf[row] = code * steps + (step < steps ? step : steps - 1);
  }
  return { ...rowsByCode(stepOf, size * steps), steps };
}
