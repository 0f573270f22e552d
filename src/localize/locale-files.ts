import type { Locale, Texts } from './texts.js';

/** A line per file of `locales`. */
const FILES: { readonly [language: string]: () => Promise<{ readonly locale: Locale }> } = {
  ar: () => import('../locales/ar.js'),
  es: () => import('../locales/es.js'),
  fr: () => import('../locales/fr.js'),
  hi: () => import('../locales/hi.js'),
  'pt-BR': () => import('../locales/pt-BR.js'),
  'zh-Hans': () => import('../locales/zh-Hans.js'),
};

/** The languages that have a file. */
export const LOCALES: readonly string[] = Object.keys(FILES);

/** The texts of such a language. */
export async function loadTexts(language: string): Promise<Texts> {
  const file = await FILES[language]?.();
  if (file === undefined) throw new Error(`expected one of ${LOCALES.join(', ')}, got ${language}`);
  return file.locale.texts;
}
