import { PART_KINDS } from '../parts.js';
import type { Provider, ProviderInput, ReadContext, Snapshot } from '../provider.js';
import { StatsError } from '../stats-error.js';
import { oppiaParts } from './oppia/parts.js';
import { prepareOppia } from './oppia/prepare.js';
import { fetchBodies, fetchDashboard, readBodies } from './oppia/read-bodies.js';
import type { OppiaBodies } from './oppia/read-bodies.js';
import { readSessionLog } from './oppia/read-events.js';
import type { SessionLog } from './oppia/read-events.js';
import { snapshotTables } from './oppia/snapshot-tables.js';
import { unrecorded } from './oppia/unrecorded.js';
import { suppliedData } from './supplied-data.js';

/** Raised whenever columns of the snapshot change their meaning. */
const SNAPSHOT_VERSION = 5;

/**
 * A creator's explorations as Oppia's own handlers give them: `src` is the URL of `/creatordashboardhandler/data`, or `data` has
 * the parsed bodies `{ dashboard, statistics?, feedback?, explorations?, issues?, user_stats? }`. `events` adds the session log, as a URL
 * or as records. Nothing is appended to a URL. Statistics, feedback threads and what is told of cards come on demand where the context lets
 * parts be left out (`notes.onDemand`); else all statistics are read, at most six at once, and those that fail stand in `notes.failed`.
 * People's names and messages are not read. Throws `no-source`, what the context throws, and `invalid` for a body of a wrong type.
 */
export const oppiaProvider: Provider = { id: 'oppia', version: SNAPSHOT_VERSION, read, prepare: prepareOppia, parts: oppiaParts };

async function read(input: ProviderInput, context: ReadContext): Promise<Snapshot> {
  const { events } = input;
  const onDemand = input.data === undefined && context.leavesParts === true;
  const bodies = await bodiesOf(input, context, onDemand);
  const snapshotOf = (log: Partial<SessionLog>): Snapshot => {
    const tables = snapshotTables(bodies, onDemand);
    if (log.table !== undefined) tables.set(log.table.name, log.table);
    return {
      provider: 'oppia',
      version: SNAPSHOT_VERSION,
      tables,
      notes: {
        bytes: log.bytes ?? 0,
        unrecorded: unrecorded({
          events: log.table !== undefined,
          feedback: onDemand || bodies.feedback !== undefined,
          issues: onDemand || bodies.issues !== undefined,
          statistics: onDemand || !lacksStatistics(bodies),
        }),
        ...(onDemand ? { onDemand: PART_KINDS } : {}),
        ...(bodies.failed.length === 0 ? {} : { failed: bodies.failed }),
        ...(log.skipped === undefined ? {} : { skipped: log.skipped }),
      },
    };
  };
  if (events === undefined) return snapshotOf({});
  const log = await readSessionLog(events, context, async (soFar) => context.soFar?.(() => snapshotOf({ table: soFar() })));
  if (input.data === undefined && !onDemand) {
    const calls = bodies.dashboard.explorations.length + 2;
    context.progress(calls, calls);
  }
  return snapshotOf(log);
}

/** Whether there are explorations of none of which statistics were given, or failed to load. */
function lacksStatistics({ dashboard, statistics, failed }: OppiaBodies): boolean {
  return dashboard.explorations.length > 0 && statistics.size === 0 && failed.length === 0;
}

async function bodiesOf({ src, data, events }: ProviderInput, context: ReadContext, onDemand: boolean): Promise<OppiaBodies> {
  if (data !== undefined) return readBodies(await suppliedData(data, context));
  if (src !== undefined) return onDemand ? fetchDashboard(src, context) : fetchBodies(src, events === undefined ? 0 : 1, context);
  throw new StatsError('no-source', 'Provider "oppia": expected src, the URL of /creatordashboardhandler/data, or data.');
}
