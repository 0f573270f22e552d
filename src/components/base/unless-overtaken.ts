import { StatsError } from '../../workers/connect.js';

/** Runs an action of the reader without waiting for it. That a newer one took its place (`aborted`) is no failure; other errors are thrown. */
export function unlessOvertaken(begun: Promise<void>): void {
  begun.catch((thrown: unknown) => {
    if (StatsError.from(thrown).code !== 'aborted') throw thrown;
  });
}
