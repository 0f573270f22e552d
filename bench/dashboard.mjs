/**
 * Several filters at once on the at-risk dashboard: all its views and its table, as the widgets ask for them, while a reader moves
 * brushes, clicks bars and lets them go in a random order. Every answer of some steps is compared with the plain engine's.
 */
import { Dataset } from '../src/data/dataset.ts';
import { createEngine } from '../src/data/engine/create-engine.ts';
import { tablesProvider } from '../src/data/providers/tables.ts';
import { completeSettings } from '../src/data/settings.ts';
import { valueAt } from '../src/data/table.ts';
import { viewSpec } from '../src/metrics/views.ts';
import { courseTables, NOW, numbers } from './course.mjs';

const DAY = 86_400_000;
const START = NOW - 120 * DAY;
const TABLE = 'learners';
const VIEWS = [
  'never-started',
  'last-visits',
  'tracks',
  'enrollment-dates',
  'page-engagement',
  'sections',
  'interactions',
  'subsections',
  'visits-over-time',
  'problem-engagement',
  'problem-attempts',
  'problem-results',
  'video-engagement',
  'videos',
  'video-views',
  'video-segments',
  'grade-distribution',
  'approval',
];
const VIDEO = 'block-v1:course-v1:Org+A+1+video+1.1.1';
const FIXED = { 'video-segments': [{ origin: 'fixed', field: 'video_segments.block_id', in: [VIDEO] }] };

/** What readers do: a brush along a field from `from` on, or a choice among values; each in the name of a view. */
const BRUSHES = [
  {
    origin: 'last-visits',
    ranges: (at) => [{ field: 'last_visit', range: [START + Math.floor(at * 60) * DAY, START + (Math.floor(at * 60) + 50) * DAY] }],
  },
  {
    origin: 'visits-over-time',
    ranges: (at) => [{ field: 'visited_at', range: [START + Math.floor(at * 90) * DAY, START + (Math.floor(at * 90) + 20) * DAY] }],
  },
  {
    origin: 'video-segments',
    ranges: (at) => [
      { field: 'video_segments.from_second', range: [1, Math.floor(at * 400) + 120] },
      { field: 'video_segments.to_second', range: [Math.floor(at * 400), 601] },
      { field: 'video_segments.block_id', in: [VIDEO] },
    ],
  },
  { origin: 'enrollment-dates', ranges: (at) => [{ field: 'enrolled_at', range: [START - (30 - Math.floor(at * 20)) * DAY, START] }] },
];
const CHOICES = [
  { origin: 'grade-distribution', field: 'grade_bucket', values: ['90-100%', '80-89%', '70-79%', '60-69%', '50-59%', '40-49%'] },
  { origin: 'tracks', field: 'track', values: ['audit', 'verified', 'honor', null] },
  { origin: 'bar', field: 'course_name', values: ['Algebra', 'Biology', 'Chemistry'] },
  { origin: 'sections', field: 'section', values: ['1:0:0 - Section 1', '2:0:0 - Section 2', '3:0:0 - Section 3'] },
  {
    origin: 'problem-results',
    field: 'problem_outcomes.block_id',
    values: [1, 2, 3].map((at) => `block-v1:course-v1:Org+A+1+problem+1.1.${at}`),
  },
  { origin: 'page-engagement', field: 'page_part', values: [1, 2].map((at) => `block-v1:course-v1:Org+A+1+sequential+1.${at}`) },
];

/** The dataset of so many events, and the tables that its engine runs on. */
export function openCourse(events) {
  const snapshot = { provider: 'tables', version: 1, tables: courseTables(events), notes: { bytes: 0 } };
  let prepared;
  const provider = { ...tablesProvider, prepare: (...given) => (prepared = tablesProvider.prepare(...given)) };
  const dataset = new Dataset(snapshot, provider, completeSettings({ rules: undefined }, NOW));
  return { dataset, tables: prepared.tables };
}

/** Filters of so many steps, one after another. */
export function randomSteps(count, seed = 11) {
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  let set = [];
  let moving;
  let place = 0.5;
  return Array.from({ length: count }, () => {
    const act = random();
    if (moving !== undefined && act < 0.6) {
      place = Math.min(1, Math.max(0, place + (random() - 0.5) * 0.1));
      set = [...set.filter(({ origin }) => origin !== moving.origin), ...clausesOf(moving, place)];
    } else if (act < 0.75) {
      moving = pick(BRUSHES);
      place = random();
      set = [...set.filter(({ origin }) => origin !== moving.origin), ...clausesOf(moving, place)];
    } else if (act < 0.92 && new Set(set.map(({ origin }) => origin)).size < 4) {
      const { origin, field, values } = pick(CHOICES);
      set = [...set.filter((clause) => clause.origin !== origin), { origin, field, in: values.filter(() => random() < 0.5) }];
    } else {
      const gone = pick(set)?.origin;
      set = set.filter(({ origin }) => origin !== gone);
      if (gone === moving?.origin) moving = undefined;
    }
    return set;
  });
}

function clausesOf({ origin, ranges }, at) {
  return ranges(at).map((predicate) => ({ origin, ...predicate }));
}

/** What the dashboard asks under filters: the id of a view, and its options. */
export function questions(set) {
  const asked = VIEWS.map((id) => [id, { clauses: [...set, ...(FIXED[id] ?? [])], self: id }]);
  return [...asked, [TABLE, { clauses: set, self: 'table', params: { limit: 50 } }]];
}

/** An answer as its reader has it: values, whatever the texts that a column's numbers stand for, and which of them occur. */
function told({ columns, ...answer }) {
  const values = columns.map(({ data, ...column }) => ({
    ...column,
    values: Array.from({ length: answer.length }, (_, row) => valueAt(data, row)),
  }));
  return JSON.stringify([answer, values]);
}

/**
 * Time of each step over all views, after a comparison of some with the plain engine; the time that one takes for a step; and of each bit
 * of what the worker does when nobody asks anything: after the first answers, and after the first step with a filter.
 */
export function measureDashboard(events, steps, compared) {
  const { dataset, tables } = openCourse(events);
  const plain = createEngine(tables, { timezone: 'UTC', cubes: false });
  const sequence = randomSteps(steps);
  const times = [];
  const theirs = [];
  const bits = [];
  const rest = () => {
    for (let more = true; more;) {
      const start = performance.now();
      more = dataset.rehearse();
      bits.push(performance.now() - start);
    }
  };
  for (const [id, options] of questions([])) dataset.view(`at-risk.${id}`, options);
  rest();
  const first = sequence.findIndex((set) => set.length > 0);
  for (const [step, set] of sequence.entries()) {
    const asked = questions(set);
    const start = performance.now();
    const answers = asked.map(([id, options]) => dataset.view(`at-risk.${id}`, options));
    times.push(performance.now() - start);
    if (step === first) rest();
    if (step % Math.ceil(steps / compared) !== Math.ceil(steps / compared) - 1) continue;
    const before = performance.now();
    const others = asked.map(([id, options]) => plain.view(viewSpec(`at-risk.${id}`), options));
    theirs.push(performance.now() - before);
    for (const [at, answer] of answers.entries()) {
      if (told(answer) !== told(others[at])) throw new Error(`${asked[at][0]}, step ${step}: not the same.`);
    }
  }
  dataset.close();
  return { times, theirs, bits };
}
