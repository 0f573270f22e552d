import { HOUR } from '../clock.mjs';
import { personOf } from '../people.mjs';
import { Random } from '../random.mjs';

/** @typedef {import('./tally.mjs').ExplorationTally} ExplorationTally */

/**
 * A thread as Oppia's thread list handler answers it.
 * @typedef {object} FeedbackThread
 * @property {string} thread_id
 * @property {'open' | 'fixed' | 'ignored' | 'compliment' | 'not_actionable'} status
 * @property {string} subject
 * @property {string} summary
 * @property {string | null} state_name
 * @property {string | null} original_author_username
 * @property {number} message_count
 * @property {number} last_updated_msecs
 * @property {string} last_nonempty_message_text
 * @property {string | null} last_nonempty_message_author
 */

const MOST_THREADS = 40;
const SUBJECTS = [
  'I do not understand the picture',
  'Answer marked wrong?',
  'Typo in the second sentence',
  'Too fast for me',
  'More examples, please',
  'Why is "1/2" not accepted & 0.5 is?',
  'The button does nothing on my phone',
  'Nice lesson',
  'What does <denominator> mean?',
];
const TEXTS = [
  'I tried three times and it keeps saying the same thing.',
  'Could you explain this step once more?',
  'Thank you, this helped my son.',
  'The text is cut off on a small screen.',
  'I think my answer is right as well.',
  'Is there a second part of this?',
];
const STATUSES = /** @type {const} */ (['open', 'fixed', 'ignored', 'compliment', 'not_actionable']);
const STATUS_WEIGHTS = [45, 25, 10, 14, 6];

/**
 * The feedback of learners who gave up, newest first; guests have no user name.
 * @param {string | number} seed
 * @param {ExplorationTally} tally
 * @returns {FeedbackThread[]}
 */
export function feedbackOf(seed, tally) {
  const { id } = tally.exploration;
  /** @type {FeedbackThread[]} */
  const threads = [];
  tally.gaveUp.forEach(({ state, at, learner }, index) => {
    const random = new Random(seed, 'feedback', id, index);
    if (threads.length >= MOST_THREADS || !random.chance(0.06)) return;
    const author = random.chance(0.3) ? null : personOf(seed, learner).username;
    threads.push({
      thread_id: `exploration.${id}.thread${index}`,
      status: STATUSES[random.weighted(STATUS_WEIGHTS)] ?? 'open',
      subject: random.pick(SUBJECTS),
      summary: '',
      state_name: random.chance(0.85) ? state : null,
      original_author_username: author,
      message_count: random.int(1, 5),
      last_updated_msecs: at + random.int(0, HOUR) + 0.501,
      last_nonempty_message_text: random.pick(TEXTS),
      last_nonempty_message_author: author,
    });
  });
  return threads.sort((a, b) => b.last_updated_msecs - a.last_updated_msecs);
}
