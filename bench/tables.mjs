/**
 * Tables that a host gives as one JSON object of rows by table, through the provider, as widgets read them, against JSON.parse of the
 * same bytes at once.
 */
import { tablesProvider } from '../src/data/providers/tables.ts';
import { median, timed } from './timing.mjs';

const PIECE = 1 << 16;
const START = Date.UTC(2024, 0, 1);

/** The figure of so many visits of pages, as `bench/measures.mjs` prints it. */
export async function givenTables(count, repeats) {
  const bytes = new TextEncoder().encode(JSON.stringify({ page_visits: visits(count) }));
  const times = { parsed: [], read: [] };
  for (let at = 0; at < repeats; at++) {
    times.parsed.push(await timed(() => JSON.parse(new TextDecoder().decode(bytes))));
    times.read.push(await timed(() => readTables(bytes, count)));
  }
  return {
    name: 'Tables as JSON, rows by table, to columns, against JSON.parse of all of it',
    rows: count,
    reference: `${median(times.parsed).toFixed(0)} ms`,
    value: `${median(times.read).toFixed(0)} ms`,
    ratio: median(times.parsed.map((time, at) => time / times.read[at])),
    goal: '',
  };
}

async function readTables(bytes, count) {
  const headers = new globalThis.Headers({ 'content-type': 'application/json' });
  const fetch = (url) => Promise.resolve({ url, status: 200, headers, body: arriving(bytes) });
  const { tables } = await tablesProvider.read({ src: 'https://host.example/tables' }, { fetch, signal: new AbortController().signal });
  if (tables.get('page_visits').length !== count) throw new Error('Rows were lost.');
}

async function* arriving(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function visits(count) {
  return Array.from({ length: count }, (_, at) => ({
    course_key: `course-v1:Example+C${at % 20}+2024`,
    actor_id: `learner-${(at * 7919) % 20_000}`,
    block_id: `block-${at % 500}`,
    visited_at: new Date(START + at * 1000).toISOString(),
  }));
}
