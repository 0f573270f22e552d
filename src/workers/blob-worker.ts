import { scriptUrl } from '../script/script-url.js';

/** A worker, and how to let go of its URL once it has answered. */
export interface StartedWorker {
  readonly worker: Worker;
  readonly revoke: () => void;
}

/** A worker that runs `text`. Throws where the page forbids it. */
export function blobWorker(text: string): StartedWorker {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const revoke = (): void => URL.revokeObjectURL(url);
  try {
    return { worker: new Worker(scriptUrl(url)), revoke };
  } catch (thrown) {
    revoke();
    throw thrown;
  }
}
