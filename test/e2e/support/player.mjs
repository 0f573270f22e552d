/** A host of its own for the tracker: a player page, the bundled tracker, and a store that takes statements and gives them back. */
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { builtFile } from '../../../examples/server/static.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const ENTRY = 'src/tracker/start-tracking.ts';
const playerPage = (endpoint) => `<!doctype html><title>Player</title><p>A card</p><script src="/tracker.js"></script>
<script>
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const consent = asked.consent !== 'false';
  window.tracking = Tracker.startTracking({ endpoint: '${endpoint}', exploration: 'fractions', title: 'Fractions', ...asked, consent });
</script>`;
const chartPage = (endpoint) => `<!doctype html><title>Creator</title><script src="/cdn/learner-elements.js"></script>
<creator-engagement-chart provider="xapi" src="${endpoint}"></creator-engagement-chart>`;

/** The tracker as one ES2017 script, as `build` of esbuild answers it. */
export function bundle(options = {}) {
  const entry = { absWorkingDir: ROOT, entryPoints: [ENTRY], bundle: true, write: false, metafile: true };
  return build({ ...entry, target: 'es2017', format: 'iife', globalName: 'Tracker', ...options });
}

/** A store: what was posted, each statement as often as it came. */
class Store extends EventEmitter {
  statements = [];
  /** Refuses what is posted, and takes it later. */
  isDown = false;

  constructor(path) {
    super();
    this.path = path;
  }

  /** The status of the answer. */
  take(statements) {
    if (this.isDown) return 503;
    this.statements.push(...statements);
    this.emit('taken');
    return 204;
  }

  /** Statements that came so far, each once. */
  get unique() {
    return [...new Map(this.statements.map((statement) => [statement.id, statement])).values()];
  }

  /** The statement of a verb, as soon as it is there. */
  async statement(verb, isMeant = () => true) {
    for (;;) {
      const found = this.unique.find((statement) => statement.verb.id.endsWith(`/${verb}`) && isMeant(statement));
      if (found !== undefined) return found;
      await once(this, 'taken', { signal: AbortSignal.timeout(10_000) });
    }
  }
}

/** Starts browser and server for a test file; every test gets a store of its own. */
export function player() {
  const stores = [];
  let browser;
  let server;
  let script;
  let origin;

  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, origin);
    const store = stores.find(({ path }) => path === pathname);
    const endpoint = stores.at(-1).path;
    if (request.method === 'POST') {
      const statements = JSON.parse(Buffer.concat(await request.toArray()).toString());
      return response.writeHead(store.take(statements)).end();
    }
    if (store !== undefined) return reply(response, 'application/json', JSON.stringify({ statements: store.statements, more: '' }));
    if (pathname.startsWith('/cdn/')) {
      const { status, headers, body } = await builtFile(ROOT, pathname);
      return response.writeHead(status, headers).end(body);
    }
    if (pathname === '/tracker.js') return reply(response, 'text/javascript', script);
    if (pathname === '/player.html') return reply(response, 'text/html', playerPage(endpoint));
    if (pathname === '/chart.html') return reply(response, 'text/html', chartPage(endpoint));
    return response.writeHead(404).end();
  };

  before(async () => {
    script = (await bundle()).outputFiles[0].text;
    server = createServer((request, response) => void answer(request, response));
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://localhost:${server.address().port}`;
    const found = await findBrowser();
    browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(() => stores.push(new Store(`/xapi/${stores.length}/statements`)));

  return {
    /** That of the test. */
    get store() {
      return stores.at(-1);
    },
    /** A context whose clocks stand still but for `page.clock`; `script` runs before those of the page. */
    async context({ start = '2024-03-01T10:00:00Z', script: before } = {}) {
      const context = await browser.newContext();
      await context.clock.install({ time: new Date(start) });
      await context.clock.pauseAt(new Date(Date.parse(start) + 1000));
      if (before !== undefined) await context.addInitScript(before);
      return context;
    },
    async open(context, path = '/player.html') {
      const page = await context.newPage();
      await page.goto(origin + path);
      return page;
    },
    /** The chart over the statements of the store, its clock that of the day. */
    async chart() {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${origin}/chart.html`);
      return page;
    },
  };
}

function reply(response, type, body) {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'X-Experience-API-Version': '1.0.3' }).end(body);
}
