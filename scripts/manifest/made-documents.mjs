import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../lib/files.mjs';
import { importSource } from '../lib/source.mjs';
import { metricPages } from './metric-pages.mjs';
import { tagPages } from './tag-pages.mjs';
import { tokenPage } from './token-page.mjs';

/** The documents that are made from the source, by their paths, formatted. */
export async function madeDocuments() {
  const elements = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'))
    .modules.flatMap(({ declarations = [] }) => declarations)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  const { dictionary } = await importSource('src/metrics/dictionary.ts');
  const tokens = await importSource('src/components/base/tokens.ts');
  const made = {
    'docs/tags.md': tagPages(elements),
    'docs/metrics.md': metricPages(dictionary()),
    'docs/tokens.md': tokenPage(tokens),
  };
  const options = { ...(await resolveConfig(join(ROOT, 'docs/tags.md'))), parser: 'markdown' };
  return Object.fromEntries(await Promise.all(Object.entries(made).map(async ([path, text]) => [path, await format(text, options)])));
}
