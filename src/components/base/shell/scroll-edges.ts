import type { ReactiveController } from 'lit';
import { outsideZone } from '../../../workers/connect.js';
import { rootScale } from './root-length.js';
import { px, rem, SIZES } from '../tokens.js';

/** Boxes of charts whose content may be larger than they are: they are drawn anew with each size. */
const DRAWN = '.data-frame, .scrolls, .scrolls-along';
/** The same of tables and lists of tabs, and all of them. */
const BOXES = `.frame, .scroll, .tabs, ${DRAWN}`;
const FADE = rem(SIZES.fade);
/** Names at an axis that moves along. */
const LABELS = '.track .tick';
/** By how many px the drawn width of a text may differ from the measured one. */
const ROUGHLY = 2;

/**
 * Fades the edges of a box at which content goes on: what is left of a number that is cut off reads as another number, and a box that ends
 * between two rows seems to hold all. Where the first column stays, others come to rest beside it; under a header that stays nothing fades.
 */
export class ScrollEdges implements ReactiveController {
  readonly #root: () => ParentNode;
  readonly #boxes: string;
  #box: HTMLElement | undefined;
  #sizes: ResizeObserver | undefined;

  /** Takes what gives the root that may hold a box, and which one. */
  constructor(root: () => ParentNode, boxes = BOXES) {
    this.#root = root;
    this.#boxes = boxes;
  }

  hostUpdated(): void {
    const box = this.#root().querySelector<HTMLElement>(this.#boxes) ?? undefined;
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
    if (this.#box !== undefined) fade(this.#box, undefined);
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
    fade(this.#box, fadedSides(this.#box, kept !== undefined), fadedEnds(this.#box));
  };
}

/** Fades those edges of a box, and leaves out the names that are cut at its sides. */
function fade(box: HTMLElement, sides: FadedEdges | undefined, ends?: FadedEdges): void {
  const isFromRight = getComputedStyle(box).direction === 'rtl';
  const masks = [maskOf(isFromRight ? 'left' : 'right', sides), maskOf('bottom', ends)];
  box.style.maskImage = masks.filter((mask) => mask !== undefined).join();
  box.style.maskComposite = 'intersect';
  showWholeLabels(box, sides);
}

/** At which of two edges content goes on, and what stays in sight beyond the second: a scrollbar, the foot of a table, in px. */
interface FadedEdges {
  readonly before: boolean;
  readonly after: boolean;
  readonly beyond: number;
}

/** The sides at which a box fades as it is scrolled now; undefined where nothing goes on, or where it is not laid out. */
function fadedSides({ clientWidth, offsetWidth, scrollLeft, scrollWidth }: HTMLElement, keepsFirst: boolean): FadedEdges | undefined {
  const edges = goesOn(Math.abs(scrollLeft), scrollWidth - clientWidth, offsetWidth - clientWidth);
  return edges && { ...edges, before: edges.before && !keepsFirst };
}

/** The same of its upper and its lower edge. */
function fadedEnds(box: HTMLElement): FadedEdges | undefined {
  const { clientHeight, offsetHeight, scrollHeight, scrollTop } = box;
  const foot = box.querySelector('tfoot')?.offsetHeight ?? 0;
  const edges = goesOn(scrollTop, scrollHeight - clientHeight, offsetHeight - clientHeight + foot);
  return edges && { ...edges, before: edges.before && box.querySelector('thead') === null };
}

/** Where content goes on that was scrolled so far, of so much that can be scrolled. */
function goesOn(scrolled: number, most: number, beyond: number): FadedEdges | undefined {
  return most <= 1 ? undefined : { before: scrolled > 1, after: scrolled < most - 1, beyond };
}

/**
 * Leaves out names at a time axis, which runs from left to right, that are not wholly in sight: what is left of a date is read as another.
 * They are clipped, not hidden, so that a picture of the whole drawing has them.
 */
function showWholeLabels(box: HTMLElement, sides: FadedEdges | undefined): void {
  const { left, right } = box.getBoundingClientRect();
  const faded = SIZES.fade * rootScale();
  const [from, to] = [left + (sides?.before === true ? faded : 0) - ROUGHLY, right - (sides?.after === true ? faded : 0) + ROUGHLY];
  const labels = [...box.querySelectorAll<SVGTextElement>(LABELS)];
  const cut = labels.map((label) => {
    const own = label.getBoundingClientRect();
    return sides !== undefined && (own.left < from || own.right > to);
  });
  labels.forEach((label, at) => (label.style.clipPath = cut[at] === true ? 'inset(50%)' : ''));
}

/** A mask that fades those edges of a direction. */
function maskOf(towards: string, edges: FadedEdges | undefined): string | undefined {
  if (edges === undefined) return undefined;
  const { before, after, beyond } = edges;
  const stops = [
    before ? 'transparent' : 'black',
    `black ${before ? FADE : 0}`,
    `black calc(100% - ${px(beyond)} - ${after ? FADE : px(0)})`,
    `${after ? 'transparent' : 'black'} calc(100% - ${px(beyond)})`,
    `black calc(100% - ${px(beyond)})`,
  ];
  return `linear-gradient(to ${towards}, ${stops.join(', ')})`;
}

/** A cell of the first column, where that stays where it is, over the others. */
function keptColumn(box: HTMLElement): HTMLElement | undefined {
  const first = box.querySelector<HTMLElement>('tbody tr > *');
  return first !== null && getComputedStyle(first).position === 'sticky' ? first : undefined;
}
