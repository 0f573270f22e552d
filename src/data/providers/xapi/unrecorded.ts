import { ENROLLED_BY_VISITS } from '../../../metrics/at-risk.js';
import type { Table } from '../../table.js';
import { numbersOf, textsOf } from './columns.js';

/** Why columns are unknown throughout that a course's structure or its overview would tell. */
export function unrecordedOfCourses(overviews: Table, blocks: Table): Readonly<Record<string, string>> {
  const structure = 'The host gives no course structure (course_blocks).';
  return {
    ...(numbersOf(overviews, 'pass_mark').every(Number.isNaN)
      ? { 'enrollments.would_pass': 'No course overview names a pass mark (lowest_passing_grade).' }
      : {}),
    ...(blocks.length === 0
      ? {
          'blocks.section': structure,
          'blocks.subsection': structure,
          engagement: structure,
          engaged_parts: structure,
          'engagement.label': structure,
        }
      : {}),
  };
}

/** What visits decide. */
const OF_VISITS: readonly string[] = ['page_visits', ...ENROLLED_BY_VISITS.map((column) => `enrollments.${column}`)];

/**
 * Why nothing that visits decide is known, of all statements of a host: where learners answered problems or watched videos and nobody
 * visited a page, visits are not recorded. That nobody is at risk, or that all never started, would be a guess.
 */
export function unrecordedOfVisits(events: Table): Readonly<Record<string, string>> {
  const { dictionary: kinds } = textsOf(events, 'kind');
  if (kinds.includes('visit') || !(kinds.includes('problem') || kinds.includes('video'))) return {};
  return Object.fromEntries(OF_VISITS.map((name) => [name, 'The host records no visit of a page (navigated).']));
}
