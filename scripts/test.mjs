/** `npm test`: type check, lint, unit tests in a browser, then whole pages over the built script. */
import process from 'node:process';
import { findBrowser } from './find-browser.mjs';
import { closeWith } from './lib/closing.mjs';
import { filesUnder } from './lib/files.mjs';
import { IN_BUNDLE } from './unit-tests.mjs';
import { nodeTestArgs, reported, run, TOOLS } from './lib/steps.mjs';

const { from } = await findBrowser().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`Browser of the tests: ${from}`);

const results = [];
const done = (result) => {
  console.log(reported(result));
  results.push(result);
};

await Promise.all([
  run('Type check', [TOOLS.tsc, '--noEmit'], { quiet: true }).then(done),
  run('Lint', [TOOLS.eslint, '.'], { quiet: true }).then(done),
]);
const bundled = await run('Bundle of the unit tests', ['scripts/bundle-unit-tests.mjs'], { quiet: true });
done(bundled);
if (bundled.ok) done(await run('Unit tests', [TOOLS.wtr], { env: IN_BUNDLE }));
const ofNode = ['test/examples', 'test/scripts'].flatMap((folder) => filesUnder(folder, '.test.mjs'));
done(await run('Demo server and scripts', nodeTestArgs(ofNode), { quiet: true }));

const pages = filesUnder('test/e2e', '.test.mjs');
if (pages.length > 0) {
  const built = await run('Build of the script', ['scripts/build.mjs', '--script'], { quiet: true });
  done(built);
  if (built.ok) done(await run('Whole pages', nodeTestArgs(pages)));
}

closeWith(results);
