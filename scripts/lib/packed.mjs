import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newestChange, ROOT } from './files.mjs';
import { npmScript } from './npm.mjs';

const PACKED = join(ROOT, '.tmp', 'packed');

/** Steps that build the package, unless it is newer than its sources, and pack it as it would be published. */
export const PACK = [
  { name: 'Build', args: ['scripts/build.mjs', '--if-older'] },
  { name: 'Pack', args: [npmScript(), 'pack', '--ignore-scripts', '--pack-destination', PACKED], before: emptyFolder },
];

/**
 * Steps that install, into a consumer with a lockfile of its own, what that lockfile says and then, unless it needs none, the packed
 * package.
 */
export function installSteps(consumer, { packed: wantsPacked = true } = {}) {
  const cwd = join(ROOT, consumer);
  const locked = { name: `Install of ${consumer}`, args: [npmScript(), 'ci', '--ignore-scripts'], cwd };
  const packed = {
    name: `The package into ${consumer}`,
    args: () => [npmScript(), 'install', '--no-save', '--ignore-scripts', tarball()],
    cwd,
  };
  const installed = newestChange([`${consumer}/node_modules/.package-lock.json`]) > newestChange([`${consumer}/package-lock.json`]);
  return [...(installed ? [] : [locked]), ...(wantsPacked ? [packed] : [])];
}

function emptyFolder() {
  rmSync(PACKED, { recursive: true, force: true });
  mkdirSync(PACKED, { recursive: true });
}

/** The packed package. */
export function tarball() {
  return join(PACKED, readdirSync(PACKED)[0]);
}
