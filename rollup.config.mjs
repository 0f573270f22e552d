import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { ascii } from './scripts/lib/ascii.mjs';
import { filesUnder, ROOT } from './scripts/lib/files.mjs';
import { smallerChunks } from './scripts/lib/smaller.mjs';
import { literals } from './scripts/rollup/literals.mjs';
import { partsOfPage } from './scripts/rollup/parts-of-page.mjs';
import { shortDictionaries } from './scripts/rollup/short-dictionary.mjs';
import { shortSchemas } from './scripts/rollup/short-schemas.mjs';
import { staticProperties } from './scripts/rollup/static-properties.mjs';
import { TREESHAKE } from './scripts/rollup/treeshake.mjs';
import { workerFiles, workerText } from './scripts/rollup/worker-text.mjs';
import { standIns } from './scripts/stand-ins/plugins.mjs';
import { MODULE_PER_TAG } from './scripts/stand-ins/tables.mjs';

const { version, license, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const banner = `/*! learner-elements ${version} | ${license} */`;
const tags = filesUnder('src/define', '.ts').filter((file) => file !== 'src/define/define.ts');

/** The package for bundlers: one file per module, dependencies left to the host, importing a class defines nothing. */
const packageBuild = {
  input: named([
    'src/index.ts',
    'src/creator.ts',
    'src/at-risk.ts',
    ...filesUnder('src/define', '.ts'),
    ...filesUnder('src/components', '.ts'),
    ...filesUnder('src/locales', '.ts'),
    ...filesUnder('src/tracker', '.ts'),
    'src/data/open-dataset.ts',
  ]),
  external: (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [workerText(), ...compiled('es2022')],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
};

/** A module per tag for a module script, with what the tags share in chunks. */
const moduleBuild = {
  input: named(tags, 'src/define/'),
  treeshake: TREESHAKE,
  plugins: [standIns(MODULE_PER_TAG), workerFiles(), shortDictionaries(), shortSchemas(), staticProperties(), ...compiled('es2022')],
  output: {
    dir: 'cdn',
    format: 'es',
    chunkFileNames: 'chunks/[name]-[hash].js',
    manualChunks: partsOfPage(tags),
    experimentalMinChunkSize: 800,
    banner,
    plugins: [minified({ ecma: 2020, module: true }), smallerChunks({ target: 'es2020', module: true })],
  },
};

/** The tracker alone, for a script tag of a player page and for bundlers of the time of webpack 4: ES2017. */
const trackerBuild = {
  input: 'src/tracker/start-tracking.ts',
  plugins: compiled('es2017'),
  output: {
    file: 'cdn/tracker.js',
    format: 'umd',
    name: 'LearnerTracker',
    banner,
    plugins: [minified({ ecma: 2017 }), smallerChunks({ target: 'es2017' }), { name: 'ascii', renderChunk: (code) => ascii(code) }],
  },
};

export default [packageBuild, moduleBuild, trackerBuild].map((build) => ({ ...build, onLog: refuseCircles }));

/** Modules that import each other in a circle work by the order in which they happen to be loaded. */
function refuseCircles(level, log, handle) {
  handle(log.code === 'CIRCULAR_DEPENDENCY' && log.ids.some((id) => id.includes('/src/')) ? 'error' : level, log);
}

function compiled(target) {
  return [
    nodeResolve({ exportConditions: ['production'], ignoreSideEffectsForRoot: true }),
    literals(),
    esbuild({ include: /\.[jt]s$/, target, tsconfig: join(ROOT, 'tsconfig.json') }),
  ];
}

function minified(syntax) {
  return terser({ ...syntax, compress: { passes: 2 }, format: { comments: /^!/ } });
}

function named(files, root = 'src/') {
  return Object.fromEntries(files.map((file) => [file.slice(root.length, -'.ts'.length), file]));
}
