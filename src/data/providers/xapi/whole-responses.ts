import type { Table } from '../../table.js';
import { numbersOf, textsOf } from './columns.js';
import { PairCodes } from './pair-codes.js';
import { isPartOfProblem } from './problem-parts.js';

/**
 * Whether a row of `problem_responses` counts, by row: not one of a part of a problem where the response to the whole stands beside it. Of
 * a problem with several questions one submission is a statement of the whole (a GroupActivity, with the verdict) and one of each question,
 * at one time; `learners` are the learners of the rows in their courses.
 */
export function wholeResponses(responses: Table, learners: Int32Array): (row: number) => boolean {
  const urls = textsOf(responses, 'url');
  const isPart = Uint8Array.from(urls.dictionary, (url) => Number(isPartOfProblem(url)));
  if (!isPart.includes(1)) return () => true;
  const [blocks, times] = [textsOf(responses, 'block_id').codes, numbersOf(responses, 'responded_at')];
  const rows = Array.from({ length: responses.length }, (_, row) => row);
  const isPartRow = (row: number): boolean => isPart[urls.codes[row] ?? -1] === 1;
  const inParts = new Set(rows.filter(isPartRow).map((row) => blocks[row]));
  const pairs = new PairCodes();
  const submission = (row: number): string => `${pairs.of(learners[row] ?? -1, blocks[row] ?? -1)} ${times[row] ?? NaN}`;
  const whole = new Set(rows.filter((row) => !isPartRow(row) && inParts.has(blocks[row])).map(submission));
  return (row) => !isPartRow(row) || !whole.has(submission(row));
}
