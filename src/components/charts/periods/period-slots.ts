import { everyPeriod } from '../../../metrics/period.js';
import type { Grain, Unit } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import type { PeriodKind, PeriodSlot } from './layout-periods.js';
import { measuredOf, withoutRows } from '../measured.js';
import { isSoFar, periodLabel, periodTitle } from './periods.js';

/** Which columns of a view are drawn over time. */
export interface PeriodEncoding {
  /** The column of local dates on which periods start; a clause names its field. */
  readonly period: string;
  /** One or two measures. */
  readonly values: readonly string[];
  readonly unit: Unit;
  readonly kind: PeriodKind;
  /** Of these, measures of a period and all before it. */
  readonly running?: readonly string[];
  /** What a period without a row means: that there was nothing, or (the default) that nothing is known. */
  readonly absent?: 'nothing' | 'unknown';
  /** Periods that are drawn also where no row is of them or of later ones. */
  readonly also?: readonly string[];
  /** What one means of which filters leave no row: that there is nothing (the default), or that nothing is known. */
  readonly emptied?: 'nothing' | 'unknown';
}

/** How time is cut and written. */
export interface PeriodTerms {
  readonly grain: Grain;
  readonly zone: string;
  readonly locale: string;
  /** Epoch ms up to which the data reach; undefined where nothing is known of it. */
  readonly now: number | undefined;
}

/**
 * Every period from the first to the last that has a row, with filters or without, or that is drawn anyway, oldest first. The last one
 * is "so far" where `now` falls into it.
 */
export function slotsOf(
  result: ViewData,
  ghost: ViewData | undefined,
  encoding: PeriodEncoding,
  terms: PeriodTerms,
): readonly PeriodSlot[] {
  const { period, values, unit, running = [], absent = 'unknown', also = [], emptied = 'nothing' } = encoding;
  const { grain, zone, locale, now } = terms;
  const columns = { keys: [period], values, unit, running, emptied };
  const known = new Map(measuredOf(result, ghost, columns).map((group) => [group.keys[0], group]));
  const starts = everyPeriod(
    [...known.keys(), ...also].filter((start) => typeof start === 'string'),
    grain,
  );
  const nothing = values.map(() => 0);
  const unknown = values.map(() => undefined);
  let [before, wholeBefore]: (readonly (number | undefined)[])[] = [nothing, nothing];
  return starts.map((start, at) => {
    const empty = (last: readonly (number | undefined)[] = nothing): readonly (number | undefined)[] =>
      absent === 'nothing' ? withoutRows(columns, last) : unknown;
    const group = known.get(start) ?? {
      keys: [start],
      id: start,
      values: empty(before),
      wholes: ghost === undefined ? undefined : empty(wholeBefore),
      filteredOut: false,
      hidden: false,
    };
    [before, wholeBefore] = [group.values, group.wholes ?? nothing];
    const { text, year } = periodLabel(start, grain, locale);
    return {
      ...group,
      start,
      title: periodTitle(start, grain, locale),
      label: text,
      year,
      soFar: at === starts.length - 1 && now !== undefined && isSoFar(start, grain, zone, now),
    };
  });
}
