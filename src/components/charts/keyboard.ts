/** What a key does in a chart. */
export type ChartAction =
  | { readonly kind: 'point'; readonly index: number }
  /** Up to the chart as a whole. */
  | { readonly kind: 'chart' }
  | { readonly kind: 'choose'; readonly add: boolean }
  /** Closes, clears or leaves, whichever is next. */
  | { readonly kind: 'escape' };

/** What the arrows move through. */
export interface ChartShape {
  readonly count: number;
  /** Points stand one under the other. */
  readonly lying: boolean;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The levels of a chart by keyboard: from the chart as a whole (`at` undefined) down to its points, between the points in
 * reading direction, and up again. Home and End go to the ends; Enter and Space choose, with Ctrl beside what is chosen.
 * Undefined for a key that does nothing here.
 */
export function chartAction(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  at: number | undefined,
  shape: ChartShape,
): ChartAction | undefined {
  const { count, lying, direction } = shape;
  if (count === 0) return undefined;
  const step = stepOf(event.key, direction);
  const choosing = event.key === 'Enter' || event.key === ' ';
  if (event.key === 'Home') return { kind: 'point', index: 0 };
  if (event.key === 'End') return { kind: 'point', index: count - 1 };
  if (at === undefined) {
    if (event.key === 'Escape') return { kind: 'escape' };
    return choosing || step === 'next' || event.key === 'ArrowDown' ? { kind: 'point', index: 0 } : undefined;
  }
  if (choosing) return { kind: 'choose', add: event.ctrlKey || event.metaKey };
  if (event.key === 'Escape') return { kind: 'escape' };
  if (event.key === 'ArrowUp' && (!lying || at === 0)) return { kind: 'chart' };
  if (step === 'next' || (event.key === 'ArrowDown' && lying)) return { kind: 'point', index: Math.min(count - 1, at + 1) };
  if (step === 'previous' || event.key === 'ArrowUp') return { kind: 'point', index: Math.max(0, at - 1) };
  return undefined;
}

function stepOf(key: string, direction: 'ltr' | 'rtl'): 'next' | 'previous' | undefined {
  if (key === 'ArrowRight') return direction === 'rtl' ? 'previous' : 'next';
  if (key === 'ArrowLeft') return direction === 'rtl' ? 'next' : 'previous';
  return undefined;
}
