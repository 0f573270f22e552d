import { expect } from '@open-wc/testing';
import { Connection } from '../../src/workers/connection.js';
import { configureWorker, connect, rowsOf } from '../../src/workers/connect.js';
import type { LoadInfo, OpenListener, OpenRequest, WorkerOptions } from '../../src/workers/connect.js';

const data = {
  explorations: [
    { id: 'exp123', title: 'Fractions Intro', average_engagement_time: 157, completion_rate: 0.85, num_learners: 120 },
    { id: '__proto__', title: '<b>Ratios</b>' },
  ],
};
const REQUEST: OpenRequest = {
  provider: 'creator-engagement-stats',
  input: { data },
  settings: { now: 0 },
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};

class Heard implements OpenListener {
  readonly infos: LoadInfo[] = [];
  readonly progressed: number[] = [];
  progress(loaded: number): void {
    this.progressed.push(loaded);
  }
  loaded(info: LoadInfo): void {
    this.infos.push(info);
  }
  failed(): void {
    this.progressed.push(NaN);
  }
  parts(): void {
    this.progressed.push(NaN);
  }
  headers(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('the worker of the package', () => {
  const connections: Connection[] = [];
  let workers: Worker[] = [];
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.dispose();
    workers = [];
  });

  function create(): Worker {
    const worker = new Worker('/src/workers/stats.worker.ts', { type: 'module' });
    workers.push(worker);
    return worker;
  }

  function connection(options: WorkerOptions): Connection {
    const made = new Connection(() => options);
    connections.push(made);
    return made;
  }

  async function answersOf(page: Connection): Promise<unknown> {
    const heard = new Heard();
    const info = await page.open('d', REQUEST, heard);
    const view = await page.view('d', 'creator.explorations', {});
    return { info: { ...info, fetchedAt: 'the moment of the load', generatedAt: 'the same' }, view };
  }

  it("answers as the page's own thread does", async () => {
    const [worker, page] = [connection({ create, handshake: 20_000 }), connection({ text: '' })];
    const [there, here] = [await answersOf(worker), await answersOf(page)];
    expect([worker.backend, page.backend]).to.deep.equal(['worker', 'page']);
    expect(there).to.deep.equal(here);
  });

  it('gives columns that read as rows', async () => {
    const page = connection({ create, handshake: 20_000 });
    await page.open('d', REQUEST, new Heard());
    const rows = rowsOf(
      await page.view('d', 'creator.explorations', { clauses: [{ origin: 'host', field: 'exploration', in: ['__proto__'] }] }),
    );
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ exploration: '__proto__', title: '<b>Ratios</b>', learners: null });
  });

  it('keeps its data through a death', async () => {
    const page = connection({ create, handshake: 20_000, patience: 400 });
    const heard = new Heard();
    await page.open('d', REQUEST, heard);
    workers[0]!.terminate();
    const view = await page.view('d', 'creator.explorations', {});
    expect(view.length).to.equal(2);
    expect(heard.infos).to.have.length(1);
    expect(heard.infos[0]).to.include({ now: 0 });
  });

  it('loads from the server, with progress', async () => {
    const page = connection({ create, handshake: 20_000 });
    const heard = new Heard();
    const src = new URL('/package.json', location.href).href;
    const opening = page.open('d', { ...REQUEST, input: { tables: src }, provider: 'tables' }, heard);
    await opening.catch((thrown: unknown) => expect(thrown).to.include({ code: 'invalid' }));
    await until(() => heard.progressed.length > 0);
  });

  it('is done without where the host’s own cannot be made, which the console says with the reason', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...parts: unknown[]) => void said.push(parts.map(String).join(' '));
    try {
      for (const make of [
        () => {
          throw new Error('no such file');
        },
        () => undefined as unknown as Worker,
      ]) {
        const page = connection({ create: make, text: '' });
        expect(await page.open('d', REQUEST, new Heard())).to.have.property('rows', 2);
        expect(page.backend).to.equal('page');
      }
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(2);
    expect(said[0]).to.contain('configureWorker({ create })').and.to.contain('no such file');
    expect(said[1]).to.contain('create: expected a Worker, got undefined');
  });

  it('refuses what can make no worker', () => {
    expect(() => configureWorker({ create: '/stats.worker.js' as never })).to.throw(
      TypeError,
      'configureWorker: create: expected a function that makes a Worker, got "/stats.worker.js"',
    );
  });

  it('is one for the whole page', () => {
    configureWorker({ create, handshake: 20_000 });
    expect(connect()).to.equal(connect());
    connections.push(connect());
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
