/** Prints what each deliverable weighs: minified as built, and through gzip. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { filesUnder, ROOT } from './lib/files.mjs';

const files = filesUnder('cdn', '.js').filter((file) => !file.startsWith('cdn/chunks/'));
const rows = files.map((file) => weigh(file, readFileSync(join(ROOT, file))));
const core = join(ROOT, 'dist/data/open-dataset.js');
if (existsSync(core)) rows.push(weigh('learner-elements/core, bundled', await bundled(core)));
rows.push(...filesUnder('cdn/chunks', '.js').map((file) => weigh(file, readFileSync(join(ROOT, file)))));

const width = Math.max(...rows.map((row) => row.name.length));
console.log(`${'kB'.padEnd(width)}  ${'min'.padStart(7)}  ${'gzip'.padStart(7)}`);
for (const row of rows) console.log(`${row.name.padEnd(width)}  ${row.min.padStart(7)}  ${row.gzip.padStart(7)}`);

function weigh(name, bytes) {
  return { name, min: kilobytes(bytes.length), gzip: kilobytes(gzipSync(bytes, { level: 9 }).length) };
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

async function bundled(entry) {
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' });
  return result.outputFiles[0].contents;
}
