import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { filesUnder, ROOT } from '../lib/files.mjs';

const FIRST_TAG = 'creator-engagement-chart';
/** What it loads before data are drawn, besides what its module imports: the worker, and what reads its data. */
const FIRST_PARTS = ['worker', 'oppia'];
/** Tags that are made of others. */
const WHOLE = ['at-risk-dashboard', 'creator-stats-report'];

/**
 * What a host may load, what it weighs minified and through gzip (kB of 1,000 bytes), and what it may weigh at most. A budget is
 * what was reached, rounded up: raising one is a decision, lowering one a good day.
 */
export async function deliverables() {
  const tags = filesUnder('src/define', '.ts')
    .map((file) => file.slice('src/define/'.length, -'.ts'.length))
    .filter((name) => name !== 'define');
  const first = modulesOf(`cdn/${FIRST_TAG}.js`);
  for (const part of FIRST_PARTS) modulesOf(chunk(part), first);
  const besides = tags.map((tag) => ({ tag, ...sum(modulesOf(`cdn/${tag}.js`), first) })).sort((a, b) => b.gzip - a.gzip);
  const further = besides.find(({ tag }) => !WHOLE.includes(tag));
  const whole = besides.find(({ tag }) => WHOLE.includes(tag));
  return [
    { name: '`cdn/learner-elements.js`: every tag, with the worker', ...sum(['cdn/learner-elements.js']), budget: 174 },
    { name: '`cdn/creator.js`: the creator’s tags, with the worker', ...sum(['cdn/creator.js']), budget: 153 },
    { name: '`cdn/at-risk.js`: the at-risk tags, with the worker', ...sum(['cdn/at-risk.js']), budget: 148 },
    { name: `\`cdn/${FIRST_TAG}.js\`: all that a first tag loads before data are drawn, with the worker`, ...sum(first), budget: 107 },
    { name: `\`cdn/${further.tag}.js\`: the heaviest further part`, min: further.min, gzip: further.gzip, budget: 17 },
    { name: `\`cdn/${whole.tag}.js\`: the heaviest whole page, with its parts`, min: whole.min, gzip: whole.gzip, budget: 62 },
    {
      name: '`cdn/learner-elements.engine.js`: cubes and fast reading beside the script, for large data',
      ...sum(['cdn/learner-elements.engine.js']),
      budget: 33,
    },
    {
      name: '`cdn/learner-elements.cache.js`: copies of data beside the script, for a known user',
      ...sum(['cdn/learner-elements.cache.js']),
      budget: 7,
    },
    {
      name: '`cdn/learner-elements.xapi.js`: what reads xAPI statements beside the script',
      ...sum(['cdn/learner-elements.xapi.js']),
      budget: 23,
    },
    {
      name: '`cdn/learner-elements.tables.js`: what reads tables beside the script',
      ...sum(['cdn/learner-elements.tables.js']),
      budget: 22,
    },
    { name: '`cdn/creator.xapi.js`: the same of statements for the creator’s tags', ...sum(['cdn/creator.xapi.js']), budget: 13 },
    { name: '`cdn/export.js`: what writes files, loaded when first asked for', ...sum(['cdn/export.js']), budget: 25 },
    { name: '`cdn/stats.worker.js`: the worker alone', ...sum(['cdn/stats.worker.js']), budget: 111 },
    { name: '`learner-elements/core`, bundled', ...weigh(await bundled('dist/data/open-dataset.js')), budget: 116 },
    { name: '`cdn/tracker.js`', ...sum(['cdn/tracker.js']), budget: 3.072 },
  ];
}

function chunk(name) {
  const found = readdirSync(join(ROOT, 'cdn/chunks')).filter((file) => file.replace(/-[\w-]{8}\.js$/, '') === name);
  if (found.length !== 1) throw new Error(`cdn/chunks: expected one ${name}, got ${found.join(', ') || 'none'}`);
  return `cdn/chunks/${found[0]}`;
}

/** The module and all that it imports when it is loaded. */
function modulesOf(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(ROOT, file), 'utf8');
  for (const [, path] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) modulesOf(join(dirname(file), path), found);
  return found;
}

function sum(files, without = new Set()) {
  return [...files]
    .filter((file) => !without.has(file))
    .map((file) => weigh(readFileSync(join(ROOT, file))))
    .reduce((a, b) => ({ min: a.min + b.min, gzip: a.gzip + b.gzip }), { min: 0, gzip: 0 });
}

function weigh(bytes) {
  return { min: bytes.length / 1000, gzip: gzipSync(bytes, { level: 9 }).length / 1000 };
}

async function bundled(entry) {
  const options = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' };
  const result = await build({ entryPoints: [join(ROOT, entry)], ...options });
  return result.outputFiles[0].contents;
}
