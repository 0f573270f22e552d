import type { ReactiveController } from 'lit';
import { outsideZone } from '../../workers/connect.js';
import { px, rem, SIZES } from './tokens.js';

/** Boxes of charts whose content may be wider than they are: they are drawn anew with each size. */
const DRAWN = '.data-frame, .scrolls-along';
/** The same of tables, and all of them. */
const BOXES = `.frame, .scroll, ${DRAWN}`;
const FADE = rem(SIZES.fade);

/**
 * Fades the sides of a box at which content goes on: what is left of a number that is cut off reads as another number. Where the first
 * column stays, others come to rest beside it.
 */
export class ScrollEdges implements ReactiveController {
  readonly #root: () => ParentNode;
  #box: HTMLElement | undefined;
  #sizes: ResizeObserver | undefined;

  /** Takes what gives the root that may hold a box. */
  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  hostUpdated(): void {
    const box = this.#root().querySelector<HTMLElement>(BOXES) ?? undefined;
    if (box !== this.#box) this.#follow(box);
    // What is measured before a table has made room for rows that are not in the page would scroll it back.
    queueMicrotask(this.#mark);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(box: HTMLElement | undefined): void {
    this.#sizes?.disconnect();
    this.#box?.removeEventListener('scroll', this.#mark);
    this.#box = box;
    if (box === undefined) return;
    outsideZone(() => {
      if (!box.matches(DRAWN)) {
        this.#sizes ??= new ResizeObserver(this.#mark);
        this.#sizes.observe(box);
      }
      box.addEventListener('scroll', this.#mark, { passive: true });
    });
  }

  #mark = (): void => {
    if (this.#box === undefined) return;
    const kept = keptColumn(this.#box);
    this.#box.style.scrollPaddingInlineStart = px(kept?.offsetWidth ?? 0);
    this.#box.style.maskImage = maskOf(this.#box, kept !== undefined);
  };
}

/** The mask of a box as it is scrolled now; none where nothing goes on, or where it is not laid out. */
function maskOf(box: HTMLElement, keepsFirst: boolean): string {
  const { clientWidth, offsetWidth, scrollLeft, scrollWidth } = box;
  const beyond = scrollWidth - clientWidth;
  if (beyond <= 1) return '';
  const isFromRight = getComputedStyle(box).direction === 'rtl';
  const before = Math.abs(scrollLeft) > 1 && !keepsFirst;
  const after = Math.abs(scrollLeft) < beyond - 1;
  const bar = px(offsetWidth - clientWidth);
  const stops = [
    before ? 'transparent' : 'black',
    `black ${before ? FADE : 0}`,
    `black calc(100% - ${bar} - ${after ? FADE : px(0)})`,
    `${after ? 'transparent' : 'black'} calc(100% - ${bar})`,
    `black calc(100% - ${bar})`,
  ];
  return `linear-gradient(to ${isFromRight ? 'left' : 'right'}, ${stops.join(', ')})`;
}

/** A cell of the first column, where that stays where it is, over the others. */
function keptColumn(box: HTMLElement): HTMLElement | undefined {
  const first = box.querySelector<HTMLElement>('tbody tr > *');
  return first !== null && getComputedStyle(first).position === 'sticky' ? first : undefined;
}
