import type { Interactions } from './interactions.js';

export type { Interactions } from './interactions.js';

let part: Interactions | undefined;
let coming: Promise<Interactions | undefined> | undefined;

/** Takes the place of `interactions.ts` in builds of a module per tag, where a page draws before it loads what it is not drawn with. */
export function interactions(): Interactions | undefined {
  return part;
}

/** The same; asked again, it tries again. */
export function needInteractions(): Promise<Interactions | undefined> {
  coming ??= import('./interactions-part.js').then(
    (loaded) => (part = loaded),
    (error: unknown) => {
      coming = undefined;
      console.warn('learner-elements: menus lack entries, as a part could not be loaded.', error);
      return undefined;
    },
  );
  return coming;
}
