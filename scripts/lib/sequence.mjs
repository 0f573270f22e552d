import { closeWith } from './closing.mjs';
import { nodeTestArgs, reported, run } from './steps.mjs';

/**
 * Runs steps one after another, stops at the first that fails, and closes with the sums.
 *
 * @param {readonly { name: string, args: string[] | (() => string[]), cwd?: string, env?: object, loud?: boolean, before?: () => void }[]} steps
 */
export async function runInTurn(steps) {
  const results = [];
  for (const { name, args, cwd, env, loud = false, before } of steps) {
    before?.();
    const result = await run(name, typeof args === 'function' ? args() : args, { quiet: !loud, cwd, env });
    results.push(result);
    console.log(reported(result));
    if (!result.ok) break;
  }
  closeWith(results);
}

/** A step that runs files of tests with Node's own runner. */
export function nodeTests(name, files) {
  return { name, args: nodeTestArgs(files), loud: true };
}
