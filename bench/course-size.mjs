/**
 * `node bench/course-size.mjs 100000 300000`: how long a course of so many statements takes from bytes to the list of learners at risk and
 * to all of its views, and what it keeps in memory. Runs the package's core in Node, a process for each size; docs/tables.md has the
 * figures. Statements are made up, of about one kilobyte.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const NOW = Date.UTC(2024, 5, 1);
const DAY = 86_400_000;
const PER_LEARNER = 150;
const BLOCKS = 400;
const SLICE = 2000;
const KINDS = ['navigated', 'navigated', 'navigated', 'evaluated', 'played'];
const VERBS = {
  registered: 'http://adlnet.gov/expapi/verbs/registered',
  navigated: 'https://w3id.org/xapi/dod-isd/verbs/navigated',
  evaluated: 'https://w3id.org/xapi/acrossx/verbs/evaluated',
  played: 'https://w3id.org/xapi/video/verbs/played',
};
const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';
const BLOCK_TYPES = { navigated: 'vertical', evaluated: 'problem', played: 'video' };
const OTHER_VIEWS = ['tracks', 'last-visits', 'grade-distribution', 'visits-over-time', 'page-engagement', 'problem-results', 'videos'];

const [mode, core, count] = process.argv.slice(2);
if (mode === '--one') await measure(core, Number(count));
else await measureAll(process.argv.slice(2).map(Number));

async function measureAll(sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'course-size-'));
  try {
    const outfile = join(folder, 'core.mjs');
    const entry = join(import.meta.dirname, '../src/data/open-dataset.ts');
    await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile, target: 'es2022', logLevel: 'error' });
    console.log(
      '| statements | learners | MB | to the list, s | seven more views, ms | kept in memory, MB |\n| ---: | ---: | ---: | ---: | ---: | ---: |',
    );
    for (const size of sizes) {
      process.stdout.write(
        execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', import.meta.filename, '--one', outfile, String(size)]),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(file, size) {
  const { openDataset } = await import(pathToFileURL(file).href);
  const learners = Math.ceil(size / PER_LEARNER);
  const slices = statements(size, learners);
  const bytes = slices.reduce((sum, slice) => sum + slice.length, 0);
  const start = performance.now();
  const dataset = await openDataset({ provider: 'xapi', events: arriving(slices), now: NOW });
  const list = dataset.view('at-risk.learners', { params: { limit: 50 } });
  const listed = performance.now();
  for (const view of OTHER_VIEWS) dataset.view(`at-risk.${view}`);
  const viewed = performance.now();
  if (list.rows().length === 0) throw new Error('Nobody is listed.');
  slices.length = 0;
  await settled();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const row = [size, learners, Math.round(bytes / 1e6), ((listed - start) / 1000).toFixed(1), Math.round(viewed - listed)];
  console.log(`| ${[...row, Math.round((heapUsed + arrayBuffers) / 1e6)].map((value) => value.toLocaleString('en')).join(' | ')} |`);
  dataset.close();
}

/** Buffers are given back some time after the collection that found them unused. */
async function settled() {
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function* arriving(slices) {
  for (const slice of slices) yield slice;
}

function statements(size, learners) {
  const encoder = new TextEncoder();
  return Array.from({ length: Math.ceil(size / SLICE) }, (_, slice) => {
    const first = slice * SLICE;
    const lines = Array.from({ length: Math.min(SLICE, size - first) }, (_, at) => JSON.stringify(statement(first + at, learners)));
    return encoder.encode(`${lines.join('\n')}\n`);
  });
}

function statement(at, learners) {
  const kind = at < learners ? 'registered' : KINDS[at % KINDS.length];
  const course = 'course-v1:Org+C+R';
  const block = `block-v1:Org+C+R+type@${BLOCK_TYPES[kind]}+block@b${at % BLOCKS}`;
  return {
    id: `3e1d34a1-0000-4000-8000-${String(at).padStart(12, '0')}`,
    version: '1.0.3',
    actor: { objectType: 'Agent', account: { name: `learner-${at % learners}`, homePage: 'https://lms.example.org' } },
    verb: { id: VERBS[kind], display: { en: kind } },
    object: {
      id: kind === 'registered' ? `https://lms.example.org/course/${course}` : `https://lms.example.org/xblock/${block}`,
      objectType: 'Activity',
      definition: {
        name: { en: `Block ${at % BLOCKS}` },
        type: kind === 'registered' ? COURSE_TYPE : 'http://adlnet.gov/expapi/activities/cmi.interaction',
        description: { en: 'Which of these sentences about the reading of this week is right, given what the lecture said of it?' },
      },
    },
    result: { score: { scaled: 0.5, raw: 5, min: 0, max: 10 }, success: true, response: `choice_${at % 4}` },
    context: {
      contextActivities: {
        parent: [{ id: `https://lms.example.org/course/${course}`, objectType: 'Activity', definition: { type: COURSE_TYPE } }],
      },
      extensions: { 'https://w3id.org/xapi/openedx/extension/transformer-version': 'event-routing-backends@7.0.1' },
    },
    timestamp: new Date(NOW - 120 * DAY + ((at * 7919) % (110 * 86_400)) * 1000).toISOString(),
  };
}
