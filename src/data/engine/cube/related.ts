import { ByEntity } from './by-entity.js';
import { CountedOn } from './counted-on.js';
import { EntityMasks } from './entity-masks.js';
import { listedRows } from './lists-of-rows.js';

/** What answers filters on several tables quickly. A table that is about no other needs none of it. */
const RELATED = { ByEntity, CountedOn, EntityMasks, listedRows };

export type Related = typeof RELATED;

/** What answers filters on several tables; undefined while it is not there: then they go over the rows. */
export function related(): Related | undefined {
  return RELATED;
}

/** Whether it is not there yet, but will be. */
export function relatedIsComing(): boolean {
  return false;
}
