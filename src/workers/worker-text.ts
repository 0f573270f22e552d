/** The worker as the text of one classic script. Empty in source form; the build puts it in. */
export const WORKER_TEXT: string = '';

/** Says what loads a file beside the script, by its name. Only in the build that is one file. */
export function loadBy(_load: (name: string) => Promise<void>): void {}

/**
 * The same text in the build that is one file. In the worker, parts in files beside the script load from the folder `base` when they are
 * needed; those that are there already, and with `isWhole` all that can be had, stand in the text.
 */
export function workerText(_base: string | undefined, _isWhole: boolean): Promise<string> {
  return Promise.resolve(WORKER_TEXT);
}

/** Runs the worker's script with a message port for its scope. Only in the build that is one file. */
export function runWorker(_self: MessagePort): void {
  throw new TypeError('This build has no worker script to run in the page.');
}
