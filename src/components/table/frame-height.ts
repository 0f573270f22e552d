import { px } from '../base/tokens.js';

/** The height of the first page without filters, which fewer rows keep, so that nothing below a table moves. */
export class FrameHeight {
  #height = 0;

  /** Takes the height where `whole` says that no filter holds and rows are the first ones; else keeps the one it took. */
  keep(frame: HTMLElement | null, whole: boolean): void {
    if (frame === null) return;
    if (whole) frame.style.removeProperty('min-block-size');
    if (whole) this.#height = frame.offsetHeight;
    else frame.style.setProperty('min-block-size', px(this.#height));
  }
}
