/** Measures raw xAPI to columns, and distinct learners under a brush; prints them as JSON. */
import process from 'node:process';
import { createEngine } from '../src/data/engine/create-engine.ts';
import { RecordColumns } from '../src/data/ingest/columns/record-columns.ts';

const REPEATS = 5;
const SLICE = 16 * 1024 * 1024;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const DAYS = 400;

const rows = Number(process.argv[2] ?? 200_000);
process.stdout.write(JSON.stringify([rawXapi(rows), ...distinctLearners(rows)]));

/** Statements of about one kilobyte, and the paths of them that the tables need. */
function rawXapi(count) {
  const bytes = statements(count);
  const wanted = [
    ['actor', ['actor', 'account', 'name'], 'category'],
    ['verb', ['verb', 'id'], 'category'],
    ['object', ['object', 'id'], 'category'],
    ['type', ['object', 'definition', 'type'], 'category'],
    ['time', ['timestamp'], 'time'],
    ['scaled', ['result', 'score', 'scaled'], 'number'],
    ['success', ['result', 'success'], 'boolean'],
  ].map(([name, path, type]) => ({ name, path, type }));
  const ours = median(() => {
    const reader = RecordColumns.create(wanted, () => []);
    for (let at = 0; at < bytes.length; at += SLICE) reader.push(bytes.subarray(at, at + SLICE), bytes.length);
    if (reader.end().rows !== count) throw new Error('Statements were lost.');
  });
  const theirs = median(() => parsedByLine(bytes));
  return figure('Raw xAPI to columns, against JSON.parse line by line', count, theirs, ours, '2 ×');
}

function parsedByLine(bytes) {
  const decoder = new TextDecoder();
  let rest = '';
  let last;
  for (let at = 0; at < bytes.length; at += SLICE) {
    const lines = (rest + decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) last = JSON.parse(line);
  }
  return last;
}

function statements(count) {
  const parts = [];
  for (let at = 0; at < count; at++) {
    const learner = (at * 7919) % 4000;
    const problem = at % 300;
    const time = new Date(START + ((at * 104_729) % (DAYS * 86_400)) * 1000).toISOString();
    parts.push(
      `{"id":"3e1d34a1-0000-4000-8000-${String(at).padStart(12, '0')}","version":"1.0.3","actor":{"objectType":"Agent","account":{"name":"learner-${learner}","homePage":"https://lms.example.org"}},"verb":{"id":"https://w3id.org/xapi/acrossx/verbs/evaluated","display":{"en":"evaluated"}},"object":{"id":"https://lms.example.org/xblock/block-v1:Org+Course+Run+type@problem+block@${problem}","objectType":"Activity","definition":{"name":{"en":"Problem ${problem}"},"type":"http://adlnet.gov/expapi/activities/cmi.interaction","description":{"en":"Which of the following statements about the reading is right, given what was said in the lecture of this week?"},"interactionType":"other","extensions":{"http://id.tincanapi.com/extension/attempt-id":${at % 5}}}},"result":{"score":{"scaled":${(at % 11) / 10},"raw":${at % 11},"min":0,"max":10},"success":${at % 3 > 0},"response":"choice_${at % 4}"},"context":{"contextActivities":{"parent":[{"id":"https://lms.example.org/course/course-v1:Org+Course+Run","objectType":"Activity","definition":{"name":{"en":"Course"},"type":"http://adlnet.gov/expapi/activities/course"}}]},"extensions":{"https://w3id.org/xapi/openedx/extension/transformer-version":"event-routing-backends@7.0.1","https://w3id.org/xapi/openedx/extensions/session-id":"8a2f5b6c"}},"timestamp":"${time}"}\n`,
    );
  }
  return new TextEncoder().encode(parts.join(''));
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
