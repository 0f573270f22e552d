import type { ViewData } from '../../workers/connect.js';
import { rootLength } from '../base/shell/root-length.js';

/**
 * The height of a table's first page without filters, which fewer rows keep, so that what stands below does not jump; the full one while
 * rows still arrive.
 */
export class KeptHeight {
  readonly #root: () => ParentNode;
  #height = 0;

  /** Takes what gives the root that holds `.frame`. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** To be called after every drawing of an answer from row `offset` on. */
  keep({ applied, soFar }: ViewData, offset: number): void {
    const frame = this.#root().querySelector<HTMLElement>('.frame');
    if (frame === null) return;
    if (soFar !== undefined) frame.style.setProperty('min-block-size', 'var(--_table-height)');
    else if (offset === 0 && applied.every(({ origin }) => origin === 'fixed')) {
      frame.style.removeProperty('min-block-size');
      this.#height = frame.offsetHeight;
    } else frame.style.setProperty('min-block-size', rootLength(this.#height));
  }
}
