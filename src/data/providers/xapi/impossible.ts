import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import type { SnapshotNotes } from '../../provider.js';
import type { CategoryColumn, Table } from '../../table.js';
import { flagsOf, numbersOf, textAt, textsOf } from './columns.js';

type Skipped = NonNullable<SnapshotNotes['skipped']>;

/** Events as they count, and how many say a number that cannot be; undefined for none. */
interface Possible {
  readonly events: Table;
  readonly wrong: Pick<Skipped, 'count' | 'first'> | undefined;
}

/** Whether a score can be the grade of a course: one in percent would stand in the highest range. */
export function isGrade(score: number): boolean {
  return score >= 0 && score <= 1;
}

/**
 * The events, of which those that name a place in a video, or a length of one, beyond a day say only that somebody was there. They
 * are counted, and so are grades of a course that cannot be; these stay, since they may say that the course is passed.
 */
export function withoutImpossible(events: Table): Possible {
  const kinds = textsOf(events, 'kind');
  const [grade, video] = ['grade', 'video'].map((kind) => kinds.dictionary.indexOf(kind));
  const ofCourse = flagsOf(events, 'of_course');
  const [scores, positions, lengths] = ['score', 'position', 'length'].map((name) => numbersOf(events, name));
  const faultOf = (row: number): string | undefined => {
    const [kind, score] = [kinds.codes[row] ?? -1, scores?.[row] ?? NaN];
    if (kind === grade && ofCourse[row] === 1 && !Number.isNaN(score) && !isGrade(score)) {
      return `result.score.scaled: expected a number from 0 to 1, got ${score}`;
    }
    const beyond = [positions?.[row], lengths?.[row]].find((second) => second !== undefined && second > LONGEST_VIDEO);
    return kind !== video || beyond === undefined ? undefined : `a second of a video: expected at most ${LONGEST_VIDEO}, got ${beyond}`;
  };
  let [count, first] = [0, ''];
  const codes = kinds.codes.slice();
  for (let row = 0; row < events.length; row++) {
    const fault = faultOf(row);
    if (fault === undefined) continue;
    const id = textAt(textsOf(events, 'id'), row);
    if (count++ === 0) first = `${id === null ? 'a statement' : `statement "${id}"`}: ${fault}`;
    if (codes[row] === video) codes[row] = kinds.dictionary.length;
  }
  if (count === 0) return { events, wrong: undefined };
  const kind: CategoryColumn = { type: 'category', codes, dictionary: [...kinds.dictionary, 'activity'] };
  return { events: { ...events, columns: new Map([...events.columns, ['kind', kind]]) }, wrong: { count, first } };
}
