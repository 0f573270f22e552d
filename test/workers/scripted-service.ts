import type { PartWants } from '../../src/data/parts.js';
import { StatsError } from '../../src/data/stats-error.js';
import type { LoadInfo, OpenListener, OpenRequest, StatsService } from '../../src/workers/service.js';

/** A service that does what the name of the view says, so that a test decides what a worker lives through. */
export class ScriptedService implements StatsService {
  readonly #open = new Map<string, OpenListener>();
  #views = 0;
  readonly #released: (() => void)[] = [];

  hello(): Promise<'learner-elements'> {
    return Promise.resolve('learner-elements');
  }

  async open(dataset: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo> {
    this.#open.set(dataset, listener);
    listener.progress(1, 2);
    if (request.hooked) await listener.headers('https://host.example/', true);
    if (request.input.src === 'fail') throw new StatsError('http', 'The server answered 500.', { status: 500 });
    if (request.input.src === 'hang') await new Promise(() => undefined);
    if (request.input.src === 'later') setTimeout(() => listener.loaded(info(request)));
    return info(request);
  }

  async view(dataset: string, view: string): ReturnType<StatsService['view']> {
    if (!this.#open.has(dataset)) throw new StatsError('unknown-dataset', 'not open');
    this.#views++;
    if (view === 'hang') await new Promise(() => undefined);
    if (view === 'hold') await new Promise<void>((resolve) => this.#released.push(resolve));
    if (view === 'release') for (const release of this.#released.splice(0)) release();
    if (view === 'throw')
      setTimeout(() => {
        throw new Error('boom');
      });
    if (view === 'spin') for (;;) Math.random();
    if (view === 'slow') await new Promise((resolve) => setTimeout(resolve, 5));
    return { view, length: this.#views, total: 0, columns: [], applied: [], unanswered: [] };
  }

  refresh(): Promise<LoadInfo> {
    return Promise.reject(new StatsError('offline', 'no network'));
  }

  configure(_dataset: string, settings: OpenRequest['settings']): Promise<LoadInfo> {
    return Promise.resolve(info({ ...REQUEST, settings }));
  }

  /** Tells back how many are wanted, as parts that are there. */
  want(dataset: string, wants: readonly PartWants[]): Promise<void> {
    const told = wants.map(({ kind, first }) => ({ kind, of: first.length, there: first.length, failed: [], running: false }));
    this.#open.get(dataset)?.parts(told);
    return Promise.resolve();
  }

  retryParts(): Promise<void> {
    return Promise.resolve();
  }

  close(dataset: string): Promise<void> {
    this.#open.delete(dataset);
    return Promise.resolve();
  }

  purge(): Promise<void> {
    return Promise.resolve();
  }
}

export const REQUEST: OpenRequest = {
  provider: 'xapi',
  input: { src: 'https://host.example/' },
  settings: {},
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};

function info({ settings }: OpenRequest): LoadInfo {
  return {
    rows: 1,
    bytes: 1,
    fromCache: false,
    generatedAt: 0,
    fetchedAt: 0,
    now: settings.now ?? 0,
    timezone: settings.timezone ?? 'UTC',
    later: 0,
    stale: false,
    notes: { bytes: 1 },
  };
}
