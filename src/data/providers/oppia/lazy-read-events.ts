import { loadedPart } from '../loaded-part.js';
import type * as events from './read-events.js';

/** Takes the place of `read-events.ts` in builds of several parts: few hosts serve a session log. */
export const readSessionLog: typeof events.readSessionLog = async (...given) => {
  const { readSessionLog: read } = await loadedPart(import('./read-events.js'), 'session events');
  return read(...given);
};
