import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { filesUnder, ROOT } from './files.mjs';

/** Where the files stand, by their paths from the project's folder, with the ending of a script. */
export const BUNDLED = '.tmp/unit-tests';

/** Modules that do something when they are loaded, or that a test asks for by name, which stay files of their own. */
const ALONE = [/^src\/define\//, /^src\/[^/]+\.ts$/, /^src\/tracker\/start-tracking\.ts$/, /^src\/locales\//];

/**
 * Bundles these files of tests, and what they ask for by name, into few files: a browser that asks a server for each of five hundred
 * modules, for each file of tests anew, spends more time so than on the tests.
 */
export async function bundleUnitTests(files) {
  rmSync(join(ROOT, BUNDLED), { recursive: true, force: true });
  const named = [...filesUnder('src/locales', '.ts'), ...filesUnder('stories', '.stories.ts')];
  await bundle([...files, ...named], { chunkFileNames: 'chunks/[name].js', manualChunks: chunkOf });
  // A worker has no elements, which the source in one file defines.
  await bundle([...filesUnder('src', '.worker.ts'), ...filesUnder('test', '.worker.ts')], { chunkFileNames: 'chunks-of-worker/[name].js' });
}

async function bundle(files, output) {
  const made = await rollup({
    input: Object.fromEntries(files.map((file) => [file.slice(0, -'.ts'.length), join(ROOT, file)])),
    treeshake: false,
    logLevel: 'silent',
    external: (id) => id.startsWith('/__'),
    plugins: [
      nodeResolve({ exportConditions: ['production'] }),
      esbuild({ include: /\.ts$/, target: 'es2022', tsconfig: join(ROOT, 'tsconfig.json'), sourceMap: true }),
    ],
  });
  await made.write({ dir: join(ROOT, BUNDLED), format: 'es', sourcemap: true, ...output });
  await made.close();
}

/** The file that stands for one of the source. */
export function bundledName(file) {
  return `${BUNDLED}/${file.replace(/\.ts$/, '.js')}`;
}

function chunkOf(id) {
  const path = id.startsWith(ROOT) ? id.slice(ROOT.length + 1) : id;
  if (path.startsWith('node_modules/')) return /^node_modules\/(axe-core|crossfilter2)/.exec(path)?.[1] ?? 'libraries';
  if (path.startsWith('src/') && !ALONE.some((pattern) => pattern.test(path))) return 'source';
  return undefined;
}

/** The file of the source that a bundled one stands for; any other is itself. */
export function sourceName(file) {
  return file.startsWith(`${BUNDLED}/`) ? file.slice(BUNDLED.length + 1).replace(/\.js$/, '.ts') : file;
}
