import { textsOf } from './columns.js';
import { PairCodes } from './pair-codes.js';
import type { SeenEvents } from './seen-events.js';
import { isPartOfProblem } from './statement.js';

/**
 * Rows of responses without the parts of a problem where the response to the whole stands beside them: of a problem with several questions one
 * submission is a statement of the whole (a GroupActivity, with the verdict) and one of each question, at one time.
 */
export function wholeResponses({ events, times }: SeenEvents, rows: Int32Array): Int32Array {
  const urls = textsOf(events, 'url');
  const isPart = Uint8Array.from(urls.dictionary, (url) => Number(isPartOfProblem(url)));
  if (!isPart.includes(1)) return rows;
  const [actors, blocks] = [textsOf(events, 'actor_id').codes, textsOf(events, 'block_id').codes];
  const isPartRow = (row: number): boolean => isPart[urls.codes[row] ?? -1] === 1;
  const inParts = new Set(Array.from(rows.filter(isPartRow), (row) => blocks[row]));
  const pairs = new PairCodes();
  const submission = (row: number): string => `${pairs.of(actors[row] ?? -1, blocks[row] ?? -1)} ${times[row] ?? NaN}`;
  const whole = new Set(
    Array.from(
      rows.filter((row) => !isPartRow(row) && inParts.has(blocks[row])),
      submission,
    ),
  );
  return rows.filter((row) => !isPartRow(row) || !whole.has(submission(row)));
}
