/**
 * The project's own benchmark: what the harness does not ask. It runs in Node in a process of its own; every figure stands beside a
 * reference of the same run.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

/** The measures, as `bench/measures.mjs` gives them. */
export async function ownBenchmark(folder) {
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
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', outfile], { maxBuffer: 1 << 26, encoding: 'utf8' }),
  );
}
