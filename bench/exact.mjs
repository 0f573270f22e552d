/**
 * Exactness at size: filters across several tables (semi-joins), distinct counts and derived tables of a course of many events,
 * answered by the engine that the widgets use and by the naive reference beside this file.
 */
import { createEngine } from '../src/data/engine/create-engine.ts';
import { valueAt } from '../src/data/table.ts';
import { courseTables, NOW } from './course.mjs';
import { openCourse } from './dashboard.mjs';
import { grouped, having, naiveTables } from './naive.mjs';

const DAY = 86_400_000;
const START = NOW - 120 * DAY;
const VIDEO = 'block-v1:course-v1:Org+A+1+video+1.1.1';
/** Steps of each question: enough that a filter that moves gets lines of its own. */
const STEPS = 8;

const count = (rows) => rows.length;
const learners = (rows) => new Set(rows.map(({ actor_id }) => actor_id)).size;
const total = (field) => (rows) => rows.reduce((sum, row) => sum + row[field], 0);
const within = (value, [from, to]) => value !== null && value >= from && value < to;

const METRICS = {
  rows: { op: 'count' },
  learners: { op: 'countDistinct', field: 'actor_id' },
  attempts: { op: 'sum', field: 'attempts' },
  passes: { op: 'sum', field: 'passes' },
  touched: { op: 'sum', field: 'touched' },
};
const metric = (id) => ({ id, label: id, definition: id, unit: 'items', aggregate: METRICS[id] });
const measured = (...ids) => ids.map((id) => ({ metric: id }));

