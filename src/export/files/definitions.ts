import type { DictionaryEntry } from '../../metrics/types.js';
import type { ExportDocument } from '../document.js';

/** What the columns of a document mean, each meaning once, in the order of the columns. */
export function definitionsOf({ parts }: ExportDocument): readonly DictionaryEntry[] {
  const found = new Map<string, DictionaryEntry>();
  for (const { entry } of parts.flatMap(({ columns }) => columns)) {
    if (entry !== undefined && !found.has(entry.id)) found.set(entry.id, entry);
  }
  return [...found.values()];
}
