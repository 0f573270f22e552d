import { StatsError } from '../stats-error.js';

/** Lets `ms` milliseconds pass; rejects with StatsError `aborted` as soon as the signal fires. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** `Wait` by the timer of the thread. */
export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(abortedError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** The error of a load that nobody waits for any more. */
export function abortedError(): StatsError {
  return new StatsError('aborted', 'The load was cancelled.');
}
