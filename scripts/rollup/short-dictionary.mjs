import { build } from 'esbuild';
import { ROOT } from '../lib/files.mjs';

const FILE = /[\\/]metrics[\\/]dictionary[\\/](creator|at-risk)\.ts$/;
const WHOLE = '?whole';

/**
 * A dictionary of `src/metrics/dictionary` without what stands in the part that is loaded on demand: label and unit stay, and of a metric
 * its definition, which charts show, and how it is computed. Undefined for another file.
 */
export async function shortDictionary(file) {
  return written(file, ({ id, label, unit, definition, aggregate }) =>
    aggregate === undefined ? { id, label, unit } : { id, label, unit, definition, aggregate },
  );
}

/** That in a build of rollup, where `definitions.ts` has the whole of it. */
export function shortDictionaries() {
  return {
    name: 'short-dictionaries',
    async resolveId(source, importer) {
      if (!/[\\/]metrics[\\/]definitions\.ts$/.test(importer ?? '') || !source.startsWith('./dictionary/')) return null;
      return `${(await this.resolve(source, importer, { skipSelf: true })).id}${WHOLE}`;
    },
    async load(id) {
      if (id.endsWith(WHOLE)) return written(id.slice(0, -WHOLE.length), (entry) => entry);
      return (await shortDictionary(id)) ?? null;
    },
  };
}

async function written(file, keep) {
  if (!FILE.test(file)) return undefined;
  const { outputFiles } = await build({ entryPoints: [file], absWorkingDir: ROOT, bundle: true, write: false, format: 'esm' });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Object.entries(module)
    .map(([name, entries]) => `export const ${name} = ${JSON.stringify(entries.map(keep))};`)
    .join('\n');
}

/** That as a plugin of esbuild, for builds whose whole dictionary is another file. */
export function shortDictionariesAlone() {
  return {
    name: 'short-dictionaries',
    setup({ onLoad }) {
      onLoad({ filter: FILE }, async ({ path }) => ({ contents: await shortDictionary(path), loader: 'ts' }));
    },
  };
}
