import { LazyCache } from '../data/cache/lazy-cache.js';
import { DatasetStore } from '../data/load.js';
import type { PartWants } from '../data/parts.js';
import type { Settings } from '../data/provider.js';
import type { ViewData, ViewOptions } from '../data/view-result.js';
import type { ViewSpec } from '../metrics/types.js';
import type { LoadInfo, OpenListener, OpenRequest, StatsService } from './service.js';

/** The service itself: a DatasetStore with a cache and the clock of its thread. */
export class StoreService implements StatsService {
  readonly #store = new DatasetStore({ clock: () => Date.now(), cache: new LazyCache() });

  hello(): Promise<'learner-elements'> {
    return Promise.resolve('learner-elements');
  }

  open(dataset: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo> {
    return this.#store.open(dataset, request, listener);
  }

  view(dataset: string, view: string | ViewSpec, options: ViewOptions): Promise<ViewData> {
    return this.#store.view(dataset, view, options);
  }

  refresh(dataset: string, options: { force: boolean }): Promise<LoadInfo> {
    return this.#store.refresh(dataset, options);
  }

  configure(dataset: string, settings: Partial<Settings>): Promise<LoadInfo | undefined> {
    return this.#store.configure(dataset, settings);
  }

  want(dataset: string, wants: readonly PartWants[]): Promise<void> {
    return this.#store.want(dataset, wants);
  }

  retryParts(dataset: string): Promise<void> {
    return this.#store.retryParts(dataset);
  }

  close(dataset: string): Promise<void> {
    this.#store.close(dataset);
    return Promise.resolve();
  }

  purge(): Promise<void> {
    return this.#store.purge();
  }
}
