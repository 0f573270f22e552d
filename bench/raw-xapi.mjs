/**
 * Raw xAPI through the provider, as widgets read it: statements to the tables that views are asked of, each derived one made, against
 * JSON.parse line by line over the same bytes. Memory is what the process grew by at its highest, against keeping the parsed objects;
 * each side in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { DEFAULT_AT_RISK_RULES } from '../src/metrics/at-risk.ts';
import { xapiProvider } from '../src/data/providers/xapi.ts';
import { courseTables, NOW, statementSlices } from './statements.mjs';

const SLICE = 16 * 1024 * 1024;
const SETTINGS = { now: NOW, timezone: 'UTC', rules: DEFAULT_AT_RISK_RULES, idleCapSeconds: 1800, engagement: 'R1' };

/** Times of both ways in turn, in milliseconds, and their memory in bytes. */
export async function rawXapi(count, repeats) {
  const slices = statementSlices(count, SLICE);
  const [theirs, ours] = [[], []];
  for (let at = 0; at < repeats; at++) {
    theirs.push(await timed(() => parsedByLine(slices, () => undefined)));
    ours.push(await timed(() => readyTables(slices)));
  }
  return { ours: median(ours), theirs: median(theirs), ratio: median(theirs.map((time, at) => time / ours[at])) };
}

/** Bytes that each way takes over its input, of processes of their own. */
export function memoryOf(count) {
  const [theirs, ours] = ['kept', 'tables'].map((way) =>
    Number(
      execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=12000', import.meta.filename, '--memory', way, String(count)], {
        encoding: 'utf8',
      }),
    ),
  );
  return { ours, theirs };
}

/** What this process grows by, sampled after every slice. */
export async function grownBy(way, count) {
  const slices = statementSlices(count, SLICE);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const sample = () => (most = Math.max(most, process.memoryUsage.rss()));
  const kept = [];
  if (way === 'kept') parsedByLine(slices, (object) => kept.push(object), sample);
  else kept.push(await readyTables(slices, sample));
  sample();
  return kept.length > 0 ? most - before : 0;
}

async function readyTables(slices, sample = () => undefined) {
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const snapshot = await xapiProvider.read({ events: arriving(slices, sample), tables: courseTables() }, context);
  sample();
  const { tables } = xapiProvider.prepare(snapshot, SETTINGS);
  for (const name of tables.keys()) if (tables.get(name) === undefined) throw new Error(`${name} is missing.`);
  return tables;
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

async function timed(run) {
  globalThis.gc();
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1];
}
