import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from '../../../examples/server.mjs';
import { SESSION } from '../../../examples/server/session.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { serveHost } from './host-server.mjs';
import { keepTraces } from './traces.mjs';

/** Events of the simulated world: enough for a chart of weeks, and quick to read two hundred times. */
const EVENTS = 2_000;

/**
 * Opens the page of a host in a browser, before a server that has its data.
 *
 * @param {string} name folder of the host
 * @param {{ built?: string, program?: string, query?: string, prepare?: (page: object, folder: string) => Promise<void> }} options
 *   `built` is the folder that its build made, `program` what serves it instead; `prepare` sees the page before it loads
 */
export async function openHost(name, { built = 'dist', program, query = '', prepare } = {}) {
  const folder = resolve(import.meta.dirname, '..', name);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  const data = await createServer({ port: 0, events: EVENTS });
  const host = await serveHost(
    program === undefined ? { folder: resolve(folder, built) } : { program: resolve(folder, program) },
    data.url,
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } });
  await context.addCookies([{ ...SESSION, url: host.url }]);
  const page = await context.newPage();
  const problems = [];
  const pending = new Set();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => pending.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => pending.delete(request));
  await page.addInitScript(keepTraces);
  await prepare?.(page, folder);
  await page.goto(`${host.url}/${query}`);
  return {
    page,
    problems,
    pending,
    devtools: await context.newCDPSession(page),
    async close() {
      await browser.close();
      await host.close();
      await data.close();
    },
  };
}
