import { fromZero } from '../from-zero.js';
import type { Value } from '../../../metrics/types.js';
import { layoutBars } from '../bars/layout-bars.js';
import type { BarLayout, Box, Place, PlacedBar } from '../layout.js';
import { greatestOf } from '../measured.js';
import type { Measured } from '../measured.js';
import { mirrorOf } from '../mirror.js';

/**
 * How the measures of a category stand to each other: `part` draws each inside the one before it, of which it is a part; `stack`
 * draws them one after the other, as parts of their sum; `grouped` draws them beside each other.
 */
export type SeriesMode = 'part' | 'stack' | 'grouped';

/** One category with its measures. */
export interface SeriesRow extends Measured {
  /** What a clause names. */
  readonly key: Value;
  /** All that it is called. */
  readonly label: string;
  /** What of it stands beside its bars, which may be cut, and the note after it, which is not. */
  readonly brief?: { readonly label: string; readonly note: string } | undefined;
}

/** A bar of one measure of a category. */
export interface PlacedMeasure {
  readonly box: Box;
  /** Which measure. */
  readonly at: number;
}

/** Where one category is drawn. */
export interface PlacedRow {
  readonly row: SeriesRow;
  /** Its label, what can be pointed at, and the gap where none of its measures is known. */
  readonly place: PlacedBar;
  readonly bars: readonly PlacedMeasure[];
  readonly ghosts: readonly PlacedMeasure[];
}

/** A whole drawing of categories, one under the other. */
export interface SeriesLayout {
  /** Axis, gridlines and the size of the drawing. */
  readonly frame: BarLayout;
  readonly rows: readonly PlacedRow[];
}

/** Space in px between the parts of a stack. */
const SEAM = 1;

/** Categories lie one under the other in the order of the data; those that are too many for the height scroll. Zero is always there. */
export function layoutSeries(rows: readonly SeriesRow[], mode: SeriesMode, place: Omit<Place, 'lying'>): SeriesLayout {
  const most = Math.max(greatestOf(rows, mode === 'stack'), place.reference?.at ?? 0);
  const frame = layoutBars(
    rows.map((row) => ({
      key: row.id,
      ...(row.brief ?? { label: row.label }),
      value: row.values.every((value) => value === undefined) ? undefined : most,
      low: undefined,
      high: undefined,
      whole: undefined,
      reach: most,
      filteredOut: row.filteredOut,
      hidden: row.hidden,
    })),
    { ...place, lying: true, across: mode === 'grouped' ? (rows[0]?.values.length ?? 1) : 1 },
  );
  const full = frame.bars.find(({ box }) => box !== undefined)?.box;
  const mirror = mirrorOf(frame.width, place.rtl);
  const start = full === undefined ? 0 : mirror.box(full).x;
  const x = fromZero(Math.max(most, Number.MIN_VALUE), start, start + (full?.width ?? 0));
  return {
    frame,
    rows: rows.flatMap((row, at) => {
      const bar = frame.bars[at];
      if (bar === undefined) return [];
      const box = bar.box;
      const lay = (values: readonly (number | undefined)[]): readonly PlacedMeasure[] =>
        box === undefined
          ? []
          : spansOf(values, mode).map(({ from, to, at: measure, share, offset }) => ({
              at: measure,
              box: mirror.box({
                x: x(from) + (from > 0 ? SEAM : 0),
                y: box.y + box.height * offset,
                width: x(to) - x(from) - (from > 0 ? SEAM : 0),
                height: box.height * share,
              }),
            }));
      const ghosts = lay(row.wholes ?? []).slice(0, mode === 'part' ? 1 : undefined);
      return [{ row, place: bar, bars: lay(row.values), ghosts }];
    }),
  };
}

/** A bar in units of the data along the axis, and in parts of the thickness across it. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly offset: number;
}

function spansOf(values: readonly (number | undefined)[], mode: SeriesMode): readonly Stretch[] {
  let sum = 0;
  return values.flatMap((value, at): readonly Stretch[] => {
    if (value === undefined) return [];
    if (mode === 'part') return [{ at, from: 0, to: value, share: 1, offset: 0 }];
    // Below 0 only counts are that contradict each other: words tell them, no bar points the other way.
    if (mode === 'grouped') return [{ at, from: 0, to: Math.max(0, value), share: 1 / values.length, offset: at / values.length }];
    const from = sum;
    sum += value;
    return [{ at, from, to: sum, share: 1, offset: 0 }];
  });
}
