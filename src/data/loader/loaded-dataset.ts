import { cacheKey } from '../cache/cache-key.js';
import type { CachedSnapshot } from '../cache/snapshot-cache.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../load-request.js';
import { fetchContext } from '../net/fetch-context.js';
import type { FetchContext, FetchOptions } from '../net/fetch-context.js';
import { wait } from '../net/wait.js';
import type { PartStatus, PartWants } from '../parts.js';
import type { Fetched, Provider, Settings, Snapshot } from '../provider.js';
import { provider } from '../providers/registry.js';
import { completeSettings } from '../settings.js';
import { StatsError } from '../stats-error.js';
import type { SoFar, ViewData, ViewOptions } from '../view-result.js';
import type { ViewSpec } from '../../metrics/types.js';
import { IdleWork } from './idle-work.js';
import { LoadRun } from './load-run.js';
import type { Reach } from './load-run.js';
import type { LoadWorld } from './load-world.js';
import { OnDemand } from './on-demand.js';
import { paced } from './paced.js';
import { restorePrivate } from './restore-private.js';
import type { Origin, Shown } from './shown.js';
import { infoOf, prepared } from './shown.js';
import { isAll, SoFarPace } from './so-far.js';
import { identityOf, urlsOf } from './source-urls.js';

/** How data are asked for past the browser's HTTP cache. */
const FORCED = { cacheMode: 'reload' } as const;
/** How those of a known user are, by its ETags: it knows no users, and may hold what the server answered to another. */
const REVALIDATED = { cacheMode: 'no-cache' } as const;

/** One open dataset: loads, keeps what was shown until newer data are in, answers views. All errors are StatsErrors. */
export class LoadedDataset {
  readonly #request: OpenRequest;
  readonly #listener: OpenListener;
  readonly #world: LoadWorld;
  #settings: Partial<Settings>;
  /** Set before anything is loaded. */
  #provider!: Provider;
  #run: LoadRun<LoadInfo> | undefined;
  #shown: Shown | undefined;
  /** The stored copy that is shown but must be confirmed, or lacks its names. */
  #unconfirmed: CachedSnapshot | undefined;
  /** Whether what is shown came from past the HTTP cache, as its parts then do. */
  #isForced = false;
  #failure: StatsError = new StatsError('aborted', 'The dataset is closed.');
  #onDemand: OnDemand | undefined;
  #parts: readonly PartStatus[] = [];
  readonly #idle = new IdleWork();

  constructor(request: OpenRequest, listener: OpenListener, world: LoadWorld) {
    this.#request = request;
    this.#listener = listener;
    this.#world = world;
    this.#settings = request.settings;
  }

  /** The first data: a stored copy where there is one, which is then confirmed in the background if it is too old or lacks its names. */
  async open(): Promise<LoadInfo> {
    const info = await this.#load(this.#request.reload === true ? 'reload' : 'copy');
    if (this.#unconfirmed !== undefined && this.#run === undefined) this.#confirmInBackground();
    return info;
  }

  /** Data past every copy of ours, and past the HTTP cache if forced. Shares a load under way that goes as far. */
  refresh(force: boolean): Promise<LoadInfo> {
    return this.#load(force ? 'reload' : 'server');
  }

  /**
   * Other settings in place of all earlier ones, or, by an error, none. Undefined where the first data, which come under them, are under
   * way.
   */
  configure(settings: Partial<Settings>): LoadInfo | undefined {
    const before = this.#settings;
    this.#settings = settings;
    if (this.#shown === undefined) return undefined;
    try {
      return this.#show(this.#shown);
    } catch (thrown) {
      this.#settings = before;
      throw thrown;
    }
  }

  /** Says of an answer from a part of the data which part it is. */
  async view(view: string | ViewSpec, options: ViewOptions): Promise<ViewData> {
    const { dataset, part } = await this.#whenShown();
    if (part !== undefined) return { ...part.pace.answer(() => dataset.view(view, options)), soFar: part.soFar };
    this.#idle.after(() => this.#shown?.dataset === dataset && dataset.rehearse());
    return dataset.view(view, options);
  }

  /** Asks for these parts, and for no others any more; they come as `parts` of the listener. */
  want(wants: readonly PartWants[]): void {
    this.#parted()?.want(wants);
  }

  /** Asks again for parts that failed. */
  retryParts(): void {
    this.#onDemand?.retry();
  }

  /** Aborts a load under way and lets go of the data. */
  close(): void {
    this.#onDemand?.close();
    this.#run?.abort();
    this.#run = undefined;
    this.#forget();
  }

  #forget(): void {
    this.#shown?.dataset.close();
    this.#shown = undefined;
  }

  async #whenShown(): Promise<Shown> {
    while (this.#shown === undefined) {
      if (this.#run === undefined) throw this.#failure;
      await this.#run.outcome();
    }
    return this.#shown;
  }

  #load(reach: Reach): Promise<LoadInfo> {
    const run = this.#run?.covers(reach) === true ? this.#run : this.#start(reach);
    return run.outcome();
  }

