/** `npm run bench` is run by hand; these keep what it bundles from going stale in between. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundleEngine, bundleLater } from '../../bench/bundle.mjs';

const COLUMNS = [{ name: 'track', path: ['track'], type: 'category' }];
const SPEC = { id: 'tracks', table: 'events', by: [{ field: 'track' }], measures: [{ metric: 'rows' }] };
const RULES = { timezone: 'UTC', metric: () => ({ id: 'rows', aggregate: { op: 'count' } }) };

test('the engine of the benchmark is bundled, and counts the rows of a JSON text', async (t) => {
  const { RecordColumns, engineOver } = await import(pathToFileURL(await bundled(t, bundleEngine)).href);
  const reader = RecordColumns.create(COLUMNS, () => []);
  reader.push(new TextEncoder().encode('[{"track":"audit"},{"track":"honors"},{"track":"audit"}]'));
  const { columns, rows } = reader.end();
  const engine = engineOver(new Map([['events', { name: 'events', length: rows, columns }]]), RULES);
  const [tracks, counts] = engine.view(SPEC, { clauses: [] }).columns;
  assert.deepEqual(
    [...tracks.data.codes].map((code, at) => [tracks.data.dictionary[code], counts.data.values[at]]),
    [
      ['audit', 2],
      ['honors', 1],
    ],
  );
});

test('the part of the benchmark for filters on several tables is bundled', async (t) => {
  assert.match(readFileSync(await bundled(t, bundleLater), 'utf8'), /export\s*\{/);
});

async function bundled(t, bundle) {
  const folder = mkdtempSync(join(tmpdir(), 'learner-elements-bench-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'bundle.mjs');
  await bundle(file);
  return file;
}
