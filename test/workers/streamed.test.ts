import { expect } from '@open-wc/testing';
import type { Clause } from '../../src/metrics/types.js';
import { Connection } from '../../src/workers/connection.js';
import { rowsOf } from '../../src/workers/connect.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../../src/workers/connect.js';
import { Random } from '../support/random.js';
import { waitUntil } from '../support/wait-until.js';

const NOW = Date.parse('2024-06-01T00:00:00Z');
const VIEWS = ['at-risk.tracks', 'at-risk.last-visits', 'at-risk.visits-over-time', 'at-risk.learners'];
const AUDIT: readonly Clause[] = [{ origin: 'host', field: 'track', in: ['audit'] }];

/** Learners who registered and were there once, each on three lines. */
function lines(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => {
    const who = { course_key: 'c', actor_id: `learner ${from + at}` };
    const rows = [
      {
        table: 'enrollments',
        ...who,
        enrollment_status: 'registered',
        track: at % 2 === 0 ? 'audit' : 'verified',
        enrolled_at: '2024-03-01',
      },
      { table: 'page_visits', ...who, block_id: 'b', visited_at: `2024-03-${String(2 + (at % 20)).padStart(2, '0')}T10:00:00Z` },
    ];
    return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }).join('');
}

class Heard implements OpenListener {
  readonly infos: LoadInfo[] = [];
  loaded(info: LoadInfo): void {
    this.infos.push(info);
  }
  progress(): void {}
  failed(): void {}
  parts(): void {}
  headers(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('a file that streams into the worker', () => {
  const connections: Connection[] = [];
  const channels: BroadcastChannel[] = [];
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.dispose();
    for (const channel of channels.splice(0)) channel.close();
  });

  /** A worker whose every answer from a server is what is fed here: bytes, `end`, or `fail`. */
  function fed(): { page: Connection; feed: (what: unknown) => void } {
    const name = `fed ${Math.random()}`;
    const script = `import '${new URL('/src/workers/stats.worker.ts', location.href).href}';
      const channel = new BroadcastChannel(${JSON.stringify(name)});
      let stream;
      const body = new ReadableStream({ start: (controller) => (stream = controller) });
      channel.onmessage = ({ data }) => {
        if (data === 'end') stream.close();
        else if (data === 'fail') stream.error(new Error('The line is cut.'));
        else stream.enqueue(data);
      };
      self.fetch = async () => new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });`;
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const page = new Connection(() => ({ create: () => new Worker(url, { type: 'module' }), handshake: 20_000 }));
    const channel = new BroadcastChannel(name);
    connections.push(page);
    channels.push(channel);
    return { page, feed: (what) => channel.postMessage(what) };
  }

  const request = (): OpenRequest => ({
    provider: 'tables',
    input: { src: `https://host.example/${Math.random()}.ndjson` },
    settings: { now: NOW },
    maxAge: 300,
    credentials: 'same-origin',
    hooked: false,
  });

  it('is drawn in between, under a filter that is set meanwhile, and ends as a file in one piece does', async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const random = new Random(seed);
    const bytes = new TextEncoder().encode(lines(0, 40));
    const { page, feed } = fed();
    const heard = new Heard();
    const opened = page.open('d', request(), heard);
    await page.purge();

    let at = 1200;
    feed(bytes.slice(0, at));
    await waitUntil(() => heard.infos.length > 0, undefined, { timeout: 20_000 });
    const all = await page.view('d', 'at-risk.tracks', {});
    const some = await page.view('d', 'at-risk.last-visits', { clauses: AUDIT });
    expect([all.soFar?.loaded, some.soFar?.loaded]).to.deep.equal([1200, 1200]);
    expect(rowsOf(all).length).to.be.greaterThan(0);
    const total = (rows: ReturnType<typeof rowsOf>): number => rows.reduce((sum, row) => sum + Number(row['learners']), 0);
    expect(total(rowsOf(some))).to.equal(Number(rowsOf(all).find((row) => row['track'] === 'audit')?.['learners']));

    while (at < bytes.length) {
      const end = at + 1 + random.below(700);
      feed(bytes.slice(at, end));
      at = end;
    }
    feed('end');
    expect((await opened).soFar).to.equal(undefined);

    const whole = fed();
    await whole.page.open('d', { ...request(), input: { data: lines(0, 40) } }, new Heard());
    for (const view of VIEWS) {
      for (const clauses of [[], AUDIT]) {
        expect(await page.view('d', view, { clauses }), `seed ${seed}, ${view}`).to.deep.equal(
          await whole.page.view('d', view, { clauses }),
        );
      }
    }
  });

  it('is gone where it breaks off in the middle', async () => {
    const { page, feed } = fed();
    const heard = new Heard();
    const opened = page.open('d', request(), heard).then(
      () => 'opened',
      ({ code }: { code: string }) => code,
    );
    await page.purge();
    feed(new TextEncoder().encode(lines(0, 5)));
    await waitUntil(() => heard.infos.length > 0, undefined, { timeout: 20_000 });
    feed('fail');
    expect(await opened).to.equal('truncated');
    const asked = await page.view('d', 'at-risk.tracks', {}).then(
      () => 'answered',
      ({ code }: { code: string }) => code,
    );
    expect(asked).to.equal('truncated');
  });
});
