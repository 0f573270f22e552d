import { StatsError } from '../../../workers/connect.js';
import type { AtRiskRules, Connection, LoadInfo, PartKind, PartStatus, StatsErrorData, ViewData } from '../../../workers/connect.js';
import type { Clause, Params, ViewSpec } from '../../../metrics/types.js';
import { ClauseSet } from '../clauses/clause-set.js';
import { leaveAlone, tellOfReturn } from './page-return.js';
import { PartDemand } from './part-demand.js';
import { differingSettings, openRequest, readableRules, settingsOf } from './source.js';
import type { DatasetSource } from './source.js';

/** What a reader sets for all widgets of a dataset at once. */
export type DatasetParams = Pick<Params, 'grain' | 'inactiveDays' | 'breaks'>;

/** Changes of such settings: `undefined` goes back to what the host has set. */
export type ParamChanges = { readonly [K in keyof DatasetParams]: DatasetParams[K] | undefined };

/** How far the data of a dataset have come. */
export type DatasetStatus =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total?: number }
  /** What has arrived is shown while the rest streams in. */
  | { readonly kind: 'so-far'; readonly loaded: number; readonly total?: number }
  | { readonly kind: 'ready' }
  /** The last good data are shown: a refetch is on its way, or `error` says why it failed. */
  | { readonly kind: 'stale'; readonly error?: StatsErrorData; readonly loaded?: number; readonly total?: number }
  | { readonly kind: 'error'; readonly error: StatsErrorData };

/** What happened, for those who announce it. */
export type DatasetNews =
  | { readonly kind: 'status' | 'backend' | 'clauses' | 'params' | 'parts' }
  | { readonly kind: 'progress'; readonly loaded: number; readonly total?: number }
  | { readonly kind: 'loaded'; readonly info: LoadInfo }
  | { readonly kind: 'failed'; readonly error: StatsErrorData };

let opened = 0;

/**
 * Data and the filters set on them, as all widgets of the page share it. Opens when first retained, closes (and aborts a
 * load under way) when the last one lets go; moving an element within the page does neither.
 */
export class PageDataset {
  readonly name = `d${++opened}`;
  /** The id a host gave its `<stats-dataset>`; it is the `dataset` of events. */
  id: string | undefined;
  status: DatasetStatus = { kind: 'loading', loaded: 0 };
  info: LoadInfo | undefined;
  /** Raised whenever a view may answer differently with the same clauses. */
  version = 0;
  readonly clauses = new ClauseSet();
  /** Parts that are asked for on demand. */
  readonly demand: PartDemand;

  #params: DatasetParams = {};
  #source: DatasetSource;
  #connection: Connection;
  #listeners = new Set<(news: DatasetNews) => void>();
  #retained = 0;
  #open = false;
  /** Whether the data that are there are being counted with other settings. */
  #recounts = false;
  #unsubscribe: (() => void) | undefined;
  /** Number of the newest refresh; the results of older ones are ignored. */
  #asked = 0;

