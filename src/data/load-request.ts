import type { StatsErrorData } from './stats-error.js';
import type { PartStatus } from './parts.js';
import type { SoFar } from './view-result.js';
import type { ProviderId, ProviderInput, Settings, SnapshotNotes } from './provider.js';

/** What the page asks the worker to open. Plain data, URLs absolute. */
export interface OpenRequest {
  readonly provider: ProviderId;
  readonly input: ProviderInput;
  /** `now` left out: the moment of the load. */
  readonly settings: Partial<Settings>;
  /** Without it nothing is stored. Only its hash is. */
  readonly userKey?: string;
  /** Seconds for which a cached copy is fresh. */
  readonly maxAge: number;
  readonly credentials: RequestCredentials;
  /** Whether the page has a `request` hook to ask for headers. */
  readonly hooked: boolean;
  /** Whether the first data come from past every copy, that of the browser's HTTP cache too. */
  readonly reload?: boolean;
}

/** What a load brought. */
export interface LoadInfo {
  readonly rows: number;
  readonly bytes: number;
  readonly fromCache: boolean;
  /** Epoch ms of the data: what the source says, else when they were fetched. */
  readonly generatedAt: number;
  /** Epoch ms at which the server last said that these are its data. */
  readonly fetchedAt: number;
  /** Epoch ms that stood for `now`. */
  readonly now: number;
  readonly timezone: string;
  /** Rows later than `now`, not seen. */
  readonly later: number;
  /** Older than `maxAge`; a refetch is on its way or has failed. */
  readonly stale: boolean;
  /** The load goes on: how much was read. Left out once it has ended. */
  readonly soFar?: SoFar;
  readonly notes: SnapshotNotes;
}

/** Calls from where the data are to the page, about one dataset. */
export interface OpenListener {
  progress(loaded: number, total?: number): void;
  /** Data came anew without a call that answers it: a refetch in the background, a worker that was started again, or more of a load. */
  loaded(info: LoadInfo): void;
  /** A background refetch failed; what was shown stays. */
  failed(error: StatsErrorData): void;
  /** Parts that are asked for on demand go on; `info` where the data are others now. */
  parts(status: readonly PartStatus[], info?: LoadInfo): void;
  /** The host's `request` hook: headers for a URL; `renewed` after a 401. */
  headers(url: string, renewed: boolean): Promise<Readonly<Record<string, string>> | undefined>;
}
