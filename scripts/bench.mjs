/**
 * `npm run bench`: runs the package's engine in the harness of cross-filter benchmarks, if that is there (`../shared/bench`, or
 * LEARNER_ELEMENTS_SHARED), then the project's own benchmark, and writes `docs/benchmarks.md`.
 *   --rows 100000,1000000   rows of the harness's data
 *   --reps 9                fresh browsers for each engine and size
 *   --engines a,b           engines of the harness, `learner-elements` among them
 *   --big                   10 million rows and no others, once; needs 20 GB of memory. The page keeps them until the next such run.
 *   --exact                 nothing but the comparison of a million events with a naive reference; writes no page
 * The page that is brushed needs `npm run build -- --script` before.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { LATER, bundleEngine, bundleLater } from '../bench/bundle.mjs';
import { benchmarksPage } from '../bench/page.mjs';
import { ownBenchmark } from '../bench/own.mjs';
import { BIG, keepResults, keptResults, mergedResults } from '../bench/results.mjs';
import { findBrowser } from './find-browser.mjs';
import { ROOT } from './lib/files.mjs';
import { run } from './lib/steps.mjs';

const NAME = 'learner-elements';
const PAGE = 'docs/benchmarks.md';
const PLAIN = ['crossfilter', 'crossfilter-strings', 'typed-scan', 'typed-cube', 'typed-cube-bytes', NAME];
const PEER_FILES = [
  'duckdb-eh.wasm',
  'duckdb-browser-eh.worker.js',
  'perspective-server.wasm',
  'perspective-js.wasm',
  'perspective-server.worker.js',
];
/** By how much a measure of our own may miss its goal before the run fails: times differ from machine to machine. */
const TOO_FAR = 3;
const DEPENDENCIES = ['crossfilter2', 'esbuild', 'playwright-core'];

const big = process.argv.includes('--big');
const shared = process.env.LEARNER_ELEMENTS_SHARED ?? resolve(ROOT, '..', 'shared');
const harness = join(shared, 'bench');
const folder = mkdtempSync(join(tmpdir(), 'learner-elements-bench-'));
try {
  if (process.argv.includes('--exact')) {
    for (const { name, rows, value } of await ownBenchmark(folder, { exactOnly: true })) console.log(`${name}: ${value}, ${rows} events.`);
  } else await runAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runAll() {
  const records = existsSync(harness) ? await runHarness() : [];
  const own = await ownBenchmark(folder, { big });
  const path = join(ROOT, PAGE);
  const results = mergedResults(keptResults(), { records, own, date: new Date().toISOString().slice(0, 10), big });
  keepResults(results);
  writeFileSync(path, await format(benchmarksPage(results.records, results.own), { ...(await resolveConfig(path)), filepath: path }));
  const wrong = records.filter(
    (record) => record.engine === NAME && (record.error !== undefined || (record.bad ?? []).length > 0 || record.failed !== undefined),
  );
  const missed = own.filter(({ short }) => short > 1);
  for (const { name, rows, value, goal } of missed) console.warn(`Missed: ${name}, ${rows} rows: ${value}, goal ${goal}.`);
  if (wrong.length > 0 || missed.some(({ short }) => short > TOO_FAR)) process.exitCode = 1;
  const said = existsSync(harness)
    ? `${records.length} runs of the harness, ${wrong.length} of ours with a wrong answer or an error`
    : 'no harness here';
  console.log(`Benchmark: ${said}; ${own.length} measures of our own; written to ${PAGE}.`);
}

async function runHarness() {
  const engines = option('engines', `crossfilter,typed-cube-bytes,${NAME}`).split(',');
  prepareFolder(engines);
  cpSync(join(ROOT, 'bench/engine.mjs'), join(folder, 'engines', `${NAME}.mjs`));
  await bundleEngine(join(folder, `${NAME}.mjs`));
  const later = join(folder, 'dist', LATER);
  await bundleLater(later);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const { executablePath } = await findBrowser();
  const args = [
    'run.mjs',
    '--engines',
    engines.join(),
    '--rows',
    option('rows', big ? String(BIG) : '100000,1000000'),
    '--reps',
    option('reps', big ? '1' : '9'),
  ];
  if (big) args.push('--limit', '400');
  await run('Harness', args, { cwd: folder, env: { CHROMIUM: executablePath } });
  const laterBytes = gzipSync(readFileSync(later), { level: 9 }).length;
  const lines = readFileSync(join(folder, 'results/raw.jsonl'), 'utf8').trim().split('\n');
  const sizes = JSON.parse(readFileSync(join(folder, 'dist/sizes.json'), 'utf8'));
  return lines
    .map((line) => JSON.parse(line))
    .map((record) => ({ ...record, downloadBytes: sizes[record.engine]?.total, ...(record.engine === NAME ? { laterBytes } : {}) }));
}

/** Copies the harness with the engines that are to run, and makes sure that it installs and bundles nothing for the others. */
function prepareFolder(engines) {
  for (const part of ['lib', 'engines', 'run.mjs']) cpSync(join(harness, part), join(folder, part), { recursive: true });
  for (const file of readdirSync(join(folder, 'engines'))) {
    const name = file.replace(/\.mjs$/, '');
    if (!engines.includes(name) && !name.startsWith('typed-') && name !== 'crossfilter') rmSync(join(folder, 'engines', file));
  }
  const { dependencies, overrides } = JSON.parse(readFileSync(join(harness, 'package.json'), 'utf8'));
  const wanted = engines.every((engine) => PLAIN.includes(engine))
    ? { dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, dependencies[name]])) }
    : { dependencies, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', ...wanted }));
  if (wanted.overrides !== undefined) return;
  // The harness copies these files of peers that are not installed here, unless they are there.
  mkdirSync(join(folder, 'dist'), { recursive: true });
  for (const file of PEER_FILES) writeFileSync(join(folder, 'dist', file), '');
}

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}
