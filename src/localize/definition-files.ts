import type { DictionaryEntry } from '../metrics/types.js';

/** All entries of the dictionary, loaded when they are first asked for. */
export async function loadEntries(): Promise<readonly DictionaryEntry[]> {
  return (await import('../metrics/definitions.js')).DEFINITIONS;
}
