/** Adds up the bytes of all bodies of a load and tells them on, until the provider tells progress of its own. */
export class Meter {
  readonly #progress: (loaded: number, total?: number) => void;
  #bytes = 0;
  #streamed = 0;
  #total: number | undefined = 0;
  #reported = false;

  constructor(progress: (loaded: number, total?: number) => void) {
    this.#progress = progress;
  }

  /** Bytes so far, streamed or not. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Counts bytes that are no progress by themselves: one small body of many. */
  add(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Announces a streamed body and its length, undefined where the server does not say. */
  expect(total: number | undefined): void {
    this.#total = total === undefined || this.#total === undefined ? undefined : this.#total + total;
  }

  /** Counts bytes of a streamed body. A total that they exceed was that of a compressed body and is dropped. */
  stream(bytes: number): void {
    this.add(bytes);
    this.#streamed += bytes;
    if (this.#total !== undefined && this.#streamed > this.#total) this.#total = undefined;
    if (!this.#reported) this.#report(this.#streamed, this.#total);
  }

  /** Progress as the provider sees it; from then on bytes are only counted. */
  tell(loaded: number, total: number | undefined): void {
    this.#reported = true;
    this.#report(loaded, total);
  }

  #report(loaded: number, total: number | undefined): void {
    if (total === undefined) this.#progress(loaded);
    else this.#progress(loaded, total);
  }
}
