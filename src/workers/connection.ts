import type { PartWants } from '../data/parts.js';
import type { Settings } from '../data/provider.js';
import { StatsError } from '../data/stats-error.js';
import type { ViewData, ViewOptions } from '../data/view-result.js';
import type { ViewSpec } from '../metrics/types.js';
import { startPage, startWorker } from './backend.js';
import type { Backend, WorkerOptions } from './backend.js';
import { LatestWins } from './latest-wins.js';
import { outsideZone } from './outside-zone.js';
import type { LoadInfo, OpenListener, OpenRequest, StatsService } from './service.js';

/** Where the work is done: not known yet, in a worker, in the page's own thread. */
export type BackendState = 'starting' | 'worker' | 'page';

/** How long a worker with nothing to do is kept, unless the options say so, in ms. */
const REST = 5000;

/** Workers that may die before the page does the work itself. */
const WORKERS = 2;

/** A dataset as it has to be opened again in another worker. */
interface Opened {
  readonly name: string;
  request: OpenRequest;
  readonly listener: OpenListener;
  readonly slots: LatestWins;
  /** The parts that are wanted now. */
  wants: readonly PartWants[];
  /** The page waits for `open` to settle; until then that call opens it again, later a replay does. */
  opening: boolean;
}

/** A call that the page waits for. */
interface Call {
  readonly dataset: Opened | undefined;
  readonly send: (backend: Backend) => Promise<void>;
  readonly reject: (error: StatsError) => void;
  /** How often it may be sent again to another backend. */
  retries: number;
  backend: Backend | undefined;
}

/**
 * The page's side of the thread boundary: one worker for all datasets. A worker that dies is started once more and the page
 * takes over after that; datasets are opened again there and calls are sent again once, so that every promise settles, with
 * StatsError `worker` if need be. A worker that has nothing open for a while is ended. All of it runs outside zone.js.
 */
export class Connection {
  readonly #options: () => WorkerOptions;
  readonly #datasets = new Map<string, Opened>();
  readonly #calls = new Set<Call>();
  readonly #watchers = new Set<(state: BackendState) => void>();
  #state: BackendState = 'starting';
  #backend: Promise<Backend> | undefined;
  /** What `#backend` settled with, while it lives. */
  #current: Backend | undefined;
  #deaths = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** `options` is asked at every start. */
  constructor(options: () => WorkerOptions) {
    this.#options = options;
  }

  get backend(): BackendState {
    return this.#state;
  }

