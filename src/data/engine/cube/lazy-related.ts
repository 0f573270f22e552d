import type { Related } from './related.js';

/**
 * Takes the place of `related.ts` in the builds of modules: what filters on several tables need is loaded when cubes of such tables are
 * made ready. Until it is there, and where it cannot be had, filters go over the rows, with the same numbers.
 */
let loaded: Related | undefined;
let state: 'unasked' | 'coming' | 'settled' = 'unasked';

export function related(): Related | undefined {
  if (state === 'unasked') {
    state = 'coming';
    void load();
  }
  return loaded;
}

export function relatedIsComing(): boolean {
  return state === 'coming';
}

async function load(): Promise<void> {
  try {
    loaded = (await import('./related.js')).related();
  } catch (error) {
    console.warn('learner-elements: filters on several tables are slower.', error);
  } finally {
    state = 'settled';
  }
}
