import { msg } from '../../../localize/msg.js';
import { labelOf, localMeaning } from '../../../localize/dictionary.js';
import { dictionary } from '../../../metrics/dictionary.js';
import { columnOf } from '../../../metrics/tables.js';
import type { ViewData } from '../../../workers/connect.js';

/** Fields whose values are ids of what another field names, or of where something was done. */
const NAMED_BY: ReadonlyMap<string, string> = new Map([
  ['section_block', 'section'],
  ['subsection_block', 'subsection'],
  ['innermost_block', 'subsection'],
  ['page_part', 'at-risk.pages-viewed-one'],
  ['problem_part', 'at-risk.problems-attempted-one'],
  ['video_part', 'at-risk.videos-viewed-one'],
]);

/** What readers call a field, from the dictionary, ids by what they are of; the field's own name where no view shows it. */
export function fieldLabel(field: string): string {
  if (field === 'visited_at') return msg('Visits', { id: 'field.visits' });
  const name = NAMED_BY.get(columnOf(field)) ?? field;
  const entry = dictionary().find(({ id }) => id === name || id.endsWith(`.${name}`));
  return entry === undefined ? field : labelOf(entry);
}

/** The label of a column of an answer, from the dictionary. */
export function columnLabel(result: ViewData, column: string): string {
  const found = result.columns.find((other) => other.name === column);
  return found?.label ?? (found === undefined ? undefined : localMeaning(found.meaning)?.label) ?? column;
}
