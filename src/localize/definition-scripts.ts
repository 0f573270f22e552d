import { loadScript } from '../export/export-base.js';
import type { DictionaryEntry } from '../metrics/types.js';

interface WithDefinitions {
  readonly LearnerElementsDefinitions?: readonly DictionaryEntry[];
}

const FILE = 'definitions.js';

/** Takes the place of `definition-files.ts` in a build that is one script: the entries are a script beside it, which a page may load before. */
export async function loadEntries(): Promise<readonly DictionaryEntry[]> {
  const page = globalThis as WithDefinitions;
  if (page.LearnerElementsDefinitions === undefined) await loadScript(FILE);
  if (page.LearnerElementsDefinitions === undefined) throw new Error(`${FILE}: expected the dictionary, got another script`);
  return page.LearnerElementsDefinitions;
}