  constructor(source: DatasetSource, connection: Connection) {
    this.#source = source;
    this.#connection = connection;
    this.demand = new PartDemand(this.name, connection, () => this.#tell({ kind: 'parts' }));
  }

  /** Whether any element holds it, or did in this turn. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Whether any element holds it. */
  get isHeld(): boolean {
    return this.#retained > 0;
  }

  /** Whether data are there, all of them, and counted with the settings that hold. */
  get isLoaded(): boolean {
    return this.info !== undefined && this.info.soFar === undefined && !this.#recounts;
  }

  get source(): DatasetSource {
    return this.#source;
  }

  /** Set for all widgets; a widget's own params go before them. A new object after every change. */
  get params(): DatasetParams {
    return this.#params;
  }

  /** The rules that hold: what the host asks for, and what the reader has set in its place. Undefined where the host's cannot be read. */
  get rules(): 'aspects-v8' | Partial<AtRiskRules> | undefined {
    const rules = readableRules(this.#source);
    if (rules === 'aspects-v8') return rules;
    const { inactiveDays, breaks } = this.#params;
    const set = { ...(inactiveDays === undefined ? {} : { inactiveDays }), ...(breaks === undefined ? {} : { breaks }) };
    return rules === undefined && Object.keys(set).length === 0 ? undefined : { ...rules, ...set };
  }

  /** `worker`, `page`, or `starting`. */
  get backend(): string {
    return this.#connection.backend;
  }

  subscribe(listener: (news: DatasetNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  retain(): void {
    this.#retained++;
    if (!this.#open) void this.#start();
  }

  /** Lets go in the next microtask, so that an element that only moves keeps its data. */
  release(onClosed: () => void): void {
    this.#retained--;
    queueMicrotask(() => {
      if (this.#retained > 0 || !this.#open) return;
      this.#open = false;
      leaveAlone(this);
      this.#unsubscribe?.();
      void this.#connection.close(this.name).catch(() => undefined);
      onClosed();
    });
  }

  /** The answer to a view; a newer question in the same slot, if there is one, supersedes an older one, which then rejects as `aborted`. */
  async view(
    view: string | ViewSpec,
    options: { self?: string; params?: Params; clauses?: readonly Clause[] },
    slot?: string,
  ): Promise<ViewData> {
    const asked = { clauses: this.clauses.all, ...options, params: { ...this.#params, ...options.params } };
    return this.#connection.view(this.name, view, asked, slot === undefined ? {} : { slot });
  }

  /** Sets a clause, or clears (origin, field) where it has no predicate. Answers whether anything changed. */
  filter(clause: Clause): boolean {
    const changed = this.clauses.apply(clause);
    if (changed) this.#tell({ kind: 'clauses' });
    return changed;
  }

  clearFilters(): void {
    if (this.clauses.clear()) this.#tell({ kind: 'clauses' });
  }

  /** Sets params for all widgets, keeping what is not named. Answers whether anything changed. */
  setParams(changes: Partial<ParamChanges>): boolean {
    const next = Object.fromEntries(Object.entries({ ...this.#params, ...changes }).filter(([, value]) => value !== undefined));
    if (JSON.stringify(next) === JSON.stringify(this.#params)) return false;
    this.#params = next;
    this.#tell({ kind: 'params' });
    return true;
  }

  /** Puts clauses and params in the place of all that are set. */
  restore(clauses: readonly Clause[], params: DatasetParams): void {
    this.clauses.clear();
    for (const clause of clauses) this.clauses.apply(clause);
    this.#params = params;
    this.#tell({ kind: 'clauses' });
  }

  /** Sets what was set of data in whose place these stand, unless something is set. */
  inherit(before: PageDataset | undefined): void {
    const isSet = this.clauses.all.length > 0 || Object.keys(this.#params).length > 0;
    if (before !== undefined && !isSet) this.restore(before.clauses.all, before.params);
  }

  /**
   * Fetches again, keeping filters and what is drawn; `force` also goes past the HTTP cache. A load of which the first data are shown
   * goes on.
   */
  async refresh(force = false): Promise<void> {
    if (this.info === undefined) {
      this.#setStatus({ kind: 'loading', loaded: 0 });
      await this.#start(force);
      return;
    }
    if (this.info.soFar !== undefined) return;
    this.#setStatus({ kind: 'stale' });
    const asked = ++this.#asked;
    try {
      const info = await this.#connection.refresh(this.name, { force });
      if (asked === this.#asked) this.#loaded(info);
    } catch (thrown) {
      if (asked === this.#asked) this.#failed(StatsError.from(thrown).toData());
    }
  }

  /** Asks again for what could not be had without the network. */
  backOnline(): void {
    const { status, demand } = this;
    if ('error' in status && status.error?.code === 'offline') void this.refresh();
    else if ([...demand.statuses.values()].some(({ stopped }) => stopped?.code === 'offline')) demand.retry();
  }

  /** Fetches again what is older than the host has said that it may be, unless that is under way, or the data are of the page itself. */
  seenAgain(): void {
    const { status, info } = this;
    const { maxAge, data } = this.#source;
    if (maxAge === undefined || data !== undefined || info === undefined || info.soFar !== undefined) return;
    const isUnderWay = status.kind === 'stale' && status.error === undefined;
    const age = Date.now() - info.fetchedAt;
    if (!isUnderWay && !(age >= 0 && age < maxAge * 1000)) void this.refresh();
  }

  /** Stops a load whose data are still awaited; `refresh` starts it anew. Does nothing else. */
  cancel(): void {
    if (this.status.kind !== 'loading' || this.info !== undefined) return;
    void this.#connection.close(this.name).catch(() => undefined);
    this.#setStatus({ kind: 'error', error: { code: 'aborted', message: 'The load was stopped.' } });
  }

  /**
   * The same source with other settings: other rules, now or timezone over the data that are there or on their way, another hook for
   * the headers of what is requested from now on. What failed under the former settings is loaded anew; what was stopped stays so.
   */
  async configure(source: DatasetSource): Promise<void> {
    const before = this.#source;
    this.#source = source;
    if (source.data === null) return;
    const opensAnew = (source.request === undefined) !== (before.request === undefined);
    if (!opensAnew && differingSettings(before, source).length === 0) return;
    const { status } = this;
    if (status.kind === 'error' && status.error.code === 'aborted') return;
    if (opensAnew || status.kind === 'error') {
      this.info = undefined;
      return this.refresh();
    }
    this.#recounts = true;
    try {
      const info = await this.#connection.configure(this.name, settingsOf(source));
      if (info !== undefined) this.#loaded(info, this.status);
    } catch (thrown) {
      this.#notConfigured(StatsError.from(thrown).toData());
    }
  }

  /** A load that goes on would bring numbers under settings that no longer hold. */
  #notConfigured(error: StatsErrorData): void {
    if (error.code === 'aborted' || this.status.kind === 'error') return;
    if (this.info === undefined || this.info.soFar !== undefined) void this.#connection.close(this.name).catch(() => undefined);
    this.#failed(error);
  }

  async #start(reload = false): Promise<void> {
    this.#open = true;
    tellOfReturn(this);
    if (this.#source.data === null) return;
    this.#unsubscribe ??= this.#connection.onBackend(() => this.#tell({ kind: 'backend' }));
    try {
      const request = openRequest(this.#source, document.baseURI);
      const info = await this.#connection.open(this.name, reload ? { ...request, reload } : request, {
        progress: (loaded, total) => this.#progress(loaded, total),
        loaded: (more) => this.#loaded(more),
        failed: (error) => this.#failed(StatsError.from(error).toData()),
        parts: (status, more) => this.#parts(status, more),
        headers: async (url, renewed) => this.#source.request?.(url, renewed),
      });
      this.demand.askAnew();
      this.#loaded(info);
    } catch (thrown) {
      // Who retains it hears of it only afterwards.
      queueMicrotask(() => this.#failed(StatsError.from(thrown).toData()));
    }
  }

  /** What widgets need all parts for waits from now on. */
  pauseParts(): void {
    this.demand.pause();
    this.#tell({ kind: 'parts' });
  }

  /** Loads what widgets need, without asking any more; with `whole` all of a kind. */
  loadParts(whole?: PartKind): void {
    this.demand.goOn(whole);
    this.#tell({ kind: 'parts' });
  }

  retryParts(): void {
    this.demand.retry();
  }

  #parts(statuses: readonly PartStatus[], info: LoadInfo | undefined): void {
    if (!this.#open) return;
    this.demand.statuses = new Map(statuses.map((status) => [status.kind, status]));
    if (info !== undefined) {
      this.info = info;
      this.version++;
    }
    this.#tell({ kind: 'parts' });
  }

  #progress(loaded: number, total: number | undefined): void {
    const amount = { loaded, ...(total === undefined ? {} : { total }) };
    if (this.status.kind === 'loading') this.status = { kind: 'loading', ...amount };
    else if (this.status.kind === 'stale' && this.status.error === undefined) this.status = { kind: 'stale', ...amount };
    this.#tell({ kind: 'progress', ...amount });
  }

  /** `before`: the status before a change of settings, so that a refresh that failed before it stays visible. */
  #loaded(info: LoadInfo, before?: DatasetStatus): void {
    this.#recounts = false;
    if (!this.#open || info === this.info) return;
    this.info = info;
    this.version++;
    if (info.soFar !== undefined) {
      this.#setStatus({ kind: 'so-far', ...info.soFar });
      return;
    }
    this.status = before?.kind === 'stale' ? before : info.stale ? { kind: 'stale' } : { kind: 'ready' };
    this.#tell({ kind: 'loaded', info });
  }

  #failed(error: StatsErrorData): void {
    if (!this.#open || error.code === 'aborted') return;
    this.#recounts = false;
    // Settings that change during a load fail by what the load fails by.
    if (this.status.kind === 'error' && JSON.stringify(this.status.error) === JSON.stringify(error)) return;
    console.warn(`learner-elements: ${error.message} (${error.code})`);
    if (this.info?.soFar !== undefined) this.info = undefined;
    this.status = this.info === undefined ? { kind: 'error', error } : { kind: 'stale', error };
    this.#tell({ kind: 'failed', error });
  }

  #setStatus(status: DatasetStatus): void {
    this.status = status;
    this.#tell({ kind: 'status' });
  }

  #tell(news: DatasetNews): void {
    for (const listener of [...this.#listeners]) listener(news);
  }
}

/** Says on an element where the work for its dataset is done; no page hears of an attribute that stays as it was. */
export function showBackend(element: Element, dataset: PageDataset | undefined): void {
  const backend = dataset?.backend;
  if (backend !== undefined && element.getAttribute('data-backend') !== backend) element.setAttribute('data-backend', backend);
}
