import type { Settings } from '../../provider.js';
import type { CategoryColumn, Column, Table, Tables } from '../../table.js';
import type { Block } from './block-index.js';
import { itemLabel, readBlocks } from './block-index.js';
import { blockLinks } from './block-links.js';
import { chosen, compacted, factTable, flagsOf, numberAt, numbersOf, pick, pickCodes, renamed, tableOf, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { PairCodes } from './pair-codes.js';
import { wholeResponses } from './whole-responses.js';

/** What learners did on problems, one learner and problem each. */
interface Outcomes {
  /** Rows of the last responses. */
  readonly rows: Int32Array;
  /** How many responses there were. */
  readonly responses: Float64Array;
  /** Of each row of the table that was given, right (1), wrong (0) or unknown (-1). */
  readonly verdicts: Int8Array;
}

/**
 * The `problem_outcomes` table: each problem that a learner responded to, with its last response. The last response is the
 * newest (one of unknown time is older than all others), of one time the one with the higher attempt, then the later row; its attempt
 * number counts, or without one the number of responses; of a problem with several questions a submission is one, also where
 * only its questions are recorded. Attempts are correct ones
 * where the last response is correct, else incorrect ones.
 *
 * `aspects-v8`: a response to a question is one, too; the last response has the highest attempt number, of equal ones the earlier; no
 * number is 0, no verdict is wrong; a correct response without attempts is neither correct nor incorrect; a problem that `blocks` does not
 * know has no name.
 */
export function problemOutcomes(tables: Tables, rules: Settings['rules']): Table {
  const aspects = rules === 'aspects-v8';
  const responses = tableOf(tables, 'problem_responses');
  const blocks = readBlocks(tables);
  const links = blockLinks(responses);
  const attempts = numbersOf(responses, 'attempt');
  const isLater = aspects ? higherAttempt(attempts) : newer(numbersOf(responses, 'responded_at'), attempts);
  const ids = textsOf(responses, 'block_id');
  const { rows, responses: counts, verdicts: correct } = outcomesOf(responses, ids, isLater, aspects);
  const attempt = counts.map((count, at) => numberAt(attempts, rows[at] ?? 0) ?? (aspects ? 0 : count));
  const verdict = new Int8Array(rows.length);
  for (let at = 0; at < rows.length; at++) verdict[at] = (correct[rows[at] ?? 0] ?? -1) < 0 && aspects ? 0 : (correct[rows[at] ?? 0] ?? -1);
  const attemptsIf = (which: number): Float64Array =>
    attempt.map((count, at) => (verdict[at] === -1 ? NaN : verdict[at] === which ? count : 0));
  const [correctAttempts, incorrectAttempts] = [attemptsIf(1), attemptsIf(0)];
  const block = { type: 'category', codes: pickCodes(ids, rows), dictionary: ids.dictionary } as const;
  const about = ids.dictionary.map((id) => blocks.get(id));
  const texts = (of: (id: string, known: Block | undefined) => string | null | undefined): Column =>
    compacted(renamed(block, (id, code) => of(id, about[code]) ?? null));
  const graded = Int8Array.from(about, (known) => Number(known?.graded ?? (aspects ? false : -1)));
  const ends = (counted: Float64Array, said: Int8Array): Column => ({
    type: 'boolean',
    values: aspects ? Int8Array.from(counted, (count) => Number(count > 0)) : said,
  });
  return factTable('problem_outcomes', rows.length, {
    course_key: chosen(responses, 'course_key', rows),
    actor_id: chosen(responses, 'actor_id', rows),
    block_id: compacted(block),
    attempts: { type: 'number', values: attempt },
    last_correct: { type: 'boolean', values: verdict },
    correct_attempts: { type: 'number', values: correctAttempts },
    incorrect_attempts: { type: 'number', values: incorrectAttempts },
    ends_correct: ends(correctAttempts, verdict),
    ends_incorrect: ends(
      incorrectAttempts,
      verdict.map((said) => (said === -1 ? -1 : 1 - said)),
    ),
    problem: texts((id, known) => (aspects && known === undefined ? null : itemLabel(id, known))),
    url: texts((id, known) => known?.url ?? links.get(id)),
    graded: pick({ type: 'boolean', values: graded }, block.codes),
  });
}

function outcomesOf(responses: Table, ids: CategoryColumn, isLater: (row: number, other: number) => boolean, aspects: boolean): Outcomes {
  const learners = new EnrollmentKeys().ofRows(responses);
  const submissions = aspects ? undefined : wholeResponses(responses, learners);
  const pairs = new PairCodes();
  const rows = new Int32Array(responses.length);
  const counts = new Float64Array(responses.length);
  for (let row = 0; row < responses.length; row++) {
    const block = ids.codes[row] ?? -1;
    const learner = learners[row] ?? -1;
    if (block < 0 || learner < 0 || submissions?.besideWhole.has(row) === true) continue;
    const known = pairs.length;
    const outcome = pairs.of(learner, block);
    if (outcome === known || isLater(row, rows[outcome] ?? 0)) rows[outcome] = row;
    if (submissions?.further.has(row) !== true) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const verdicts = submissions?.verdicts ?? flagsOf(responses, 'correct');
  return { rows: rows.slice(0, pairs.length), responses: counts.slice(0, pairs.length), verdicts };
}

function newer(times: Float64Array, attempts: Float64Array): (row: number, other: number) => boolean {
  return (row, other) => {
    const [time, otherTime] = [numberAt(times, row) ?? -Infinity, numberAt(times, other) ?? -Infinity];
    if (time !== otherTime) return time > otherTime;
    return (numberAt(attempts, row) ?? -1) >= (numberAt(attempts, other) ?? -1);
  };
}

function higherAttempt(attempts: Float64Array): (row: number, other: number) => boolean {
  return (row, other) => (numberAt(attempts, row) ?? 0) > (numberAt(attempts, other) ?? 0);
}
