import { watchedIntervals } from '../../../metrics/at-risk-video.js';
import type { Settings } from '../../provider.js';
import type { Column, Table } from '../../table.js';
import { chosen, factTable, flagsOf, numberAt, numbersOf, pick, textAt, textsOf } from './columns.js';
import type { Derivation } from './derived-tables.js';
import { byCode, startsOf } from './order.js';
import { isGrade } from './impossible.js';
import { playbacks } from './playbacks.js';
import type { SeenEvents } from './seen-events.js';
import { longestOfEach } from './video-lengths.js';

type Aspects = 'aspects-v8' | undefined;

/** The tables of facts from events in order of time, each in that order. Each is made when it is asked for. */
export function factTables(seen: SeenEvents, rules: Settings['rules']): readonly Derivation[] {
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  const kinds = rowsByKind(seen);
  return [
    [['page_visits'], () => [visits(seen, kinds('visit'))]],
    [['problem_responses'], () => [responses(seen, kinds('problem'))]],
    [['grades'], () => [grades(seen, kinds('grade'), aspects)]],
    [['video_watches'], () => [watches(seen, kinds('video'), aspects)]],
  ];
}

function visits(seen: SeenEvents, rows: Int32Array): Table {
  return factTable('page_visits', rows.length, { ...about(seen, rows), visited_at: timesAt(seen, rows) });
}

function responses(seen: SeenEvents, rows: Int32Array): Table {
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
 * nothing of the grade. An event of a course without a score, or with one outside 0 to 1, does not either; under `aspects-v8` its score is
 * 0, or as it is.
 */
function grades(seen: SeenEvents, all: Int32Array, aspects: Aspects): Table {
  const { events } = seen;
  const scores = numbersOf(events, 'score');
  const states = textsOf(events, 'state');
  const verbs = textsOf(events, 'verb');
  const ofCourse = flagsOf(events, 'of_course');
  const said: number[] = [];
  const rows = all.filter((row) => {
    const score = Number.isNaN(scores[row]) && aspects !== undefined ? 0 : (scores[row] ?? NaN);
    const isSaid = ofCourse[row] === 1 && (aspects !== undefined || isGrade(score)) && !(textAt(verbs, row) === 'passed' && score === 0);
    const own = isSaid ? score : NaN;
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

/** Views of videos; a length that the learner's own events do not tell is the greatest of any statement of that video. */
function watches(seen: SeenEvents, all: Int32Array, aspects: Aspects): Table {
  const rows: number[] = [];
  const values: { [Key in 'watched_at' | 'from_second' | 'to_second' | 'length']: number[] } = {
    watched_at: [],
    from_second: [],
    to_second: [],
    length: [],
  };
  const blocks = textsOf(seen.events, 'block_id');
  const lengths = longestOfEach(blocks, numbersOf(seen.events, 'length'), aspects === undefined ? seen.rows : new Int32Array(0));
  for (const { row, played } of playbacks(seen, all)) {
    const longest = numberAt(lengths, blocks.codes[row] ?? -1);
    for (const { time, from, to, length } of watchedIntervals(played, aspects, longest)) {
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
  return pick({ type: 'time', values: times }, rows);
}

/** The rows of each kind, put apart once. */
function rowsByKind({ events, rows }: SeenEvents): (kind: string) => Int32Array {
  const { codes, dictionary } = textsOf(events, 'kind');
  const starts = startsOf(rows, codes, dictionary.length);
  const order = byCode(rows, codes, dictionary.length);
  return (kind) => {
    const code = dictionary.indexOf(kind);
    return order.subarray(starts[code] ?? 0, starts[code + 1] ?? 0);
  };
}
