import { LONGEST_VIDEO } from '../../../metrics/at-risk-video.js';
import { isMeanOfStars } from '../../../metrics/rating.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';
import { unlike } from '../../unlike.js';
import { numbersOf } from '../xapi/columns.js';

/** What a number may be, in words and as a test, which is given the numbers of the same row in some columns too, NaN where unknown. */
interface Range {
  readonly expected: string;
  readonly beside?: readonly string[];
  readonly fits: (value: number, ...beside: readonly number[]) => boolean;
}

const SHARE: Range = { expected: 'a number from 0 to 1', fits: (value) => value >= 0 && value <= 1 };
const COUNT: Range = { expected: 'a whole number of 0 or more', fits: (value) => Number.isInteger(value) && value >= 0 };
const AMOUNT: Range = { expected: 'a number of 0 or more', fits: (value) => value >= 0 };
const STARS: Range = {
  expected: 'a whole number of stars from 1 to 5',
  fits: (value) => Number.isInteger(value) && value >= 1 && value <= 5,
};
const MEAN_STARS: Range = { expected: 'a number of stars from 0 to 5', fits: isMeanOfStars };
const FIRST_SECOND: Range = { expected: 'a whole second from 1', fits: (value) => Number.isInteger(value) && value >= 1 };
const LAST_SECOND: Range = {
  expected: 'a whole second not before from_second',
  beside: ['from_second'],
  fits: (value, least = NaN) => Number.isInteger(value) && !(value < least),
};

const OF_A_VIDEO: Range = { expected: `a second of a video, at most ${LONGEST_VIDEO}`, fits: (value) => value <= LONGEST_VIDEO };

/** A rate that a host supplies. Where both of its counts are known it is not read: they are, and may contradict each other. */
function rateOf(...counts: readonly string[]): Range {
  return { ...SHARE, beside: counts, fits: (value, ...known) => !known.some(Number.isNaN) || SHARE.fits(value) };
}

const RATES: Readonly<Record<string, Range>> = {
  completion_rate: rateOf('completions', 'starts'),
  starter_completion_rate: rateOf('completions', 'actual_starts'),
  retention: rateOf('completions', 'hits'),
};
const NOT_WHOLE = /_(seconds|weight|bound)$/;

/** All numbers of a table but these are counts, amounts, means of stars, or rates. */
function amountsOf(table: string, ...others: readonly string[]): readonly (readonly [string, Range])[] {
  return Object.entries(columnsWithout(table, ...others)).flatMap(([column, type]) =>
    type === 'number' ? [[column, RATES[column] ?? rangeOf(column)] as const] : [],
  );
}

function rangeOf(column: string): Range {
  if (column.startsWith('average_rating')) return MEAN_STARS;
  return NOT_WHOLE.test(column) ? AMOUNT : COUNT;
}

const RANGES: Readonly<Record<string, readonly (readonly [string, Range])[]>> = {
  courses: [['pass_mark', SHARE]],
  enrollments: [['course_grade', SHARE]],
  grades: [['score', SHARE]],
  video_watches: [
    ['from_second', FIRST_SECOND],
    ['to_second', LAST_SECOND],
    ['to_second', OF_A_VIDEO],
  ],
  explorations: amountsOf('explorations'),
  states: amountsOf('states', 'state_order', 'bounce_rate'),
  sessions: amountsOf('sessions'),
  ratings: [['stars', STARS], ...amountsOf('ratings', 'stars')],
  feedback: amountsOf('feedback'),
  weekly: amountsOf('weekly'),
  creator: amountsOf('creator'),
  demographics: amountsOf('demographics'),
};

/**
 * Throws StatsError `invalid`, naming path and value, for a number that its column cannot have: a grade in percent would stand in the
 * highest range, a watched interval that ends before it begins would take views away from others.
 */
export function checkRanges(table: Table): void {
  for (const [name, { expected, beside = [], fits }] of RANGES[table.name] ?? []) {
    const values = numbersOf(table, name);
    const others = beside.map((other) => numbersOf(table, other));
    const wrong = values.findIndex((value, row) => !Number.isNaN(value) && !fits(value, ...others.map((each) => each[row] ?? NaN)));
    if (wrong < 0) continue;
    throw unlike('invalid', `${table.name}[${wrong}].${name}`, expected, values[wrong]);
  }
}
