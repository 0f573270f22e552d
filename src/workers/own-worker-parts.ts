import { folder, hasNonce, loadScript } from '../script/script-base.js';
import { blobWorker } from './blob-worker.js';
import type { WorkerCandidate } from './own-worker.js';
import { loadBy, workerText } from './worker-text.js';

loadBy(loadScript);

/**
 * Takes the place of `own-worker.ts` in the build that is one script: the worker is made of the script's parts. It loads those in files
 * beside it when it needs them; where a policy asks for a nonce, which no worker can give, the page loads them before.
 */
export function ownWorkers(text: string | undefined): readonly WorkerCandidate[] {
  if (text !== undefined) return text === '' ? [] : [() => blobWorker(text)];
  return [async () => blobWorker(await workerText(folder(), hasNonce))];
}
