import type { Clause, Predicate, ViewSpec } from '../metrics/types.js';
import { Dataset } from './dataset.js';
import { parseInstant } from './ingest/instant.js';
import { fetchContext } from './net/fetch-context.js';
import type { AtRiskRules } from '../metrics/at-risk.js';
import type { Body, ProviderId, ProviderInput, Settings, SnapshotNotes } from './provider.js';
import { parseView } from './parse-view.js';
import { parseViewOptions } from './parse-view-options.js';
import { provider } from './providers/registry.js';
import { completeSettings } from './settings.js';
import { StatsError } from './stats-error.js';
import { unlike } from './unlike.js';
import { rowsOf } from './view-rows.js';
import type { ResultRow, ViewData, ViewOptions } from './view-result.js';

/** What to open, and under which settings. Nothing is fetched but what is given as an http(s) URL. */
export interface OpenDatasetOptions {
  readonly provider: ProviderId;
  readonly src?: string;
  /** xAPI statements, or Oppia's session events: a URL, or NDJSON or a JSON array as text, bytes or a stream of bytes. */
  readonly events?: Body;
  readonly tables?: object | string;
  readonly data?: object | string;
  /** Epoch milliseconds, a Date, or ISO 8601 (UTC where it names no zone). What happened later is not seen. */
  readonly now: string | number | Date;
  /** IANA name; UTC if left out. */
  readonly timezone?: string;
  /** Settings of the at-risk rule in place of the default ones, or those of Open edX Aspects v8. */
  readonly rules?: Partial<AtRiskRules> | 'aspects-v8';
  /** Longest gap inside a session that counts as engagement, in seconds; 1800 if left out. */
  readonly idleCapSeconds?: number;
  /** How engagement time is derived from Oppia's events; R1 (dwell) if left out. */
  readonly engagement?: Settings['engagement'];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { loaded: number; total?: number }) => void;
}

/** A condition, and who set it, which may be left out. Of two on one field of the same origin, or of none, the last holds. */
export type AskedClause = Predicate & Partial<Pick<Clause, 'origin'>>;

/** How a view is asked. */
export interface AskOptions extends Omit<ViewOptions, 'clauses'> {
  readonly clauses?: readonly AskedClause[];
}

/** An answer; `columns` has it as typed arrays. */
export interface ViewResult extends ViewData<AskedClause> {
  /** Plain objects: instants as ISO 8601 UTC strings, unknown as null. */
  rows(): ResultRow[];
}

/** Data that views can be asked of. */
export interface OpenDataset {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timezone: string;
  /** Rows that are later than `now` and not seen. */
  readonly later: number;
  /** What the source says of itself, what was skipped, what it does not record. */
  readonly notes: SnapshotNotes;
  /** A view by id, or as a spec. Throws StatsError `unknown-view`, `unknown-field`, `bad-option`. */
  view(view: string | ViewSpec, options?: AskOptions): ViewResult;
  /** Lets go of the data; every call after it throws StatsError `aborted`. */
  close(): void;
}

/**
 * Reads a data set on the calling thread, in a page, a worker or Node. Rejects with a StatsError: `bad-option` for an option
 * that cannot be read, `unknown-provider`, `no-source`, `aborted`, and whatever reading ends in.
 */
export async function openDataset(options: OpenDatasetOptions): Promise<OpenDataset> {
  const settings = settingsOf(options);
  const source = await provider(options.provider);
  const signal = options.signal ?? new AbortController().signal;
  const { onProgress } = options;
  const context = fetchContext({
    signal,
    progress: (loaded, total) => onProgress?.({ loaded, ...(total === undefined ? {} : { total }) }),
  });
  try {
    if (signal.aborted) throw new StatsError('aborted', 'The load was cancelled.');
    const snapshot = await source.read(inputOf(options), context);
    if (signal.aborted) throw new StatsError('aborted', 'The load was cancelled.');
    return opened(new Dataset(snapshot, source, settings), settings, snapshot.notes);
  } catch (thrown) {
    throw StatsError.from(thrown);
  }
}

function opened(dataset: Dataset, { now, timezone }: Settings, notes: SnapshotNotes): OpenDataset {
  return {
    now,
    timezone,
    later: dataset.later,
    notes,
    view(view: unknown, viewOptions: unknown = {}) {
      dataset.checkOpen();
      const data = dataset.view(parseView(view), parseViewOptions(viewOptions));
      return { ...data, rows: () => rowsOf(data) };
    },
    close: () => dataset.close(),
  };
}

function settingsOf({ now, timezone, rules, idleCapSeconds, engagement }: OpenDatasetOptions): Settings {
  const given: unknown = now;
  const instant = parseInstant(given instanceof Date ? given.getTime() : given);
  if (instant === undefined) {
    throw unlike('bad-option', 'now', 'ISO 8601, epoch milliseconds or a Date', given);
  }
  return completeSettings(
    {
      rules,
      ...(timezone === undefined ? {} : { timezone }),
      ...(idleCapSeconds === undefined ? {} : { idleCapSeconds }),
      ...(engagement === undefined ? {} : { engagement }),
    },
    instant,
  );
}

function inputOf({ src, events, tables, data }: OpenDatasetOptions): ProviderInput {
  return {
    ...(src === undefined ? {} : { src }),
    ...(events === undefined ? {} : { events }),
    ...(tables === undefined ? {} : { tables }),
    ...(data === undefined ? {} : { data }),
  };
}
