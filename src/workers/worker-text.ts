/** The worker as the text of one classic script. Empty in source form; the build puts it in. */
export const WORKER_TEXT: string = '';

/** Runs the worker's script with a message port for its scope. Only in the build that is one file. */
export function runWorker(_self: MessagePort): void {
  throw new TypeError('This build has no worker script to run in the page.');
}
