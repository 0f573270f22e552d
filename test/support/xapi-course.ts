import { COURSE, statement } from './statements.js';
import type { Said } from './statements.js';

/** Statements as Open edX sends them. */
export type Statements = readonly Record<string, unknown>[];

/** A block of the test course: type, name, and its numbers. */
type CourseBlock = readonly [type: string, name: string, section: number, subsection: number, unit: number, graded?: boolean];

/** The row of `course_overviews` of the test course. */
export const OVERVIEW = { course_key: COURSE, org: 'Org', display_name: 'A course', modified: '2024-01-01', course_data_json: '{}' };

/** Rows of `course_blocks`, in course order, as one publish. */
export function course(blocks: readonly CourseBlock[], dump: string): object[] {
  return blocks.map(([type, name, section, subsection, unit, graded], order) => ({
    course_key: COURSE,
    location: `block-v1:Org+C+R+type@${type}+block@${name}`,
    display_name: name.toUpperCase(),
    order,
    time_last_dumped: dump,
    xblock_data_json: JSON.stringify({ block_type: type, section, subsection, unit, graded }),
  }));
}

/** A section of two subsections: two units with a graded problem and a video; one unit with two problems. */
export const BLOCKS = course(
  [
    ['chapter', 'c1', 1, 0, 0],
    ['sequential', 's1', 1, 1, 0],
    ['vertical', 'u1', 1, 1, 1],
    ['problem', 'p1', 1, 1, 1, true],
    ['vertical', 'u2', 1, 1, 2],
    ['video', 'v1', 1, 1, 2],
    ['sequential', 's2', 1, 2, 0],
    ['vertical', 'u3', 1, 2, 1],
    ['problem', 'p2', 1, 2, 1],
    ['problem', 'p3', 1, 2, 1],
  ],
  '2024-01-02 00:00:00',
);

/** Tables of the test course. */
export const TABLES = { course_overviews: [OVERVIEW], course_blocks: BLOCKS };

/** Statements in short, `on` a day or an instant. */
export function say(...said: readonly (Partial<Said> & { verb: string; on: string })[]): Statements {
  return said.map(({ on, ...rest }) => statement({ ...rest, time: on.includes('T') ? on : `${on}T00:00:00Z` }));
}
