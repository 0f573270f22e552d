/** Runs the checks named on the command line one after another, goes on after a failure, and closes with their sums. */
import process from 'node:process';
import { closeWith } from './lib/closing.mjs';
import { npmScript } from './lib/npm.mjs';
import { reported, run } from './lib/steps.mjs';

/** Their output is of use only where they fail. */
const QUIET = ['storybook:build'];

const results = [];
for (const script of process.argv.slice(2)) {
  console.log(`\n== npm run ${script}`);
  results.push(await run(script, [npmScript(), 'run', '--silent', script], { quiet: QUIET.includes(script) }));
}

console.log('');
for (const result of results) console.log(reported(result));
closeWith(results);
