/**
 * Runs the checks named on the command line one after another, goes on after a failure, and closes with their sums. `a|b c` runs `a`, and
 * beside it `b` and then `c`: where one waits for the network or uses one processor there is another.
 */
import process from 'node:process';
import { closeWith } from './lib/closing.mjs';
import { npmScript } from './lib/npm.mjs';
import { reported, run } from './lib/steps.mjs';

/** Their output is of use only where they fail. */
const QUIET = ['storybook:build'];

const results = [];
for (const group of process.argv.slice(2)) {
  const lanes = group.split('|').map((lane) => lane.split(' '));
  console.log(`\n== npm run ${lanes.map((scripts) => scripts.join(', ')).join(' beside ')}`);
  await Promise.all(lanes.map((scripts) => runInTurn(scripts, lanes.length > 1)));
}

console.log('');
for (const result of results) console.log(reported(result));
closeWith(results);

async function runInTurn(scripts, hasOthersBeside) {
  for (const script of scripts) {
    const prefix = hasOthersBeside ? `${script} ` : '';
    results.push(await run(script, [npmScript(), 'run', '--silent', script], { quiet: QUIET.includes(script), prefix }));
  }
}
