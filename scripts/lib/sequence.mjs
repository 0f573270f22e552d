import { closeWith } from './closing.mjs';
import { nodeTestArgs, reported, run } from './steps.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[] | (() => string[])} args
 * @property {string} [cwd]
 * @property {object} [env]
 * @property {boolean} [loud]
 * @property {() => void} [before]
 */

/**
 * Runs steps one after another, stops at the first that fails, and closes with the sums.
 *
 * @param {readonly (Step | readonly (readonly Step[])[])[]} steps a list among them is of rows of steps that run at once
 */
export async function runInTurn(steps) {
  const results = [];
  await ran(steps, results);
  closeWith(results);
}

/** Whether all of these steps came off; puts their results into `results`. */
async function ran(steps, results) {
  for (const step of steps) {
    const ok = Array.isArray(step) ? (await Promise.all(step.map((row) => ran(row, results)))).every(Boolean) : await ranOne(step, results);
    if (!ok) return false;
  }
  return true;
}

async function ranOne({ name, args, cwd, env, loud = false, before }, results) {
  before?.();
  const result = await run(name, typeof args === 'function' ? args() : args, { quiet: !loud, cwd, env });
  results.push(result);
  console.log(reported(result));
  return result.ok;
}

/** A step that runs files of tests with Node's own runner. */
export function nodeTests(name, files) {
  return { name, args: nodeTestArgs(files), loud: true };
}
