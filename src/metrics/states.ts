import { share } from './share.js';

/**
 * Completions of a state per time it was shown, a fraction; Oppia's state retention before it is rounded to percent. Unknown where the
 * state was never shown.
 */
export function stateRetention(completions: number | null, hits: number | null): number | null {
  return share(completions, hits);
}

/**
 * Times a state was shown and not completed, per start of its exploration; Oppia's bounce rate of a state. Unknown where the
 * exploration was never started (Oppia throws there). Below 0 or above 1 where counts contradict each other; never clipped.
 */
export function stateBounceRate(hits: number | null, completions: number | null, starts: number | null): number | null {
  return hits === null || completions === null ? null : share(hits - completions, starts);
}

/**
 * Times a state was shown and not gone on from. Unknown for a state on which nothing was ever answered: it is an end, and nobody
 * can go on from there. Below 0 where counts contradict each other; never clipped.
 */
export function stateLeft(hits: number | null, completions: number | null, answers: number | null): number | null {
  return hits === null || completions === null || answers === null || answers === 0 ? null : hits - completions;
}
