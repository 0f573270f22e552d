import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ROOT } from '../../../scripts/lib/files.mjs';
import { COURSE } from './pages.mjs';

/** What the guide tells a server to send, under the heading of that name, for a page of that origin. */
export function headersOfGuide(heading, page) {
  const guide = readFileSync(join(ROOT, 'docs/behind-a-login.md'), 'utf8');
  const [, block] = new RegExp(`### ${heading}\\n[^]*?\`\`\`http\\n([^]*?)\`\`\``).exec(guide);
  const lines = block.trim().replaceAll('https://course.example.org', page).split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** A server of another origin than the pages', that gives a course to those who may see it. */
export function api() {
  const asked = [];
  let rules, server, origin;

  before(async () => {
    server = createServer((request, response) => {
      const { method, headers } = request;
      asked.push({ method, headers });
      if (method === 'OPTIONS') return response.writeHead(204, rules.preflight).end();
      const mayEnter = rules.mayEnter?.(headers) ?? true;
      response.writeHead(mayEnter ? 200 : 401, { ...rules.headers, 'content-type': 'application/json' });
      return response.end(JSON.stringify(mayEnter ? COURSE : { error: 'Sign in first.' }));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  return {
    /** What was asked since `answer`, first ones first. */
    asked,
    get origin() {
      return origin;
    },
    /** Says what the server does from now on: whom it lets in, and which headers it sends with data and to a preflight. */
    answer(given) {
      asked.length = 0;
      rules = given;
    },
  };
}
