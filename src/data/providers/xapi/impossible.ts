import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import { isTime, POSSIBLE_TIME } from '../../../metrics/happened.js';
import type { Skipped } from '../../provider.js';
import type { CategoryColumn, Table } from '../../table.js';
import { flagsOf, numbersOf, textAt, textsOf } from './columns.js';

/** Events as they count, and how many say a number that cannot be, or are of no course; undefined for none. */
interface Possible {
  readonly events: Table;
  readonly wrong: Omit<Skipped, 'total'> | undefined;
}

/** Whether a score can be the grade of a course: one in percent would stand in the highest range. */
export function isGrade(score: number): boolean {
  return score >= 0 && score <= 1;
}

/**
 * The events, of which those that name a place in a video, or a length of one, beyond a day say only that somebody was there. They
 * are counted, and so are grades of a course that cannot be; these stay, since they may say that the course is passed. What a learner did
 * of which no course is said is in no table of a course, and counted too, as is what cannot have happened when it says, which
 * `seenEvents` leaves out.
 */
export function withoutImpossible(events: Table): Possible {
  const { codes: kinds, dictionary } = textsOf(events, 'kind');
  const [grade, video, activity] = ['grade', 'video', 'activity'].map((kind) => dictionary.indexOf(kind));
  const { codes: courses } = textsOf(events, 'course_key');
  const ofCourse = flagsOf(events, 'of_course');
  const scores = numbersOf(events, 'score');
  const positions = numbersOf(events, 'position');
  const lengths = numbersOf(events, 'length');
  const times = numbersOf(events, 'time');
  const faultOf = (row: number): string | undefined => {
    const time = times[row] ?? NaN;
    if (!isTime(time)) return `timestamp: expected ${POSSIBLE_TIME}, got ${new Date(time).toISOString()}`;
    if (courses[row] === -1 && kinds[row] !== activity) return 'context.contextActivities: expected the course, got none';
    if (kinds[row] === grade && ofCourse[row] === 1) {
      const score = scores[row] ?? NaN;
      return Number.isNaN(score) || isGrade(score) ? undefined : `result.score.scaled: expected a number from 0 to 1, got ${score}`;
    }
    if (kinds[row] !== video) return undefined;
    const second = (positions[row] ?? 0) > LONGEST_VIDEO ? positions[row] : lengths[row];
    return (second ?? 0) > LONGEST_VIDEO ? `a second of a video: expected at most ${LONGEST_VIDEO}, got ${second}` : undefined;
  };
  let [count, first] = [0, ''];
  let codes = kinds;
  for (let row = 0; row < events.length; row++) {
    const fault = faultOf(row);
    if (fault === undefined) continue;
    const id = count++ > 0 ? null : textAt(textsOf(events, 'id'), row);
    if (count === 1) first = `${id === null ? 'a statement' : `statement "${id}"`}: ${fault}`;
    if (kinds[row] !== video) continue;
    if (codes === kinds) codes = kinds.slice();
    codes[row] = dictionary.length;
  }
  if (count === 0) return { events, wrong: undefined };
  const kind: CategoryColumn = { type: 'category', codes, dictionary: [...dictionary, 'activity'] };
  return { events: { ...events, columns: new Map([...events.columns, ['kind', kind]]) }, wrong: { count, first, place: 'a statement' } };
}
