import type { StatsService } from './service.js';
import { StoreService } from './stats-service.js';

/** The service in the page's own thread, for where no worker can run. A chunk of its own, so that it is loaded only then. */
export function pageService(): StatsService {
  return new StoreService();
}
