import { TableBuilder } from '../../table.js';
import type { ColumnType } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';
import { sinkRows, takeRows } from './sink-rows.js';

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

/**
 * `course_overviews` as Open edX sinks them, in columns, and what could not be read of them: of a course whose `course_data_json` cannot be, the
 * pass mark alone is unknown.
 */
export function courseOverviews(tables: Readonly<Record<string, unknown>>): readonly [Table, ReturnType<typeof takeRows>] {
  const builder = new TableBuilder('course_overviews', OVERVIEW_COLUMNS);
  const skipped = takeRows(tables, 'course_overviews', (row) => {
    const course = {
      course_key: row.requiredText('course_key'),
      org: row.text('org'),
      display_name: row.text('display_name'),
      modified: row.instant('modified'),
      dumped_at: row.instant('time_last_dumped'),
    };
    let pass_mark: number | null = null;
    try {
      pass_mark = row.json('course_data_json').number('lowest_passing_grade');
    } finally {
      builder.push({ ...course, pass_mark });
    }
  });
  return [builder.build(), skipped];
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
