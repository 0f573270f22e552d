import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../lib/files.mjs';

const ENTRY = join(ROOT, 'src/workers/stats.worker.ts');
/** Newer than the script around it: no bundler reads this text, and a browser that cannot falls back to the page's thread. */
const TARGET = 'es2022';
const bundles = new Map();

/** The worker as one classic script, minified, with the files that it was made of. Bundled once a build and target. */
export function workerBundle(target = TARGET) {
  if (!bundles.has(target)) bundles.set(target, bundle(target));
  return bundles.get(target);
}

function bundle(target) {
  return build({
    entryPoints: [ENTRY],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['production'],
    target,
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

/**
 * The same without a second copy of the code, for a build that is one file: the worker is a function, whose own text starts
 * the worker, and which the page calls over a message port where no worker can run. Its target is that of the build, so
 * that no later step lowers it and moves a helper out of it.
 */
export function workerFunction(target) {
  return {
    name: 'worker-function',
    resolveId(source, importer) {
      if (!source.endsWith('/page-service.js') || importer === undefined) return null;
      return this.resolve(source.replace('page-service.js', 'page-port.js'), importer, { skipSelf: true });
    },
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith('/src/workers/worker-text.ts')) return null;
      const { text, inputs } = await workerBundle(target);
      for (const input of inputs) this.addWatchFile(input);
      return `export function runWorker(self) {\n${text}\n}\nexport const WORKER_TEXT = \`(\${runWorker})(self)\`;`;
    },
  };
}

/** Emits the worker as a file too, for a host whose policy refuses `blob:` and that serves it from its own origin. */
export function workerFile(fileName) {
  return {
    name: 'worker-file',
    async generateBundle() {
      const { text } = await workerBundle();
      this.emitFile({ type: 'asset', fileName, source: `${text}\n` });
    },
  };
}
