import type { Meaning, Metric } from './types.js';
import { AT_RISK_DICTIONARY } from './dictionary/at-risk.js';
import { CREATOR_DICTIONARY } from './dictionary/creator.js';

/** Builds for pages leave out here what is only in `definitions.ts`. */
const ENTRIES: ReadonlyMap<string, Meaning | Metric> = new Map(
  [...CREATOR_DICTIONARY, ...AT_RISK_DICTIONARY].map((entry) => [entry.id, entry]),
);

/** What the column or metric of that id is called, and its unit; undefined for an id that no view uses. */
export function dictionaryEntry(id: string): Meaning | undefined {
  return ENTRIES.get(id);
}

/** The metric of that id; undefined for an id that is no metric (a plain field, or nothing). */
export function metric(id: string): Metric | undefined {
  const entry = ENTRIES.get(id);
  return entry !== undefined && 'aggregate' in entry ? entry : undefined;
}

/** All entries, in the order in which a help page lists them. */
export function dictionary(): readonly (Meaning | Metric)[] {
  return [...ENTRIES.values()];
}
