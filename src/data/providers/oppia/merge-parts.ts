import type { Part, PartKind } from '../../parts.js';
import type { Snapshot } from '../../provider.js';
import { ColumnBuilder, valueAt } from '../../table.js';
import type { Column, Table } from '../../table.js';
import type { Value } from '../../../metrics/types.js';
import { rowsOf } from '../rows.js';
import { areThreadsRead } from './feedback.js';
import type { FeedbackThread } from './feedback.js';
import type { CardFacts } from './fetch-part.js';
import { feedbackRow, issueRow, stateRow, tableOf, wayRow } from './snapshot-tables.js';
import type { ExplorationCounts } from './statistics.js';

/** What of an exploration a part gives; undefined where the part could not be had. */
type Cells = Readonly<Record<string, Value | undefined>>;

/** The snapshot with these parts: counts in the rows of their explorations, states, threads, ways and issues after those that are there. */
export function mergedParts(snapshot: Snapshot, parts: readonly Part[]): Snapshot {
  const tables = new Map(snapshot.tables);
  const changes = new Map<string, Cells>();
  const states: Cells[] = [];
  const threads: Cells[] = [];
  const ways: Cells[] = [];
  const issues: Cells[] = [];
  const counted = new Map(Array.from(rowsOf(tables.get('explorations')), (row) => [row.text('exploration'), row.number('feedback')]));
  for (const { kind, id, body } of parts) {
    changes.set(id, { ...changes.get(id), ...flags(kind, body, counted.get(id) ?? null) });
    if (body === undefined) continue;
    if (kind === 'statistics') states.push(...(body as ExplorationCounts).states.map((counts) => stateRow(id, counts)));
    else if (kind === 'feedback') threads.push(...(body as readonly FeedbackThread[]).map(feedbackRow));
    else {
      ways.push(...((body as CardFacts).ways ?? []).map((way) => wayRow(id, way)));
      issues.push(...((body as CardFacts).issues ?? []).map(issueRow));
    }
  }
  tables.set('explorations', changed(tables.get('explorations'), changes));
  tables.set('states', appended(tables.get('states') ?? tableOf('states', []), states));
  tables.set('feedback', appended(tables.get('feedback') ?? tableOf('feedback', []), threads));
  tables.set('oppia_ways', appended(tables.get('oppia_ways') ?? tableOf('oppia_ways', []), ways));
  tables.set('issues', appended(tables.get('issues') ?? tableOf('issues', []), issues));
  return { ...snapshot, tables };
}

/** The snapshot as if parts that failed, and threads, which are private, had not been asked for. */
export function withoutPrivate(snapshot: Snapshot): Snapshot {
  if (snapshot.notes.onDemand === undefined) return snapshot;
  const tables = new Map(snapshot.tables);
  const explorations = tables.get('explorations');
  if (explorations === undefined) return snapshot;
  const columns = new Map(explorations.columns);
  const [counted, cards, read, feedback] = ['counted', 'cards_read', 'threads_read', 'feedback'].map((name) => columns.get(name));
  for (const [name, column] of [
    ['counted', counted],
    ['cards_read', cards],
  ] as const) {
    if (column?.type === 'boolean') columns.set(name, { type: 'boolean', values: column.values.map((flag) => (flag === 0 ? -1 : flag)) });
  }
  if (read?.type === 'boolean') {
    const isEmpty = (row: number): boolean => feedback?.type === 'number' && feedback.values[row] === 0;
    columns.set('threads_read', { type: 'boolean', values: read.values.map((_, row) => (isEmpty(row) ? 1 : -1)) });
  }
  tables.set('explorations', { ...explorations, columns });
  tables.set('feedback', tableOf('feedback', []));
  return { ...snapshot, tables };
}

/** A host that tells the ways between cards need not tell what was noted about them: those that are not told may be there. */
function flags(kind: PartKind, body: unknown, threads: number | null): Cells {
  if (kind === 'feedback') return { threads_read: areThreadsRead(threads, body as readonly FeedbackThread[] | undefined) };
  if (kind === 'cards') return { cards_read: (body as CardFacts | undefined)?.issues !== undefined };
  if (body === undefined) return { counted: false };
  const { starts, actualStarts, completions } = body as ExplorationCounts;
  return { counted: true, starts, actual_starts: actualStarts, completions };
}

function changed(table: Table | undefined, changes: ReadonlyMap<string, Cells>): Table {
  const explorations = table ?? tableOf('explorations', []);
  const ids = explorations.columns.get('exploration');
  const cells = Array.from({ length: explorations.length }, (_, row) =>
    ids === undefined ? undefined : changes.get(String(valueAt(ids, row))),
  );
  const columns = [...explorations.columns].map(([name, column]): [string, Column] => {
    if (!cells.some((those) => those !== undefined && Object.hasOwn(those, name))) return [name, column];
    return [
      name,
      rebuilt(column, explorations.length, (row) => (Object.hasOwn(cells[row] ?? {}, name) ? cells[row]?.[name] : valueAt(column, row))),
    ];
  });
  return { ...explorations, columns: new Map(columns) };
}

function appended(table: Table, rows: readonly Cells[]): Table {
  if (rows.length === 0) return table;
  const length = table.length + rows.length;
  const columns = [...table.columns].map(([name, column]): [string, Column] => [
    name,
    rebuilt(column, length, (row) => (row < table.length ? valueAt(column, row) : rows[row - table.length]?.[name])),
  ]);
  return { ...table, length, columns: new Map(columns) };
}

function rebuilt(column: Column, length: number, value: (row: number) => Value | undefined): Column {
  const builder = new ColumnBuilder(column.type);
  for (let row = 0; row < length; row++) builder.push(value(row));
  return builder.build();
}
