import type { Table } from '../../table.js';
import { flagsOf, numbersOf, textsOf } from './columns.js';
import { PairCodes } from './pair-codes.js';
import { isPartOfProblem } from './problem-parts.js';

/** What rows of `problem_responses` say of submissions, by row. */
interface Submissions {
  /** Rows of parts of a problem that say nothing: the response to the whole stands beside them. */
  readonly besideWhole: ReadonlySet<number>;
  /** Rows of parts whose submission an earlier row counts. */
  readonly further: ReadonlySet<number>;
  /** Right (1), wrong (0) or unknown (-1); of a part the verdict of its submission. */
  readonly verdicts: Int8Array;
}

/**
 * Of a problem with several questions one submission is a statement of the whole (a GroupActivity, with the verdict) and one of each
 * question, at one time. Where the whole is missing its questions are one response: wrong if one is wrong, right if all are known to be
 * right, else unknown. `learners` are the learners of the rows in their courses.
 */
export function wholeResponses(responses: Table, learners: Int32Array): Submissions {
  const [besideWhole, further] = [new Set<number>(), new Set<number>()];
  const verdicts = flagsOf(responses, 'correct').slice();
  const urls = textsOf(responses, 'url');
  const isPart = Uint8Array.from(urls.dictionary, (url) => Number(isPartOfProblem(url)));
  if (!isPart.includes(1)) return { besideWhole, further, verdicts };
  const [blocks, times] = [textsOf(responses, 'block_id').codes, numbersOf(responses, 'responded_at')];
  const rows = Array.from({ length: responses.length }, (_, row) => row);
  const isPartRow = (row: number): boolean => isPart[urls.codes[row] ?? -1] === 1;
  const partRows = rows.filter(isPartRow);
  const inParts = new Set(partRows.map((row) => blocks[row]));
  const pairs = new PairCodes();
  const submission = (row: number): string => `${pairs.of(learners[row] ?? -1, blocks[row] ?? -1)} ${times[row] ?? NaN}`;
  const whole = new Set(rows.filter((row) => !isPartRow(row) && inParts.has(blocks[row])).map(submission));
  const alone = new Map<string, number[]>();
  for (const row of partRows) {
    const key = submission(row);
    const parts = alone.get(key);
    if (whole.has(key)) besideWhole.add(row);
    else if (parts === undefined) alone.set(key, [row]);
    else if (!Number.isNaN(times[row])) {
      parts.push(row);
      further.add(row);
    }
  }
  for (const parts of alone.values()) {
    const each = parts.map((row) => verdicts[row] ?? -1);
    for (const row of parts) verdicts[row] = each.includes(0) ? 0 : Math.min(...each);
  }
  return { besideWhole, further, verdicts };
}
