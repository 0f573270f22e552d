import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { ascii } from '../lib/ascii.mjs';
import { ROOT } from '../lib/files.mjs';
import { smaller } from '../lib/smaller.mjs';
import { localeNames } from '../locales/names.mjs';
import { shortLiterals } from '../rollup/literals.mjs';
import { plainFields, PRIVATE_NAME } from '../rollup/private-fields.mjs';
import { shortDictionaries } from '../rollup/short-dictionary.mjs';
import { shortSchemas } from '../rollup/short-schemas.mjs';
import { staticProperties } from '../rollup/static-properties.mjs';
import { TREESHAKE } from '../rollup/treeshake.mjs';
import { partsOfScript } from './parts-of-script.mjs';
import { sourcesOfScript } from './sources-of-script.mjs';
import { besideParts, joinedParts, WORKER_PARTS } from './joined-parts.mjs';

/** What webpack 4 and browsers of its time can read. */
const TARGET = 'es2017';

/**
 * One classic script of a page's entry and the worker's, for script tags and for bundlers of the time of webpack 4: dependencies and
 * worker inside, what page and worker share there once; and the parts that stand in files beside it. `global` is the name under which the
 * page finds its exports; `family` leaves out what only the other one's tags need. Gives the modules that went in.
 */
export async function buildOneFile({ page, worker, name, global, banner, short, family }) {
  const parts = partsOfScript({ page, worker, family });
  const bundle = await rollup({
    input: { page, worker },
    external: [WORKER_PARTS],
    treeshake: TREESHAKE,
    plugins: [
      sourcesOfScript(family),
      shortDictionaries(),
      nodeResolve({ exportConditions: ['production'], ignoreSideEffectsForRoot: true }),
      staticProperties(),
      shortSchemas(),
      plainSources(),
      esbuild({
        include: /\.[jt]s$/,
        target: 'es2022',
        tsconfig: join(ROOT, 'tsconfig.json'),
        define: { LOCALE_NAMES: JSON.stringify(localeNames()) },
      }),
    ],
    onwarn({ code, message }) {
      if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(`${name}: ${message}`);
    },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    entryFileNames: 'entry-[name].js',
    chunkFileNames: '[name].js',
    manualChunks: parts.chunkOf,
    minifyInternalExports: true,
    hoistTransitiveImports: false,
    externalLiveBindings: false,
    esModule: false,
    freeze: false,
    strict: false,
    interop: 'default',
  });
  await bundle.close();
  const lowered = new Map(await Promise.all(output.map(async ({ fileName, code }) => [`./${fileName}`, await older(code)])));
  const key = `${name} ${createHash('sha256')
    .update([...lowered.values()].join())
    .digest('hex')
    .slice(0, 12)}`;
  const given = { page: './entry-page.js', worker: './entry-worker.js', global, name, key, isBeside: parts.isBeside, isFile: parts.isFile };
  await write(name, banner, joinedParts(lowered, given), short);
  for (const [file, code] of besideParts(lowered, given)) await write(file, banner, code, short);
  return output.flatMap(({ moduleIds }) => moduleIds).filter((id) => !id.startsWith('\0'));
}

async function write(name, banner, joined, short) {
  const code = short ? await minified(joined) : joined;
  await mkdir(join(ROOT, 'cdn'), { recursive: true });
  await writeFile(join(ROOT, `cdn/${name}.js`), `${banner}\n${ascii(code)}\n`);
}

/** What `cjs` makes of an `import()` of another part. */
const LATER = /Promise\.resolve\(\)\.then\(function \(\) \{ return require\(('[^']+')\); \}\)/g;

async function older(text) {
  const { code } = await transform(text.replace(LATER, 'import($1)'), {
    target: TARGET,
    supported: { 'dynamic-import': true },
    legalComments: 'none',
  });
  return code;
}

async function minified(code) {
  const result = await minify(code, {
    ecma: 2017,
    compress: { passes: 2, unsafe_undefined: true },
    mangle: { properties: { regex: PRIVATE_NAME } },
    format: { comments: false },
  });
  return smaller(result.code, { target: TARGET });
}

/** Sources with fields that older syntax has, and templates without space that nobody sees. */
function plainSources() {
  return {
    name: 'plain-sources',
    transform(code, file) {
      if (!/[\\/]src[\\/].*\.ts$/.test(file)) return null;
      const plain = plainFields(file, code)?.code ?? code;
      return { code: shortLiterals(file, plain)?.code ?? plain, map: null };
    },
  };
}
