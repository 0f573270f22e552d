import { dictionaryEntry, metric } from '../metrics/dictionary.js';
import type { DictionaryEntry, Meaning } from '../metrics/types.js';
import { msg } from './msg.js';

/** What a column or a metric is called, in the language that is spoken. */
export function labelOf({ label }: Meaning): string {
  return msg(label, { id: `label.${label}` });
}

/** An entry of the dictionary in the language that is spoken; what of it has no translation stays English. */
export function localEntry(entry: DictionaryEntry): DictionaryEntry {
  const { id, definition, formula, edgeCases, source } = entry;
  return {
    ...entry,
    label: labelOf(entry),
    definition: msg(definition, { id: `definition.${id}` }),
    formula: msg(formula, { id: `formula.${id}` }),
    edgeCases: edgeCases.map((text) => msg(text, { id: `edge-case.${text}` })),
    source: msg(source, { id: `source.${source}` }),
  };
}

/** What the column or metric of that id is called, and its unit; undefined for an id that no view uses. */
export function localMeaning(id: string): Meaning | undefined {
  const entry = dictionaryEntry(id);
  return entry === undefined ? undefined : { ...entry, label: labelOf(entry) };
}

/** What a metric counts, in one sentence; empty for an id that is no metric. */
export function localDefinition(id: string): string {
  const entry = metric(id);
  return entry === undefined ? '' : msg(entry.definition, { id: `definition.${id}` });
}

/** A sentence of ours on why data are unknown, as they bring it; one that is a host's own stays as it is. */
export function localReason(sentence: string): string {
  return msg(sentence, { id: `reason.${sentence}` });
}
