import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:net';
import { resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { ask, parsed, SIGNED_IN, startServer } from './support/ask.mjs';

const server = await startServer(after);
const FILE = resolve(import.meta.dirname, '../../examples/server.mjs');
const RESOURCES = [
  '/creatordashboardhandler/data',
  '/oppia/events.ndjson',
  '/xapi/statements.ndjson',
  '/xapi/tables.json',
  '/creator.html',
  '/page.css',
];

describe('bodies', () => {
  for (const path of RESOURCES) {
    it(`are answered with 304 to whoever has them: ${path}`, async () => {
      const first = await ask(server + path, { headers: SIGNED_IN });
      const etag = first.headers.etag ?? '';
      assert.match(etag, /^"[^"]+"$/);
      const again = await ask(server + path, { headers: { ...SIGNED_IN, 'If-None-Match': `"other", ${etag}` } });
      assert.equal(again.status, 304);
      assert.equal(again.bytes.length, 0);
      assert.equal(again.headers.etag, etag);
      const changed = await ask(server + path, { headers: { ...SIGNED_IN, 'If-None-Match': '"other"' } });
      assert.equal(changed.status, 200);
    });

    it(`are compressed for whoever accepts it, under an ETag of their own: ${path}`, async () => {
      const plain = await ask(server + path, { headers: SIGNED_IN });
      const small = await ask(server + path, { headers: { ...SIGNED_IN, 'Accept-Encoding': 'br, gzip;q=0.8' } });
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(small.headers['content-encoding'], 'gzip');
      assert.equal(small.headers.vary, 'Accept-Encoding');
      assert.ok(small.bytes.length < plain.bytes.length);
      assert.equal(small.text, plain.text);
      assert.notEqual(small.headers.etag, plain.headers.etag);
    });
  }

  it('stay plain where gzip is refused', async () => {
    const { headers } = await ask(`${server}/page.css`, { headers: { 'Accept-Encoding': 'gzip;q=0' } });
    assert.equal(headers['content-encoding'], undefined);
  });

  it('are the same from two servers of one seed and differ for another seed', async () => {
    const same = await startServer(after);
    const other = await startServer(after, { seed: 8 });
    const [one, two, three] = await Promise.all([server, same, other].map((url) => ask(`${url}/xapi/statements.ndjson`)));
    assert.equal(one?.text, two?.text);
    assert.equal(one?.headers.etag, two?.headers.etag);
    assert.notEqual(one?.text, three?.text);
    assert.notEqual(one?.headers.etag, three?.headers.etag);
  });

  it('are left out for HEAD', async () => {
    const { status, bytes, headers } = await ask(`${server}/page.css`, { method: 'HEAD' });
    assert.equal(status, 200);
    assert.equal(bytes.length, 0);
    assert.ok(Number(headers['content-length']) > 0);
  });
});

describe('pages', () => {
  it('sign the creator in, with a policy that forbids inline scripts and styles', async () => {
    const { headers, text } = await ask(`${server}/creator.html`);
    assert.match(String(headers['set-cookie']), /^session=demo-creator; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.equal(headers['content-security-policy'], "default-src 'self'; worker-src blob:; style-src 'self'");
    assert.match(text, /<creator-engagement-chart /);
  });

  it('hold nothing that the policy forbids', async () => {
    for (const page of ['/', '/creator.html', '/at-risk.html', '/plain.html']) {
      const { text } = await ask(server + page);
      assert.ok(!/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i.test(text), page);
    }
  });

  it('sign out where the address says so, and then show nothing of the creator', async () => {
    const { headers, text } = await ask(`${server}/creator.html?signed-out`);
    assert.match(String(headers['set-cookie']), /^session=; .*Max-Age=0$/);
    assert.ok(!text.includes('Sharing pizza'));
  });

  it('show titles as text', async () => {
    const { text } = await ask(`${server}/creator.html`);
    assert.ok(text.includes('Is 5 &lt; 7? Comparing &amp; ordering numbers'));
  });

  it('are plain where they say so: a script tag and tags', async () => {
    const { text } = await ask(`${server}/plain.html`);
    assert.equal((text.match(/<script/g) ?? []).length, 1);
    assert.ok(!/<link|page\.js|page\.css/.test(text));
  });

  it('say where to get the build if it is missing', async () => {
    const { status, text } = await ask(`${server}/cdn/no-such-file.js`);
    assert.equal(status, 404);
    assert.match(text, /npm run build/);
  });

  it('never lead out of their folder', async () => {
    for (const path of ['/../server.mjs', '/%2e%2e/server.mjs', '/..%2fserver.mjs', '/cdn/../package.json', '/cdn/%2e%2e/package.json']) {
      assert.equal((await ask(server + path)).status, 404, path);
    }
  });

  it('are only read', async () => {
    assert.equal((await ask(`${server}/creator.html`, { method: 'POST' })).status, 405);
  });
});

describe('faults', () => {
  it('answer 500 once for each key', async () => {
    const statuses = [];
    for (const key of ['a', 'a', 'b', 'a']) {
      statuses.push((await ask(`${server}/fault/500-then-200/${key}/xapi/tables.json`)).status);
    }
    assert.deepEqual(statuses, [500, 200, 500, 200]);
  });

  it('answer a login page instead of JSON', async () => {
    const { status, headers, text } = await ask(`${server}/fault/html/creatordashboardhandler/data`);
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', /^text\/html/);
    assert.match(text, /^<!DOCTYPE html>/);
  });

  it('answer 401 whoever asks', async () => {
    assert.equal((await ask(`${server}/fault/401/creatordashboardhandler/data`, { headers: SIGNED_IN })).status, 401);
  });

  it('break a body off in the middle', async () => {
    for (const path of ['/creatordashboardhandler/data', '/xapi/statements.ndjson']) {
      const whole = await ask(server + path, { headers: SIGNED_IN });
      const part = await ask(`${server}/fault/truncated${path}`, { headers: SIGNED_IN });
      assert.equal(part.status, 200);
      assert.ok(part.bytes.length > 0 && part.bytes.length < whole.bytes.length);
      assert.ok(whole.bytes.subarray(0, part.bytes.length).equals(part.bytes));
    }
  });

  it('wait', async () => {
    const before = performance.now();
    assert.equal((await ask(`${server}/fault/slow/60/page.css`)).status, 200);
    assert.ok(performance.now() - before >= 59);
  });

  it('forbid workers', async () => {
    const { headers } = await ask(`${server}/fault/no-worker/at-risk.html`);
    assert.match(String(headers['content-security-policy']), /worker-src 'none'/);
  });

  it('stand one inside the other, and pass the query on', async () => {
    const path = '/fault/slow/1/fault/500-then-200/nested/creatordashboardhandler/data?_=1';
    assert.equal((await ask(server + path)).status, 500);
    assert.equal((await ask(server + path)).status, 400);
  });
});

describe('CORS', () => {
  it('allows the origin that asks, with its cookies', async () => {
    const { status, headers } = await ask(`${server}/cors/xapi/tables.json`, { headers: { Origin: 'https://host.example' } });
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], 'https://host.example');
    assert.equal(headers['access-control-allow-credentials'], 'true');
  });

  it('answers the question before a request with headers', async () => {
    const headers = { Origin: 'https://host.example', 'Access-Control-Request-Headers': 'x-experience-api-version' };
    const answer = await ask(`${server}/cors/xapi/lrs/statements`, { method: 'OPTIONS', headers });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers['access-control-allow-headers'], 'x-experience-api-version');
  });

  it('is not there without the prefix', async () => {
    const { headers } = await ask(`${server}/xapi/tables.json`, { headers: { Origin: 'https://host.example' } });
    assert.equal(headers['access-control-allow-origin'], undefined);
  });
});

