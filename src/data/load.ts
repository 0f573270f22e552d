import type { ViewSpec } from '../metrics/types.js';
import type { LoadInfo, OpenListener, OpenRequest } from './load-request.js';
import { LoadedDataset } from './loader/loaded-dataset.js';
import type { LoadWorld } from './loader/load-world.js';
import type { PartWants } from './parts.js';
import type { Settings } from './provider.js';
import { StatsError } from './stats-error.js';
import type { ViewData, ViewOptions } from './view-result.js';

/**
 * The open datasets of a page by name: loads them (network, cache, provider), refreshes them, answers views. The class behind
 * the worker, without any thread. Every method rejects with a StatsError; a name that is not open is `unknown-dataset`.
 */
export class DatasetStore {
  readonly #world: LoadWorld;
  readonly #open = new Map<string, LoadedDataset>();

  constructor(world: LoadWorld) {
    this.#world = world;
  }

  /** Settles when the first data can be asked. What was open under the name is closed. After a failure `refresh` tries again. */
  async open(name: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo> {
    this.#open.get(name)?.close();
    const dataset = new LoadedDataset(request, listener, this.#world);
    this.#open.set(name, dataset);
    return dataset.open();
  }

  /** Waits for a load that is under way where there are no data yet; rejects with its error if it fails. */
  async view(name: string, view: string | ViewSpec, options: ViewOptions): Promise<ViewData> {
    return this.#dataset(name).view(view, options);
  }

  /** Past memory and IndexedDB; `force` also past the HTTP cache. A failure leaves the data that are there. */
  async refresh(name: string, { force }: { force: boolean }): Promise<LoadInfo> {
    return this.#dataset(name).refresh(force);
  }

  /**
   * Other settings in place of all earlier ones (what is left out is the default); nothing is fetched. Undefined while the first data are
   * under way.
   */
  async configure(name: string, settings: Partial<Settings>): Promise<LoadInfo | undefined> {
    return Promise.resolve(this.#dataset(name).configure(settings));
  }

  /** Asks for these parts, and for no others any more; see `OpenListener.parts`. */
  async want(name: string, wants: readonly PartWants[]): Promise<void> {
    await Promise.resolve(this.#dataset(name).want(wants));
  }

  /** Asks again for parts that failed. */
  async retryParts(name: string): Promise<void> {
    await Promise.resolve(this.#dataset(name).retryParts());
  }

  /** Aborts what is under way and frees the memory; a name that is not open is no error. */
  close(name: string): void {
    this.#open.get(name)?.close();
    this.#open.delete(name);
  }

  /** Empties the cache, here and in other tabs. */
  purge(): Promise<void> {
    return this.#world.cache.purge();
  }

  #dataset(name: string): LoadedDataset {
    const dataset = this.#open.get(name);
    if (dataset === undefined) throw new StatsError('unknown-dataset', `No dataset ${JSON.stringify(name)} is open.`);
    return dataset;
  }
}
