import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { ROOT } from '../lib/files.mjs';
import { localeNames } from '../locales/names.mjs';
import { shortLiterals } from '../rollup/literals.mjs';
import { numberScaleCode } from '../rollup/number-scales.mjs';
import { plainFields, PRIVATE_NAME } from '../rollup/private-fields.mjs';
import { shortDictionary } from '../rollup/short-dictionary.mjs';
import { staticParts } from '../rollup/static-parts.mjs';
import { familyCode } from './families.mjs';
import { joinedParts, WORKER_PARTS } from './joined-parts.mjs';

/** What webpack 4 and browsers of its time can read. */
const TARGET = 'es2017';

/**
 * One classic script of a page's entry and the worker's, for script tags and for bundlers of the time of webpack 4: dependencies and
 * worker inside, what page and worker share there once. `global` is the name under which the page finds its exports; `family` leaves out
 * what only the other one's tags need. Gives the files that went in.
 */
export async function buildOneFile({ page, worker, file, global, banner, short, family }) {
  const { outputFiles, metafile } = await build({
    entryPoints: { page, worker },
    absWorkingDir: ROOT,
    outdir: '/',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['production'],
    target: TARGET,
    external: [WORKER_PARTS],
    define: { LOCALE_NAMES: JSON.stringify(localeNames()) },
    legalComments: 'none',
    logLevel: 'warning',
    chunkNames: '[hash]',
    minifyIdentifiers: short,
    plugins: [workerFromParts(), staticParts(), sourcesShortened(family), numberScales()],
  });
  const parts = await Promise.all(outputFiles.map(commonJs));
  const joined = joinedParts(new Map(parts), { page: './page.js', worker: './worker.js', global });
  const code = short ? await minified(joined) : joined;
  await mkdir(dirname(join(ROOT, file)), { recursive: true });
  await writeFile(join(ROOT, file), `${banner}\n${code}\n`);
  return Object.keys(metafile.inputs).map((path) => join(ROOT, path));
}

async function commonJs({ path, text }) {
  const { code } = await transform(text, { format: 'cjs', target: TARGET, supported: { 'dynamic-import': false }, legalComments: 'none' });
  return [`.${path}`, code];
}

async function minified(code) {
  const result = await minify(code, {
    ecma: 2017,
    compress: { passes: 2 },
    mangle: { properties: { regex: PRIVATE_NAME } },
    format: { comments: false },
  });
  return result.code;
}

/**
 * The worker is not text here but parts of the same file; what the page runs where no worker starts are those parts too. What writes files,
 * what the numbers mean, and translations, are scripts beside this one.
 */
function workerFromParts() {
  return {
    name: 'worker-from-parts',
    setup({ onResolve }) {
      onResolve({ filter: /\/page-service\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'page-port.ts') }));
      onResolve({ filter: /\/run-export\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'run-script.ts') }));
      onResolve({ filter: /\/locale-files\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'locale-scripts.ts') }));
      onResolve({ filter: /\/definition-files\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'definition-scripts.ts') }));
      onResolve({ filter: /\/worker-text\.js$/ }, () => ({ path: WORKER_PARTS, external: true }));
    },
  };
}

function sourcesShortened(family) {
  return {
    name: 'sources-shortened',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const source = familyCode(family, path) ?? (await shortDictionary(path)) ?? (await readFile(path, 'utf8'));
        const plain = plainFields(path, source)?.code ?? source;
        return { contents: shortLiterals(path, plain)?.code ?? plain, loader: 'ts' };
      });
    },
  };
}

function numberScales() {
  return {
    name: 'number-scales',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]d3-(interpolate|format)[\\/]/ }, ({ path }) => {
        const contents = numberScaleCode(path);
        return contents === undefined ? undefined : { contents, loader: 'js' };
      });
    },
  };
}
