/**
 * `node bench/course-size.mjs 100000 300000`: how long a course of so many statements takes from an empty page of Chromium to the list of
 * learners at risk on `<at-risk-dashboard>`, to all of its tabs, and to the list again at the next visit, and what memory the page and its
 * worker keep. docs/tables.md has the figures. Statements are made up, of about one kilobyte; the download is from this machine.
 * Needs `npm run build -- --script`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.mjs';
import { scriptFiles } from './script-files.mjs';
import { courseTables, NOW, PER_LEARNER, statementSlices } from './statements.mjs';

const SCRIPTS = scriptFiles();
const SLICE = 1 << 20;
const PATIENCE = 600_000;
const STAY = 10_000;
/** Without these a page is not told how much memory it and its workers keep. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const PAGE = `<!doctype html><html lang="en"><title>Course</title><script src="/learner-elements.js"></script>
<at-risk-dashboard provider="xapi" src="/statements.ndjson" tables="/tables.json" now="${new Date(NOW).toISOString()}" user-key="reader" max-age="3600"></at-risk-dashboard></html>`;

const sizes = process.argv.slice(2).map(Number);
console.log(
  '| statements | learners | MB | first drawing, s | to the list, s | other tabs, s | next visit, s | memory, MB |\n' +
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
);
for (const size of sizes) {
  const row = await measured(size);
  console.log(`| ${row.map((value) => value.toLocaleString('en')).join(' | ')} |`);
}

async function measured(size) {
  const slices = statementSlices(size, SLICE);
  const bytes = slices.reduce((sum, slice) => sum + slice.length, 0);
  const server = await serving(slices, bytes);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args, '--enable-blink-features=ForceEagerMeasureMemory'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch);
    const address = `http://localhost:${server.address().port}/`;
    await page.goto(address);
    await page.waitForFunction(() => globalThis.listed !== undefined);
    const { drawn, listed } = await page.evaluate(() => ({ drawn: globalThis.drawn, listed: globalThis.listed }));
    const tabs = await page.evaluate(openTabs);
    const memory = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
    // The copy for the next visit is written after the list is there.
    await page.waitForTimeout(STAY);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.listed !== undefined);
    const again = await page.evaluate(() => globalThis.listed);
    return [
      size,
      Math.ceil(size / PER_LEARNER),
      Math.round(bytes / 1e6),
      ...[drawn, listed, tabs, again].map(seconds),
      Math.round(memory / 1e6),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function serving(slices, bytes) {
  const server = createServer(async ({ url }, response) => {
    const send = (type, body) => response.writeHead(200, { ...ISOLATED, 'content-type': type }).end(body);
    if (url === '/') return send('text/html', PAGE);
    const [script, type] = SCRIPTS.get(url) ?? [];
    if (script !== undefined) return send(type, readFileSync(script));
    if (url === '/tables.json') return send('application/json', JSON.stringify(courseTables()));
    if (url !== '/statements.ndjson') return response.writeHead(404).end();
    response.writeHead(200, { ...ISOLATED, 'content-type': 'application/x-ndjson', 'content-length': String(bytes) });
    for (const slice of slices) if (!response.write(slice)) await new Promise((resolve) => response.once('drain', resolve));
    return response.end();
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return server;
}

/** In the page: when a chart first had bars, and when the list first had rows. */
function watch() {
  const { document, requestAnimationFrame } = globalThis;
  const has = (tag, what) => {
    const part = document.querySelector('at-risk-dashboard')?.shadowRoot?.querySelector(tag);
    return (part?.shadowRoot?.querySelectorAll(what).length ?? 0) > 0;
  };
  const look = () => {
    if (globalThis.drawn === undefined && has('at-risk-last-visit-chart', '.bar')) globalThis.drawn = performance.now();
    if (globalThis.listed === undefined && has('at-risk-table', 'tbody tr')) globalThis.listed = performance.now();
    if (globalThis.listed === undefined || globalThis.drawn === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page: opens each further tab, and waits until all parts on it are drawn; in milliseconds. */
async function openTabs() {
  const { document, requestAnimationFrame } = globalThis;
  const root = document.querySelector('at-risk-dashboard').shadowRoot;
  const start = performance.now();
  const isBusy = () => {
    const parts = [...root.querySelectorAll('.parts > *')].filter(
      (part) => part.localName.startsWith('at-risk-') && part.shadowRoot !== null,
    );
    return parts.length === 0 || parts.some((part) => part.shadowRoot.querySelector('[aria-busy="false"]') === null);
  };
  const opened = new Set([root.querySelector('[role="tab"][aria-selected="true"]').textContent]);
  for (;;) {
    const next = [...root.querySelectorAll('[role="tab"]')].find(
      (tab) => tab.getAttribute('aria-selected') !== 'true' && !opened.has(tab.textContent),
    );
    if (next === undefined) return performance.now() - start;
    opened.add(next.textContent);
    next.click();
    do await new Promise(requestAnimationFrame);
    while (isBusy() && !next.textContent.includes('Help'));
  }
}

function seconds(milliseconds) {
  return Math.round(milliseconds / 100) / 10;
}
