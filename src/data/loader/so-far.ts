import type { SoFar, ViewData } from '../view-result.js';

/** How rarely parts are made. */
interface Rate {
  /** Showing what was read so far costs at most one part in so many of a load's time. */
  readonly share: number;
  /** Milliseconds between two parts at least, and without a question about the one that is shown. */
  readonly gap: number;
}

const RATE: Rate = { share: 10, gap: 250 };
/** While the first lines of a file said nothing that anybody asked: they often only register learners. */
const RATE_BEFORE_FIRST: Rate = { share: 3, gap: 30 };
/** Milliseconds after which the next does not wait for questions any more: nobody asks, or somebody asks on and on. */
const PATIENCE_MS = 2000;
/** Milliseconds of reading without a pause after which questions get their turn. */
const TURN_MS = 50;

/**
 * How often the data of a load that goes on are shown: the first rows at once, then ever more rarely the longer it takes to make them
 * and to answer views of them. A part that is being drawn is not taken away by the next.
 */
export class SoFarPace {
  readonly #clock: () => number;
  #shownAt = -Infinity;
  #turnAt: number;
  #answeredAt = -Infinity;
  /** Whether an answer said something; undefined before any. */
  #said: boolean | undefined;
  #spent = 0;

  /** `clock` tells milliseconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#turnAt = clock();
  }

  /** Whether it is time for the next. */
  get isDue(): boolean {
    const now = this.#clock();
    const since = now - this.#shownAt;
    const { share, gap } = this.#said === false ? RATE_BEFORE_FIRST : RATE;
    if (since < Math.max(gap, this.#spent * (share - 1))) return false;
    const isDrawn = this.#answeredAt >= this.#shownAt && now - this.#answeredAt >= gap;
    return isDrawn || since >= PATIENCE_MS;
  }

  /** Makes the next. */
  make<T>(work: () => T): T {
    this.#spent = 0;
    try {
      return this.#spend(work);
    } finally {
      this.#shownAt = this.#clock();
    }
  }

  /** Answers a view of the one that is shown. */
  answer(work: () => ViewData): ViewData {
    try {
      const answer = this.#spend(work);
      this.#said = this.#said === true || saysSomething(answer);
      return answer;
    } finally {
      this.#answeredAt = this.#clock();
    }
  }

  /** Lets other work of the thread have its turn, if reading has gone on for long or there is something new to ask about. */
  async turn(isNew: boolean): Promise<void> {
    if (!isNew && this.#clock() - this.#turnAt < TURN_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.#turnAt = this.#clock();
  }

  #spend<T>(work: () => T): T {
    const start = this.#clock();
    try {
      return work();
    } finally {
      this.#spent += Math.max(0, this.#clock() - start);
    }
  }
}

/** Whether an answer has a row that would be drawn: one of a list, or a group of which a measure is more than 0. */
function saysSomething({ length, columns }: ViewData): boolean {
  const measures = columns.filter(({ field }) => field === undefined);
  if (length === 0 || measures.length === columns.length) return false;
  return measures.length === 0 || measures.some(({ data }) => 'values' in data && data.values.some((value) => value > 0));
}

/** Whether all bytes are there: the whole follows at once. */
export function isAll(progress: SoFar | undefined): boolean {
  return progress?.total !== undefined && progress.loaded >= progress.total;
}
