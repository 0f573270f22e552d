import process from 'node:process';
import { closingLine, countsOf, sum } from './counts.mjs';
import { failuresOf } from './failures.mjs';

/** Ends a script that ran steps: tells once more what failed, closes with the sums, and fails where a step did. */
export function closeWith(results) {
  const failures = results.filter(({ ok }) => !ok).flatMap(({ output }) => failuresOf(output));
  if (failures.length > 0) console.log(['', 'Failed:', ...failures, ''].join('\n'));
  console.log(closingLine(sum(results.map(countsOf))));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
