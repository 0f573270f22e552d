import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../scripts/lib/files.mjs';

/** What answers filters on several tables, in a file that a page loads when it has any; the harness has one table. */
export const LATER = 'learner-elements.related.js';

const EVERY_TABLE = '[...CREATOR_TABLES, ...AT_RISK_TABLES]';
/**
 * The package as pages have it. The harness's table is none of the package's schema, which the engine is given with the data and is no part
 * of.
 */
const AS_ON_PAGES = {
  name: 'as-on-pages',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]metrics[\\/]tables\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(EVERY_TABLE)) throw new Error(`${path}: expected ${EVERY_TABLE}, which the benchmark leaves out`);
      return { contents: text.replace(EVERY_TABLE, '[]'), loader: 'ts' };
    });
    onResolve({ filter: /\/related\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'lazy-related.ts') }));
    onLoad({ filter: /[\\/]lazy-related\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(`import('./related.js')`, `import(new URL('./${LATER}', import.meta.url).href)`),
      loader: 'ts',
    }));
  },
};

const OPTIONS = { bundle: true, format: 'esm', target: 'es2022', logLevel: 'error' };

/** Writes the package's engine as one module for the harness, to `outfile`. */
export async function bundleEngine(outfile) {
  await build({ ...OPTIONS, entryPoints: [join(ROOT, 'bench/package.mjs')], outfile, plugins: [AS_ON_PAGES] });
}

/** Writes the part that the engine loads where filters go from table to table, to `outfile`. */
export async function bundleLater(outfile) {
  await build({ ...OPTIONS, entryPoints: [join(ROOT, 'src/data/engine/cube/related.ts')], outfile, minify: true });
}