  #start(reach: Reach): LoadRun<LoadInfo> {
    const run = new LoadRun<LoadInfo>(reach, (self) => this.#work(self));
    const before = this.#run;
    this.#run = run;
    if (before !== undefined) {
      before.replacement = run;
      before.abort();
    }
    return run;
  }

  async #work(run: LoadRun<LoadInfo>): Promise<LoadInfo> {
    await Promise.resolve();
    try {
      return await this.#bring(run);
    } catch (thrown) {
      const error = StatsError.from(thrown);
      if (this.#run === run) {
        this.#failure = error;
        if (this.#shown?.part !== undefined) this.#forget();
      }
      throw error;
    } finally {
      if (this.#run === run) this.#run = undefined;
    }
  }

  async #bring(run: LoadRun<LoadInfo>): Promise<LoadInfo> {
    this.#provider = await provider(this.#request.provider);
    run.check();
    const identity = identityOf(this.#request, this.#provider.version);
    const key = identity === undefined ? undefined : await cacheKey(identity);
    if (run.reach === 'copy') {
      const info = key === undefined ? undefined : await this.#showCopy(run, key);
      if (info !== undefined) return info;
      run.reach = 'server';
    }
    if (run.reach === 'confirm' && this.#unconfirmed !== undefined) return this.#confirm(run, key, this.#unconfirmed);
    return this.#fetch(run, key);
  }

  async #showCopy(run: LoadRun<LoadInfo>, key: string): Promise<LoadInfo | undefined> {
    const [loadedAt, epoch] = this.#moment();
    const copy = await this.#world.cache.get(key, loadedAt);
    run.check();
    if (copy === undefined) return undefined;
    // By now, as another tab may have confirmed it while this one waited for the disk.
    const age = this.#world.clock() - copy.fetchedAt;
    const stale = !(age < this.#request.maxAge * 1000);
    try {
      if (age < 0) throw new RangeError('The copy is of a clock that ran ahead: nobody knows its age.');
      const info = this.#show({ snapshot: copy.snapshot, fetchedAt: copy.fetchedAt, fromCache: true, stale, loadedAt, epoch });
      this.#unconfirmed = stale || copy.namesWithheld ? copy : undefined;
      return info;
    } catch (thrown) {
      if (thrown instanceof StatsError && thrown.code === 'bad-option') throw thrown;
      await this.#world.cache.drop(key);
      return undefined;
    }
  }

  #confirmInBackground(): void {
    this.#start('confirm').result.then(
      (info) => this.#listener.loaded(info),
      (error: StatsError) => {
        if (error.code !== 'aborted') this.#listener.failed(error.toData());
      },
    );
  }

