import { blobWorker } from './blob-worker.js';
import { fileWorker } from './file-worker.js';
import type { WorkerCandidate } from './own-worker.js';
import { WORKER_FILES } from './worker-files.js';

/**
 * Takes the place of `own-worker.ts` in the build of a module per tag: the worker is a module of the same parts as the page's, or its
 * classic script for browsers whose workers import none.
 */
export function ownWorkers(text: string | undefined, handshake: number): readonly WorkerCandidate[] {
  if (text !== undefined) return text === '' ? [] : [() => blobWorker(text)];
  return [() => fileWorker(WORKER_FILES, handshake)];
}
