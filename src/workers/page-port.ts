import type { StatsService } from './service.js';
import { remoteService } from './wire.js';
import { runWorker } from './worker-text.js';

/**
 * The service in the page's own thread, by the worker's own script over a message port. Takes the place of `page-service.ts` in
 * the build that is one file, so that the code stands there once.
 */
export function pageService(): StatsService {
  const { port1, port2 } = new MessageChannel();
  runWorker(port1);
  return remoteService(port2);
}
