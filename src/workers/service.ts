import type { ViewSpec } from '../metrics/types.js';
import type { LoadInfo, OpenListener, OpenRequest } from '../data/load-request.js';
import type { PartWants } from '../data/parts.js';
import type { Settings } from '../data/provider.js';
import type { ViewData, ViewOptions } from '../data/view-result.js';

export type { LoadInfo, OpenListener, OpenRequest } from '../data/load-request.js';

/**
 * The whole thread boundary. The worker and the page's own fallback run the same class behind it. Every
 * method rejects with a StatsError and nothing else.
 */
export interface StatsService {
  /** Handshake, and sign of life. */
  hello(): Promise<'learner-elements'>;
  /** Opens under a name the page chooses, closing what was open under it; settles when the first data can be asked. */
  open(dataset: string, request: OpenRequest, listener: OpenListener): Promise<LoadInfo>;
  /** Waits for a load that is under way where there are no data yet. */
  view(dataset: string, view: string | ViewSpec, options: ViewOptions): Promise<ViewData>;
  /** Past memory and IndexedDB; `force` also past the HTTP cache. What was shown stays until the new data are in. */
  refresh(dataset: string, options: { force: boolean }): Promise<LoadInfo>;
  /**
   * Other settings in place of all earlier ones, what is left out being the default. Nothing is fetched. Undefined where the first data
   * are under way: they come under these settings.
   */
  configure(dataset: string, settings: Partial<Settings>): Promise<LoadInfo | undefined>;
  /** Asks for these parts on demand, and for no others any more; what comes is told to the listener. */
  want(dataset: string, wants: readonly PartWants[]): Promise<void>;
  /** Asks again for parts that failed. */
  retryParts(dataset: string): Promise<void>;
  /** Aborts what is under way and frees the memory. */
  close(dataset: string): Promise<void>;
  /** Empties the cache, here and in other tabs. */
  purge(): Promise<void>;
}
