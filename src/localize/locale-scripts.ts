import { loadScript } from '../script/script-base.js';
import type { Texts } from './texts.js';

interface WithLocales {
  readonly LearnerElementsLocales?: { readonly [language: string]: Texts };
}

/** The languages that have a file; the build of the one script puts their names here. */
declare const LOCALE_NAMES: readonly string[];

/** Takes the place of `locale-files.ts` in a build that is one script: texts are scripts of their own, in `locales` beside it. */
export const LOCALES: readonly string[] = LOCALE_NAMES;

/** The texts of such a language: those that the page has loaded, else loaded now. */
export async function loadTexts(language: string): Promise<Texts> {
  const page = globalThis as WithLocales;
  if (page.LearnerElementsLocales?.[language] === undefined) await loadScript(`locales/${language}.js`);
  const texts = page.LearnerElementsLocales?.[language];
  if (texts === undefined) throw new Error(`locales/${language}.js: expected texts, got another script`);
  return texts;
}
