import type { Provider, ProviderInput, ReadContext, Snapshot, SnapshotNotes } from '../provider.js';
import { StatsError } from '../stats-error.js';
import type { Table } from '../table.js';
import { meaningfulTables } from './tables/dated-visits.js';
import { prepareTables } from './tables/prepare.js';
import { unrecorded } from './tables/unrecorded.js';
import { TablesReader } from './tables/read-tables.js';

/** Raised whenever columns of the snapshot change their meaning. */
const SNAPSHOT_VERSION = 1;

/**
 * The normal tables themselves: `src` is a URL; `tables` and `data` are a URL, a text, rows that say their `table`, or an object
 * of any of these by table. Each is NDJSON, JSON or CSV (by Content-Type, else by its first character), columns named as in
 * `metrics/tables.ts`, or as `columns` of `{ source, columns }` says. Bad lines of NDJSON are skipped and counted; elsewhere a wrong
 * value throws `invalid`, naming path and value. Throws `no-source`, and what the context throws.
 */
export const tablesProvider: Provider = { id: 'tables', version: SNAPSHOT_VERSION, read, prepare: prepareTables };

async function read({ src, tables, data }: ProviderInput, context: ReadContext): Promise<Snapshot> {
  if (src === undefined && tables === undefined && data === undefined) {
    throw new StatsError('no-source', 'Provider "tables": expected src, tables or data.');
  }
  const reader: TablesReader = new TablesReader(context, async () => context.soFar?.(() => snapshotOf(reader, false)));
  if (src !== undefined) await reader.read(src, 'src');
  if (tables !== undefined) await reader.read(tables, 'tables');
  if (data !== undefined) await reader.read(data, 'data');
  return snapshotOf(reader, true);
}

function snapshotOf(reader: TablesReader, isWhole: boolean): Snapshot {
  const tables = reader.tables();
  return { provider: 'tables', version: SNAPSHOT_VERSION, tables, notes: notesOf(reader, tables, isWhole) };
}

/** Of a part nothing is said to be missing: it may come. */
function notesOf(reader: TablesReader, tables: ReadonlyMap<string, Table>, isWhole: boolean): SnapshotNotes {
  const learners = tables.get('learners');
  return {
    bytes: reader.bytes,
    namesSupplied: ['name', 'username', 'email'].some((column) => learners?.columns.has(column) === true),
    unrecorded: isWhole ? unrecorded(meaningfulTables(tables)) : {},
    ...(reader.skipped === undefined ? {} : { skipped: reader.skipped }),
  };
}