/** What is asked: the view, its filters at a step, and the same by the naive tables. */
const QUESTIONS = [
  {
    name: 'learners by track, with a visit in one window and a third attempt in another',
    spec: { table: 'enrollments', by: [{ field: 'track' }], measures: measured('rows', 'learners') },
    filters: (at) => [
      { field: 'visited_at', range: days(at * 10, at * 10 + 9) },
      { field: 'responded_at', range: days(30, 70) },
      { field: 'attempt', in: [3] },
    ],
    naive: ({ enrollments, visits, responses }, at) => {
      const visited = having(visits, (row) => within(row.visited_at, days(at * 10, at * 10 + 9)));
      const tried = having(responses, (row) => within(row.responded_at, days(30, 70)) && row.attempt === 3);
      const kept = enrollments.filter(({ who }) => visited.has(who) && tried.has(who));
      return grouped(
        kept,
        (row) => row.track,
        count,
        (rows) => new Set(rows.map(({ who }) => who.split(' ')[1])).size,
      );
    },
  },
  {
    name: 'visits and visitors by section, of the verified who watched a part of a video',
    spec: { table: 'page_visits', by: [{ field: 'section' }], measures: measured('rows', 'learners') },
    filters: (at) => [
      { field: 'track', in: ['verified', null] },
      { field: 'video_segments.block_id', in: [VIDEO] },
      { field: 'video_segments.from_second', range: [1, 100 + at * 20] },
      { field: 'video_segments.to_second', range: [40 + at * 20, 601] },
    ],
    naive: ({ visits, enrollments, segments, blocks }, at) => {
      const kept = having(enrollments, ({ track }) => track === 'verified' || track === null);
      const watched = having(segments, (row) => row.block_id === VIDEO && row.from < 100 + at * 20 && row.to >= 40 + at * 20);
      const rows = visits.filter(({ who }) => kept.has(who) && watched.has(who));
      return grouped(rows, (row) => blocks.get(row.block_id).section, count, learners);
    },
  },
  {
    name: 'visits and visitors by day, while their window moves, of those who answered in another',
    spec: {
      table: 'page_visits',
      by: [{ field: 'visited_at', bin: { kind: 'period', grain: 'day' } }],
      measures: measured('rows', 'learners'),
    },
    filters: (at) => [
      { field: 'visited_at', range: days(at * 9, at * 9 + 30) },
      { field: 'responded_at', range: days(20, 24) },
    ],
    naive: ({ visits, responses }, at) => {
      const answered = having(responses, (row) => within(row.responded_at, days(20, 24)));
      const rows = visits.filter((row) => answered.has(row.who) && within(row.visited_at, days(at * 9, at * 9 + 30)));
      return grouped(rows, (row) => new Date(row.visited_at).toISOString().slice(0, 10), count, learners);
    },
  },
  {
    name: 'outcomes of problems, of learners by their last visit and their track',
    spec: { table: 'problem_outcomes', by: [{ field: 'block_id' }], measures: measured('rows', 'attempts', 'learners') },
    filters: (at) => [
      { field: 'last_visit', range: days(40 + at * 8, 60 + at * 8) },
      { field: 'track', in: ['audit'] },
    ],
    naive: ({ outcomes, enrollments }, at) => {
      const kept = having(enrollments, (row) => row.track === 'audit' && within(row.last_visit, days(40 + at * 8, 60 + at * 8)));
      const rows = outcomes.filter(({ who }) => kept.has(who));
      return grouped(rows, (row) => row.block_id, count, total('attempt'), learners);
    },
  },
  {
    name: 'last verdicts on problems, of learners with a visit in a window',
    spec: { table: 'problem_outcomes', by: [{ field: 'last_correct' }], measures: measured('rows', 'learners') },
    filters: (at) => [{ field: 'visited_at', range: days(at * 14, at * 14 + 2) }],
    naive: ({ outcomes, visits }, at) => {
      const visited = having(visits, (row) => within(row.visited_at, days(at * 14, at * 14 + 2)));
      return grouped(
        outcomes.filter(({ who }) => visited.has(who)),
        (row) => row.correct,
        count,
        learners,
      );
    },
  },
  {
    name: 'seconds of a video, of learners who answered in a window',
    spec: {
      table: 'video_segments',
      by: [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' } }],
      measures: measured('rows', 'passes'),
      where: [{ field: 'block_id', in: [VIDEO] }],
    },
    filters: (at) => [{ field: 'responded_at', range: days(at * 12, at * 12 + 6) }],
    naive: ({ segments, responses }, at) => {
      const answered = having(responses, (row) => within(row.responded_at, days(at * 12, at * 12 + 6)));
      const seconds = segments
        .filter((row) => row.block_id === VIDEO && answered.has(row.who))
        .flatMap(({ from, to, passes }) => Array.from({ length: to - from + 1 }, (_, second) => ({ second: from + second, passes })));
      return grouped(seconds, (row) => row.second, count, total('passes'));
    },
  },
  {
    name: 'engagement with subsections, of learners who watched a part of a video',
    spec: {
      table: 'engagement',
      by: [{ field: 'label' }],
      measures: measured('rows', 'touched'),
      where: [
        { field: 'kind', in: ['page'] },
        { field: 'level', in: ['subsection'] },
      ],
    },
    filters: (at) => [
      { field: 'video_segments.block_id', in: [VIDEO] },
      { field: 'video_segments.from_second', range: [1 + at * 60, 90 + at * 60] },
    ],
    naive: ({ engagement, segments }, at) => {
      const watched = having(segments, (row) => row.block_id === VIDEO && within(row.from, [1 + at * 60, 90 + at * 60]));
      const label = ({ isAll }) => (isAll ? 'All pages viewed' : 'At least one page viewed');
      return grouped(
        engagement.filter(({ who }) => watched.has(who)),
        label,
        count,
        total('touched'),
      );
    },
  },
];

/** How many answers were compared; throws an error that names the first that differs. */
export function compareWithNaive(events) {
  const { dataset, tables } = openCourse(events);
  const naive = naiveTables(courseTables(events));
  const engine = createEngine(tables, { timezone: 'UTC', metric });
  let compared = 0;
  for (const { name, spec, filters, naive: asked } of QUESTIONS) {
    for (let at = 0; at < STEPS; at++) {
      const clauses = filters(at).map((predicate) => ({ origin: 'reader', ...predicate }));
      const data = engine.view({ id: name, ...spec }, { clauses });
      const [ours, theirs] = [lines(rowsOf(data)), lines(asked(naive, at))];
      if (data.unanswered.length > 0 || ours !== theirs) {
        throw new Error(
          `${name}, step ${at}: not what the naive reference says.\nOurs:\n${ours.slice(0, 400)}\nNaive:\n${theirs.slice(0, 400)}`,
        );
      }
      if (theirs === '') throw new Error(`${name}, step ${at}: nothing is left to compare.`);
      compared++;
    }
  }
  dataset.close();
  return compared;
}

function rowsOf({ length, columns }) {
  return Array.from({ length }, (_, row) => columns.map(({ data }) => valueAt(data, row)));
}

function lines(rows) {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
}

function days(from, to) {
  return [START + from * DAY, START + to * DAY];
}
