import { loadRecordReader } from '../../ingest/columns/record-reader.js';
import type { ReadRecords } from '../../ingest/ndjson.js';
import { readJson } from '../../ingest/read-json.js';
import { within } from '../../ingest/skipped.js';
import { placeOf } from '../../net/http-error.js';
import { isUrl } from '../../net/is-url.js';
import type { Body, ProviderInput, ReadContext, Skipped, Snapshot } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { courseBlocks, courseOverviews } from './course-tables.js';
import { textsOf } from './columns.js';
import { withoutImpossible } from './impossible.js';
import { learnersOf } from './people.js';
import type { StatementBatch } from './read-statements.js';
import { readPage, readStatements } from './read-statements.js';
import { unrecordedOfSessions } from './sessions-log.js';
import { sinkList, sinkTables } from './sink-rows.js';
import type { AfterPiece } from './statement-columns.js';
import { StatementColumns } from './statement-columns.js';
import { unrecordedOfCourses, unrecordedOfVisits } from './unrecorded.js';
import { LRS_HEADERS } from './vocabulary.js';

/** Raised whenever the columns of the snapshot change their meaning. */
export const XAPI_SNAPSHOT_VERSION = 3;

/** Pages of an LRS without a statement, one after another, from which on there may be no end of them. */
const MOST_EMPTY = 20;

/**
 * Statements from `src` or `events` (a URL, text, bytes or parsed), course structure and names from `tables` (a URL, the tables
 * or their JSON, or a URL for each). Pages of an LRS are followed to the last. Throws `no-source` where nothing is given,
 * `invalid` where there are statements and none can be read, and for a `more` that leaves the origin, comes round again
 * or leads to none but empty pages.
 */
export async function readXapi(input: ProviderInput, context: ReadContext): Promise<Snapshot> {
  const source = input.events ?? input.data ?? input.src;
  if (source === undefined && input.tables === undefined) {
    throw new StatsError('no-source', 'Provider "xapi" needs src, events or data with xAPI statements.');
  }
  const [tables] = await Promise.all([readTables(input.tables, context), isUrl(source) || isBody(source) ? loadRecordReader() : undefined]);
  const statements = new StatementColumns();
  const courses = courseOverviews(tables);
  const blocks = courseBlocks(tables);
  const namesSupplied = sinkList(tables, 'user_profile').length > 0 || sinkList(tables, 'external_id').length > 0;
  const snapshotOf = (read: Pick<ReadRecords, 'bytes' | 'skipped'> & { readonly total?: number }): Snapshot => {
    const [given, sessions] = statements.build();
    const { events, wrong } = withoutImpossible(given);
    const learners = learnersOf(source === undefined ? undefined : textsOf(events, 'actor_id').dictionary, tables);
    const rows = [courses.skipped, ...learners.skipped];
    const total = rows.reduce((sum, table) => sum + table.total, (read.total ?? given.length) + blocks.length);
    const skipped = together([read.skipped, wrong, ...rows], total);
    const all: Table[] = [events, sessions, courses.table, blocks, learners.table];
    return {
      provider: 'xapi',
      version: XAPI_SNAPSHOT_VERSION,
      tables: new Map(all.map((table) => [table.name, table])),
      notes: {
        bytes: read.bytes,
        ...(skipped === undefined ? {} : { skipped }),
        ...(courses.failed.length === 0 ? {} : { failed: courses.failed }),
        namesSupplied,
        unrecorded: {
          ...unrecordedOfCourses(courses.table, blocks),
          ...(read.total === undefined ? {} : unrecordedOfVisits(events)),
          ...unrecordedOfSessions(sessions),
        },
      },
    };
  };
  if (source === undefined) return snapshotOf({ bytes: 0 });
  const into: Into = { statements, afterPiece: async (bytes) => context.soFar?.(() => snapshotOf({ bytes })) };
  const read = await readSource(source, into, context);
  const { skipped } = read;
  if (skipped !== undefined && skipped.count === read.total) {
    const place = isUrl(source) ? placeOf(source) : input.events === undefined ? 'data' : 'events';
    throw new StatsError('invalid', `${place}: ${skipped.first}`);
  }
  return snapshotOf(read);
}

