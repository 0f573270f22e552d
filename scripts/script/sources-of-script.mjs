import { dirname, join } from 'node:path';
import { ROOT } from '../lib/files.mjs';
import { standIns } from '../stand-ins/plugins.mjs';
import { FAMILIES, SCRIPT } from '../stand-ins/tables.mjs';
import { WORKER_PARTS } from './joined-parts.mjs';

const WORKER_TEXT = join(ROOT, 'src/workers/worker-text.js');

/** Plugins of rollup for the modules that a script has others in the place of, with what a family leaves out. */
export function sourcesOfScript(family) {
  return [workerParts(), standIns({ ...SCRIPT, ...FAMILIES[family] })];
}

function workerParts() {
  return {
    name: 'worker-parts',
    resolveId: (source, importer) =>
      importer !== undefined && join(dirname(importer), source) === WORKER_TEXT ? { id: WORKER_PARTS, external: true } : null,
  };
}
