import { px } from '../tokens.js';

/**
 * Shows a card above everything, in the browser's top layer where it has one, so that no host cuts it off. Where it has none,
 * the card stays where its styles put it. Answers whether the card now has to be placed by `placeBeside`.
 */
export function raise(card: HTMLElement): boolean {
  if (typeof card.showPopover !== 'function' || !card.isConnected) return false;
  card.setAttribute('popover', 'manual');
  if (!card.matches(':popover-open')) card.showPopover();
  return true;
}

/** Takes a card out of the top layer. */
export function lower(card: HTMLElement): void {
  if (typeof card.hidePopover === 'function' && card.matches(':popover-open')) card.hidePopover();
}

/** Where a card stands to its anchor. `end` aligns the ends of both in reading direction, `center` the middles. */
export interface Placement {
  /** `beside` is after its end in reading direction. */
  readonly side: 'above' | 'below' | 'beside';
  readonly align: 'end' | 'center';
  readonly direction: 'ltr' | 'rtl';
  /** Between card and anchor, in px. */
  readonly gap: number;
  /** Kept free at the edges of the window, in px. */
  readonly edge: number;
}

/** A box of the window, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Left top corner of a card at its anchor: on the wanted side, else where there is room, never outside of the window. */
export function besideAnchor(
  anchor: Box,
  card: { readonly width: number; readonly height: number },
  page: { readonly width: number; readonly height: number },
  { side, align, direction, gap, edge }: Placement,
): { readonly left: number; readonly top: number } {
  const after = direction === 'rtl' ? anchor.left - gap - card.width : anchor.left + anchor.width + gap;
  if (side === 'beside' && after >= edge && after + card.width + edge <= page.width)
    return { left: after, top: clamp(anchor.top, edge, page.height - card.height - edge) };
  const above = anchor.top - gap - card.height;
  const below = anchor.top + anchor.height + gap;
  const fitsAbove = above >= edge;
  const fitsBelow = below + card.height + edge <= page.height;
  const top = side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above;
  const atEnd = direction === 'rtl' ? anchor.left : anchor.left + anchor.width - card.width;
  const left = align === 'center' ? anchor.left + (anchor.width - card.width) / 2 : atEnd;
  return { left: clamp(left, edge, page.width - card.width - edge), top: clamp(top, edge, page.height - card.height - edge) };
}

/** Puts a raised card beside its anchor, by CSSOM: a strict policy refuses style attributes. */
export function placeBeside(card: HTMLElement, anchor: Box, placement: Placement): void {
  const { width, height } = card.getBoundingClientRect();
  const page = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { left, top } = besideAnchor(anchor, { width, height }, page, placement);
  card.style.setProperty('position', 'fixed');
  card.style.setProperty('inset', 'auto');
  card.style.setProperty('left', px(Math.round(left)));
  card.style.setProperty('top', px(Math.round(top)));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
