/** Calls `run` after so many milliseconds, unless what it gives is called before. */
export type Later = (run: () => void, ms: number) => () => void;

/** Milliseconds without a question after which there is time for other work. */
const PAUSE = 100;

/** Work for when nobody asks anything. It is done bit by bit, so that a question waits for one bit at most. */
export class IdleWork {
  readonly #later: Later;
  #stop: () => void = () => undefined;

  constructor(later = byTimer) {
    this.#later = later;
  }

  /** A question was asked. When none has come for a while, `work` does a bit, and again as long as it says that there is more. */
  after(work: () => boolean): void {
    this.#stop();
    this.#stop = this.#later(() => this.#go(work), PAUSE);
  }

  #go(work: () => boolean): void {
    try {
      if (work()) this.#stop = this.#later(() => this.#go(work), 0);
    } catch (error) {
      console.warn('learner-elements: not made ready for filters.', error);
    }
  }
}

function byTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
