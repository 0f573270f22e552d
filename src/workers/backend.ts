import type { StartedWorker } from './blob-worker.js';
import { Heartbeat } from './heartbeat.js';
import { ownWorkers } from './own-worker.js';
import type { WorkerCandidate } from './own-worker.js';
import type { StatsService } from './service.js';
import { remoteService } from './wire.js';

const HANDSHAKE = 3000;

/** How a worker is started and watched. Times in milliseconds. */
export interface WorkerOptions {
  /** Makes the worker, for hosts whose policy forbids `blob:`; it runs `stats.worker.js` of this package. */
  readonly create?: () => Worker;
  /** How long a started worker may take to answer for the first time. */
  readonly handshake?: number;
  /** How long a worker may be silent while an answer is due, before it counts as dead. */
  readonly patience?: number;
  /** How long a worker is kept that has nothing open any more, in case an element comes back. */
  readonly rest?: number;
  /** Text of the worker's script in place of our own; empty for none. */
  readonly text?: string;
}

/** Where the service runs. */
export interface Backend {
  readonly kind: 'worker' | 'page';
  readonly service: StatsService;
  readonly dead: boolean;
  /** Says whether an answer is due: only then is the worker asked for signs of life. */
  watch(due: boolean): void;
  end(): void;
}

/**
 * Starts a worker: the host's own, else the one inside the package. `onDeath` is called at most once, after the start, when
 * the worker fails or falls silent. Undefined where none starts; then the page has to do the work.
 */
export async function startWorker(options: WorkerOptions, onDeath: (backend: Backend) => void): Promise<Backend | undefined> {
  const { create, text, handshake = HANDSHAKE } = options;
  const candidates: readonly WorkerCandidate[] = [
    ...(create === undefined ? [] : [() => ({ worker: hostWorker(create), revoke: () => undefined })]),
    ...ownWorkers(text, handshake),
  ];
  for (const candidate of candidates) {
    const backend = await tryCandidate(candidate, options, onDeath);
    if (backend !== undefined) return backend;
  }
  return undefined;
}

/** The host's own worker. That it makes none is said: the page goes on without, and only its author can mend it. */
function hostWorker(create: () => Worker): Worker {
  try {
    const worker: unknown = create();
    if (typeof (worker as Worker | undefined)?.postMessage === 'function') return worker as Worker;
    throw new TypeError(`create: expected a Worker, got ${String(worker)}`);
  } catch (error) {
    console.warn('learner-elements: configureWorker({ create }) makes no worker; that of the package is tried.', error);
    throw error;
  }
}

/** The service in this thread; its code is loaded here. */
export async function startPage(): Promise<Backend> {
  const { pageService } = await import('./page-service.js');
  return { kind: 'page', service: pageService(), dead: false, watch: () => undefined, end: () => undefined };
}

async function tryCandidate(
  candidate: WorkerCandidate,
  { handshake = HANDSHAKE, patience = 15_000 }: WorkerOptions,
  onDeath: (backend: Backend) => void,
): Promise<Backend | undefined> {
  let started: StartedWorker | undefined;
  try {
    started = await candidate();
    const service = remoteService(started.worker);
    await answers(started.worker, service, handshake);
    return workerBackend(started.worker, service, patience, onDeath);
  } catch {
    started?.worker.terminate();
    return undefined;
  } finally {
    started?.revoke();
  }
}

/** A policy that forbids the worker does not throw: it comes as an `error` event, or as silence. */
function answers(worker: Worker, service: StatsService, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The worker does not answer.')), patience);
    onFailure(worker, reject);
    service
      .hello()
      .then(() => resolve(), reject)
      .finally(() => clearTimeout(timer));
  });
}

function workerBackend(worker: Worker, service: StatsService, patience: number, onDeath: (backend: Backend) => void): Backend {
  let ended = false;
  const die = (): void => {
    if (ended) return;
    backend.end();
    onDeath(backend);
  };
  const heartbeat = new Heartbeat(() => service.hello(), patience, die);
  const backend: Backend = {
    kind: 'worker',
    service,
    get dead() {
      return ended;
    },
    watch: (due) => (due && !ended ? heartbeat.start() : heartbeat.stop()),
    end() {
      ended = true;
      heartbeat.stop();
      worker.terminate();
    },
  };
  onFailure(worker, die);
  return backend;
}

function onFailure(worker: Worker, failed: (reason: Error) => void): void {
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    failed(new Error('The worker failed.'));
  });
  worker.addEventListener('messageerror', () => failed(new Error('A message of the worker could not be read.')));
}
