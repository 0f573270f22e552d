/**
 * Raw xAPI through the provider, as widgets read it: statements to the tables that views are asked of, against JSON.parse line by line
 * over the same bytes in the same run. Memory is what the process grew by at its highest, against keeping the parsed objects;
 * each side in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { DEFAULT_AT_RISK_RULES } from '../src/metrics/at-risk.ts';
import { xapiProvider } from '../src/data/providers/xapi.ts';
import { courseTables, NOW, statementSlices } from './statements.mjs';
import { median, timed } from './timing.mjs';

const SLICE = 16 * 1024 * 1024;
const SETTINGS = { now: NOW, timezone: 'UTC', rules: DEFAULT_AT_RISK_RULES, idleCapSeconds: 1800, engagement: 'R1' };

/** The figures of so many statements, as `bench/measures.mjs` prints them. */
export async function rawXapi(count, repeats) {
  const slices = statementSlices(count, SLICE);
  const times = { parsed: [], ready: [], all: [] };
  for (let at = 0; at < repeats; at++) {
    times.parsed.push(await timed(() => parsedByLine(slices, () => undefined)));
    times.ready.push(await timed(() => preparedTables(slices)));
    times.all.push(await timed(() => allTables(slices)));
  }
  slices.length = 0;
  const [kept, tables] = [memoryOf('kept', count), memoryOf('all', count)];
  const figure = (name, ours) => ({
    name: `Raw xAPI to ${name}, against JSON.parse line by line`,
    rows: count,
    reference: `${median(times.parsed).toFixed(0)} ms`,
    value: `${median(ours).toFixed(0)} ms`,
    ratio: median(times.parsed.map((time, at) => time / ours[at])),
    goal: '2 ×',
  });
  return [
    figure('the list of learners at risk', times.ready),
    figure('all tables, derived ones too', times.all),
    {
      name: 'Raw xAPI, memory to all tables, of that of the parsed objects',
      rows: count,
      reference: megabytes(kept),
      value: megabytes(tables),
      ratio: tables / kept,
      goal: 'at most 0.5 ×',
    },
  ];
}

/** What a process of its own grows by at its highest, in bytes. */
function memoryOf(way, count) {
  const args = ['--expose-gc', '--max-old-space-size=12000', process.argv[1], '--grown-by', way, String(count)];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** What this process grows by while it takes so many statements, sampled after every slice. */
export async function grownBy(way, count) {
  const slices = statementSlices(count, SLICE);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const sample = () => (most = Math.max(most, process.memoryUsage.rss()));
  const kept = [];
  if (way === 'kept') parsedByLine(slices, (object) => kept.push(object), sample);
  else kept.push(await allTables(slices, sample));
  sample();
  return kept.length > 0 ? most - before : 0;
}

/** As widgets have them: the list of learners at risk can be asked for, what other views need is made when they ask. */
async function preparedTables(slices, sample = () => undefined) {
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const snapshot = await xapiProvider.read({ events: arriving(slices, sample), tables: courseTables() }, context);
  sample();
  const { tables } = xapiProvider.prepare(snapshot, SETTINGS);
  if (tables.get('enrollments').length === 0) throw new Error('Statements were lost.');
  return tables;
}

async function allTables(slices, sample) {
  return [...(await preparedTables(slices, sample)).values()];
}

async function* arriving(slices, sample) {
  for (const slice of slices) {
    yield slice;
    sample();
  }
}

function parsedByLine(slices, keep, sample = () => undefined) {
  const decoder = new TextDecoder();
  let rest = '';
  for (const slice of slices) {
    const lines = (rest + decoder.decode(slice, { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) keep(JSON.parse(line));
    sample();
  }
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
