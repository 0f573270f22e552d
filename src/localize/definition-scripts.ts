import { loadScript } from '../script/script-base.js';
import type { DictionaryEntry } from '../metrics/types.js';
import type { Texts } from './texts.js';

interface WithDefinitions {
  readonly LearnerElementsDefinitions?: readonly DictionaryEntry[];
  readonly LearnerElementsDefinitionTexts?: { readonly [language: string]: Texts };
}

const FILE = 'definitions.js';

/**
 * Takes the place of `definition-files.ts` in a build that is one script: the entries are a script beside it, which a page may load before.
 */
export async function loadEntries(): Promise<readonly DictionaryEntry[]> {
  const page = globalThis as WithDefinitions;
  if (page.LearnerElementsDefinitions === undefined) await loadScript(FILE);
  if (page.LearnerElementsDefinitions === undefined) throw new Error(`${FILE}: expected the dictionary, got another script`);
  return page.LearnerElementsDefinitions;
}

/** What they say in such a language: a script of its own in the folder of its texts. */
export async function loadDefinitionTexts(language: string): Promise<Texts> {
  const page = globalThis as WithDefinitions;
  const file = `locales/definitions/${language}.js`;
  if (page.LearnerElementsDefinitionTexts?.[language] === undefined) await loadScript(file);
  const texts = page.LearnerElementsDefinitionTexts?.[language];
  if (texts === undefined) throw new Error(`${file}: expected texts, got another script`);
  return texts;
}
