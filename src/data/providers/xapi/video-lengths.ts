import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import type { CategoryColumn } from '../../table.js';

/** The greatest possible length that any of the rows tells of each video, by its code; NaN where none does. Some players tell none. */
export function longestOfEach(ids: CategoryColumn, lengths: Float64Array, rows: Int32Array): Float64Array {
  const longest = new Float64Array(ids.dictionary.length).fill(NaN);
  for (const row of rows) {
    const code = ids.codes[row] ?? -1;
    const length = lengths[row] ?? NaN;
    if (code >= 0 && length <= LONGEST_VIDEO && !(length <= (longest[code] ?? NaN))) longest[code] = length;
  }
  return longest;
}
