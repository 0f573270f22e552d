/**
 * `npm run guides`: writes into the guides of `docs` the code that they show, which is that of the tested hosts. A line
 * `<!-- from test/hosts/vue-3/src/Statistics.vue -->` names the file of the block below it; `#guide` after it means the part between the
 * comments `guide` and `/guide`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { filesUnder, ROOT } from './lib/files.mjs';

const BLOCK = /<!-- from ([^\s#]+)(#guide)? -->\n\n```\w+\n[^]*?\n```/g;
const LANGUAGES = { '.vue': 'vue', '.svelte': 'svelte', '.ts': 'ts', '.js': 'js', '.jsx': 'jsx', '.html': 'html' };

/** A guide with the code that its hosts have now. */
export function withCode(guide) {
  return guide.replace(BLOCK, (_, file, part) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const code = part === undefined ? text.trim() : guidePart(text);
    return `<!-- from ${file}${part ?? ''} -->\n\n\`\`\`${LANGUAGES[extname(file)]}\n${code}\n\`\`\``;
  });
}

/** The guides, and how many blocks of code each takes from hosts. */
export function guides() {
  return filesUnder('docs', '.md').map((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return { file, text, blocks: [...text.matchAll(BLOCK)].length };
  });
}

function guidePart(text) {
  const [, part] = /<!-- guide -->\n([^]*?)\n\s*<!-- \/guide -->/.exec(text);
  const indent = /^\s*/.exec(part)[0].length;
  return part
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n');
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, text } of guides()) {
    const now = withCode(text);
    if (now === text) continue;
    writeFileSync(join(ROOT, file), now);
    console.log(`Wrote ${file}`);
  }
}
