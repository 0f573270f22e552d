import { createReadStream, existsSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import process from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/find-browser.mjs';
import { filesUnder } from './scripts/lib/files.mjs';
import { sourceTexts } from './scripts/locales/source-texts.mjs';
import { shortReporter } from './scripts/wtr-reporter.mjs';

const shared = process.env.LEARNER_ELEMENTS_SHARED ?? resolve(import.meta.dirname, '..', 'shared');
const browser = await findBrowser();
/** A check of contrast must not meet an element that is still fading in. */
const STILL = '--force-prefers-reduced-motion';

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

export default {
  files: ['test/{components,data,export,metrics,workers,filters,locales,stories,tracker}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: browser.executablePath, args: [...browser.args, STILL] },
      // A window of its own: of two tabs in one window the one behind gets no animation frames.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('tsconfig.json', import.meta.url).pathname })],
  middleware: [sharedFiles, storyFiles, sourceTextsFile],
  reporters: [shortReporter()],
  staticLogging: !process.stdout.isTTY,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
};
