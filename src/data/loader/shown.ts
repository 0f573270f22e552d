import { Dataset } from '../dataset.js';
import type { LoadInfo } from '../load-request.js';
import type { Provider, Settings, Snapshot } from '../provider.js';
import { StatsError } from '../stats-error.js';
import type { SoFar } from '../view-result.js';
import type { SoFarPace } from './so-far.js';

/** A snapshot and where it came from. */
export interface Origin {
  readonly snapshot: Snapshot;
  readonly fetchedAt: number;
  readonly fromCache: boolean;
  readonly stale: boolean;
  /** The moment of the load that brought it or confirmed it. */
  readonly loadedAt: number;
  /** `epoch` of the cache when that load began: what a purge came after is not stored. */
  readonly epoch: number;
  /** Of a load that goes on: how much was read. */
  readonly part?: { readonly soFar: SoFar; readonly pace: SoFarPace };
}

/** Data that views are asked of. */
export interface Shown extends Origin {
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly info: LoadInfo;
}

/** What a load brought, for the page. */
export function infoOf({ snapshot, fetchedAt, fromCache, stale, part }: Origin, dataset: Dataset, settings: Settings): LoadInfo {
  return {
    rows: dataset.rows,
    bytes: snapshot.notes.bytes,
    fromCache,
    fetchedAt,
    generatedAt: snapshot.notes.generatedAt ?? fetchedAt,
    now: settings.now,
    timezone: settings.timezone,
    later: dataset.later,
    stale,
    ...(part === undefined ? {} : { soFar: part.soFar }),
    notes: snapshot.notes,
  };
}

/** Throws StatsError. */
export function prepared(snapshot: Snapshot, source: Provider, settings: Settings): Dataset {
  try {
    return new Dataset(snapshot, source, settings);
  } catch (thrown) {
    throw StatsError.from(thrown);
  }
}
