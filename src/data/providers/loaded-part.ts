import { isOffline } from '../net/counted-body.js';
import { StatsError } from '../stats-error.js';

/** A part that is being loaded; where it cannot be, rejects with StatsError `offline`, or with `missing-part` if there is a network. */
export function loadedPart<T>(part: Promise<T>, reads: string): Promise<T> {
  return part.catch((cause: unknown) => {
    throw new StatsError(
      isOffline() ? 'offline' : 'missing-part',
      `The part that reads ${reads} could not be loaded. ${cause instanceof Error ? cause.message : ''}`.trim(),
      { cause },
    );
  });
}
