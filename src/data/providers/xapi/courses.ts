import { columnsWithout } from '../../../metrics/tables.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { numberAt, numbersOf, tableOf, textAt, textsOf } from './columns.js';

const ORG = /(?:course-v1:([\w\-~.:%]*)|ccx-v1:([a-zA-Z0-9]*))/;

/** The organisation in a course key: `course-v1:edX+DemoX+2024` is of `edX`; null for a key of another form. */
export function orgOf(courseKey: string): string | null {
  const match = ORG.exec(courseKey);
  const org = match?.[1] ?? match?.[2] ?? '';
  return org === '' ? null : org;
}

/** The run in a course key: what follows the last `+`; null where there is none. */
export function runOf(courseKey: string): string | null {
  const plus = courseKey.lastIndexOf('+');
  return plus < 0 || plus === courseKey.length - 1 ? null : courseKey.slice(plus + 1);
}

/** Keys of the courses that `course_overviews` knows. */
export function overviewKeys(snapshot: Tables): ReadonlySet<string> {
  return new Set(textsOf(tableOf(snapshot, 'course_overviews'), 'course_key').dictionary);
}

/**
 * The `courses` table: each course of `course_overviews` in its latest version. Courses that only `enrollments` know are there too,
 * named by their key.
 */
export function coursesTable(snapshot: Tables, enrollments: Table): Table {
  const overviews = tableOf(snapshot, 'course_overviews');
  const keys = textsOf(overviews, 'course_key');
  const orgs = textsOf(overviews, 'org');
  const names = textsOf(overviews, 'display_name');
  const marks = numbersOf(overviews, 'pass_mark');
  const builder = new TableBuilder('courses', columnsWithout('courses'));
  const known = overviewKeys(snapshot);
  for (const row of latestVersions(overviews)) {
    const key = textAt(keys, row) ?? '';
    builder.push({
      course_key: key,
      org: textAt(orgs, row) ?? orgOf(key),
      course_name: textAt(names, row) ?? key,
      course_run: runOf(key),
      pass_mark: numberAt(marks, row),
    });
  }
  for (const key of [...textsOf(enrollments, 'course_key').dictionary].sort()) {
    if (!known.has(key)) builder.push({ course_key: key, org: orgOf(key), course_name: key, course_run: runOf(key) });
  }
  return builder.build();
}

/** For each course the row of its version last modified, and of those the last dumped. */
function latestVersions(overviews: Table): Iterable<number> {
  const keys = textsOf(overviews, 'course_key');
  const modified = numbersOf(overviews, 'modified');
  const dumped = numbersOf(overviews, 'dumped_at');
  const latest = new Map<number, number>();
  const rank = (values: Float64Array, row: number): number => numberAt(values, row) ?? -Infinity;
  for (let row = 0; row < overviews.length; row++) {
    const key = keys.codes[row] ?? -1;
    const other = latest.get(key);
    if (other !== undefined) {
      const difference = rank(modified, row) - rank(modified, other);
      if (difference < 0 || (!(difference > 0) && rank(dumped, row) < rank(dumped, other))) continue;
    }
    latest.set(key, row);
  }
  return latest.values();
}
