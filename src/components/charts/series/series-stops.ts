import { msg, str } from '../../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CardRow } from '../../base/focus/focus-card.js';
import { formatNumber } from '../../base/text/format.js';
import { spokenRows } from '../bars/bar-text.js';
import type { MarkText } from '../listed-chart.js';

/** One measure at one point: where it is, and what is said of it there. */
export interface SeriesPoint {
  readonly value: number | undefined;
  readonly title: string;
  readonly row: CardRow | undefined;
}

/** What is said of a series as a whole: which of how many it is, its greatest value and its least, and where, if that is one place. */
export function seriesText(
  name: string,
  points: { readonly values: readonly (number | undefined)[]; readonly at: (index: number) => SeriesPoint },
  { at, count, locale }: { readonly at: number; readonly count: number; readonly locale: string },
): MarkText {
  const [nth, all] = [formatNumber(at + 1, locale), formatNumber(count, locale)];
  const known = points.values.filter((value) => value !== undefined);
  const most = known.reduce((greatest, value) => Math.max(greatest, value), -Infinity);
  const least = known.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  const extreme = (label: string, value: number): readonly CardRow[] => {
    const first = points.values.indexOf(value);
    const { title, row } = points.at(first);
    const alone = points.values.lastIndexOf(value) === first;
    return row === undefined ? [] : [{ label, value: row.value, spoken: row.spoken, ...(alone ? { share: title } : {}) }];
  };
  const rows =
    known.length === 0
      ? []
      : [
          ...extreme(msg('Greatest', { id: 'series.greatest' }), most),
          ...(least === most ? [] : extreme(msg('Least', { id: 'series.least' }), least)),
        ];
  return { title: msg(str`${name}, series ${nth} of ${all}`, { id: 'series.stop' }), rows, hidden: false };
}

/** The series as stops of the focus on the way from the chart to its points; seen only while one of them has the focus. */
export function renderStops(texts: readonly MarkText[]): readonly TemplateResult[] {
  return texts.map(
    ({ title, rows }, at) =>
      html`<div
        role="group"
        class="stop"
        tabindex="-1"
        data-series=${at}
        aria-label=${rows.length === 0 ? title : spokenRows(title, rows)}
      ></div>`,
  );
}

/** The series that an event happened on. */
export function stopOf(target: EventTarget | null): number | undefined {
  const stop = target instanceof Element ? target.closest('[data-series]') : null;
  return stop === null ? undefined : Number(stop.getAttribute('data-series'));
}
