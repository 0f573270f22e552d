/**
 * Files that come slowly, in Chromium: how long after their first bytes the first numbers are painted, and how much longer the whole
 * takes than the server needs to send it. Needs `npm run build -- --script`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.mjs';
import { scriptFiles } from './script-files.mjs';
import { courseTables as sinkTables, NOW, statementSlices } from './statements.mjs';

const FILES = new Map([
  ['/', [join(import.meta.dirname, 'streaming.html'), 'text/html']],
  ...scriptFiles(),
  ['/streaming-page.mjs', [join(import.meta.dirname, 'streaming-page.mjs'), 'text/javascript']],
]);
const PIECE = 1 << 16;
/** Time between two pieces: ten megabytes a second. */
const EACH_MS = 6.5;
const REPEATS = 5;
/** Longest from the first bytes to the first drawing. */
const FIRST_MS = 200;

/** Measures of files of so many statements; none where the script is not built. */
export async function streaming(statements) {
  if (!FILES.has('/learner-elements.js')) return [];
  const pieces = statementSlices(statements, PIECE);
  const sent = {};
  const server = createServer((request, response) => void answer(request, response, pieces, sent));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const runs = [];
    for (let run = 0; run < REPEATS; run++) runs.push(await streamed(browser, origin, sent));
    return figures(runs, statements);
  } finally {
    await browser.close();
    server.close();
  }
}

async function answer(request, response, pieces, sent) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/tables.json') return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(sinkTables()));
  if (pathname === '/statements.ndjson') {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-length': length, 'cache-control': 'no-store' });
    sent.first = Date.now();
    for (const [at, piece] of pieces.entries()) {
      response.write(piece);
      const early = sent.first + at * EACH_MS - Date.now();
      if (early > 0) await pause(early);
    }
    sent.last = Date.now();
    return response.end();
  }
  const [file, type] = FILES.get(pathname) ?? [];
  return file === undefined ? response.writeHead(404).end() : response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
}

async function streamed(browser, origin, sent) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 } });
  try {
    const page = await context.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => globalThis.start !== undefined);
    await page.evaluate((attributes) => globalThis.start(attributes), {
      provider: 'xapi',
      src: '/statements.ndjson',
      tables: '/tables.json',
      now: new Date(NOW).toISOString(),
    });
    await page.waitForFunction(() => globalThis.marks.whole !== undefined, undefined, { timeout: 300_000, polling: 200 });
    const { painted, whole, drawings } = await page.evaluate(() => globalThis.marks);
    return {
      first: Math.min(...painted.map(({ at }) => at)) - sent.first,
      each: Object.fromEntries(painted.map(({ tag, at }) => [tag, at - sent.first])),
      after: whole - sent.last,
      drawings,
    };
  } finally {
    await context.close();
  }
}

function figures(runs, statements) {
  const of = (read) => runs.map(read).sort((a, b) => a - b);
  const first = of((run) => run.first);
  const after = of((run) => run.after);
  const name = 'Raw xAPI that comes at 10 MB/s';
  return [
    {
      name: `${name}: first bytes to first drawing, median of ${REPEATS}`,
      rows: statements,
      reference: `${FIRST_MS} ms`,
      value: `${first[first.length >> 1].toFixed(0)} ms (longest ${first.at(-1).toFixed(0)})`,
      ratio: FIRST_MS / first[first.length >> 1],
      goal: '1 ×',
      short: first[first.length >> 1] / FIRST_MS,
    },
    {
      name: `${name}: last bytes to all widgets whole, median of ${REPEATS}`,
      rows: statements,
      reference: '',
      value: `${after[after.length >> 1].toFixed(0)} ms`,
      goal: '',
    },
  ];
}
