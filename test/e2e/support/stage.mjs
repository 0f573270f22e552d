/** One browser and one demo server for a test file; every test gets a fresh context (its own storage). */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { after, afterEach, before } from 'node:test';
import { chromium } from 'playwright-core';
import { createServer } from '../../../examples/server.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';

export const SHARED = process.env.LEARNER_ELEMENTS_SHARED ?? resolve(import.meta.dirname, '..', '..', '..', '..', 'shared');

/** A reason to skip where a file of the shared folder is missing, else false. */
export function withoutShared(path) {
  return existsSync(resolve(SHARED, path)) ? false : `the shared folder with ${path} is not beside the project`;
}

/**
 * @typedef {import('playwright-core').Page} Page
 * @returns {{ url: () => string, open: (path: string, options?: object) => Promise<Page>, again: (path: string) => Promise<Page>,
 *   log: () => Promise<object[]>, clearLog: () => Promise<void> }}
 */
export function stage(serverOptions = {}) {
  let browser;
  let server;
  const contexts = [];
  const lasting = [];
  const kept = new Map();
  before(async () => {
    const found = await findBrowser();
    browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
    server = await createServer({ port: 0, shared: SHARED, ...serverOptions });
  });
  // What a page goes on doing costs the next one.
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  after(async () => {
    await Promise.all(lasting.map((context) => context.close()));
    await browser?.close();
    await server?.close();
  });
  const url = () => server.url.replace(/\/$/, '');
  /**
   * Opens a page of the server for one test, or with `lasts` for all that follow; page errors are collected in `page.problems`. Pages of
   * learners at risk are waited for until all their data have come: before that they show what has arrived so far.
   */
  async function open(path, { prepare, lasts = false, whole = /^\/(dashboard|at-risk)\.html/.test(path), ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    (lasts ? lasting : contexts).push(context);
    const page = await context.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
    if (whole) {
      await page.addInitScript(() => {
        document.addEventListener('stats-load', () => (globalThis.hasLoaded = true), { once: true });
      });
    }
    await prepare?.(page, context);
    await page.goto(url() + path);
    if (whole) await page.waitForFunction(() => globalThis.hasLoaded === true);
    return page;
  }

  return {
    url,
    open,
    /**
     * The page that an earlier test of the file has opened so, with what was set on it and its elements made anew; their data stay. For
     * tests of what a reader does with them.
     */
    async again(path) {
      const page = kept.get(path);
      if (page !== undefined) return renewed(page, path);
      kept.set(path, await open(path, { lasts: true }));
      return kept.get(path);
    },
    /** The requests that the server has seen. */
    async log() {
      return (await fetch(`${url()}/__log`)).json();
    },
    async clearLog() {
      await fetch(`${url()}/__log/clear`);
    },
  };
}

/** A page as it is when its data have come: nothing set, nothing in the address, and no element of those that tests have used. */
async function renewed(page, path) {
  page.problems.length = 0;
  await page.mouse.move(0, 0);
  await page.evaluate((address) => {
    const dataset = document.querySelector('main at-risk-dashboard, main stats-dataset');
    dataset.setState({ version: 1, clauses: [], params: {} });
    history.replaceState(null, '', address);
    document.documentElement.removeAttribute('dir');
    scrollTo(0, 0);
    const used = dataset.matches('stats-dataset') ? [...dataset.children] : [dataset];
    for (const element of used) {
      const fresh = element.cloneNode(true);
      fresh.removeAttribute('tab');
      element.replaceWith(fresh);
    }
  }, path);
  return page;
}
