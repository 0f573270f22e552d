/** What the unit tests are and what serves them, whatever browser runs them. */
import { createReadStream, existsSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import process from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { BUNDLED, bundledName } from './lib/bundled-tests.mjs';
import { filesUnder, ROOT } from './lib/files.mjs';
import { sourceTexts } from './locales/source-texts.mjs';
import { forcedColorsCommand } from './forced-colors.mjs';
import { pressWithCommand } from './press-with.mjs';
import { shortReporter } from './wtr-reporter.mjs';

/** What scripts that run many tests say to the runner. */
export const IN_BUNDLE = { UNIT_TESTS: 'bundled' };

/** The longest first: at the end no page has work alone. */
const FOLDERS = ['stories', 'workers', 'components', 'data', 'export', 'metrics', 'locales', 'localize', 'tracker'];
const shared = process.env.LEARNER_ELEMENTS_SHARED ?? resolve(ROOT, '..', 'shared');

/** Tests read oracles and real data under `/__shared/`; nothing there is ever copied into the project. */
function sharedFiles(context, next) {
  if (!context.path.startsWith('/__shared/')) return next();
  const file = join(shared, normalize(context.path.slice('/__shared/'.length)));
  if (!file.startsWith(shared) || !existsSync(file)) {
    context.status = 404;
    return undefined;
  }
  context.type = 'application/octet-stream';
  context.body = createReadStream(file);
  return undefined;
}

/** Names of the files of stories, which a test in a browser cannot find out by itself. */
function storyFiles(context, next) {
  if (context.path !== '/__files/stories.json') return next();
  context.type = 'application/json';
  context.body = JSON.stringify(filesUnder('stories', '.stories.ts'));
  return undefined;
}

/** The texts of the source, that translations are held against. */
async function sourceTextsFile(context, next) {
  if (context.path !== '/__files/texts.json') return next();
  context.type = 'application/json';
  context.body = JSON.stringify(await sourceTexts());
  return undefined;
}

/** Which random sequences are run beside those that always are: `SEQUENCES=100-200 npx wtr …`. */
function sequenceSeeds(context, next) {
  if (context.path !== '/__files/sequences.json') return next();
  const [from, to = from] = (process.env.SEQUENCES ?? '').split('-').map(Number);
  context.type = 'application/json';
  context.body = JSON.stringify(from > 0 ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : []);
  return undefined;
}

/** What tests load by the name of its source comes from the bundle. */
function bundledFiles(context, next) {
  if (!/^\/(?:src|stories|test)\/.*\.ts$/.test(context.path)) return next();
  context.redirect(`/${bundledName(context.path.slice(1))}`);
  return undefined;
}

/** Every file of unit tests, by its path from the project's folder. */
export function unitTestFiles() {
  return FOLDERS.flatMap((folder) => filesUnder(`test/${folder}`, '.test.ts'));
}

/**
 * What asks for nothing that engines do differently, run in Chromium alone: references of rules over random and real data, what readers and
 * hosts do at random, and what stories say and paint as their documents have it.
 */
const OF_ONE_ENGINE =
  /by-hand|-by-chance|random-sequences|properties|oulad|oracles|aspects-unit-tests|engine\/(?:reference|cube\/differential)|stories\/(?:pseudo-locale|same-numbers|states|svg-contrast)/;

/** The files of unit tests that another engine than Chromium's is tried by. */
export function engineTestFiles() {
  return unitTestFiles().filter((file) => !OF_ONE_ENGINE.test(file));
}

/** Whether the tests come as `bundleUnitTests` has written them. */
const isBundled = process.env.UNIT_TESTS === IN_BUNDLE.UNIT_TESTS;

/** A configuration of web-test-runner that lacks browsers alone. */
export const unitTests = {
  rootDir: ROOT,
  files: FOLDERS.map((folder) => (isBundled ? `${BUNDLED}/test/${folder}/**/*.test.js` : `test/${folder}/**/*.test.ts`)),
  nodeResolve: isBundled ? false : { exportConditions: ['production', 'default'] },
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  plugins: [
    pressWithCommand(),
    forcedColorsCommand(),
    ...(isBundled ? [] : [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(ROOT, 'tsconfig.json') })]),
  ],
  middleware: [sharedFiles, storyFiles, sourceTextsFile, sequenceSeeds, ...(isBundled ? [bundledFiles] : [])],
  reporters: [shortReporter()],
  staticLogging: !process.stdout.isTTY,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
};
