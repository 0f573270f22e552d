import { share } from './share.js';

/**
 * Completions per start, a fraction. Starts are loads of the player, guests and reloads included, so this is Oppia's own rate
 * (its improvements tab), not a share of learners. Unknown without starts or where a count is unknown (Oppia shows 0 there).
 * It may exceed 1, because starts and completions are posted apart and either can be lost; it is never clipped.
 */
export function completionRate(completions: number | null, starts: number | null): number | null {
  return share(completions, starts);
}

/**
 * Completions per actual start, a fraction: of those who gave a first answer, how many reached an end. Not Oppia's completion
 * rate. Unknown without actual starts; may exceed 1 and is never clipped.
 */
export function starterCompletionRate(completions: number | null, actualStarts: number | null): number | null {
  return share(completions, actualStarts);
}
