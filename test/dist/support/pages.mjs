import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { ROOT } from '../../../scripts/lib/files.mjs';

/** What the data URL of the pages answers. */
const STATS = {
  explorations: [
    { id: 'a', title: 'Fractions', average_engagement_time: 157, completion_rate: 0.85, num_learners: 120 },
    { id: 'b', title: 'Ratios', average_engagement_time: 60, completion_rate: 0.4, num_learners: 80 },
  ],
};

/** A course of which one learner was seen lately and one was not. */
const COURSE = {
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

  function answer({ url }, response) {
    const path = url.split('?')[0];
    const send = (type, body, headers = {}) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    if (made.has(path)) return send('text/html; charset=utf-8', made.get(path).body, made.get(path).headers);
    if (path === '/stats.json') return send('application/json', JSON.stringify(STATS));
    if (path === '/course.json') return send('application/json', JSON.stringify(COURSE));
    if (files.has(path)) return send('text/javascript', files.get(path));
    if (path.startsWith('/cdn/') && existsSync(join(ROOT, path))) return send('text/javascript', readFileSync(join(ROOT, path)));
    return response.writeHead(404).end();
  }

  return {
    /** Serves a script that a test made under a path. */
    addFile: (path, text) => files.set(path, text),
    /** Opens a page with this head and body; what goes wrong in it is in `problems`. */
    async open({ head = '', body = '', policy }) {
      const path = `/page-${made.size}`;
      made.set(path, {
        body: `<!doctype html><title>Test</title>${head}<body>${body}`,
        headers: policy === undefined ? {} : { 'content-security-policy': policy },
      });
      const context = await browser.newContext();
      const page = await context.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.goto(origin + path, { waitUntil: 'load' });
      return { page, problems, origin, close: () => context.close() };
    },
  };
}
