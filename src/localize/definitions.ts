import type { DictionaryEntry } from '../metrics/types.js';
import { loadDefinitionTexts, loadEntries } from './definition-files.js';
import { localEntry } from './dictionary.js';
import { speakMore } from './texts.js';

let entries: ReadonlyMap<string, DictionaryEntry> | undefined;

/**
 * Brings what all columns mean, in the language that is spoken. Settles with whether it is there: a host may have copied the script alone.
 * A language whose texts cannot be had reads English.
 */
export async function loadDefinitions(): Promise<boolean> {
  const spoken = speakMore(loadDefinitionTexts);
  try {
    entries ??= new Map((await loadEntries()).map((entry) => [entry.id, entry]));
    await spoken;
    return true;
  } catch (error) {
    console.warn('learner-elements: no definitions.', error);
    return false;
  }
}

/** All entries in the language that is spoken, in the order in which a help page lists them; none before they were loaded. */
export function localEntries(): readonly DictionaryEntry[] {
  askForTexts();
  return [...(entries?.values() ?? [])].map(localEntry);
}

/** That of a column or a metric; undefined for an id that no view uses, and before `loadDefinitions` has settled. */
export function localEntryOf(id: string): DictionaryEntry | undefined {
  askForTexts();
  const entry = entries?.get(id);
  return entry === undefined ? undefined : localEntry(entry);
}

/** A widget that turned to another language since is drawn again when its texts have come. */
function askForTexts(): void {
  if (entries !== undefined) void speakMore(loadDefinitionTexts);
}