describe('the log', () => {
  it('tells the requests since it was cleared, and not those for itself', async () => {
    const own = await startServer(after);
    await ask(`${own}/xapi/tables.json`);
    assert.equal((await ask(`${own}/__log/clear`)).status, 204);
    await ask(`${own}/fault/html/creatordashboardhandler/data?a=1`);
    await ask(`${own}/nothing`);
    assert.deepEqual(parsed((await ask(`${own}/__log`)).text), [
      { method: 'GET', path: '/fault/html/creatordashboardhandler/data', query: '?a=1', status: 200 },
      { method: 'GET', path: '/nothing', query: '', status: 404 },
    ]);
  });
});

describe('the command', () => {
  /**
   * @param {Record<string, string>} env
   * @param {readonly string[]} [args]
   */
  function run(env, args = []) {
    const child = spawn(process.execPath, [FILE, ...args], { env: { ...process.env, PORT: '', ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => (out += piece));
    child.stderr.on('data', (piece) => (err += piece));
    const ended = once(child, 'close');
    return { child, ended, lines: () => out.split('\n').filter((line) => line !== ''), errors: () => err };
  }

  it('prints one line, the address, and ends on SIGTERM', async () => {
    const { child, ended, lines } = run({ PORT: '0' }, ['--events', '100', '--seed', '9']);
    await once(child.stdout, 'data');
    const [address = ''] = lines();
    assert.match(address, /^http:\/\/localhost:\d+\/$/);
    assert.equal((await ask(`${address}xapi/tables.json`)).status, 200);
    child.kill('SIGTERM');
    const [code] = await ended;
    assert.equal(code, 0);
    assert.equal(lines().length, 1);
  });

  it('takes the next free port where none is wished for', async () => {
    const first = run({});
    await once(first.child.stdout, 'data');
    const second = run({});
    await once(second.child.stdout, 'data');
    const [one = '', two = ''] = [...first.lines(), ...second.lines()];
    assert.ok(Number(new URL(two).port) > Number(new URL(one).port));
    first.child.kill('SIGTERM');
    second.child.kill('SIGTERM');
    await Promise.all([first.ended, second.ended]);
  });

  it('says in a sentence that the port wished for is taken', async () => {
    const blocker = createPlainServer();
    await new Promise((done) => blocker.listen(0, '127.0.0.1', () => done(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (blocker.address());
    const { ended, errors, lines } = run({ PORT: String(port) });
    const [code] = await ended;
    blocker.close();
    assert.equal(code, 1);
    assert.equal(errors(), `Port ${port} is taken. PORT=0 takes any that is free.\n`);
    assert.deepEqual(lines(), []);
  });

  it('refuses a number of events that is none', async () => {
    const { ended, errors } = run({ PORT: '0' }, ['--events', 'many']);
    assert.equal((await ended)[0], 1);
    assert.equal(errors(), '--events: expected a whole number above 0, got "many"\n');
  });
});
