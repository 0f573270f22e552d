import { StatsError } from '../../workers/connect.js';

/** Lets what a reader began go on by itself; that the same was begun anew meanwhile, and this is not answered any more, is no failure. */
export function unlessOvertaken(begun: Promise<void>): void {
  begun.catch((thrown: unknown) => {
    if (StatsError.from(thrown).code !== 'aborted') throw thrown;
  });
}
