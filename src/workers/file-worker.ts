import { blobWorker } from './blob-worker.js';
import type { StartedWorker } from './blob-worker.js';

/** Where the worker stands as a module and as a classic script, by absolute URL. */
export interface WorkerFiles {
  readonly module: string;
  readonly script: string;
}

/**
 * A worker that loads its module, from any origin that lets it be fetched, or else its script. `patience` is for the start alone, as a
 * network takes its time. Rejects where a policy or the browser refuses, or neither file is there.
 */
export async function fileWorker({ module, script }: WorkerFiles, patience: number): Promise<StartedWorker> {
  const started = blobWorker(
    `postMessage('started');import(${JSON.stringify(module)}).catch(()=>importScripts(${JSON.stringify(script)}))` +
      `.then(()=>postMessage('ready'),()=>postMessage('failed'))`,
  );
  const { worker } = started;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The worker does not start.')), patience);
      const fail = (): void => reject(new Error('The worker cannot load its files.'));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        fail();
      });
      worker.addEventListener('message', ({ data }) => {
        clearTimeout(timer);
        if (data === 'ready') resolve();
        else if (data === 'failed') fail();
      });
    });
    return started;
  } catch (thrown) {
    worker.terminate();
    throw thrown;
  } finally {
    started.revoke();
  }
}
