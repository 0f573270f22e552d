import type { DictionaryEntry } from '../metrics/types.js';
import type { Texts } from './texts.js';

/** All entries of the dictionary, loaded when they are first asked for. */
export async function loadEntries(): Promise<readonly DictionaryEntry[]> {
  return (await import('../metrics/definitions.js')).DEFINITIONS;
}

/** What they say in such a language. */
export async function loadDefinitionTexts(language: string): Promise<Texts> {
  return (await import('./definition-texts.js')).definitionTexts(language);
}