/** Where statements go, and what is waited for between two pieces of them. */
interface Into {
  readonly statements: StatementColumns;
  readonly afterPiece: AfterPiece;
}

async function readSource(source: unknown, into: Into, context: ReadContext): Promise<ReadRecords> {
  if (isUrl(source)) return readUrl(source, into, context);
  const batch = isBody(source)
    ? await readStatements(context.supplied?.(source) ?? source, 'events', into.statements, into.afterPiece)
    : { ...readPage(source, 'data', into.statements), bytes: 0 };
  if (batch.more === undefined) return batch;
  const next: unknown = batch.more;
  if (isUrl(next)) return joined(batch, await readUrl(next, into, context), 2);
  throw new StatsError('invalid', `more: "${batch.more}" cannot be followed without src`);
}

async function readUrl(src: string, into: Into, context: ReadContext): Promise<ReadRecords> {
  const visited = new Set<string>();
  let read: ReadRecords = { total: 0, bytes: 0 };
  let empty = 0;
  for (let url: string | undefined = src; url !== undefined;) {
    visited.add(new URL(url).href);
    const batch: StatementBatch = await readStatements(await bodyOf(url, context), placeOf(url), into.statements, into.afterPiece);
    empty = batch.total > 0 || batch.more === undefined ? 0 : empty + 1;
    if (empty === MOST_EMPTY)
      throw new StatsError('invalid', `more: ${empty} pages in a row without statements, the last of them "${placeOf(url)}"`);
    read = visited.size === 1 ? batch : joined(read, batch, visited.size);
    url = batch.more === undefined ? undefined : nextPage(batch.more, url, src);
    if (url !== undefined && visited.has(url)) throw new StatsError('invalid', `more: "${placeOf(url)}" comes round again`);
  }
  return read;
}

async function bodyOf(url: string, context: ReadContext): Promise<Body> {
  const { body, status } = await context.fetch(url, { headers: LRS_HEADERS });
  if (body === undefined)
    throw new StatsError('http', `${placeOf(url)}: expected statements, got status ${status} without any`, { status });
  return body;
}

function nextPage(more: string, from: string, src: string): string {
  let next: URL;
  try {
    next = new URL(more, from);
  } catch (cause) {
    throw new StatsError('invalid', `more: expected a URL, got "${placeOf(more)}"`, { cause });
  }
  if (next.origin === new URL(src).origin) return next.href;
  throw new StatsError('invalid', `more: expected a URL of ${new URL(src).origin}, got "${placeOf(next.href)}"`);
}

/** What was left out of `total` statements and rows of tables, whose paths tell them apart; undefined for nothing. */
function together(parts: readonly (Omit<Skipped, 'total'> | undefined)[], total: number): Skipped | undefined {
  const count = parts.reduce((sum, part) => sum + (part?.count ?? 0), 0);
  const first = parts.find((part) => part !== undefined && part.count > 0);
  return first === undefined ? undefined : { ...first, count, total };
}

/** What two pages came to; `page` numbers the second. */
function joined(before: ReadRecords, batch: ReadRecords, page: number): ReadRecords {
  const total = before.total + batch.total;
  const first = before.skipped ?? (batch.skipped === undefined ? undefined : within(`page ${page}, `, batch.skipped));
  const count = (before.skipped?.count ?? 0) + (batch.skipped?.count ?? 0);
  const skipped: Skipped | undefined = first === undefined ? undefined : { ...first, count, total };
  return { total, bytes: before.bytes + batch.bytes, ...(skipped === undefined ? {} : { skipped }) };
}

async function readTables(tables: unknown, context: ReadContext): Promise<Readonly<Record<string, unknown>>> {
  if (tables === undefined) return {};
  if (isUrl(tables)) return sinkTables(await context.fetchJson(tables));
  if (typeof tables === 'string') return sinkTables(readJson(tables, 'tables'));
  const named = Object.entries(sinkTables(tables)).map(async ([name, table]) => [
    name,
    isUrl(table) ? await context.fetchJson(table) : table,
  ]);
  return Object.fromEntries(await Promise.all(named)) as Readonly<Record<string, unknown>>;
}

function isBody(value: unknown): value is Body {
  if (typeof value === 'string' || value instanceof Uint8Array || value instanceof ReadableStream) return true;
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
