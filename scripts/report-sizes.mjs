/** Prints what each deliverable weighs and fails where one is over its budget. `--write` puts the table into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'prettier';
import { ROOT } from './lib/files.mjs';
import { deliverables } from './sizes/deliverables.mjs';
import { sizesTable, withSizes } from './sizes/table.mjs';

const README = join(ROOT, 'README.md');

const found = await deliverables();
console.log(await format(sizesTable(found), { parser: 'markdown' }));
if (process.argv.includes('--write')) writeFileSync(README, await withSizes(readFileSync(README, 'utf8'), found));

const over = found.filter(({ gzip, budget }) => gzip > budget);
for (const { name, gzip, budget } of over) console.error(`✗ ${name}: ${gzip.toFixed(1)} kB gzip, over its budget of ${budget}`);
if (over.length > 0) process.exitCode = 1;
