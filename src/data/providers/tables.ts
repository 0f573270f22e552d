import type { Provider, ProviderInput, ReadContext, Skipped, Snapshot } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { meaningfulTables } from './tables/dated-visits.js';
import { possibleTimes } from './tables/possible-times.js';
import { prepareTables } from './tables/prepare.js';
import { unrecorded } from './tables/unrecorded.js';
import { TablesReader } from './tables/read-tables.js';

/** Raised whenever columns of the snapshot change their meaning. */
const SNAPSHOT_VERSION = 1;

/**
 * The normal tables themselves: `src` is a URL; `tables` and `data` are a URL, a text, rows that say their `table`, or an object
 * of any of these by table. Each is NDJSON, JSON or CSV (by Content-Type, else by its first character), columns named as in
 * `metrics/tables.ts`, or as `columns` of `{ source, columns }` says. Bad lines of NDJSON are skipped and counted; elsewhere a wrong
 * value throws `invalid`, naming path and value. A time at which nothing can have happened is unknown, and counted. Throws `no-source`, and
 * what the context throws.
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

/** Of a part nothing is said to be missing: it may come. */
function snapshotOf(reader: TablesReader, isWhole: boolean): Snapshot {
  const { tables, wrong } = possibleTimes(reader.tables());
  const learners = tables.get('learners');
  const skipped = together(reader.skipped, wrong);
  return {
    provider: 'tables',
    version: SNAPSHOT_VERSION,
    tables,
    notes: {
      bytes: reader.bytes,
      namesSupplied: ['name', 'username', 'email'].some((column) => learners?.columns.has(column) === true),
      unrecorded: isWhole ? unrecorded(meaningfulTables(tables)) : {},
      ...(skipped === undefined ? {} : { skipped }),
    },
  };
}

/** What was left out of lines, and of the rows that were taken. */
function together(lines: Skipped | undefined, rows: Skipped | undefined): Skipped | undefined {
  if (lines === undefined || rows === undefined) return lines ?? rows;
  return { ...lines, count: lines.count + rows.count, total: lines.count + rows.total };
}
