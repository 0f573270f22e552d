import * as part from './groups-part.js';

/** What withholds the numbers of small groups from who may see learners in groups only. */
export type Groups = typeof part;

/** That, if it is there: builds of a module per tag have another module in this one's place, which loads it where it is needed. */
export function groups(): Groups | undefined {
  return part;
}

/** Brings it. Rejects where it cannot be had: then there are no numbers. */
export function needGroups(): Promise<Groups> {
  return Promise.resolve(part);
}
