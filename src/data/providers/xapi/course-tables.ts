import { TableBuilder } from '../../table.js';
import type { ColumnType } from '../../../metrics/tables.js';
import type { Skipped } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { StatsErrorData } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { sinkRows, takeRows } from './sink-rows.js';
import type { SinkRow } from './sink-rows.js';

/** Columns of the snapshot's `course_overviews`: every version of every course. */
const OVERVIEW_COLUMNS: Readonly<Record<string, ColumnType>> = {
  course_key: 'category',
  org: 'category',
  display_name: 'category',
  modified: 'time',
  dumped_at: 'time',
  pass_mark: 'number',
};

/** Columns of the snapshot's `course_blocks`: every version of every block; `dump` tells the publishes of a course apart. */
const BLOCK_COLUMNS: Readonly<Record<string, ColumnType>> = {
  course_key: 'category',
  location: 'category',
  display_name: 'category',
  block_type: 'category',
  section: 'number',
  subsection: 'number',
  unit: 'number',
  graded: 'boolean',
  order: 'number',
  dumped_at: 'time',
  dump: 'category',
};

/** `course_overviews` as Open edX sinks them, in columns. */
interface CourseOverviews {
  readonly table: Table;
  /** Rows that could not be read. */
  readonly skipped: Skipped;
  /** Why pass marks are unknown of courses that are there. */
  readonly failed: readonly StatsErrorData[];
}

/** The table, and what of it could not be read: of a course whose `course_data_json` cannot be, the pass mark alone is unknown. */
export function courseOverviews(tables: Readonly<Record<string, unknown>>): CourseOverviews {
  const builder = new TableBuilder('course_overviews', OVERVIEW_COLUMNS);
  const failed: StatsErrorData[] = [];
  const skipped = takeRows(tables, 'course_overviews', (row) => {
    const pass_mark = passMarkOf(row);
    const isUnread = pass_mark instanceof StatsError;
    builder.push({
      course_key: row.requiredText('course_key'),
      org: row.text('org'),
      display_name: row.text('display_name'),
      modified: row.instant('modified'),
      dumped_at: row.instant('time_last_dumped'),
      pass_mark: isUnread ? null : pass_mark,
    });
    if (isUnread) failed.push(pass_mark.toData());
  });
  return { table: builder.build(), skipped, failed };
}

/** The grade from which a course is passed, null where its row names none; the error where what holds it cannot be read. */
function passMarkOf(row: SinkRow): number | StatsError | null {
  try {
    return row.json('course_data_json').number('lowest_passing_grade');
  } catch (thrown) {
    if (thrown instanceof StatsError) return thrown;
    throw thrown;
  }
}

/** `course_blocks` as Open edX sinks them, in columns. Throws `invalid` with the path of what cannot be read. */
export function courseBlocks(tables: Readonly<Record<string, unknown>>): Table {
  const builder = new TableBuilder('course_blocks', BLOCK_COLUMNS);
  for (const row of sinkRows(tables, 'course_blocks')) {
    const data = row.json('xblock_data_json');
    builder.push({
      course_key: row.requiredText('course_key'),
      location: row.requiredText('location'),
      display_name: row.text('display_name'),
      block_type: data.text('block_type'),
      section: data.number('section') ?? 0,
      subsection: data.number('subsection') ?? 0,
      unit: data.number('unit') ?? 0,
      graded: data.flag('graded'),
      order: row.number('order'),
      dumped_at: row.instant('time_last_dumped'),
      dump: row.text('time_last_dumped'),
    });
  }
  return builder.build();
}
