import { px } from '../base/tokens.js';

/** The height of a table's first page without filters, which fewer rows keep, so that what stands below does not jump. */
export class KeptHeight {
  readonly #root: () => ParentNode;
  #height = 0;

  /** Takes what gives the root that holds `.frame`. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** To be called after every drawing; `isWhole`: it is the first page without filters that is drawn. */
  keep(isWhole: boolean): void {
    const frame = this.#root().querySelector<HTMLElement>('.frame');
    if (frame === null) return;
    if (isWhole) {
      frame.style.removeProperty('min-block-size');
      this.#height = frame.offsetHeight;
    } else frame.style.setProperty('min-block-size', px(this.#height));
  }
}
