import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import { greatestFall } from '../charts/bars/stands-out.js';

/**
 * The headline of a chart by section: where one course loses most learners from a section to the next. Empty where nothing stands out,
 * where a number is withheld, which may have fallen further, and where the answer does not tell courses apart (Aspects v8 rules).
 */
export function sectionFall(result: ViewData | undefined, measure: string, locale: string): string {
  const rows = Array.from({ length: result?.length ?? 0 }, (_, row) => row).filter((row) => cell(result, 'level', row) === 'section');
  const courses = new Set(rows.map((row) => cell(result, 'course_key', row)));
  const values = rows.map((row) => numberCell(result, measure, row));
  if (courses.size > 1 || courses.has(null) || values.includes(undefined)) return '';
  const fall = greatestFall(values);
  const after = cell(result, 'section_subsection', rows[fall?.at ?? -1] ?? -1);
  if (fall === undefined || after === null) return '';
  const [from, to] = [formatNumber(fall.from, locale), formatNumber(fall.to, locale)];
  return msg(str`Learners fall most before ${after}: from ${from} to ${to}.`, { id: 'at-risk.section-fall' });
}
