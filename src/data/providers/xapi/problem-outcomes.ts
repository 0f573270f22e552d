import type { Settings } from '../../provider.js';
import type { CategoryColumn, Column, Table, Tables } from '../../table.js';
import type { Block } from './block-index.js';
import { itemLabel, readBlocks } from './block-index.js';
import { blockLinks } from './block-links.js';
import {
  chosen,
  columnFrom,
  compacted,
  factTable,
  flagAt,
  flagsOf,
  numberAt,
  numbersOf,
  pickCodes,
  renamed,
  tableOf,
  textsOf,
} from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { PairCodes } from './pair-codes.js';

/** What one learner did on one problem. */
interface Outcome {
  /** Row of the last response. */
  readonly last: number;
  readonly responses: number;
}

/**
 * The `problem_outcomes` table: each problem that a learner responded to, with its last response. The last response is the
 * newest, of one time the one with the higher attempt, then the later row; its attempt number counts, or without one the number of
 * responses. Attempts are correct ones where the last response is correct, else incorrect ones.
 *
 * `aspects-v8`: the last response has the highest attempt number, of equal ones the earlier; no number is 0, no verdict is wrong;
 * a correct response without attempts is neither correct nor incorrect; a problem that `blocks` does not know has no name.
 */
export function problemOutcomes(tables: Tables, rules: Settings['rules']): Table {
  const aspects = rules === 'aspects-v8';
  const responses = tableOf(tables, 'problem_responses');
  const blocks = readBlocks(tables);
  const links = blockLinks(responses);
  const attempts = numbersOf(responses, 'attempt');
  const correct = flagsOf(responses, 'correct');
  const isLater = aspects ? higherAttempt(attempts) : newer(numbersOf(responses, 'responded_at'), attempts);
  const ids = textsOf(responses, 'block_id');
  const outcomes = outcomesOf(responses, ids, isLater);
  const rows = Int32Array.from(outcomes, ({ last }) => last);
  const attempt = outcomes.map(({ last, responses: count }) => numberAt(attempts, last) ?? (aspects ? 0 : count));
  const verdict = outcomes.map(({ last }) => flagAt(correct, last) ?? (aspects ? false : null));
  const attemptsIf = (which: boolean): (number | null)[] =>
    verdict.map((said, at) => (said === null ? null : said === which ? (attempt[at] ?? 0) : 0));
  const [correctAttempts, incorrectAttempts] = [attemptsIf(true), attemptsIf(false)];
  const block = { type: 'category', codes: pickCodes(ids, rows), dictionary: ids.dictionary } as const;
  const about = ids.dictionary.map((id) => blocks.get(id));
  const texts = (of: (id: string, known: Block | undefined) => string | null | undefined): Column =>
    compacted(renamed(block, (id, code) => of(id, about[code]) ?? null));
  return factTable('problem_outcomes', outcomes.length, {
    course_key: chosen(responses, 'course_key', rows),
    actor_id: chosen(responses, 'actor_id', rows),
    block_id: compacted(block),
    attempts: columnFrom('number', attempt),
    last_correct: columnFrom('boolean', verdict),
    correct_attempts: columnFrom('number', correctAttempts),
    incorrect_attempts: columnFrom('number', incorrectAttempts),
    ends_correct: columnFrom('boolean', aspects ? correctAttempts.map((count) => Number(count) > 0) : verdict),
    ends_incorrect: columnFrom(
      'boolean',
      aspects ? incorrectAttempts.map((count) => Number(count) > 0) : verdict.map((said) => (said === null ? null : !said)),
    ),
    problem: texts((id, known) => (aspects && known === undefined ? null : itemLabel(id, known))),
    url: texts((id, known) => known?.url ?? links.get(id)),
    graded: columnFrom(
      'boolean',
      Array.from(block.codes, (code) => about[code]?.graded ?? (aspects ? false : null)),
    ),
  });
}

function outcomesOf(responses: Table, ids: CategoryColumn, isLater: (row: number, other: number) => boolean): Outcome[] {
  const learners = new EnrollmentKeys().ofRows(responses);
  const pairs = new PairCodes();
  const last: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < responses.length; row++) {
    const block = ids.codes[row] ?? -1;
    const learner = learners[row] ?? -1;
    if (block < 0 || learner < 0) continue;
    const outcome = pairs.of(learner, block);
    const other = last[outcome];
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (other === undefined || isLater(row, other)) last[outcome] = row;
  }
  return last.map((row, outcome) => ({ last: row, responses: counts[outcome] ?? 0 }));
}

function newer(times: Float64Array, attempts: Float64Array): (row: number, other: number) => boolean {
  return (row, other) => {
    const [time, otherTime] = [times[row] ?? 0, times[other] ?? 0];
    if (time !== otherTime) return time > otherTime;
    return (numberAt(attempts, row) ?? -1) >= (numberAt(attempts, other) ?? -1);
  };
}

function higherAttempt(attempts: Float64Array): (row: number, other: number) => boolean {
  return (row, other) => (numberAt(attempts, row) ?? 0) > (numberAt(attempts, other) ?? 0);
}
