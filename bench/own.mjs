/**
 * The project's own benchmark: what the harness does not ask. It runs in Node, a process for each size, and in a page of Chromium; every
 * figure stands beside a reference of the same run.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { brushing } from './brushing.mjs';
import { BIG } from './results.mjs';
import { streaming } from './streaming.mjs';

/** Rows of the growth table, but for those on demand. */
const SIZES = [10_000, 100_000, 1_000_000];
/** Statements of files that come slowly, for half a second and for five. */
const STREAMED = [5000, 50_000];
/** Rows at which answers are compared with a naive reference. */
const EXACT = 1_000_000;

/**
 * The measures, as `bench/measures.mjs` gives them for each size, and of a page that is brushed; with `big` only those of steps with ten
 * million rows; with `exactOnly` only the comparison with a naive reference, which throws where an answer differs.
 */
export async function ownBenchmark(folder, { big = false, exactOnly = false } = {}) {
  const outfile = join(folder, 'measures.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'measures.mjs')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    target: 'es2022',
    logLevel: 'error',
  });
  const run = (args) => JSON.parse(execFileSync(process.execPath, args, { maxBuffer: 1 << 26, encoding: 'utf8' }));
  const steps = (size) => run([`--max-old-space-size=${size === BIG ? 20_000 : 8192}`, outfile, String(size)]);
  if (big) return steps(BIG);
  const exact = run(['--max-old-space-size=8192', outfile, '--exact', String(EXACT)]);
  if (exactOnly) return exact;
  const measures = run(['--expose-gc', '--max-old-space-size=8192', outfile, '--statements']);
  for (const size of SIZES) measures.push(...steps(size));
  return [...exact, ...measures, ...(await each(STREAMED, streaming)), ...(await each(SIZES, brushing))];
}

async function each(sizes, measure) {
  const found = [];
  for (const size of sizes) found.push(...(await measure(size)));
  return found;
}
