/** `cdn/integrity.json`: for each script that a page may load from another origin, the hash for its `integrity` attribute. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from './lib/files.mjs';

const hashes = filesUnder('cdn', '.js').map((file) => [file, hash(readFileSync(join(ROOT, file)))]);
writeFileSync(join(ROOT, 'cdn/integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

function hash(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
