import { abortedError } from '../net/wait.js';
import type { SoFar } from '../view-result.js';

/**
 * How far a load goes for its data: to a stored copy, to the server to ask whether the copy still holds, to the server past
 * every copy of ours, to the server past the HTTP cache as well.
 */
export type Reach = 'copy' | 'confirm' | 'server' | 'reload';

const REACHES: readonly Reach[] = ['copy', 'confirm', 'server', 'reload'];

/** One load under way. */
export class LoadRun<T> {
  /** Grows when a load that found no copy goes on to the server. */
  reach: Reach;
  /** The load that took the place of this one: its outcome is the outcome of both. */
  replacement: LoadRun<T> | undefined;
  /** How much it has read, as it was last told. */
  progress: SoFar | undefined;
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;

  constructor(reach: Reach, work: (run: LoadRun<T>) => Promise<T>) {
    this.reach = reach;
    this.#result = untilAborted(work(this), this.signal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether it brings what a load of that reach would bring. */
  covers(reach: Reach): boolean {
    return REACHES.indexOf(this.reach) >= REACHES.indexOf(reach);
  }

  /** Its own result; rejects with StatsError `aborted` at once when it is aborted. */
  get result(): Promise<T> {
    return this.#result;
  }

  /** Its result, or that of the load that took its place. */
  async outcome(): Promise<T> {
    try {
      return await this.#result;
    } catch (thrown) {
      if (this.replacement === undefined) throw thrown;
      return this.replacement.outcome();
    }
  }

  abort(): void {
    this.#controller.abort();
  }

  /** Throws StatsError `aborted` once it was aborted: nothing that comes later may be taken over. */
  check(): void {
    if (this.signal.aborted) throw abortedError();
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortedError()), { once: true });
    work.then(resolve, reject);
  });
}
