/** Hands values on, at most one a frame: of those that came in between only the latest. */
export class EachFrame<T> {
  #act: (value: T) => void;
  #next: { readonly value: T } | undefined;
  #frame: number | undefined;

  constructor(act: (value: T) => void) {
    this.#act = act;
  }

  /** Hands a value on with the next frame, unless a newer one comes before. */
  push(value: T): void {
    this.#next = { value };
    this.#frame ??= requestAnimationFrame(() => this.flush());
  }

  /** Hands on at once what waits. */
  flush(): void {
    const next = this.#next;
    this.cancel();
    if (next !== undefined) this.#act(next.value);
  }

  /** Forgets what waits. */
  cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#next = undefined;
  }
}
