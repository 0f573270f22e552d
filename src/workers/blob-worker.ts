import { scriptUrl } from '../export/script-url.js';

/** A worker that runs `text`, and how to let go of its URL once it has started. Throws where the page forbids it. */
export function blobWorker(text: string): { worker: Worker; revoke: () => void } {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const revoke = (): void => URL.revokeObjectURL(url);
  try {
    return { worker: new Worker(scriptUrl(url)), revoke };
  } catch (thrown) {
    revoke();
    throw thrown;
  }
}
