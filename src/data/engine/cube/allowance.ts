/** Rows that may be indexed for each question, and at most at once. */
const EACH = 20_000;
const MOST = 400_000;

/** Spreads the work of making indexes over many questions, so that none of them has to wait for all of it. */
export class Allowance {
  #rows = MOST;

  /** A question is asked. */
  ask(): void {
    this.#rows = Math.min(this.#rows + EACH, MOST);
  }

  /** Whether so many rows may be indexed now; then they are taken off. */
  take(rows: number): boolean {
    if (this.#rows < Math.min(rows, MOST)) return false;
    this.#rows -= rows;
    return true;
  }
}
