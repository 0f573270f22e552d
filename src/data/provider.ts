/// <reference lib="es2018.asynciterable" preserve="true" />
import type { AtRiskRules } from '../metrics/at-risk.js';
import type { PartKind, PartSource } from './parts.js';
import type { Table, Tables } from './table.js';
import type { StatsErrorData } from './stats-error.js';

/** The kinds of hosts whose data can be read. */
export type ProviderId = 'oppia' | 'creator-engagement-stats' | 'xapi' | 'tables';

/** Bytes or text of a body, whole or as they come. */
export type Body = string | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Inputs of every computation on a snapshot; nothing below `components` reads a clock. */
export interface Settings {
  /** Epoch milliseconds. What happened later is not seen. */
  readonly now: number;
  /** IANA name. */
  readonly timezone: string;
  readonly rules: AtRiskRules | 'aspects-v8';
  /** Longest gap inside a session that counts as engagement, in seconds. */
  readonly idleCapSeconds: number;
  /** How engagement time is derived from Oppia's events: dwell (R1) or wall clock (R2). */
  readonly engagement: 'R1' | 'R2';
}

/** Where a provider reads from: an absolute URL, or what the host already has. */
export interface ProviderInput {
  readonly src?: string;
  readonly data?: unknown;
  /** A URL, one per table by name, or the tables themselves. */
  readonly tables?: unknown;
  readonly events?: string | Body;
}

/** One answer of a server. `body` is undefined for 304. */
export interface Fetched {
  readonly url: string;
  readonly status: number;
  readonly body?: ReadableStream<Uint8Array>;
  readonly bytesTotal?: number;
  readonly etag?: string;
  readonly headers: Headers;
}

/** What a provider may use of the world; the only door to network and progress. */
export interface ReadContext {
  /** One GET. Throws StatsError `signed-out`, `http`, `offline`, `aborted`; never answers a login page. */
  fetch(url: string, init?: { headers?: Readonly<Record<string, string>> }): Promise<Fetched>;
  /** GET of JSON: XSSI prefix and BOM removed, HTML recognised as a login page, errors typed. */
  fetchJson(url: string): Promise<unknown>;
  /** Of the whole load: bytes of a stream, or calls done of calls needed. */
  progress(loaded: number, total?: number): void;
  /** The body that a host gave in the place of a URL, its bytes counted as progress. Left out where nobody hears of it. */
  supplied?(body: Body): Body;
  /**
   * Offers what was read so far as a snapshot, which is made only if it is wanted now, and settles when reading may go on. Left out
   * where nobody looks before the end.
   */
  soFar?(snapshot: () => Snapshot): Promise<void>;
  readonly signal: AbortSignal;
  /** Whether parts may be left out, to be asked for on demand (`Provider.parts`). */
  readonly leavesParts?: boolean;
}

/** What was read, free of rules, `now` and timezone; this is what the cache keeps. */
export interface Snapshot {
  readonly provider: ProviderId;
  /** Raised whenever the meaning of `tables` changes: older snapshots are dropped. */
  readonly version: number;
  readonly tables: Tables;
  readonly notes: SnapshotNotes;
}

/** What was left out: how many lines or records of how many. */
export interface Skipped {
  readonly count: number;
  readonly total: number;
  /** The first of them with its reason, which may quote it; of a stored copy its place alone. */
  readonly first: string;
  /** Where the first of them stands, as `line 3` or `page 2, record 1`; nothing of it is quoted. */
  readonly place: string;
}

/** What else is known of data that were read: how much they were, how old they are, and what they lack. */
export interface SnapshotNotes {
  readonly bytes: number;
  /** Epoch ms at which the source says its data were made, if it says so. */
  readonly generatedAt?: number;
  /** Lines or records that could not be read. */
  readonly skipped?: Skipped;
  /** Parts that failed while the rest is good. */
  readonly failed?: readonly StatsErrorData[];
  /** False where no name or address of a learner came with the data. */
  readonly namesSupplied?: boolean;
  /** Why a column is unknown throughout, or a table is not there: `explorations.hint_views`, `page_visits` → one sentence. */
  readonly unrecorded?: Readonly<Record<string, string>>;
  /** Parts that are asked for on demand. */
  readonly onDemand?: readonly PartKind[];
}

/** Tables under settings: what the engine runs on. */
export interface Prepared {
  readonly tables: ReadonlyMap<string, Table>;
  /** Rows whose time is after `now`. */
  readonly later: number;
}

/** A kind of host, and how what it has becomes normal tables. */
export interface Provider {
  readonly id: ProviderId;
  /** That of the snapshots it reads and prepares. */
  readonly version: number;
  /** Reads and checks everything once. Bad input throws one StatsError that names path and value. */
  read(input: ProviderInput, context: ReadContext): Promise<Snapshot>;
  /** Normal and derived tables. Pure. */
  prepare(snapshot: Snapshot, settings: Settings): Prepared;
  /** What `read` may leave out. */
  readonly parts?: PartSource;
}
