import { spawn } from 'node:child_process';
import process from 'node:process';
import { ROOT } from './files.mjs';

/** Programs of the development dependencies, run by this very Node, so that no shell and no PATH matters. */
export const TOOLS = {
  cem: 'node_modules/@custom-elements-manifest/analyzer/cem.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  rollup: 'node_modules/rollup/dist/bin/rollup',
  storybook: 'node_modules/storybook/dist/bin/dispatcher.js',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/**
 * Runs a script with this Node, in the project's folder unless `cwd` names another.
 *
 * @param {string} name what the step is called when it is reported
 * @param {string[]} args the script and its arguments
 * @param {{ quiet?: boolean, cwd?: string, env?: Record<string, string> }} options `quiet` keeps the output back unless the step fails
 * @returns {Promise<{ name: string, ok: boolean, output: string, seconds: number }>}
 */
export function run(name, args, { quiet = false, cwd = ROOT, env = {} } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const [stream, sink] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        chunks.push(chunk);
        if (!quiet) sink.write(chunk);
      });
    }
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString();
      if (quiet && code !== 0) process.stdout.write(output);
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** One line about a step that is over. */
export function reported({ name, ok, seconds }) {
  return `${ok ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s`;
}
