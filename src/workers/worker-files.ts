import type { WorkerFiles } from './file-worker.js';

/** The worker as files beside the page's modules. Empty in source form; the build puts them in. */
export const WORKER_FILES: WorkerFiles = { module: '', script: '' };
