/**
 * Compares what tags offer now with `scripts/manifest/accepted-api.json` and fails where something is gone: that is a new major version.
 * `--accept` writes down what there is now. Needs the manifest of `npm run analyze`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/files.mjs';
import { publicApi, removedFrom } from './manifest/public-api.mjs';

const ACCEPTED = join(ROOT, 'scripts/manifest/accepted-api.json');

const { modules } = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
const now = publicApi(modules.flatMap(({ declarations = [] }) => declarations));
if (process.argv.includes('--accept')) writeFileSync(ACCEPTED, `${JSON.stringify(now, null, 1)}\n`);

const accepted = JSON.parse(readFileSync(ACCEPTED, 'utf8'));
const removed = removedFrom(accepted, now);
const added = removedFrom(now, accepted);
for (const line of removed) console.error(`− ${line}`);
for (const line of added) console.log(`+ ${line}`);
console.log(`${removed.length} removed, ${added.length} added since what was accepted.`);
if (removed.length > 0) process.exitCode = 1;
