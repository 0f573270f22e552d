import { StatsError } from '../data/stats-error.js';

interface Job {
  readonly run: () => void;
  readonly reject: (error: StatsError) => void;
}

interface Slot {
  latest: Job;
}

/** Latest wins: of one slot at most one question is under way and one, the newest, waits. */
export class LatestWins {
  readonly #slots = new Map<string, Slot>();

  /** Asks in a slot. An older question of the slot rejects at once as `aborted`; if it was not sent yet, it never is. */
  ask<T>(name: string, send: () => Promise<T>): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      const job: Job = {
        reject,
        run: () =>
          void send()
            .then(resolve, reject)
            .finally(() => this.#done(name, job)),
      };
      const slot = this.#slots.get(name);
      if (slot === undefined) {
        this.#slots.set(name, { latest: job });
        job.run();
      } else {
        slot.latest.reject(new StatsError('aborted', 'A newer request took the place of this one.'));
        slot.latest = job;
      }
    });
    // zone.js reports a rejection that comes before `await` has taken hold of the promise; whoever asked still hears of it.
    answer.catch(() => undefined);
    return answer;
  }

  /** Rejects all that is under way or waits as `aborted`. */
  close(): void {
    for (const { latest } of this.#slots.values()) latest.reject(new StatsError('aborted', 'The dataset was closed.'));
    this.#slots.clear();
  }

  #done(name: string, job: Job): void {
    const slot = this.#slots.get(name);
    if (slot === undefined) return;
    if (slot.latest === job) this.#slots.delete(name);
    else slot.latest.run();
  }
}
