import { TABLES } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { blockLinks } from './block-links.js';
import { itemLabel, readBlocks } from './block-index.js';
import { flagAt, flagsOf, numberAt, numbersOf, tableOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';

/** What one learner did on one problem. */
interface Outcome {
  readonly course: string;
  readonly actor: string;
  readonly block: string;
  /** Row of the last response. */
  last: number;
  responses: number;
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
  const builder = new TableBuilder('problem_outcomes', TABLES.get('problem_outcomes')?.columns ?? {});
  for (const { course, actor, block: id, last, responses: count } of outcomesOf(responses, isLater)) {
    const block = blocks.get(id);
    const attempt = numberAt(attempts, last) ?? (aspects ? 0 : count);
    const verdict = flagAt(correct, last) ?? (aspects ? false : null);
    const correctAttempts = verdict === null ? null : verdict ? attempt : 0;
    const incorrectAttempts = verdict === null ? null : verdict ? 0 : attempt;
    builder.push({
      course_key: course,
      actor_id: actor,
      block_id: id,
      attempts: attempt,
      last_correct: verdict,
      correct_attempts: correctAttempts,
      incorrect_attempts: incorrectAttempts,
      ends_correct: aspects ? Number(correctAttempts) > 0 : verdict,
      ends_incorrect: aspects ? Number(incorrectAttempts) > 0 : verdict === null ? null : !verdict,
      problem: aspects && block === undefined ? null : itemLabel(id, block),
      url: block?.url ?? links.get(id),
      graded: block?.graded ?? (aspects ? false : null),
    });
  }
  return builder.build();
}

function outcomesOf(responses: Table, isLater: (row: number, other: number) => boolean): Iterable<Outcome> {
  const courses = textsOf(responses, 'course_key');
  const actors = textsOf(responses, 'actor_id');
  const ids = textsOf(responses, 'block_id');
  const learners = new EnrollmentKeys().ofRows(responses);
  const outcomes = new Map<number, Outcome>();
  for (let row = 0; row < responses.length; row++) {
    const block = textAt(ids, row);
    const learner = learners[row] ?? -1;
    if (block === null || learner < 0) continue;
    const key = learner * ids.dictionary.length + (ids.codes[row] ?? 0);
    const outcome = outcomes.get(key);
    if (outcome === undefined) {
      outcomes.set(key, { course: textAt(courses, row) ?? '', actor: textAt(actors, row) ?? '', block, last: row, responses: 1 });
    } else {
      outcome.responses++;
      if (isLater(row, outcome.last)) outcome.last = row;
    }
  }
  return outcomes.values();
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
