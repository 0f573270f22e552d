import { basename, dirname } from 'node:path';
import { filesUnder } from '../lib/files.mjs';

/** Languages that have a file of texts. */
export function localeNames() {
  return filesUnder('src/locales', '.ts')
    .filter((file) => dirname(file) === 'src/locales')
    .map((file) => basename(file, '.ts'));
}
