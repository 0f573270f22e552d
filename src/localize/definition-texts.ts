import type { Texts } from './texts.js';

/** A line per file of `locales/definitions`. A part of its own, so that nobody loads the names of what few ask for. */
const FILES: { readonly [language: string]: () => Promise<{ readonly definitions: Texts }> } = {
  ar: () => import('../locales/definitions/ar.js'),
  es: () => import('../locales/definitions/es.js'),
  fr: () => import('../locales/definitions/fr.js'),
  hi: () => import('../locales/definitions/hi.js'),
  'pt-BR': () => import('../locales/definitions/pt-BR.js'),
  'zh-Hans': () => import('../locales/definitions/zh-Hans.js'),
};

/** What the dictionary says in such a language; nothing where it has no file of that. */
export async function definitionTexts(language: string): Promise<Texts> {
  return (await FILES[language]?.())?.definitions ?? {};
}
