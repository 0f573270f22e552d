import { isOfBrowser } from '../base/focus/browser-keys.js';
import type { Keys } from '../base/focus/browser-keys.js';

/** What a key does in a chart. */
export type ChartAction =
  | { readonly kind: 'point'; readonly index: number }
  /** To one series of several, from where its points alone are read. */
  | { readonly kind: 'series'; readonly index: number }
  /** Up to the chart as a whole. */
  | { readonly kind: 'chart' }
  | { readonly kind: 'choose'; readonly add: boolean }
  /** Closes, clears or leaves, whichever is next. */
  | { readonly kind: 'escape' };

/** What the arrows move through. */
export interface ChartShape {
  readonly count: number;
  /** How many series there are to be read one by one; none where there is only one. */
  readonly series?: number;
  /** Points stand one under the other. */
  readonly lying: boolean;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The levels of a chart by keyboard, as Olli has them: from the chart as a whole (`at` undefined) down to one `series` of several,
 * from there to its points, between what is on one level in reading direction, and up again. Points with all that is measured
 * there are one step from the chart. Home and End go to the ends; Enter and Space choose a point, with Ctrl beside what is chosen.
 * Undefined for a key that does nothing here, as those of the browser: with Alt or Meta held, and Ctrl with Home and End.
 */
export function chartAction(event: Keys, at: number | undefined, shape: ChartShape, series?: number): ChartAction | undefined {
  const { count, lying, direction, series: several = 0 } = shape;
  if (count === 0) return undefined;
  const choosing = event.key === 'Enter' || event.key === ' ';
  if (isOfBrowser(event, { ctrl: !isEnd(event.key), meta: choosing })) return undefined;
  const step = stepOf(event.key, direction);
  if (at === undefined && series !== undefined) return seriesAction(event.key, step, series, several);
  if (event.key === 'Home') return { kind: 'point', index: 0 };
  if (event.key === 'End') return { kind: 'point', index: count - 1 };
  if (at === undefined) {
    if (event.key === 'Escape') return { kind: 'escape' };
    if (event.key === 'ArrowDown' && several > 1) return { kind: 'series', index: 0 };
    return choosing || step === 'next' || event.key === 'ArrowDown' ? { kind: 'point', index: 0 } : undefined;
  }
  if (choosing) return { kind: 'choose', add: event.ctrlKey || event.metaKey };
  if (event.key === 'Escape') return { kind: 'escape' };
  if (event.key === 'ArrowUp' && (!lying || at === 0)) return series === undefined ? { kind: 'chart' } : { kind: 'series', index: series };
  if (step === 'next' || (event.key === 'ArrowDown' && lying)) return { kind: 'point', index: Math.min(count - 1, at + 1) };
  if (step === 'previous' || event.key === 'ArrowUp') return { kind: 'point', index: Math.max(0, at - 1) };
  return undefined;
}

/** Whether a key goes to an end, with Ctrl to one of the page: that is for the browser. */
export function isEnd(key: string): boolean {
  return key === 'Home' || key === 'End';
}

function seriesAction(key: string, step: 'next' | 'previous' | undefined, series: number, several: number): ChartAction | undefined {
  const to = (index: number): ChartAction => ({ kind: 'series', index: Math.max(0, Math.min(several - 1, index)) });
  if (key === 'Home') return to(0);
  if (key === 'End') return to(several - 1);
  if (step !== undefined) return to(series + (step === 'next' ? 1 : -1));
  if (key === 'ArrowDown' || key === 'Enter' || key === ' ') return { kind: 'point', index: 0 };
  return key === 'ArrowUp' || key === 'Escape' ? { kind: 'chart' } : undefined;
}

function stepOf(key: string, direction: 'ltr' | 'rtl'): 'next' | 'previous' | undefined {
  if (key === 'ArrowRight') return direction === 'rtl' ? 'previous' : 'next';
  if (key === 'ArrowLeft') return direction === 'rtl' ? 'next' : 'previous';
  return undefined;
}
