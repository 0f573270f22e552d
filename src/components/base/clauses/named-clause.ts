import { msg, str } from '../../../localize/msg.js';
import { columnOf, isLearnerField } from '../../../metrics/tables.js';
import type { Clause, Value } from '../../../metrics/types.js';
import { clauseText } from './clause-text.js';
import { fieldLabel } from '../text/field-label.js';
import { formatNumber } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { labelled } from '../focus/labelled.js';

/** Names that are shown before they are only counted. */
export const NAMES_SHOWN = 3;

/** What a clause can choose by ids that have names. */
export type NamedKind = 'learner' | 'block' | 'part' | 'exploration';

/** What the values of a clause are ids of; undefined where they are no ids. */
export function namedKind({ field }: Clause): NamedKind | undefined {
  if (isLearnerField(field)) return 'learner';
  const name = columnOf(field);
  if (name === 'exploration') return 'exploration';
  if (['page_part', 'problem_part', 'video_part'].includes(name)) return 'part';
  return ['block_id', 'section_block', 'subsection_block', 'innermost_block'].includes(name) ? 'block' : undefined;
}

/**
 * A clause in words; ids of learners, explorations and parts of courses by their names, where these are known, else by their number: never
 * an id. Of many a number stands, unless it is to be exact.
 */
export function namedClauseText(clause: Clause, names: ReadonlyMap<Value, string>, options: FormatOptions): string {
  const kind = namedKind(clause);
  const ids = clause.in ?? [];
  if (kind === undefined || ids.length === 0) return clauseText(clause, options);
  const shown = ids.map((id) => names.get(id)).filter((name) => name !== undefined);
  const isShort = (ids.length <= NAMES_SHOWN || options.style === 'exact') && shown.length === ids.length;
  const text = isShort ? shown.join(', ') : formatNumber(ids.length, options.locale);
  if (kind === 'learner')
    return isShort || ids.length > 1 ? msg(str`Learners: ${text}`, { id: 'chip.learners' }) : msg('1 learner', { id: 'chip.one-learner' });
  if (kind === 'exploration')
    return isShort || ids.length > 1
      ? msg(str`Explorations: ${text}`, { id: 'chip.explorations' })
      : msg('1 exploration', { id: 'chip.one-exploration' });
  if (kind === 'part') return labelled(fieldLabel(clause.field), text);
  return msg(str`Parts of the course: ${text}`, { id: 'chip.parts' });
}
