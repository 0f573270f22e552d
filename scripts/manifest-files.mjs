/**
 * What is made from the manifest of elements and from the tokens: data for editors and design tools, and the text for programs that read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from './lib/files.mjs';
import { importSource } from './lib/source.mjs';
import { designTokens } from './manifest/design-tokens.mjs';
import { llmsText } from './manifest/llms-text.mjs';
import { vscodeData } from './manifest/vscode-data.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const elements = JSON.parse(read('custom-elements.json'))
  .modules.flatMap(({ declarations = [] }) => declarations)
  .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
const documents = ['README.md', ...filesUnder('docs', '.md').filter((path) => !path.startsWith('docs/decisions/'))].map((path) => ({
  path,
  title: /^# (.+)$/m.exec(read(path))?.[1] ?? path,
}));

write('vscode.html-custom-data.json', JSON.stringify(vscodeData(elements)));
write('tokens.json', JSON.stringify(designTokens(await importSource('src/components/base/tokens.ts')), null, 1));
write('llms.txt', llmsText(JSON.parse(read('package.json')), elements, documents));

function write(path, text) {
  writeFileSync(join(ROOT, path), text);
}
