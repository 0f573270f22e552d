import type { Settings } from '../../src/data/provider.js';
import { tablesProvider } from '../../src/data/providers/tables.js';
import { prepareXapi } from '../../src/data/providers/xapi/prepare.js';
import type { EventKind, XapiEvent } from '../../src/data/providers/xapi/statement.js';
import type { Table, Tables } from '../../src/data/table.js';
import { TableBuilder } from '../../src/data/table.js';
import type { ColumnType } from '../../src/metrics/tables.js';
import type { Value } from '../../src/metrics/types.js';
import { text, instant } from './aspects-unit-tests.js';
import type { Row } from './aspects-unit-tests.js';
import { contextOf, settingsAt } from './xapi.js';

/** Late enough to see every row. */
export const LATE = Date.parse('2030-01-01T00:00:00Z');

/** Settings of Aspects at that time. */
export const ASPECTS = settingsAt(LATE, 'aspects-v8');

/** Our tables from event tables of Aspects. */
export function fromEvents(rows: readonly Row[], events: Table): Tables {
  const overviews = overviewsOf(rows);
  return prepareXapi(
    { provider: 'xapi', version: 1, notes: { bytes: 0 }, tables: new Map([['xapi_events', events], ...overviews]) },
    ASPECTS,
  ).tables;
}

/** Overviews of the courses of event rows as the snapshot has them: `aspects-v8` drops courses without one. */
function overviewsOf(rows: readonly Row[]): Tables {
  const keys = overviewRows(rows).map((row) => text(row['course_key']));
  const codes = Int32Array.from(keys.keys());
  return new Map([
    [
      'course_overviews',
      {
        name: 'course_overviews',
        length: keys.length,
        columns: new Map([['course_key', { type: 'category', codes, dictionary: keys }]]),
      },
    ],
  ]);
}

/** Our tables from normal tables, by the provider of tables. */
export async function fromTables(tables: Readonly<Record<string, readonly Row[]>>, settings: Settings = ASPECTS): Promise<Tables> {
  return tablesProvider.prepare(await tablesProvider.read({ tables }, contextOf()), settings).tables;
}

const EVENT_COLUMNS: Readonly<Record<keyof XapiEvent, ColumnType>> = {
  id: 'category',
  kind: 'category',
  verb: 'category',
  actor_id: 'category',
  course_key: 'category',
  block_id: 'category',
  url: 'category',
  time: 'time',
  day_only: 'boolean',
  track: 'category',
  of_course: 'boolean',
  state: 'category',
  score: 'number',
  success: 'boolean',
  attempt: 'number',
  position: 'number',
  length: 'number',
};

/** The snapshot's table of events from rows of an event table of Aspects; `more` reads what only that kind has. */
export function eventsTable(kind: EventKind, rows: readonly Row[], more: (row: Row) => Partial<XapiEvent> = () => ({})): Table {
  const builder = new TableBuilder('xapi_events', EVENT_COLUMNS);
  const ids = new Set<string>();
  for (const row of rows) {
    const id = text(row['event_id']);
    if (ids.has(id)) continue;
    ids.add(id);
    builder.push({
      id,
      kind,
      verb: text(row['verb_id']).split('/').at(-1) ?? '',
      actor_id: text(row['actor_id']),
      course_key: text(row['course_key']),
      block_id: text(row['block_id']),
      url: text(row['object_id']),
      time: instant(row['emission_time']),
      day_only: false,
      track: null,
      of_course: null,
      state: null,
      score: null,
      success: null,
      attempt: null,
      position: null,
      length: null,
      ...more(row),
    });
  }
  return builder.build();
}

/** Rows of our `blocks` from `dim_course_blocks` of Aspects. */
export function blockRows(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    block_id: text(row['block_id']),
    course_key: text(row['course_key']),
    block_type: text(row['block_type']),
    block_name: text(row['block_name']),
    course_order: row['course_order'] ?? null,
    graded: row['graded'] ?? null,
    location: text(row['hierarchy_location']),
    section: orNull(row['section_with_name']),
    section_block: orNull(row['section_block_id']),
    subsection: orNull(row['subsection_with_name']),
    subsection_block: orNull(row['subsection_block_id']),
  }));
}

/** Rows of `course_blocks` as Open edX sinks them, from a block's name, order and place `S:s:u - Name`. */
export function courseBlockRows(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const [section = 0, subsection = 0, unit = 0] = text(row['display_name_with_location']).split(' - ')[0]?.split(':').map(Number) ?? [];
    const type = /type@([\w-]+)\+block@/.exec(text(row['location']))?.[1] ?? null;
    return {
      course_key: text(row['course_key']),
      location: text(row['location']),
      display_name: text(row['block_name']),
      order: row['course_order'] ?? null,
      time_last_dumped: row['time_last_dumped'] ?? null,
      xblock_data_json: JSON.stringify({ block_type: type, section, subsection, unit, graded: row['graded'] }),
    };
  });
}

/** Rows of our `learners` from `dim_user_pii` of Aspects. */
export function learnerRows(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    actor_id: text(row['external_user_id']),
    name: orNull(row['name']),
    username: orNull(row['username']),
    email: orNull(row['email']),
  }));
}

/** An overview for each course of the rows. */
export function overviewRows(rows: readonly Row[]): Row[] {
  return [...new Set(rows.map((row) => text(row['course_key'])))].map((course_key) => ({ course_key, display_name: course_key }));
}

function orNull(value: Value | undefined): Value {
  return value === '' || value === undefined ? null : value;
}
