import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { ROOT } from '../../../scripts/lib/files.mjs';

/** Where browsers report what a policy refused. */
const VIOLATIONS = '/__violations';

/** What the data URL of the pages answers. */
const STATS = {
  explorations: [
    { id: 'a', title: 'Fractions', average_engagement_time: 157, completion_rate: 0.85, num_learners: 120 },
    { id: 'b', title: 'Ratios', average_engagement_time: 60, completion_rate: 0.4, num_learners: 80 },
  ],
};

/** A course of which one learner was seen lately and one was not. */
export const COURSE = {
  courses: [{ course_key: 'c', org: 'Example', course_name: 'Programming', course_run: '2024' }],
  enrollments: ['2024-01-15', '2024-03-12'].map((day, index) => ({
    course_key: 'c',
    actor_id: `learner-${index}`,
    enrollment_status: 'registered',
    track: ['verified', 'audit'][index],
    state: 'failed',
    last_visit: `${day}T00:00:00Z`,
  })),
  learners: [
    { actor_id: 'learner-0', name: 'Amina Yusuf', username: 'amina', email: 'amina@learners.example' },
    { actor_id: 'learner-1', name: 'Bo Lindqvist', username: 'bo', email: 'bo@learners.example' },
  ],
};

/** A browser, and a server of this project's built files and of pages made up by the tests. */
export function pages() {
  const made = new Map();
  const files = new Map();
  const violations = [];
  let browser, server, origin;

  before(async () => {
    const { executablePath, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, args });
    server = createServer(answer);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  function answer(request, response) {
    const path = request.url.split('?')[0];
    const send = (type, body, headers = {}) =>
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', ...headers }).end(body);
    if (path === VIOLATIONS) return keepReport(request, response);
    if (made.has(path)) return send(`text/html; charset=${made.get(path).charset}`, made.get(path).body, made.get(path).headers);
    if (path === '/stats.json') return send('application/json', JSON.stringify(STATS));
    if (path === '/course.json') return send('application/json', JSON.stringify(COURSE));
    if (files.has(path)) return send('text/javascript', files.get(path));
    if (/^\/(?:cdn|dist)\//.test(path) && existsSync(join(ROOT, path))) return send('text/javascript', readFileSync(join(ROOT, path)));
    return response.writeHead(404).end();
  }

  async function keepReport(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const report = JSON.parse(Buffer.concat(chunks).toString())['csp-report'];
    violations.push(`${report['violated-directive']}: ${report['blocked-uri']}`);
    response.writeHead(204).end();
  }

  return {
    /** Serves a script that a test made under a path. */
    addFile: (path, text) => files.set(path, text),
    /**
     * Opens a page with this head and body. What goes wrong in it is in `problems`, what it warns of in `warnings`, what it asks for in
     * `asked`, what its policy refused (it or its worker) in `violations`. `ELSEWHERE` in the text becomes the address of the same files
     * from another origin. A URL that `missing` matches is not there; one that `hold[0]` matches comes when the promise `hold[1]` settles.
     * `charset` is what the page is said to be written in, and with it scripts that do not say it.
     */
    async open({ head = '', body = '', attributes = '', policy, missing, hold, charset = 'utf-8' }) {
      const path = `/page-${made.size}`;
      const elsewhere = origin.replace('127.0.0.1', 'localhost');
      const here = (text) => text.replaceAll('ELSEWHERE', elsewhere);
      made.set(path, {
        body: here(`<!doctype html><html ${attributes}><title>Test</title>${head}<body>${body}`),
        charset,
        headers: policy === undefined ? {} : { 'content-security-policy': `${here(policy)}; report-uri ${VIOLATIONS}` },
      });
      const context = await browser.newContext();
      const page = await context.newPage();
      const problems = [];
      const warnings = [];
      violations.length = 0;
      const asked = [];
      context.on('request', (request) => asked.push(new URL(request.url()).pathname));
      if (missing !== undefined) await context.route(missing, (route) => route.fulfill({ status: 404 }));
      if (hold !== undefined) await context.route(hold[0], async (route) => (await hold[1], route.continue()));
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.goto(origin + path, { waitUntil: 'load' });
      return { page, problems, warnings, violations, asked, origin, close: () => context.close() };
    },
  };
}
