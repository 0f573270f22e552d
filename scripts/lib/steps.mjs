import { spawn } from 'node:child_process';
import process from 'node:process';
import { ROOT } from './files.mjs';

/** Programs of the development dependencies, run by this very Node, so that no shell and no PATH matters. */
export const TOOLS = {
  cem: 'node_modules/@custom-elements-manifest/analyzer/cem.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  rollup: 'node_modules/rollup/dist/bin/rollup',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** After how long a file of tests that waits for what never comes has failed, in ms: several times the longest. */
const HANGS = 600_000;

/** Arguments by which Node's own runner runs files of tests, two at once: each has a browser and a server of its own. */
export function nodeTestArgs(files) {
  return ['--test', '--test-concurrency=2', '--test-reporter=spec', `--test-timeout=${HANGS}`, ...files];
}

/** What moves a terminal's cursor or clears its lines; a log has neither. */
const CURSOR = new RegExp(`${String.fromCharCode(27)}\\[\\d*[A-K]`, 'g');

/**
 * Runs a script with this Node, in the project's folder unless `cwd` names another.
 *
 * @param {string} name what the step is called when it is reported
 * @param {string[]} args the script and its arguments
 * @param {{ quiet?: boolean, cwd?: string, env?: Record<string, string>, prefix?: string }} options `quiet` keeps the output back unless
 * the step
 *   fails; `prefix` stands before each line that is shown, where several run at once
 * @returns {Promise<{ name: string, ok: boolean, output: string, seconds: number }>}
 */
export function run(name, args, { quiet = false, cwd = ROOT, env = {}, prefix = '' } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const [stream, sink] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        const text = chunk.replace(CURSOR, '');
        chunks.push(text);
        if (!quiet) sink.write(prefix === '' ? text : text.replace(/^(?=.)/gm, prefix));
      });
    }
    child.on('close', (code) => {
      const output = chunks.join('');
      if (quiet && code !== 0) process.stdout.write(output);
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** One line about a step that is over. */
export function reported({ name, ok, seconds }) {
  return `${ok ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s`;
}
