import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** The script of npm itself: the one that runs us, else the one that came with this Node. */
export function npmScript() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((path) => path !== undefined && /\.c?js$/.test(path) && existsSync(path));
  if (found === undefined) throw new Error('npm was not found: run this through npm (npm run …).');
  return found;
}
