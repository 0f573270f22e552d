/**
 * `npm run build`: the package (`dist`), the files for script tags (`cdn`), types, and the manifest of the elements.
 * `--script` builds `cdn/learner-elements.js` alone, readable, and only if a source is newer than it;
 * `--sizes` writes the table of sizes into the README; `--if-older` leaves a whole build as it is that is newer than its sources.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { newestChange, ROOT } from './lib/files.mjs';
import { reported, run, TOOLS } from './lib/steps.mjs';

const SCRIPT = 'cdn/learner-elements.js';
const SOURCES = [
  ...['src', 'package-lock.json', 'tsconfig.json'],
  ...['scripts/build-scripts.mjs', 'scripts/rollup', 'scripts/script', 'scripts/stand-ins'],
];
/** Written after a whole build, whose files have the times of their own steps. */
const BUILT = '.tmp/built';
const SOURCES_OF_ALL = [
  ...['src', 'css', 'scripts', 'package.json', 'package-lock.json', 'rollup.config.mjs', 'custom-elements-manifest.config.mjs'],
  ...['tsconfig.json', 'tsconfig.build.json'],
];

if (process.argv.includes('--script')) await buildScript();
else if (!process.argv.includes('--if-older') || !isBuilt()) await buildAll();

async function buildScript() {
  if (newestChange([SCRIPT]) > newestChange(SOURCES)) return;
  finish([await run('Script', ['scripts/build-scripts.mjs', '--readable'], { quiet: true })]);
}

function isBuilt() {
  return [SCRIPT, 'dist/index.js'].every((file) => existsSync(join(ROOT, file))) && newestChange([BUILT]) > newestChange(SOURCES_OF_ALL);
}

async function buildAll() {
  rmSync(join(ROOT, BUILT), { force: true });
  for (const folder of ['dist', 'cdn']) rmSync(join(ROOT, folder), { recursive: true, force: true });
  const results = await Promise.all([
    run('Bundles', [TOOLS.rollup, '-c', '--silent'], { quiet: true }),
    run('Scripts', ['scripts/build-scripts.mjs'], { quiet: true }),
    run('Types', [TOOLS.tsc, '-p', 'tsconfig.build.json'], { quiet: true }),
    run('Manifest', [TOOLS.cem, 'analyze', '--config', 'custom-elements-manifest.config.mjs'], { quiet: true }),
  ]);
  finish(results);
  if (!results.every((result) => result.ok)) return;
  const more = [
    await run('Files for editors', ['scripts/manifest-files.mjs']),
    await run('Integrity', ['scripts/write-integrity.mjs']),
    await run('Sizes', ['scripts/report-sizes.mjs', ...(process.argv.includes('--sizes') ? ['--write'] : [])]),
  ];
  finish(more.filter(({ ok }) => !ok));
  if (!more.every(({ ok }) => ok)) return;
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  writeFileSync(join(ROOT, BUILT), '');
}

function finish(results) {
  for (const result of results) console.log(reported(result));
  if (results.some((result) => !result.ok)) process.exitCode = 1;
}
