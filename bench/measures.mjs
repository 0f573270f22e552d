/**
 * Measures raw xAPI to ready tables, distinct learners under a brush, and the dashboard under several filters, and compares answers with
 * a naive reference; prints them as JSON.
 */
import process from 'node:process';
import { createEngine } from '../src/data/engine/create-engine.ts';
import { numbers } from './course.mjs';
import { measureDashboard } from './dashboard.mjs';
import { compareWithNaive } from './exact.mjs';
import { grownBy, rawXapi } from './raw-xapi.mjs';
import { givenTables } from './tables.mjs';

const REPEATS = 5;
const STATEMENTS = [20_000, 200_000, 1_000_000];
/** The size at which goals of steps are stated. */
const STATED = 1_000_000;
/** Longest that all views of the dashboard may take in 95 of 100 steps. */
const STEP_MS = 5;
const STEPS = 1000;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const DAYS = 400;

const [mode, way, size] = process.argv.slice(2);
if (mode === '--grown-by') process.stdout.write(String(await grownBy(way, Number(size))));
else if (mode === '--exact') process.stdout.write(JSON.stringify([exactness(Number(way))]));
else if (mode === '--statements') process.stdout.write(JSON.stringify(await statements(STATEMENTS)));
else process.stdout.write(JSON.stringify([...distinctLearners(Number(mode)), ...dashboard(Number(mode))]));

async function statements(sizes) {
  const figures = [];
  for (const count of sizes) figures.push(...(await rawXapi(count, REPEATS)));
  for (const count of sizes) figures.push(await givenTables(count, REPEATS));
  return figures;
}

/** Answers that are compared with a naive reference; one that differs ends the run. */
function exactness(count) {
  const compared = compareWithNaive(count);
  const name = 'Filters across tables, distinct counts and derived tables: answers equal to a naive reference';
  return { name, rows: count, reference: `${compared} answers`, value: `${compared} equal`, goal: 'all', short: 1 };
}

/** All views and the table of the dashboard under random filters, step by step. */
function dashboard(count) {
  const { times, theirs, bits } = measureDashboard(count, STEPS, 3);
  const sorted = times.sort((a, b) => a - b);
  const reference = theirs.sort((a, b) => a - b)[theirs.length >> 1];
  const all = bits.reduce((sum, each) => sum + each, 0);
  const idle = {
    name: 'The dashboard made ready for filters when nobody asks, in bits: all of them, and the longest',
    rows: count,
    reference: '',
    value: `${all.toFixed(0)} ms (longest ${Math.max(...bits).toFixed(1)})`,
    goal: '',
    short: 1,
  };
  const steps = [50, 95].map((percent) => {
    const ours = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
    const name = `All views of the dashboard under random filters, p${percent} of ${STEPS} steps, against the plain scan`;
    if (percent === 50) return figure(name, count, reference, ours);
    return {
      ...figure(name, count, reference, ours),
      goal: count === STATED ? `${STEP_MS} ms` : '',
      short: count === STATED ? ours / STEP_MS : 1,
    };
  });
  return [...steps, idle];
}

/** Learners by course, track and day while a window of 60 days moves, against the engine that goes over the rows. */
function distinctLearners(count) {
  const random = numbers(7);
  const category = (size, prefix) => ({
    type: 'category',
    codes: Int32Array.from({ length: count }, () => random() * size),
    dictionary: Array.from({ length: size }, (_, at) => prefix + at),
  });
  const columns = new Map([
    ['learner', category(Math.max(1, count / 50), 'u')],
    ['course', category(40, 'course-')],
    ['track', category(4, 'track-')],
    ['at', { type: 'time', values: Float64Array.from({ length: count }, () => START + Math.floor(random() * DAYS * DAY)) }],
  ]);
  const tables = new Map([['events', { name: 'events', length: count, columns }]]);
  const metric = (id) => ({ id, aggregate: { op: 'countDistinct', field: 'learner' } });
  const fast = createEngine(tables, { timezone: 'UTC', metric });
  const plain = createEngine(tables, { timezone: 'UTC', metric, cubes: false });
  const by = { course: { field: 'course' }, track: { field: 'track' }, day: { field: 'at', bin: { kind: 'period', grain: 'day' } } };
  return Object.entries(by).map(([name, use]) => {
    const spec = { id: name, table: 'events', by: [use], measures: [{ metric: 'learners' }] };
    const step = (engine, at) => {
      const range = [START + at * 6 * DAY, START + (at * 6 + 60) * DAY];
      return engine.view(spec, { clauses: [{ origin: 'brush', field: 'at', range }] });
    };
    fast.expect('at', [spec]);
    for (let at = 0; at < 3; at++)
      if (JSON.stringify(step(fast, at)) !== JSON.stringify(step(plain, at))) throw new Error(`${name}: not the same.`);
    let at = 0;
    const ours = median(() => step(fast, at++ % 50), 101);
    const theirs = median(() => step(plain, at++ % 50));
    return figure(`Distinct learners by ${name}, one step of a brush, against the plain scan`, count, theirs, ours, 50);
  });
}

/** A goal is a ratio, at the size at which it is stated; `short` is by how much it is missed. */
function figure(name, count, theirs, ours, goal) {
  const ratio = theirs / ours;
  const figures = { name, rows: count, reference: `${theirs.toFixed(2)} ms`, value: `${ours.toFixed(3)} ms`, ratio };
  return goal === undefined || count < STATED ? { ...figures, goal: '', short: 1 } : { ...figures, goal: `${goal} ×`, short: goal / ratio };
}

function median(run, repeats = REPEATS) {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[(repeats - 1) >> 1];
}
