import { basename } from 'node:path';
import { filesUnder } from '../lib/files.mjs';

/** Languages that have a file of texts. */
export function localeNames() {
  return filesUnder('src/locales', '.ts').map((file) => basename(file, '.ts'));
}