  /** Hears every change of `backend`; call the answer to stop. */
  onBackend(watcher: (state: BackendState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Opens under a name, closing what was open under it; see `StatsService`. `bad-option` names data that cannot cross. */
  open(name: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo> {
    this.#forget(name);
    const dataset: Opened = { name, request, listener, slots: new LatestWins(), wants: [], opening: true };
    this.#datasets.set(name, dataset);
    return this.#call(
      dataset,
      (service, backend) => service.open(name, dataset.request, this.#listener(dataset, backend)),
      WORKERS,
    ).finally(() => {
      dataset.opening = false;
    });
  }

  /** The answer to a view. In a `slot` a newer question makes the older one reject as `aborted`. */
  async view(name: string, view: string | ViewSpec, options: ViewOptions, { slot }: { slot?: string } = {}): Promise<ViewData> {
    const dataset = this.#datasets.get(name);
    if (dataset === undefined) throw notOpen(name);
    const ask = (): Promise<ViewData> => this.#call(dataset, (service) => service.view(name, view, options));
    return slot === undefined ? ask() : dataset.slots.ask(slot, ask);
  }

  async refresh(name: string, options: { force: boolean }): Promise<LoadInfo> {
    const dataset = this.#datasets.get(name);
    if (dataset === undefined) throw notOpen(name);
    return this.#call(dataset, (service) => service.refresh(name, options));
  }

  /** Other settings in place of all earlier ones; undefined while the first data, which come under them, are under way. */
  async configure(name: string, settings: Partial<Settings>): Promise<LoadInfo | undefined> {
    const dataset = this.#datasets.get(name);
    if (dataset === undefined) throw notOpen(name);
    dataset.request = { ...dataset.request, settings };
    return this.#call(dataset, (service) => service.configure(name, settings));
  }

  /** Asks for these parts on demand, and for no others any more; another worker goes on with them. Never rejects. */
  async want(name: string, wants: readonly PartWants[]): Promise<void> {
    const dataset = this.#datasets.get(name);
    if (dataset === undefined) return;
    dataset.wants = wants;
    await this.#call(dataset, (service) => service.want(name, wants)).catch(() => undefined);
  }

  /** Asks again for parts that failed. Never rejects. */
  async retryParts(name: string): Promise<void> {
    const dataset = this.#datasets.get(name);
    if (dataset !== undefined) await this.#call(dataset, (service) => service.retryParts(name)).catch(() => undefined);
  }

  /** Aborts what is under way: calls that wait for this dataset reject as `aborted` at once. Never rejects itself. */
  async close(name: string): Promise<void> {
    if (!this.#forget(name) || this.#backend === undefined) return;
    await this.#call(undefined, (service) => service.close(name)).catch(() => undefined);
  }

  /** Empties the cache, here and in other tabs. */
  purge(): Promise<void> {
    return this.#call(undefined, (service) => service.purge());
  }

  /** Ends the worker; what is pending rejects as `aborted`, and a later call starts anew. */
  dispose(): void {
    for (const name of [...this.#datasets.keys()]) this.#forget(name);
    for (const call of this.#calls) this.#settle(call, () => call.reject(new StatsError('aborted', 'The connection was closed.')));
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#resting);
    this.#backend?.then(
      (backend) => backend.end(),
      () => undefined,
    );
    this.#backend = undefined;
    this.#current = undefined;
  }

  /** Ends a worker that nobody needs any more, after a while. */
  #rest(): void {
    clearTimeout(this.#resting);
    if (this.#calls.size + this.#datasets.size > 0 || this.#current?.kind !== 'worker') return;
    this.#resting = setTimeout(() => {
      if (this.#calls.size + this.#datasets.size > 0) return;
      this.#end();
      this.#become('starting');
    }, this.#options().rest ?? REST);
  }

  #call<T>(dataset: Opened | undefined, send: (service: StatsService, backend: Backend) => Promise<T>, retries = 1): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const call: Call = {
        dataset,
        reject,
        retries,
        backend: undefined,
        send: async (backend) => {
          const value = await send(backend.service, backend);
          if (call.backend === backend) this.#settle(call, () => resolve(value));
        },
      };
      this.#calls.add(call);
      outsideZone(() => void this.#dispatch(call));
    });
  }

  async #dispatch(call: Call): Promise<void> {
    let backend: Backend | undefined;
    try {
      backend = await (this.#backend ??= this.#start());
      if (!this.#calls.has(call)) return;
      call.backend = backend;
      backend.watch(true);
      await call.send(backend);
    } catch (thrown) {
      if (call.backend === backend) this.#settle(call, () => call.reject(StatsError.from(thrown, 'worker')));
    }
  }

  #settle(call: Call, how: () => void): void {
    if (!this.#calls.delete(call)) return;
    how();
    if (this.#calls.size > 0) return;
    this.#current?.watch(false);
    outsideZone(() => this.#rest());
  }

  async #start(): Promise<Backend> {
    this.#become('starting');
    try {
      const backend = await this.#living();
      this.#current = backend;
      for (const dataset of this.#datasets.values()) if (!dataset.opening) this.#reopen(dataset, backend);
      this.#become(backend.kind);
      return backend;
    } catch (cause) {
      this.#backend = undefined;
      throw new StatsError('worker', 'Neither a worker nor the page could start the work.', { cause });
    }
  }

  async #living(): Promise<Backend> {
    while (this.#deaths < WORKERS) {
      const worker = await startWorker(this.#options(), (backend) => this.#died(backend));
      if (worker === undefined) break;
      if (!worker.dead) return worker;
    }
    return startPage();
  }

  #died(backend: Backend): void {
    this.#deaths++;
    if (this.#current !== backend) return;
    this.#current = undefined;
    const lost = [...this.#calls].filter((call) => call.backend === backend);
    this.#backend = this.#datasets.size + lost.length === 0 ? undefined : this.#start();
    this.#backend?.catch(() => undefined);
    for (const call of lost) {
      call.backend = undefined;
      if (call.retries-- > 0) void this.#dispatch(call);
      else this.#settle(call, () => call.reject(new StatsError('worker', 'The worker died twice before it could answer.')));
    }
  }

  #reopen(dataset: Opened, backend: Backend): void {
    const { name, request, listener } = dataset;
    const current = (): boolean => this.#datasets.get(name) === dataset;
    backend.service.open(name, request, this.#listener(dataset, backend)).then(
      (info) => {
        if (!current()) return;
        listener.loaded(info);
        if (dataset.wants.length > 0) void this.want(name, dataset.wants);
      },
      (thrown: unknown) => {
        if (current()) listener.failed(StatsError.from(thrown, 'worker').toData());
      },
    );
  }

  /** Only what is open hears, and only from the backend that does the work now. */
  #listener(dataset: Opened, backend: Backend): OpenListener {
    const { listener } = dataset;
    const heard = (): boolean => this.#datasets.get(dataset.name) === dataset && this.#current === backend;
    return {
      progress: (loaded, total) => {
        if (heard()) listener.progress(loaded, total);
      },
      loaded: (info) => {
        if (heard()) listener.loaded(info);
      },
      failed: (error) => {
        if (heard()) listener.failed(error);
      },
      parts: (status, info) => {
        if (heard()) listener.parts(status, info);
      },
      headers: async (url, renewed) => (heard() ? listener.headers(url, renewed) : undefined),
    };
  }

  #forget(name: string): boolean {
    const dataset = this.#datasets.get(name);
    if (dataset === undefined) return false;
    this.#datasets.delete(name);
    dataset.slots.close();
    for (const call of this.#calls) {
      if (call.dataset === dataset) this.#settle(call, () => call.reject(new StatsError('aborted', 'The dataset was closed.')));
    }
    return true;
  }

  #become(state: BackendState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const watcher of [...this.#watchers]) watcher(state);
  }
}

function notOpen(name: string): StatsError {
  return new StatsError('unknown-dataset', `No dataset ${JSON.stringify(name)} is open.`);
}
