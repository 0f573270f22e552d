/**
 * `npm run release`: takes the changes described in `.changeset` into CHANGELOG.md, raises the version as they ask, and writes it where the
 * library says it. What follows is said at the end; nothing is published here.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const FILE = 'src/define/define.ts';
const changesets = createRequire(import.meta.url).resolve('@changesets/cli/bin.js');
const folder = process.cwd();

execFileSync(process.execPath, [changesets, 'version'], { stdio: 'inherit' });
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const text = readFileSync(join(folder, FILE), 'utf8');
writeFileSync(join(folder, FILE), text.replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));
console.log(`This is ${version} now. Read CHANGELOG.md; then npm install, npm run build -- --sizes, npm run verify, commit, and
npx changeset publish, which tags it; npm publishes with provenance where the release is built by a service that npm knows.`);
