import { watchedIntervals } from '../../../metrics/at-risk-video.js';
import type { Settings } from '../../provider.js';
import type { Column, Table } from '../../table.js';
import { chosen, factTable, flagsOf, numbersOf, textAt, textsOf } from './columns.js';
import { playbacks } from './playbacks.js';
import type { SeenEvents } from './seen-events.js';

/** `page_visits`, `problem_responses`, `grades` and `video_watches` from events in order of time, each in that order. */
export function factTables(seen: SeenEvents, rules: Settings['rules']): readonly Table[] {
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  return [visits(seen), responses(seen), grades(seen, aspects), watches(seen, aspects)];
}

/** Of these tables those that can say more of a learner's standing than the events did: the others are no later than any event. */
export function standingTables(seen: SeenEvents, rules: Settings['rules']): readonly Table[] {
  return [visits(seen), grades(seen, rules === 'aspects-v8' ? rules : undefined)];
}

function visits(seen: SeenEvents): Table {
  const rows = rowsOfKind(seen, 'visit');
  return factTable('page_visits', rows.length, { ...about(seen, rows), visited_at: timesAt(seen, rows) });
}

function responses(seen: SeenEvents): Table {
  const rows = rowsOfKind(seen, 'problem');
  const own = (name: string): Column | undefined => chosen(seen.events, name, rows);
  return factTable('problem_responses', rows.length, {
    ...about(seen, rows),
    responded_at: timesAt(seen, rows),
    attempt: own('attempt'),
    correct: own('success'),
    score: own('score'),
    statement: own('id'),
    url: own('url'),
  });
}

/**
 * Grade events: of a course its score, of anything that says so whether the course is passed. `passed` with a score of 0 says
 * nothing of the grade. An event of a course without a score does not either; under `aspects-v8` its score is 0.
 */
function grades(seen: SeenEvents, aspects: 'aspects-v8' | undefined): Table {
  const { events } = seen;
  const scores = numbersOf(events, 'score');
  const states = textsOf(events, 'state');
  const verbs = textsOf(events, 'verb');
  const ofCourse = flagsOf(events, 'of_course');
  const said: number[] = [];
  const rows = rowsOfKind(seen, 'grade').filter((row) => {
    const score = Number.isNaN(scores[row]) && aspects !== undefined ? 0 : (scores[row] ?? NaN);
    const own = ofCourse[row] !== 1 || (textAt(verbs, row) === 'passed' && score === 0) ? NaN : score;
    const counts = !Number.isNaN(own) || textAt(states, row) !== null;
    if (counts) said.push(own);
    return counts;
  });
  return factTable('grades', rows.length, {
    ...about(seen, rows),
    graded_at: timesAt(seen, rows),
    score: { type: 'number', values: Float64Array.from(said) },
    state: chosen(events, 'state', rows),
  });
}

function watches(seen: SeenEvents, aspects: 'aspects-v8' | undefined): Table {
  const rows: number[] = [];
  const values: { [Key in 'watched_at' | 'from_second' | 'to_second' | 'length']: number[] } = {
    watched_at: [],
    from_second: [],
    to_second: [],
    length: [],
  };
  for (const { row, played } of playbacks(seen, rowsOfKind(seen, 'video'))) {
    for (const { time, from, to, length } of watchedIntervals(played, aspects)) {
      rows.push(row);
      values.watched_at.push(time);
      values.from_second.push(from);
      values.to_second.push(to);
      values.length.push(length ?? NaN);
    }
  }
  const firsts = Int32Array.from(rows);
  return factTable('video_watches', rows.length, {
    ...about(seen, firsts),
    watched_at: { type: 'time', values: Float64Array.from(values.watched_at) },
    from_second: { type: 'number', values: Float64Array.from(values.from_second) },
    to_second: { type: 'number', values: Float64Array.from(values.to_second) },
    length: { type: 'number', values: Float64Array.from(values.length) },
    url: chosen(seen.events, 'url', firsts),
  });
}

/** Who did something, and with what. */
function about({ events }: SeenEvents, rows: Int32Array): Readonly<Record<string, Column | undefined>> {
  const own = (name: string): Column | undefined => chosen(events, name, rows);
  return { course_key: own('course_key'), actor_id: own('actor_id'), block_id: own('block_id') };
}

function timesAt({ times }: SeenEvents, rows: Int32Array): Column {
  return { type: 'time', values: Float64Array.from(rows, (row) => times[row] ?? NaN) };
}

function rowsOfKind({ events, rows }: SeenEvents, kind: string): Int32Array {
  const { codes, dictionary } = textsOf(events, 'kind');
  const code = dictionary.indexOf(kind);
  return code < 0 ? new Int32Array(0) : rows.filter((row) => codes[row] === code);
}
