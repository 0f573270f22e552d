import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../lib/files.mjs';

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
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }).then((result) => ({
    text: result.outputFiles[0].text.trim(),
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
