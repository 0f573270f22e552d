import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import type { SnapshotNotes } from '../../provider.js';
import type { Table } from '../../table.js';
import { chosen, flagsOf, numbersOf, textAt, textsOf } from './columns.js';
import { upTo } from './order.js';

type Skipped = NonNullable<SnapshotNotes['skipped']>;

/** What is left of events, and what was left out; undefined for nothing. */
interface Possible {
  readonly events: Table;
  readonly wrong: Pick<Skipped, 'count' | 'first'> | undefined;
}

/**
 * The events without those of a number that cannot be: a grade of a course outside 0 to 1, which in percent would stand in the highest
 * range, and a place in a video, or a length of one, beyond a day.
 */
export function withoutImpossible(events: Table): Possible {
  const kinds = textsOf(events, 'kind');
  const [grade, video] = ['grade', 'video'].map((kind) => kinds.dictionary.indexOf(kind));
  const ofCourse = flagsOf(events, 'of_course');
  const [scores, positions, lengths] = ['score', 'position', 'length'].map((name) => numbersOf(events, name));
  const fault = (row: number): string | undefined => {
    const kind = kinds.codes[row] ?? -1;
    const score = scores?.[row] ?? NaN;
    if (kind === grade && ofCourse[row] === 1 && (score < 0 || score > 1)) {
      return `result.score.scaled: expected a number from 0 to 1, got ${score}`;
    }
    const tooLate = [positions?.[row], lengths?.[row]].find((second) => second !== undefined && second > LONGEST_VIDEO);
    return kind !== video || tooLate === undefined ? undefined : `a second of a video: expected at most ${LONGEST_VIDEO}, got ${tooLate}`;
  };
  let first = 0;
  while (first < events.length && fault(first) === undefined) first++;
  if (first === events.length) return { events, wrong: undefined };
  const rows = upTo(events.length).filter((row) => fault(row) === undefined);
  const id = textAt(textsOf(events, 'id'), first);
  return {
    events: {
      ...events,
      length: rows.length,
      columns: new Map(
        [...events.columns.keys()].flatMap((name) => {
          const column = chosen(events, name, rows);
          return column === undefined ? [] : [[name, column] as const];
        }),
      ),
    },
    wrong: { count: events.length - rows.length, first: `${id === null ? 'a statement' : `statement "${id}"`}: ${fault(first) ?? ''}` },
  };
}
