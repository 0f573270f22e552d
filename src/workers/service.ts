import type { ViewSpec } from '../metrics/types.js';
import type { ProviderId, ProviderInput, Settings, SnapshotNotes } from '../data/provider.js';
import type { ViewData, ViewOptions } from '../data/view-result.js';

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
}

/** What a load brought. */
export interface LoadInfo {
  readonly rows: number;
  readonly bytes: number;
  readonly fromCache: boolean;
  /** Epoch ms of the data: what the source says, else when they were fetched. */
  readonly generatedAt: number;
  /** Epoch ms that stood for `now`. */
  readonly now: number;
  readonly timezone: string;
  /** Rows later than `now`, not seen. */
  readonly later: number;
  /** Older than `maxAge`; a refetch is on its way or has failed. */
  readonly stale: boolean;
  readonly notes: SnapshotNotes;
}

/** Calls from the worker to the page about one dataset. */
export interface OpenListener {
  progress(loaded: number, total?: number): void;
  /** Data are there, or came anew: ask the views again. */
  loaded(info: LoadInfo): void;
  /** A background refetch failed; what was shown stays. */
  failed(error: { code: string; message: string; status?: number }): void;
  /** The host's `request` hook: headers for a URL; `renewed` after a 401. */
  headers(url: string, renewed: boolean): Promise<Readonly<Record<string, string>> | undefined>;
}

/** The whole thread boundary. The worker and the page's own fallback run the same class behind it. */
export interface StatsService {
  /** Handshake. */
  hello(): Promise<'learner-elements'>;
  /** Opens under a name the page chooses; settles when the first data can be asked, or rejects with StatsErrorData. */
  open(dataset: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo>;
  view(dataset: string, view: string | ViewSpec, options: ViewOptions): Promise<ViewData>;
  /** Past memory and IndexedDB; `force` also past the HTTP cache. What was shown stays until the new data are in. */
  refresh(dataset: string, options: { force: boolean }): Promise<LoadInfo>;
  /** Other settings over the data that are there: nothing is fetched. */
  configure(dataset: string, settings: Partial<Settings>): Promise<LoadInfo>;
  /** Aborts what is under way and frees the memory. */
  close(dataset: string): Promise<void>;
  /** Empties the cache, here and in other tabs. */
  purge(): Promise<void>;
}
