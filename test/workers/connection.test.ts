import { expect } from '@open-wc/testing';
import { Connection } from '../../src/workers/connection.js';
import type { WorkerOptions } from '../../src/workers/backend.js';
import { rejection } from '../support/fetch-stub.js';
import type { StatsError } from '../../src/data/stats-error.js';
import { HeldTimers } from '../support/held-timers.js';
import { Random } from '../support/random.js';
import { codeOf, Heard, scriptedWorker } from './scripted-page.js';
import { REQUEST } from './scripted-service.js';

const PATIENCE = 300;
/** Milliseconds that a worker rests before it is ended; unlike any other. */
const REST = 20_000;

describe('the connection of a page', () => {
  const connections: Connection[] = [];
  let workers: Worker[] = [];
  let held: HeldTimers | undefined;

  beforeEach(() => {
    workers = [];
  });
  afterEach(() => {
    held?.restore();
    for (const connection of connections.splice(0)) connection.dispose();
  });

  function scripted(): Worker {
    const worker = scriptedWorker();
    workers.push(worker);
    return worker;
  }

  function connection(options: WorkerOptions = {}): Connection {
    const made = new Connection(() => ({ create: scripted, patience: PATIENCE, text: '', ...options }));
    connections.push(made);
    return made;
  }

  describe('with a worker', () => {
    it('starts one worker for any number of datasets, and says so', async () => {
      const page = connection();
      const states: string[] = [];
      page.onBackend((state) => states.push(state));
      expect(page.backend).to.equal('starting');
      await Promise.all(['a', 'b', 'c'].map((name) => page.open(name, REQUEST, new Heard())));
      expect(workers).to.have.length(1);
      expect(page.backend).to.equal('worker');
      expect(states).to.deep.equal(['worker']);
    });

    it('answers views, tells progress and asks the hook of the page', async () => {
      const heard = new Heard();
      const page = connection();
      await page.open('a', { ...REQUEST, hooked: true, input: { src: 'later' } }, heard);
      expect((await page.view('a', 'x', {})).view).to.equal('x');
      await until(() => heard.infos.length === 1);
      expect(heard.progressed).to.deep.equal([[1, 2]]);
      expect(heard.asked).to.deep.equal([['https://host.example/', true]]);
    });

    it('keeps code and status of an error on its way', async () => {
      const page = connection();
      const thrown = await rejection(page.open('a', { ...REQUEST, input: { src: 'fail' } }, new Heard()));
      expect(thrown).to.include({ code: 'http', status: 500, message: 'The server answered 500.' });
      expect(await codeOf(page.refresh('a', { force: true }))).to.equal('offline');
    });

    it('knows no dataset that is not open', async () => {
      const page = connection();
      expect(await codeOf(page.view('a', 'x', {}))).to.equal('unknown-dataset');
      expect(await codeOf(page.refresh('a', { force: false }))).to.equal('unknown-dataset');
      expect(await codeOf(page.configure('a', {}))).to.equal('unknown-dataset');
      await page.close('a');
      expect(workers).to.have.length(0);
    });

    it('names what of the data cannot be handed over', async () => {
      const page = connection();
      const cases: [unknown, string][] = [
        [{ list: [1, { onClick: () => 1 }] }, 'data.list[1].onClick'],
        [document.createElement('p'), 'data'],
        [
          {
            get broken(): number {
              throw new Error('no');
            },
          },
          'data.broken',
        ],
        [new Proxy({ a: 1 }, {}), 'data'],
        [{ ok: new Map(), bad: Symbol('s') }, 'data.bad'],
      ];
      for (const [data, path] of cases) {
        const thrown = await rejection(page.open('a', { ...REQUEST, input: { data } }, new Heard()));
        expect(thrown, path).to.include({ code: 'bad-option' });
        expect((thrown as StatsError).message).to.match(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: `));
      }
    });

    it('rejects what waits for a dataset when it is closed, and hears no more of it', async () => {
      const page = connection();
      const heard = new Heard();
      await page.open('a', REQUEST, new Heard());
      const opening = page.open('b', { ...REQUEST, input: { src: 'hang' } }, heard);
      const views = [page.view('a', 'hang', {}), page.view('a', 'hang', {}, { slot: 's' }), page.view('a', 'x', {}, { slot: 's' })];
      const codes = Promise.all([opening, ...views].map(codeOf));
      await Promise.all([page.close('a'), page.close('b')]);
      expect(await codes).to.deep.equal(['aborted', 'aborted', 'aborted', 'aborted']);
      expect(heard.infos).to.deep.equal([]);
    });

    it('opens anew under a name that is open', async () => {
      const page = connection();
      const first = page.open('a', { ...REQUEST, input: { src: 'hang' } }, new Heard());
      const second = page.open('a', REQUEST, new Heard());
      expect(await codeOf(first)).to.equal('aborted');
      expect((await second).rows).to.equal(1);
    });
  });

  describe('with nothing to do', () => {
    it('ends its worker, and starts another when something is opened again', async () => {
      const own = connection({ rest: 0 });
      await own.open('a', REQUEST, new Heard());
      const first = workers[0]!;
      const ended = new Promise<void>((resolve) => {
        const terminate = first.terminate.bind(first);
        first.terminate = () => {
          terminate();
          resolve();
        };
      });
      await own.close('a');
      await ended;
      expect(own.backend).to.equal('starting');
      await own.open('a', REQUEST, new Heard());
      expect(workers).to.have.length(2);
      expect(own.backend).to.equal('worker');
    });

    it('keeps its worker while anything is open', async () => {
      const timers = (held = new HeldTimers(REST));
      const own = connection({ rest: REST });
      await Promise.all(['a', 'b'].map((name) => own.open(name, REQUEST, new Heard())));
      await own.close('a');
      timers.pass();
      await own.view('b', 'v', {});
      expect(workers).to.have.length(1);
    });

    it('keeps its worker where something is opened before the time is over', async () => {
      const timers = (held = new HeldTimers(REST));
      const own = connection({ rest: REST });
      await own.open('a', REQUEST, new Heard());
      await own.close('a');
      expect(timers.waiting).to.equal(1);
      await own.open('b', REQUEST, new Heard());
      timers.pass();
      await own.view('b', 'v', {});
      expect(workers).to.have.length(1);
    });
  });

  describe('with slots', () => {
    it('lets the newest question win and never sends those in between', async () => {
      const page = connection();
      await page.open('a', REQUEST, new Heard());
      const asked = ['hold', 'x', 'y', 'z'].map((view) => page.view('a', view, {}, { slot: 's' }));
      const codes = Promise.all(asked.slice(0, 3).map(codeOf));
      expect(await codes).to.deep.equal(['aborted', 'aborted', 'aborted']);
      await page.view('a', 'release', {});
      const last = await asked[3]!;
      expect([last.view, last.length]).to.deep.equal(['z', 3]);
    });

    it('keeps slots apart, by name and by dataset', async () => {
      const page = connection();
      await Promise.all([page.open('a', REQUEST, new Heard()), page.open('b', REQUEST, new Heard())]);
      const views = await Promise.all([
        page.view('a', 'x', {}, { slot: 's' }),
        page.view('a', 'y', {}, { slot: 't' }),
        page.view('b', 'z', {}, { slot: 's' }),
        page.view('a', 'w', {}),
      ]);
      expect(views.map(({ view }) => view)).to.deep.equal(['x', 'y', 'z', 'w']);
    });

    it('ends with the last question, whatever the order of answers', async () => {
      const page = connection();
      await page.open('a', REQUEST, new Heard());
      const random = new Random(11);
      let latest: Promise<{ view: string }> | undefined;
      const all: Promise<unknown>[] = [];
      for (let at = 0; at < 200; at++) {
        latest = page.view('a', random.chance(0.3) ? 'slow' : `v${at}`, {}, { slot: 's' });
        all.push(latest.catch(() => undefined));
        if (random.chance(0.2)) await new Promise((resolve) => setTimeout(resolve, random.below(4)));
      }
      latest = page.view('a', 'last', {}, { slot: 's' });
      expect((await latest).view, 'seed 11').to.equal('last');
      await Promise.all(all);
    });
  });

  describe('whose worker does not start', () => {
    for (const [what, create] of [
      [
        'throws',
        () => {
          throw new Error('refused');
        },
      ],
      ['cannot be loaded', () => new Worker('/test/workers/no-such.worker.js')],
      ['fails at once', () => blobOf('throw new Error("broken")')],
      ['never answers', () => blobOf('')],
    ] as const) {
      it(`works in the page where it ${what}`, async () => {
        const page = connection({ create, handshake: 200 });
        await page.purge();
        expect(page.backend).to.equal('page');
      });
    }

    it("takes the worker inside the package where the host's does not start", async () => {
      const page = connection({
        create: () => {
          throw new Error('refused');
        },
        text: ECHO,
      });
      await page.purge();
      expect(page.backend).to.equal('worker');
    });

    it("lets go of the blob's URL once the worker answers", async () => {
      const original = URL.revokeObjectURL;
      const revoked: string[] = [];
      URL.revokeObjectURL = (url) => {
        revoked.push(url);
        original.call(URL, url);
      };
      try {
        await connection({ create: undefined!, text: ECHO }).purge();
        expect(revoked).to.have.length(1);
      } finally {
        URL.revokeObjectURL = original;
      }
    });
  });

  describe('whose worker dies', () => {
    it('opens its datasets in a second one with the newest settings, and asks pending views again', async () => {
      const page = connection();
      const heard = new Heard();
      await page.open('a', REQUEST, heard);
      await page.configure('a', { timezone: 'Europe/Paris' });
      const held = page.view('a', 'hold', {});
      workers[0]!.terminate();
      await until(() => heard.infos.length === 1);
      expect(heard.infos[0]?.timezone).to.equal('Europe/Paris');
      await page.view('a', 'release', {});
      expect((await held).view).to.equal('hold');
      expect(workers).to.have.length(2);
      expect(page.backend).to.equal('worker');
    });

    it('takes an error in the worker for its death', async () => {
      const page = connection({ patience: 60_000 });
      await page.open('a', REQUEST, new Heard());
      const held = page.view('a', 'hold', {});
      await page.view('a', 'throw', {});
      await until(() => workers.length === 2);
      await page.view('a', 'release', {});
      expect((await held).view).to.equal('hold');
    });

    it('takes over in the page after the second death', async () => {
      const page = connection();
      const heard = new Heard();
      const states: string[] = [];
      page.onBackend((state) => states.push(state));
      await page.open('a', REQUEST, heard);
      const poison = page.view('a', 'spin', {});
      expect(await codeOf(poison)).to.equal('worker');
      await page.purge();
      expect(states).to.deep.equal(['worker', 'starting', 'worker', 'starting', 'page']);
      expect(workers).to.have.length(2);
    });

    it('starts nothing anew while nothing is open', async () => {
      const page = connection();
      await page.purge();
      workers[0]!.dispatchEvent(new Event('error', { cancelable: true }));
      expect(workers).to.have.length(1);
      await page.purge();
      expect(workers).to.have.length(2);
    });
  });

  it('settles everything when it is disposed of', async () => {
    const page = connection();
    await page.open('a', REQUEST, new Heard());
    const held = codeOf(page.view('a', 'hang', {}));
    page.dispose();
    expect(await held).to.equal('aborted');
  });
});

/** Answers every call as comlink expects it, with the same value. */
const ECHO = `onmessage = ({ data }) => postMessage({ id: data.id, type: 'RAW', value: { value: undefined } });`;

function blobOf(text: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
