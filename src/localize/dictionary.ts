import { dictionaryEntry } from '../metrics/dictionary.js';
import type { DictionaryEntry } from '../metrics/types.js';
import { msg } from './msg.js';

/** What a column or a metric is called, in the language that is spoken. */
export function labelOf({ label }: DictionaryEntry): string {
  return msg(label, { id: `label.${label}` });
}

/** An entry of the dictionary in the language that is spoken; what of it has no translation stays English. */
export function localEntry<Entry extends DictionaryEntry>(entry: Entry): Entry {
  const { id, definition, formula, edgeCases } = entry;
  return {
    ...entry,
    label: labelOf(entry),
    definition: msg(definition, { id: `definition.${id}` }),
    formula: msg(formula, { id: `formula.${id}` }),
    edgeCases: edgeCases.map((text, at) => msg(text, { id: `edge-case.${id}.${at + 1}` })),
  };
}

/** The same, of what the column or metric of that id means; undefined for an id that no view uses. */
export function localMeaning(id: string): DictionaryEntry | undefined {
  const entry = dictionaryEntry(id);
  return entry === undefined ? undefined : localEntry(entry);
}

/** A sentence of ours on why data are unknown, as they bring it; one that is a host's own stays as it is. */
export function localReason(sentence: string): string {
  return msg(sentence, { id: `reason.${sentence}` });
}
