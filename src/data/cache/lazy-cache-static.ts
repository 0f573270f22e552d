/** Takes the place of `lazy-cache.ts` in builds that are one script. */
export { SnapshotCache as LazyCache } from './snapshot-cache.js';
