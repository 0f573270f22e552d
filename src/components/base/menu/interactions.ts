import * as part from './interactions-part.js';

/** What a reader needs only once something is drawn: what stands in menus, what files and links are made with, what filters are called. */
export type Interactions = typeof part;

/** That, if it is there: builds of a module per tag have another module in this one's place, which loads it. */
export function interactions(): Interactions | undefined {
  return part;
}

/** Brings it, after the first drawing or with the first wish for it. Undefined where it cannot be had, with a warning in the console. */
export function needInteractions(): Promise<Interactions | undefined> {
  return Promise.resolve(part);
}
