import { expect } from '@open-wc/testing';
import { fetchContext } from '../../../src/data/net/fetch-context.js';
import type { FetchOptions } from '../../../src/data/net/fetch-context.js';
import { StatsError } from '../../../src/data/stats-error.js';
import { json, rejection, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub, SeenRequest } from '../../support/fetch-stub.js';

const URL_ = 'https://host.example/stats?run=1';
const PAGE = '<!doctype html><html><title>Sign in</title></html>';

describe('a load on the network', () => {
  let stub: FetchStub | undefined;
  let pauses: number[] = [];
  let told: [number, number | undefined][] = [];

  afterEach(() => stub?.restore());

  function context(answer: (request: SeenRequest, count: number) => Response | Promise<Response>, options: Partial<FetchOptions> = {}) {
    stub = stubFetch(answer);
    pauses = [];
    told = [];
    return fetchContext({
      signal: new AbortController().signal,
      progress: (loaded, total) => told.push([loaded, total]),
      wait: (ms) => {
        pauses.push(ms);
        return Promise.resolve();
      },
      ...options,
    });
  }

  async function failureOf(work: Promise<unknown>): Promise<Pick<StatsError, 'code' | 'message' | 'status'>> {
    const thrown = await rejection(work);
    expect(thrown).to.be.instanceOf(StatsError);
    return thrown as StatsError;
  }

  it('asks for the URL as it stands, with cookies for the own origin only', async () => {
    const value = await context(() => json({ a: 1 })).fetchJson(URL_);
    expect(value).to.deep.equal({ a: 1 });
    expect(stub?.seen.map(({ url }) => url)).to.deep.equal([URL_]);
    expect(stub?.seen[0]?.init.credentials).to.equal('same-origin');
  });

  it('sends cookies elsewhere where the host says so, and goes past the HTTP cache when told', async () => {
    await context(() => json({}), { credentials: 'include', cacheMode: 'reload' }).fetchJson(URL_);
    expect(stub?.seen[0]?.init).to.include({ credentials: 'include', cache: 'reload' });
  });

  it('reads JSON behind the prefix that keeps scripts from including it, and behind a byte order mark', async () => {
    expect(await context(() => new Response('\uFEFF)]}\'\n{"a":1}')).fetchJson(URL_)).to.deep.equal({ a: 1 });
  });

  it("reads a body that the page's own fetch gives as a whole, without a stream", async () => {
    const whole = Object.defineProperty(json({ a: 1 }), 'body', { value: undefined });
    expect(await context(() => whole).fetchJson(URL_)).to.deep.equal({ a: 1 });
  });

  it('calls JSON that ends too early truncated', async () => {
    expect(await failureOf(context(() => new Response('{"a":[1,2')).fetchJson(URL_))).to.include({ code: 'truncated' });
  });

  it('is offline when the network gives no answer, after two more tries 1 s and 2 s later', async () => {
    const error = await failureOf(
      context(() => {
        throw new TypeError('Failed to fetch');
      }).fetch(URL_),
    );
    expect(error.code).to.equal('offline');
    expect(pauses).to.deep.equal([1000, 2000]);
    expect(stub?.seen).to.have.length(3);
  });

  it('goes on as if nothing had been when a later try succeeds', async () => {
    const value = await context((_, count) => (count === 1 ? new Response('', { status: 500 }) : json('good'))).fetchJson(URL_);
    expect(value).to.equal('good');
    expect(pauses).to.deep.equal([1000]);
  });

  it('does not try again while the machine has no network', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect(
        (
          await failureOf(
            context(() => {
              throw new TypeError('Failed to fetch');
            }).fetch(URL_),
          )
        ).code,
      ).to.equal('offline');
      expect(stub?.seen).to.have.length(1);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  for (const status of [408, 429, 500, 502, 503]) {
    it(`tries ${status} twice more and then says so`, async () => {
      const error = await failureOf(context(() => new Response('', { status })).fetch(URL_));
      expect(error).to.include({ code: 'http', status });
      expect(stub?.seen).to.have.length(3);
    });
  }

  for (const status of [400, 403, 404, 410]) {
    it(`does not try ${status} again`, async () => {
      const error = await failureOf(context(() => new Response('', { status })).fetch(URL_));
      expect(error).to.include({ code: 'http', status });
      expect(stub?.seen).to.have.length(1);
    });
  }

  it('waits as long as the server asks for, in seconds or until a date', async () => {
    await failureOf(context(() => new Response('', { status: 429, headers: { 'retry-after': '7' } })).fetch(URL_));
    expect(pauses).to.deep.equal([7000, 7000]);
    const dates = { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT', date: 'Sat, 21 Nov 2026 10:00:00 GMT' };
    await failureOf(context(() => new Response('', { status: 503, headers: dates })).fetch(URL_));
    expect(pauses).to.deep.equal([30_000, 30_000]);
  });

  for (const status of [204, 205]) {
    it(`takes ${status} for no data, as there are none in it`, async () => {
      const failure = await failureOf(context(() => new Response(null, { status })).fetch(URL_));
      expect(failure).to.include({ code: 'http', status });
    });
  }

  it('does not wait for a server that asks for more than a minute', async () => {
    await failureOf(context(() => new Response('', { status: 503, headers: { 'retry-after': '3600' } })).fetch(URL_));
    expect(pauses).to.deep.equal([]);
  });

  it('repeats what the server says went wrong, without what was sent, without addresses and without tokens', async () => {
    const said = 'No course for Bearer s3cret-token of ada@school.example at /x?key=abc, id 0123456789abcdef0123456789abcdef.';
    const error = await failureOf(
      context(() => new Response(`)]}'\n${JSON.stringify({ error: said })}`, { status: 404 }), {
        headers: () => Promise.resolve({ Authorization: 'Bearer s3cret-token' }),
      }).fetch(URL_),
    );
    expect(error.message).to.equal('https://host.example/stats: the server answered 404: No course for … of … at /x?key=… id ….');
  });

  it('says nothing of the query of a URL, where a token may stand', async () => {
    const error = await failureOf(context(() => new Response('', { status: 404 })).fetch('https://me:pw@host.example/a?token=t0k#x'));
    expect(error.message).to.equal('https://host.example/a: the server answered 404.');
  });

  it('is signed out at 401, after it has asked the hook once more', async () => {
    const asked: boolean[] = [];
    const hooked = context(() => new Response('', { status: 401 }), {
      headers: (_, renewed) => {
        asked.push(renewed);
        return Promise.resolve({ 'X-Token': renewed ? 'new' : 'old' });
      },
    });
    expect(await failureOf(hooked.fetch(URL_))).to.include({ code: 'signed-out', status: 401 });
    expect(asked).to.deep.equal([false, true]);
    expect(stub?.seen.map(({ headers }) => headers.get('x-token'))).to.deep.equal(['old', 'new']);
  });

  it('is signed in again when the renewed headers are good', async () => {
    const hooked = context(({ headers }) => (headers.get('x-token') === 'new' ? json('in') : new Response('', { status: 401 })), {
      headers: (_, renewed) => Promise.resolve({ 'X-Token': renewed ? 'new' : 'old' }),
    });
    expect(await hooked.fetchJson(URL_)).to.equal('in');
  });

  it('is signed out where a login page comes instead of data, whatever its content type says', async () => {
    const typed = context(() => new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
    expect((await failureOf(typed.fetch(URL_))).code).to.equal('signed-out');
    const untyped = context(() => new Response(PAGE, { headers: { 'content-type': 'application/json' } }));
    expect((await failureOf(untyped.fetchJson(URL_))).code).to.equal('signed-out');
  });

  it('sends a header of the hook in the place of its own of that name, however it is written', async () => {
    const hooked = context(() => json(1), {
      headers: () => Promise.resolve({ accept: 'application/vnd.lrs', 'x-experience-api-version': '1.0.2' }),
    });
    await hooked.fetch(URL_, { headers: { Accept: 'application/json', 'X-Experience-API-Version': '1.0.3' } });
    expect(stub?.seen[0]?.headers.get('accept')).to.equal('application/vnd.lrs');
    expect(stub?.seen[0]?.headers.get('x-experience-api-version')).to.equal('1.0.2');
  });

  it('says that the hook failed, but not what it threw', async () => {
    const hooked = context(() => json(1), { headers: () => Promise.reject(new Error('token tok_123')) });
    const error = await failureOf(hooked.fetchJson(URL_));
    expect(error.code).to.equal('signed-out');
    expect(error.message).not.to.contain('tok_123');
  });

  it('names a URL and a header that cannot be sent', async () => {
    expect((await failureOf(context(() => json(1)).fetch('https://'))).code).to.equal('bad-option');
    const hooked = context(() => json(1), { headers: () => Promise.resolve({ 'no good': 'x' }) });
    expect((await failureOf(hooked.fetch(URL_))).code).to.equal('bad-option');
  });

  it('is aborted at once, before, during and between tries', async () => {
    const before = new AbortController();
    before.abort();
    expect((await failureOf(context(() => json(1), { signal: before.signal }).fetch(URL_))).code).to.equal('aborted');
    expect(stub?.seen).to.have.length(0);

    const during = new AbortController();
    const hanging = context(() => new Promise<Response>(() => undefined), { signal: during.signal }).fetch(URL_);
    during.abort();
    expect((await failureOf(hanging)).code).to.equal('aborted');

    const between = new AbortController();
    const { wait } = await import('../../../src/data/net/wait.js');
    const waiting = context(
      () => {
        setTimeout(() => between.abort());
        return new Response('', { status: 500 });
      },
      { signal: between.signal, wait },
    );
    expect((await failureOf(waiting.fetch(URL_))).code).to.equal('aborted');
    expect(stub?.seen).to.have.length(1);
  });

  it('is aborted in the middle of a body', async () => {
    const controller = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        controller.abort();
        stream.error(new DOMException('', 'AbortError'));
      },
    });
    const error = await failureOf(context(() => new Response(body), { signal: controller.signal }).fetchJson(URL_));
    expect(error.code).to.equal('aborted');
  });

  it('calls a body that breaks off truncated', async () => {
    let parts = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        if (parts++ === 0) stream.enqueue(new Uint8Array(5));
        else stream.error(new TypeError('network error'));
      },
    });
    const error = await failureOf(context(() => new Response(body)).fetchJson(URL_));
    expect(error.code).to.equal('truncated');
    expect(error.message).to.contain('after 5 bytes');
  });

  it('asks with the ETag of a copy and answers 304 without a body', async () => {
    const asking = context(({ headers }) => new Response(null, { status: headers.get('if-none-match') === '"7"' ? 304 : 500 }), {
      etags: new Map([[URL_, '"7"']]),
    });
    const answer = await asking.fetch(URL_);
    expect(answer).to.include({ status: 304 });
    expect(answer.body).to.equal(undefined);
  });

  it('remembers the ETag of everything it fetched', async () => {
    const asking = context(({ url }) => json(1, url.endsWith('a') ? { headers: { etag: '"1"' } } : {}));
    await asking.fetchJson('https://host.example/a');
    await asking.fetchJson('https://host.example/b');
    expect([...asking.fetched]).to.deep.equal([
      ['https://host.example/a', '"1"'],
      ['https://host.example/b', undefined],
    ]);
  });

  it('counts the bytes of streamed bodies as they come', async () => {
    const asking = context(() => new Response('12345', { headers: { 'content-length': '5' } }));
    await new Response((await asking.fetch('https://host.example/a')).body).text();
    await new Response((await asking.fetch('https://host.example/b')).body).text();
    expect(told).to.deep.equal([
      [5, 5],
      [10, 10],
    ]);
    expect(asking.bytes).to.equal(10);
  });

  it('knows no total where the body is compressed', async () => {
    const asking = context(() => new Response('12345', { headers: { 'content-length': '3', 'content-encoding': 'gzip' } }));
    await new Response((await asking.fetch(URL_)).body).text();
    expect(told).to.deep.equal([[5, undefined]]);
    const hidden = context(() => new Response('12345', { headers: { 'content-length': '3' } }));
    await new Response((await hidden.fetch(URL_)).body).text();
    expect(told).to.deep.equal([[5, undefined]]);
  });

  it('leaves progress to a provider that tells it by calls', async () => {
    const asking = context(() => json([1, 2, 3]));
    asking.progress(0, 2);
    await asking.fetchJson(URL_);
    await new Response((await asking.fetch(URL_)).body).text();
    asking.progress(2, 2);
    expect(told).to.deep.equal([
      [0, 2],
      [2, 2],
    ]);
  });

  it('hands out an answer that is open already instead of asking again', async () => {
    const held = new Map([[URL_, { url: URL_, status: 200, headers: new Headers(), body: new Response('[1]').body ?? undefined! }]]);
    const asking = context(() => json([2]), { held });
    expect(await asking.fetchJson(URL_)).to.deep.equal([1]);
    expect(await asking.fetchJson(URL_)).to.deep.equal([2]);
    expect(stub?.seen).to.have.length(1);
  });
});
