import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../lib/files.mjs';
import { smaller } from '../lib/smaller.mjs';
import { standInsAlone } from '../stand-ins/plugins.mjs';
import { WORKER_TEXT } from '../stand-ins/tables.mjs';
import { shortDictionariesAlone } from './short-dictionary.mjs';

const ENTRY = join(ROOT, 'src/workers/stats.worker.ts');
/** Newer than the script around it: no bundler reads this text, and a browser that cannot falls back to the page's thread. */
const TARGET = 'es2022';
let bundled;

/** The worker as one classic script, minified, with the files that it was made of. Bundled once a build. */
export function workerBundle() {
  bundled ??= bundle();
  return bundled;
}

function bundle() {
  return build({
    entryPoints: [ENTRY],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['production'],
    target: TARGET,
    minify: true,
    plugins: [standInsAlone(WORKER_TEXT), shortDictionariesAlone()],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }).then(async (result) => ({
    text: (await smaller(result.outputFiles[0].text, { target: TARGET })).trim(),
    inputs: Object.keys(result.metafile.inputs).map((path) => join(ROOT, path)),
  }));
}

/** Replaces the empty `WORKER_TEXT` of the source by the text of the worker, so that no build has a second file to load. */
export function workerText() {
  return {
    name: 'worker-text',
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith('/src/workers/worker-text.ts')) return null;
      const { text, inputs } = await workerBundle();
      for (const input of inputs) this.addWatchFile(input);
      return `export const WORKER_TEXT = ${JSON.stringify(text)};`;
    },
  };
}

/**
 * The worker as a module of the same chunks as the page's, and as its classic script for browsers whose workers import no modules: both
 * are files of this build.
 */
export function workerFiles() {
  return {
    name: 'worker-files',
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith('/src/workers/worker-files.ts')) return null;
      const { text } = await workerBundle();
      const module = this.emitFile({ type: 'chunk', id: ENTRY, name: 'worker' });
      const script = this.emitFile({ type: 'asset', fileName: 'stats.worker.js', source: `${text}\n` });
      return `export const WORKER_FILES = { module: import.meta.ROLLUP_FILE_URL_${module}, script: import.meta.ROLLUP_FILE_URL_${script} };`;
    },
  };
}
