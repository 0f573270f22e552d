import { isOfBrowser } from '../../base/focus/browser-keys.js';
import type { Keys } from '../../base/focus/browser-keys.js';
import { isEnd } from '../keyboard.js';

/** Slots from the first to the last chosen one, both included, counted from 0. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** What of a brush is moved: one of its edges, or the whole. */
export type BrushPart = 'from' | 'to' | 'window';

/** The range between two slots, whichever is first, within the `count` slots that there are. */
export function rangeBetween(a: number, b: number, count: number): SlotRange {
  const [one, other] = [clamp(a, count), clamp(b, count)];
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** The range after a part of it moved by so many slots. An edge stops at the other one; the whole keeps its length. */
export function movedBy(range: SlotRange, part: BrushPart, by: number, count: number): SlotRange {
  if (part === 'from') return { from: Math.min(range.to, clamp(range.from + by, count)), to: range.to };
  if (part === 'to') return { from: range.from, to: Math.max(range.from, clamp(range.to + by, count)) };
  const step = Math.max(-range.from, Math.min(count - 1 - range.to, by));
  return { from: range.from + step, to: range.to + step };
}

/** The range after its window grew or shrank at its end, by Shift and an arrow. */
export function extendedBy(range: SlotRange, by: number, count: number): SlotRange {
  return movedBy(range, 'to', by, count);
}

/** The range while a pointer that took hold of a part of it at the slot `held` is at the slot `at`. */
export function dragged(range: SlotRange, part: BrushPart, held: number, at: number, count: number): SlotRange {
  if (part === 'window') return movedBy(range, 'window', at - held, count);
  return rangeBetween(part === 'from' ? range.to : range.from, at, count);
}

/** Whether a slot is in a range. */
export function includes(range: SlotRange | undefined, slot: number): boolean {
  return range !== undefined && range.from <= slot && slot <= range.to;
}

/** Whether two ranges are the same, none and none too. */
export function sameRange(a: SlotRange | undefined, b: SlotRange | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/**
 * What a key does to a part of a brush: the range after it, `clear`, or undefined for a key that does nothing. Arrows move by one
 * slot, Page Up and Page Down by a tenth of all, Home and End to the ends; Shift lets the whole grow and shrink at its end.
 */
export function brushKey(
  event: Keys & Pick<KeyboardEvent, 'shiftKey'>,
  part: BrushPart,
  range: SlotRange,
  count: number,
): SlotRange | 'clear' | undefined {
  const { key, shiftKey } = event;
  if (isOfBrowser(event, { ctrl: !isEnd(key) })) return undefined;
  if (key === 'Escape') return 'clear';
  const page = Math.max(1, Math.round(count / 10));
  const by = STEPS.get(key)?.(page, count);
  if (by === undefined) return undefined;
  return shiftKey && part === 'window' ? extendedBy(range, by, count) : movedBy(range, part, by, count);
}

const STEPS: ReadonlyMap<string, (page: number, count: number) => number> = new Map([
  ['ArrowRight', () => 1],
  ['ArrowUp', () => 1],
  ['ArrowLeft', () => -1],
  ['ArrowDown', () => -1],
  ['PageUp', (page: number) => page],
  ['PageDown', (page: number) => -page],
  ['Home', (_page: number, count: number) => -count],
  ['End', (_page: number, count: number) => count],
]);

function clamp(slot: number, count: number): number {
  return Math.max(0, Math.min(count - 1, slot));
}
