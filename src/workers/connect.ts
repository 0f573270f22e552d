import type { WorkerOptions } from './backend.js';
import { Connection } from './connection.js';

export { parseInstant } from '../data/ingest/instant.js';
export { rowsOf } from '../data/view-rows.js';
export { parsePredicate } from '../data/parse-predicate.js';
export { StatsError } from '../data/stats-error.js';
export { valueAt } from '../data/table.js';
export { shown, unlike } from '../data/unlike.js';
export { outsideZone } from './outside-zone.js';
export type { AtRiskRules } from '../metrics/at-risk.js';
export type { PartKind, PartNeed, PartStatus, PartWants } from '../data/parts.js';
export type { ProviderId, Settings } from '../data/provider.js';
export type { StatsErrorCode, StatsErrorData } from '../data/stats-error.js';
export type { Column } from '../data/table.js';
export type { ResultColumn, ResultRow, ViewData, ViewOptions } from '../data/view-result.js';
export type { WorkerOptions } from './backend.js';
export type { BackendState, Connection } from './connection.js';
export type { LoadInfo, OpenListener, OpenRequest } from './service.js';

let options: WorkerOptions = {};
let connection: Connection | undefined;

/**
 * Says how the page's worker is made. Call it before the first element loads; a worker that runs already stays. Throws TypeError for what
 * makes none.
 */
export function configureWorker(given: WorkerOptions): void {
  const create: unknown = given.create;
  if (create !== undefined && typeof create !== 'function')
    throw new TypeError(`configureWorker: create: expected a function that makes a Worker, got ${JSON.stringify(create)}`);
  options = { ...options, ...given };
}

/** The one connection of the page; it starts with the first call. */
export function connect(): Connection {
  connection ??= new Connection(() => options);
  return connection;
}

/** Empties the cache of this library, here and in other tabs: for logging out. Never rejects because of the storage. */
export function purge(): Promise<void> {
  return connect().purge();
}
