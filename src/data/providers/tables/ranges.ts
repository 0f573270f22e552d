import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { numbersOf } from '../xapi/columns.js';

/** What a number may be, in words and as a test; `least` is that of the same row in the column `notBelow`, NaN where it is unknown. */
interface Range {
  readonly expected: string;
  readonly notBelow?: string;
  readonly fits: (value: number, least: number) => boolean;
}

const SHARE: Range = { expected: 'a number from 0 to 1', fits: (value) => value >= 0 && value <= 1 };
const AMOUNT: Range = { expected: 'a number of 0 or more', fits: (value) => value >= 0 };
const FIRST_SECOND: Range = { expected: 'a whole second from 1', fits: (value) => Number.isInteger(value) && value >= 1 };
const LAST_SECOND: Range = {
  expected: 'a whole second not before from_second',
  notBelow: 'from_second',
  fits: (value, least) => Number.isInteger(value) && !(value < least),
};

const OF_A_VIDEO: Range = { expected: `a second of a video, at most ${LONGEST_VIDEO}`, fits: (value) => value <= LONGEST_VIDEO };

const amounts = (...columns: readonly string[]): readonly [string, Range][] => columns.map((column) => [column, AMOUNT]);

const RANGES: Readonly<Record<string, readonly (readonly [string, Range])[]>> = {
  courses: [['pass_mark', SHARE]],
  enrollments: [['course_grade', SHARE]],
  grades: [['score', SHARE]],
  video_watches: [
    ['from_second', FIRST_SECOND],
    ['to_second', LAST_SECOND],
    ['to_second', OF_A_VIDEO],
  ],
  explorations: amounts('plays', 'starts', 'actual_starts', 'completions', 'completion_rate', 'ratings', 'feedback', 'learners'),
  states: amounts('first_hits', 'hits', 'answers', 'completions', 'solution_views', 'hint_views'),
  weekly: amounts('plays', 'starts', 'completions'),
};

/**
 * Throws StatsError `invalid`, naming path and value, for a number that its column cannot have: a grade in percent would stand in the
 * highest range, a watched interval that ends before it begins would take views away from others.
 */
export function checkRanges(table: Table): void {
  for (const [name, { expected, notBelow, fits }] of RANGES[table.name] ?? []) {
    const values = numbersOf(table, name);
    const least = notBelow === undefined ? values : numbersOf(table, notBelow);
    const wrong = values.findIndex((value, row) => !Number.isNaN(value) && !fits(value, least[row] ?? NaN));
    if (wrong < 0) continue;
    throw new StatsError('invalid', `${table.name}[${wrong}].${name}: expected ${expected}, got ${values[wrong]}.`);
  }
}
