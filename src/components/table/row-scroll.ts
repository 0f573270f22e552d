import { px } from '../base/tokens.js';

/** Rows that a reader sees, from the first to the one after the last, counted from 0. */
export interface VisibleRows {
  readonly from: number;
  readonly to: number;
}

/** A row is in sight where no more of it than this is hidden: borders and rounding. */
const PART_OF_ROW = 0.1;
/** Rows in sight that fade where further ones follow. */
const FADED_ROWS = 1;

/** The frame in which rows scroll, of which only a window is in the page: room for the others is kept before and after it. */
export class RowScroll {
  readonly #root: () => ParentNode;
  #rowHeight = 0;

  /** Takes what gives the root that holds `.frame`. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /**
   * Keeps room for the rows that are not in the page. To be called after every drawing, before anything is measured: less room scrolls
   * back.
   */
  place(offset: number, length: number, total: number): void {
    const known = this.#rowHeight;
    this.#keepRoom(offset, total - offset - length);
    this.#rowHeight = this.#frame?.querySelector<HTMLElement>('tr[part="row"]')?.getBoundingClientRect().height ?? known;
    if (this.#rowHeight !== known) this.#keepRoom(offset, total - offset - length);
  }

  /** What is in sight; the first rows while nothing is laid out. */
  visible(total: number): VisibleRows {
    const frame = this.#frame;
    if (frame === null || this.#rowHeight === 0) return { from: 0, to: total };
    const from = Math.min(Math.max(0, total - 1), Math.round(frame.scrollTop / this.#rowHeight));
    const end = (frame.scrollTop + frame.clientHeight - this.#headerHeight) / this.#rowHeight;
    return { from, to: Math.min(total, Math.max(from + 1, Math.floor(end + PART_OF_ROW))) };
  }

  /** Scrolls as little as needed to have a row in sight, and not where it fades before further ones. */
  reveal(row: number, total: number): void {
    const { from, to } = this.visible(total);
    const clear = to < total ? Math.max(from + 1, to - FADED_ROWS) : to;
    if (row >= from && row < clear) return;
    this.#frame?.scrollTo({ top: (row < from ? row : row - (clear - from) + 1) * this.#rowHeight });
  }

  toTop(): void {
    this.#frame?.scrollTo({ top: 0 });
  }

  get #frame(): HTMLElement | null {
    return this.#root().querySelector<HTMLElement>('.frame');
  }

  get #headerHeight(): number {
    return this.#frame?.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  }

  #keepRoom(before: number, after: number): void {
    for (const [place, rows] of Object.entries({ before, after })) {
      const room = this.#frame?.querySelector<HTMLElement>(`.space.${place} td`);
      room?.style.setProperty('block-size', px(Math.max(0, rows) * this.#rowHeight));
    }
  }
}
