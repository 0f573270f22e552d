/**
 * What the benchmark measured last, kept in `bench/results.json`, so that ten million rows, which are measured by hand, stay on the page.
 * A ratio is always of one run; figures of different sizes may be of different ones.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'results.json');

/** Rows that are measured only on demand: they need 20 GB of memory. */
export const BIG = 10_000_000;

/** What was measured last. */
export function keptResults() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { records: [], own: [] };
}

export function keepResults(results) {
  writeFileSync(FILE, `${JSON.stringify(results)}\n`);
}

/**
 * The kept results with those of a run on `date` in their place. Of the harness these are the sizes that ran; of the project's own
 * measures those of ten million rows, or all others.
 */
export function mergedResults(kept, { records, own, date, big }) {
  const sizes = new Set(records.map(({ rows }) => rows));
  return {
    records: [...kept.records.filter(({ rows }) => !sizes.has(rows)), ...records.map((record) => ({ ...shown(record), date }))].sort(
      (a, b) => a.rows - b.rows,
    ),
    own: [...kept.own.filter(({ rows }) => (rows === BIG) !== big), ...own],
  };
}

/** What the page says of one run of the harness. */
function shown({ engine, rows, rep, ms, ok, bad, mem, baseMB, downloadBytes, laterBytes }) {
  const right = Object.values(ok ?? {}).reduce((sum, each) => sum + each, 0);
  return { engine, rows, rep, ms, right, wrong: bad?.length ?? 0, memoryMB: (mem?.peak ?? NaN) - baseMB, downloadBytes, laterBytes };
}
