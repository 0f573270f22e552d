/** `npm run docs`: the documents that repeat what the source says, made from it. Needs the manifest of `npm run analyze`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/files.mjs';
import { madeDocuments } from './manifest/made-documents.mjs';

for (const [path, text] of Object.entries(await madeDocuments())) {
  writeFileSync(join(ROOT, path), text);
  console.log(`Made ${path}`);
}
