/** `npm test`: type check, lint, unit tests in a browser, then whole pages over the built script. */
import process from 'node:process';
import { findBrowser } from './find-browser.mjs';
import { closingLine, countsOf, sum } from './lib/counts.mjs';
import { filesUnder } from './lib/files.mjs';
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
done(await run('Unit tests', [TOOLS.wtr]));
done(await run('Demo server', nodeTestArgs(filesUnder('test/examples', '.test.mjs')), { quiet: true }));

const pages = filesUnder('test/e2e', '.test.mjs');
if (pages.length > 0) {
  const built = await run('Build of the script', ['scripts/build.mjs', '--script'], { quiet: true });
  done(built);
  if (built.ok) done(await run('Whole pages', nodeTestArgs(pages)));
}

const ok = results.every((result) => result.ok);
console.log(closingLine(sum(results.map(countsOf))));
process.exitCode = ok ? 0 : 1;