  async #confirm(run: LoadRun<LoadInfo>, key: string | undefined, copy: CachedSnapshot): Promise<LoadInfo> {
    const { tables } = this.#request.input;
    // Names that stand in the data themselves come with them alone.
    if (copy.namesWithheld && tables === undefined) return this.#fetch(run, key);
    const stale = this.#shown?.stale === true;
    const [asked, epoch] = this.#moment();
    const held = new Map<string, Fetched>();
    if (stale && !(await this.#unchanged(run, copy.etags, held))) return this.#fetch(run, key, [asked, epoch], held);
    if (stale && key !== undefined) void this.#world.cache.confirm(key, asked);
    const snapshot = copy.namesWithheld
      ? restorePrivate(copy.snapshot, await this.#provider.read({ tables }, this.#context(run)))
      : copy.snapshot;
    run.check();
    const info = this.#show({ snapshot, fetchedAt: stale ? asked : copy.fetchedAt, fromCache: true, stale: false, loadedAt: asked, epoch });
    this.#unconfirmed = undefined;
    return info;
  }

  /** Asks the server of every URL whether its ETag still holds; an answer with new data is held for the read that follows. */
  async #unchanged(run: LoadRun<LoadInfo>, etags: readonly string[], held: Map<string, Fetched>): Promise<boolean> {
    const urls = urlsOf(this.#request.input);
    if (etags.length !== urls.length || urls.length === 0) return false;
    const context = this.#context(run, { etags: new Map(urls.map((url, at) => [url, etags[at] ?? ''])), cacheMode: 'default' });
    for (const url of urls) {
      const answer = await context.fetch(url).catch(unlessRefused);
      if (answer?.status === 304) continue;
      if (answer !== undefined) held.set(url, answer);
      return false;
    }
    return true;
  }

  /** `moment`: when it was first asked for; a purge since then keeps it from being stored. */
  async #fetch(run: LoadRun<LoadInfo>, key?: string, [asked, epoch] = this.#moment(), held?: Map<string, Fetched>): Promise<LoadInfo> {
    const { cache, clock } = this.#world;
    const pace = new SoFarPace(clock);
    const context = this.#context(run, {
      soFar: (snapshot) =>
        pace.turn(!isAll(run.progress) && pace.isDue && this.#showPart(run, pace, snapshot, { fetchedAt: asked, epoch })),
      ...(held === undefined ? {} : { held }),
      ...(run.reach === 'reload' ? FORCED : {}),
    });
    this.#isForced = run.reach === 'reload';
    const first = await this.#provider.read(this.#request.input, context);
    const read = (await this.#parted()?.filled(first, run.signal)) ?? first;
    run.check();
    const snapshot = { ...read, notes: { ...read.notes, bytes: Math.max(read.notes.bytes, context.bytes) } };
    const info = this.#show({ snapshot, fetchedAt: asked, fromCache: false, stale: false, loadedAt: clock(), epoch });
    this.#unconfirmed = undefined;
    const whole = (snapshot.notes.failed ?? []).length === 0;
    const etags = read === first ? this.#etags(context) : [];
    if (key !== undefined && whole) void cache.put(key, { snapshot: this.#storable(snapshot), fetchedAt: asked, etags, epoch }, clock());
    return info;
  }

  /** Shows the data of a load that goes on, where none of an ended one are; answers whether it did. */
  #showPart(run: LoadRun<LoadInfo>, pace: SoFarPace, read: () => Snapshot, asked: Pick<Origin, 'fetchedAt' | 'epoch'>): boolean {
    run.check();
    if (this.#shown !== undefined && this.#shown.part === undefined) return false;
    try {
      const info = pace.make(() => {
        const snapshot = read();
        const soFar = run.progress ?? { loaded: snapshot.notes.bytes };
        return this.#show({ ...asked, snapshot, fromCache: false, stale: false, loadedAt: asked.fetchedAt, part: { soFar, pace } });
      });
      this.#listener.loaded(info);
      return true;
    } catch {
      // What is wrong with the data is said at the end, of all of them.
      return false;
    }
  }

  /** ETags of the named URLs, or none where one had none or where other URLs were needed too. */
  #etags({ fetched }: FetchContext): string[] {
    const urls = urlsOf(this.#request.input);
    const etags = urls.map((url) => fetched.get(url)).filter((etag) => etag !== undefined);
    return etags.length === urls.length && fetched.size === new Set(urls).size ? etags : [];
  }

  #parted(): OnDemand | undefined {
    const { parts } = this.#provider;
    if (parts === undefined) return undefined;
    this.#onDemand ??= new OnDemand(parts, {
      input: this.#request.input,
      context: (signal) => this.#fetchContext(signal, { progress: () => undefined, ...(this.#isForced ? FORCED : {}) }),
      merged: (snapshot, idle) => this.#merged(snapshot, idle),
      changed: (status) => {
        this.#parts = status;
        this.#listener.parts(status);
      },
      wait: (ms) => (this.#world.wait ?? wait)(ms, new AbortController().signal),
    });
    return this.#onDemand;
  }

  /** Parts of the data that are shown came: they stand in the place of what was shown, and in the cache. */
  #merged(snapshot: Snapshot, idle: boolean): void {
    if (this.#shown === undefined) return;
    const { fetchedAt, epoch } = this.#shown;
    const info = this.#show({ ...this.#shown, snapshot });
    this.#listener.parts(this.#parts, info);
    const identity = idle ? identityOf(this.#request, this.#provider.version) : undefined;
    const { cache, clock } = this.#world;
    if (identity === undefined) return;
    void cacheKey(identity).then((key) => cache.put(key, { snapshot: this.#storable(snapshot), fetchedAt, etags: [], epoch }, clock()));
  }

  #moment(): readonly [now: number, epoch: number] {
    return [this.#world.clock(), this.#world.cache.epoch];
  }

  #storable(snapshot: Snapshot): Snapshot {
    return this.#provider.parts?.storable(snapshot) ?? snapshot;
  }

  #context(run: LoadRun<LoadInfo>, extra: Partial<FetchOptions> = {}): FetchContext {
    const tell = paced(({ loaded, total }: SoFar) => {
      if (!run.signal.aborted && this.#run === run) this.#listener.progress(loaded, total);
    });
    const progress = (loaded: number, total?: number): void => tell((run.progress = total === undefined ? { loaded } : { loaded, total }));
    return this.#fetchContext(run.signal, { progress, ...extra });
  }

  #fetchContext(signal: AbortSignal, extra: Partial<FetchOptions> & Pick<FetchOptions, 'progress'>): FetchContext {
    const listener = this.#listener;
    return fetchContext({
      signal,
      credentials: this.#request.credentials,
      leavesParts: true,
      ...(this.#request.userKey ? REVALIDATED : {}),
      ...(this.#request.hooked ? { headers: (url, renewed) => listener.headers(url, renewed) } : {}),
      ...(this.#world.wait === undefined ? {} : { wait: this.#world.wait }),
      ...extra,
    });
  }

  #show(origin: Origin): LoadInfo {
    const settings = completeSettings(this.#settings, origin.loadedAt);
    const dataset = prepared(origin.snapshot, this.#provider, settings);
    const info = infoOf(origin, dataset, settings);
    this.#shown = { ...origin, settings, dataset, info };
    if (origin.part === undefined) this.#parted()?.over(origin.snapshot);
    return info;
  }
}

/** A server that does not take the question (or whose other origin forbids its header) is asked for everything instead. */
function unlessRefused(thrown: unknown): undefined {
  if (thrown instanceof StatsError && (thrown.code === 'http' || thrown.code === 'offline')) return undefined;
  throw thrown;
}
