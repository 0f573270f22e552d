import type { CategoryColumn, Column, Table } from '../../table.js';
import { ColumnBuilder } from '../../table.js';
import { compacted, pick, textAt } from './columns.js';
import type { Said, StatementColumn } from './raw-statement.js';
import type { XapiEvent } from './statement.js';
import { isOfVideo, meaningOf } from './statement.js';
import { tupleCodes } from './tuple-codes.js';

/** Statements by the columns in which they are read. */
export interface ReadStatements {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Rows that are known by their day alone. */
  readonly dayOnly: readonly number[];
}

/** The snapshot's `xapi_events`: one row a statement, as `XapiEvent` describes. */
export interface Events {
  readonly events: Table;
  /** The rows that were read of which the events are, in their order; undefined for all. */
  readonly rows: Int32Array | undefined;
}

const SAID = ['verb', 'object', 'type', 'track', 'grade', 'parent', 'parent_kind', 'parent_type', 'grouping'] as const;

/**
 * The events that statements stand for, in the order in which they were read; of those with one id the first. What follows from
 * texts is found once for all statements that say the same.
 */
export function eventsOf({ rows: length, columns, dayOnly }: ReadStatements): Events {
  const textsOf = (name: StatementColumn): CategoryColumn => columns.get(name) as CategoryColumn;
  const numbersOf = (name: StatementColumn): Float64Array => (columns.get(name) as { values: Float64Array }).values;
  const ids = withoutEmpty(textsOf('id'));
  const rows = firstOfEach(ids);
  const kept = <C extends Column>(column: C): C => (rows === undefined ? column : (pick(column, rows) as C));

  const said = SAID.map((name) => kept(textsOf(name)));
  const { codes, firsts } = tupleCodes(said.map((column) => column.codes));
  const meanings = firsts.map((row) => {
    const [verb, object, type, track, grade, parent, parent_kind, parent_type, grouping] = said.map(
      (column) => textAt(column, row) ?? null,
    );
    const saidTexts: Said = {
      verb: verb ?? '',
      object: object ?? '',
      type: type ?? null,
      track: track ?? null,
      grade: grade ?? null,
      parent: parent ?? null,
      parent_kind: parent_kind ?? null,
      parent_type: parent_type ?? null,
      grouping: grouping ?? null,
    };
    return meaningOf(saidTexts);
  });
  const isVideo = Uint8Array.from(meanings, ({ url }) => Number(isOfVideo(url)));
  const meant = (key: keyof (typeof meanings)[number], type: 'category' | 'boolean'): Column => {
    const builder = new ColumnBuilder(type);
    for (const meaning of meanings) builder.push(meaning[key]);
    return pick(builder.build(), codes);
  };
  const ofVideo = (values: Float64Array): Column => {
    const own = new Float64Array(codes.length).fill(NaN);
    for (let row = 0; row < own.length; row++) if (isVideo[codes[row] ?? 0] === 1) own[row] = values[rows?.[row] ?? row] ?? NaN;
    return { type: 'number', values: own };
  };
  const days = new Int8Array(length);
  for (const row of dayOnly) days[row] = 1;
  const made: Readonly<Record<keyof XapiEvent, Column>> = {
    id: compacted(kept(ids)),
    kind: meant('kind', 'category'),
    verb: meant('verb', 'category'),
    actor_id: compacted(kept(actors(textsOf('account'), textsOf('mbox'), textsOf('mbox_sha1sum')))),
    course_key: meant('course_key', 'category'),
    block_id: meant('block_id', 'category'),
    url: meant('url', 'category'),
    time: kept({ type: 'time', values: numbersOf('time') }),
    day_only: kept({ type: 'boolean', values: days }),
    track: meant('track', 'category'),
    of_course: meant('of_course', 'boolean'),
    state: meant('state', 'category'),
    score: kept({ type: 'number', values: numbersOf('score') }),
    success: kept(columns.get('success') as Column),
    attempt: kept({ type: 'number', values: numbersOf('attempt') }),
    position: ofVideo(firstKnown(numbersOf('at'), numbersOf('at_from'))),
    length: ofVideo(numbersOf('length')),
  };
  return { events: { name: 'xapi_events', length: codes.length, columns: new Map(Object.entries(made)) }, rows };
}

/** Rows of which each id, and each row without one, is the first; undefined where that is every row. */
function firstOfEach({ codes, dictionary }: CategoryColumn): Int32Array | undefined {
  const seen = new Uint8Array(dictionary.length);
  const rows = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code >= 0) {
      if (seen[code] === 1) continue;
      seen[code] = 1;
    }
    rows[count++] = row;
  }
  return count === codes.length ? undefined : rows.slice(0, count);
}

function withoutEmpty(column: CategoryColumn): CategoryColumn {
  const empty = column.dictionary.indexOf('');
  return empty < 0 ? column : { ...column, codes: column.codes.map((code) => (code === empty ? -1 : code)) };
}

/** The first of three names that a row has. */
function actors(...names: readonly CategoryColumn[]): CategoryColumn {
  const used = names.filter(({ dictionary }) => dictionary.length > 0);
  const [only] = used;
  if (only !== undefined && used.length === 1) return only;
  const merged = new ColumnBuilder('category');
  const moved = used.map(({ dictionary }) => Int32Array.from(dictionary, (text) => (text === '' ? -1 : merged.code(text))));
  const codes = new Int32Array(names[0]?.codes.length ?? 0).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    for (let at = 0; at < used.length && codes[row] === -1; at++) codes[row] = moved[at]?.[used[at]?.codes[row] ?? -1] ?? -1;
  }
  return { type: 'category', codes, dictionary: (merged.build() as CategoryColumn).dictionary };
}

function firstKnown(values: Float64Array, otherwise: Float64Array): Float64Array {
  return values.map((value, row) => (Number.isNaN(value) ? (otherwise[row] ?? NaN) : value));
}
