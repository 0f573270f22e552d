/**
 * `npm run create creator-rating-chart`: class, definition, stories, page of docs and test of a new tag, in the folders of its family. A
 * tag that ends in `-chart` draws bars, one that ends in `-table` rows. Fill in its view, then what the type check asks for.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/files.mjs';
import { filesOfTag } from './lib/templates.mjs';

const FAMILIES = ['at-risk', 'creator'];

const tag = process.argv[2] ?? '';
const family = FAMILIES.find((name) => tag.startsWith(`${name}-`));
const kind = ['chart', 'table'].find((name) => tag.endsWith(`-${name}`));
if (!/^[a-z]+(-[a-z]+)+$/.test(tag) || family === undefined || kind === undefined) {
  console.error(`Name a tag: ${FAMILIES.map((name) => `${name}-…-chart or ${name}-…-table`).join(', ')}; got "${tag}".`);
  process.exit(1);
}

const files = filesOfTag(tag, family, kind);
const there = Object.keys(files).filter((file) => existsSync(join(ROOT, file)));
if (there.length > 0) {
  console.error(`Left as they are, nothing written: ${there.join(', ')}.`);
  process.exit(1);
}

for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), text);
  console.log(`Made ${file}`);
}
addToFamily();

function addToFamily() {
  const path = join(ROOT, `src/${family}.ts`);
  const lines = readFileSync(path, 'utf8').split('\n');
  const after = lines.findLastIndex((line) => line.startsWith("import './define/"));
  lines.splice(after + 1, 0, `import './define/${tag}.js';`);
  writeFileSync(path, lines.join('\n'));
  console.log(`Added to src/${family}.ts`);
}
