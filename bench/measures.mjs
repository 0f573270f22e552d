/** Measures raw xAPI to ready tables, and distinct learners under a brush; prints them as JSON. */
import process from 'node:process';
import { createEngine } from '../src/data/engine/create-engine.ts';
import { grownBy, rawXapi } from './raw-xapi.mjs';

const REPEATS = 5;
const STATEMENTS = [200_000, 1_000_000];
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const DAYS = 400;

const [mode, way, size] = process.argv.slice(2);
if (mode === '--grown-by') process.stdout.write(String(await grownBy(way, Number(size))));
else process.stdout.write(JSON.stringify(await measured(mode === undefined ? STATEMENTS : [Number(mode)])));

async function measured(sizes) {
  const figures = [];
  for (const count of sizes) figures.push(...(await rawXapi(count, REPEATS)));
  return [...figures, ...distinctLearners(sizes[0])];
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
    return figure(`Distinct learners by ${name}, one step of a brush, against the plain scan`, count, theirs, ours, '50 ×');
  });
}

function figure(name, count, theirs, ours, goal) {
  return { name, rows: count, reference: `${theirs.toFixed(2)} ms`, value: `${ours.toFixed(3)} ms`, ratio: theirs / ours, goal };
}

function median(run, repeats = REPEATS) {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[(repeats - 1) >> 1];
}

/** A linear congruential generator, so that every run has the same rows. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
