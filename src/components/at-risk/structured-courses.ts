import { msg, plural, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import type { Notice } from '../base/states/widget-state.js';

const [COURSES, STRUCTURED] = ['at-risk.courses', 'at-risk.structured-courses'];

/** What is asked for to know whether sections are of all courses. */
export const STRUCTURES: readonly Companion[] = [
  { view: { id: COURSES, table: 'enrollments', by: [{ field: 'course_key', skipNull: true }], measures: [] } },
  { view: { id: STRUCTURED, table: 'blocks', by: [{ field: 'course_key', skipNull: true }], measures: [] }, clauses: [] },
];

/** That of some courses with learners no structure is given, while of others it is; where none has one, the chart says so in its place. */
export function withoutStructure(answers: ReadonlyMap<string, ViewData>, locale: string): readonly Notice[] {
  const keysOf = (view: string): string[] => rowsIn(answers.get(view)).map((row) => String(cell(answers.get(view), 'course_key', row)));
  const structured = new Set(keysOf(STRUCTURED));
  const others = keysOf(COURSES).filter((key) => !structured.has(key)).length;
  if (others === 0 || structured.size === 0) return [];
  const sentence = msg(
    plural(
      others,
      'Of one course no structure is given, so what learners did there is in no section.',
      str`Of ${formatNumber(others, locale)} courses no structure is given, so what learners did there is in no section.`,
    ),
    { id: 'structured-courses.others' },
  );
  return [{ kind: 'partial', sentence }];
}
