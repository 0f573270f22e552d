import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const ORIGIN = 'http://memory.localhost';
const CYCLES = 200;
/** Cycles after which nothing more may stay: what is kept once is there by then. */
const WARM = 20;
/** What the engine itself may hold more of at one moment than at another; what each cycle left would be there two hundred times. */
const SLACK = 8;
/** Collections of the garbage do not find all at once: what waits for a finalizer or a promise goes with a later one. */
const COLLECTIONS = 20;

/** What a course of some learners looks like, anew on each call: rows of the tables of the schema. */
const COURSE = `function course() {
  const people = Array.from({ length: 50 }, (_, at) => ({ course_key: 'c', actor_id: 'p' + at, enrollment_status: 'registered', track: at % 2 ? 'audit' : 'honor' }));
  const visits = people.flatMap(({ actor_id }) => [1, 2, 3].map((day) => ({ course_key: 'c', actor_id, block_id: 'b' + day, visited_at: Date.UTC(2024, 2, day) })));
  return { enrollments: people, page_visits: visits };
}`;

/** Numbers of objects that are alive where the session of the protocol runs: the columns of each table are a Map. */
async function living(send) {
  const counts = [];
  for (const name of ['Map', 'Array']) {
    const { result } = await send('Runtime.evaluate', { expression: `${name}.prototype` });
    const { objects } = await send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup: 'living' });
    const length = { objectId: objects.objectId, functionDeclaration: 'function () { return this.length; }', returnByValue: true };
    counts.push((await send('Runtime.callFunctionOn', length)).result.value);
    await send('Runtime.releaseObjectGroup', { objectGroup: 'living' });
  }
  return counts;
}

async function assertPlateau(before, send) {
  let later = [];
  for (let collection = 0; collection < COLLECTIONS; collection++) {
    later = await living(send);
    if (later.every((count, at) => count <= before[at] + SLACK)) return;
    await send('Runtime.evaluate', { expression: 'new Promise((resolve) => setTimeout(resolve, 50))', awaitPromise: true });
    await send('HeapProfiler.collectGarbage');
  }
  assert.fail(`${before.join()} grew to ${later.join()}`);
}

/** Sends to the worker of a page, over the session of the browser. */
async function workerSession(browser) {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] });
  assert.equal(targetInfos.length, 1, 'one worker for all widgets');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: targetInfos[0].targetId, flatten: false });
  let last = 0;
  const waiting = new Map();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    waiting.get(id)?.(error === undefined ? result : Promise.reject(new Error(error.message)));
  });
  return (method, params) =>
    new Promise((answer) => {
      waiting.set(++last, answer);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: last, method, params }) });
    });
}

describe('memory', () => {
  let browser;
  before(async () => {
    const { executablePath, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, args });
  });
  after(() => browser?.close());

  async function open(script) {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ body: script, contentType: 'text/javascript' })
        : route.fulfill({
            body: '<!doctype html><title>Memory</title><link rel="icon" href="data:,"><main></main>',
            contentType: 'text/html',
          }),
    );
    await page.goto(ORIGIN);
    await page.addScriptTag({ url: `${ORIGIN}/script.js` });
    await page.addScriptTag({ content: COURSE });
    const session = await page.context().newCDPSession(page);
    return { page, send: (method, params) => session.send(method, params) };
  }

  it(`is given back by a dataset that is closed, ${CYCLES} times`, async () => {
    const entryPoints = [resolve(ROOT, 'src/data/open-dataset.ts')];
    const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', globalName: 'core', target: 'es2022' });
    const { page, send } = await open(outputFiles[0].text);
    const cycle = (count) =>
      page.evaluate(async (times) => {
        for (let at = 0; at < times; at++) {
          const dataset = await globalThis.core.openDataset({ provider: 'tables', data: globalThis.course(), now: '2024-04-01' });
          for (const view of ['at-risk.tracks', 'at-risk.visits-over-time', 'at-risk.learners']) {
            for (const track of ['audit', 'honor', 'audit', 'honor']) {
              dataset.view(view, {
                clauses: [
                  { origin: 'a', field: 'track', in: [track] },
                  { origin: 'b', field: 'visited_at', range: [0, Date.UTC(2024, 2, 3)] },
                ],
              });
            }
          }
          dataset.close();
        }
      }, count);
    await cycle(WARM);
    const before = await living(send);
    await cycle(CYCLES);
    await assertPlateau(before, send);
    await page.close();
  });

  it(`is given back by a widget that is taken off the page, and by its worker, ${CYCLES} times`, async () => {
    const { page, send } = await open(
      ['', '.tables'].map((part) => readFileSync(resolve(ROOT, `cdn/learner-elements${part}.js`))).join('\n'),
    );
    const cycle = (count) =>
      page.evaluate(async (times) => {
        const main = document.querySelector('main');
        for (let at = 0; at < times; at++) {
          const widget = document.createElement('at-risk-track-chart');
          Object.assign(widget, { provider: 'tables', data: globalThis.course(), now: '2024-04-01' });
          main.append(widget);
          while (widget.result === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
          widget.remove();
        }
      }, count);
    await cycle(WARM);
    const sendToWorker = await workerSession(browser);
    const before = [await living(send), await living(sendToWorker)];
    const { nodes } = await send('Memory.getDOMCounters');
    await cycle(CYCLES);
    await assertPlateau(before[0], send);
    await assertPlateau(before[1], sendToWorker);
    const after = await send('Memory.getDOMCounters');
    assert.ok(after.nodes < nodes * 2, `${nodes} nodes grew to ${after.nodes}`);
    await page.close();
  });
});
