import { blobWorker } from './blob-worker.js';
import type { StartedWorker } from './blob-worker.js';
import { WORKER_TEXT } from './worker-text.js';

/** Makes a worker; throws or rejects where it cannot. */
export type WorkerCandidate = () => StartedWorker | Promise<StartedWorker>;

/**
 * The workers of the package, to be tried in turn; none for an empty text. `handshake` is how long one may take to start, in milliseconds.
 */
export function ownWorkers(text: string | undefined = WORKER_TEXT, _handshake: number): readonly WorkerCandidate[] {
  return text === '' ? [] : [() => blobWorker(text)];
}
