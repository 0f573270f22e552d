/**
 * `npm run locales`: what each file of texts lacks, with the English, and what it has too much.
 * `npm run locales -- uk`: a new file of texts, in English, for somebody who will translate it.
 * `npm run --silent locales -- --keys I18N_STATS_`: the English texts by names for a host's own file of them, as JSON.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './lib/files.mjs';
import { hostTexts } from './locales/keys.mjs';
import { localeNames } from './locales/names.mjs';
import { sourceTexts } from './locales/source-texts.mjs';

const { required, definitions } = await sourceTexts();
const [, , wanted, prefix = ''] = process.argv;
if (wanted === '--keys') console.log(JSON.stringify(hostTexts(required, prefix), null, 2));
else if (wanted === undefined) localeNames().forEach(report);
else await create(Intl.getCanonicalLocales(wanted)[0]);

function report(name) {
  const has = [...idsIn(pathOf(name), 4), ...idsIn(definitionsOf(name), 2)];
  const all = { ...required, ...definitions };
  const lacks = Object.entries(all).filter(([id]) => !has.includes(id));
  const extra = has.filter((id) => all[id] === undefined);
  console.log(`${name}: ${has.length} texts, ${lacks.length} missing, ${extra.length} too many`);
  for (const [id, { text: english, one }] of lacks) console.log(`  ${id}: ${one === undefined ? '' : `${one} | `}${english}`);
  for (const id of extra) console.log(`  not in the source: ${id}`);
}

/** Keys that stand so far from the margin. */
function idsIn(path, indent) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const keys = text.matchAll(new RegExp(`^ {${indent}}(?:'((?:[^'\\\\]|\\\\.)+)'|"([^"]+)"|(\\w+)):`, 'gm'));
  return [...keys].map(([, a, b, c]) => (a ?? b ?? c).replaceAll("\\'", "'"));
}

async function create(name) {
  if (existsSync(pathOf(name))) throw new Error(`src/locales/${name}.ts is there already`);
  const plurals = new Intl.PluralRules(name).resolvedOptions().pluralCategories;
  const texts = Object.entries(required).map(([id, { text, one }]) => [
    id,
    one === undefined ? text : Object.fromEntries(plurals.map((category) => [category, text])),
  ]);
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(name);
  await write(
    pathOf(name),
    `import type { Locale } from '../localize/texts.js';

/** ${language}. Not translated yet. */
export const locale: Locale = ${JSON.stringify({ language: name, status: 'drafted', texts: Object.fromEntries(texts) })};
`,
  );
  const prose = Object.entries(definitions).map(([id, { text }]) => [id, text]);
  await write(
    definitionsOf(name),
    `import type { Texts } from '../../localize/texts.js';

/** ${language}: what the numbers mean at length. Not translated yet. */
export const definitions: Texts = ${JSON.stringify(Object.fromEntries(prose))};
`,
  );
  console.log(`src/locales/${name}.ts and src/locales/definitions/${name}.ts are there to be translated; name them in`);
  console.log('src/localize/locale-files.ts and definition-texts.ts.');
}

async function write(path, code) {
  writeFileSync(path, await format(code, { ...(await resolveConfig(path)), filepath: path }));
}

function pathOf(name) {
  return join(ROOT, `src/locales/${name}.ts`);
}

function definitionsOf(name) {
  return join(ROOT, `src/locales/definitions/${name}.ts`);
}
