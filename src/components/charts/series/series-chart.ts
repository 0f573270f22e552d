import { msg, str } from '../../../localize/msg.js';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { dictionaryEntry } from '../../../metrics/dictionary.js';
import type { Unit } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import { formatNumber } from '../../base/text/format.js';
import { drawGrid, drawTicks } from '../axes.js';
import { drawHatch } from '../bars/bars.js';
import { drawSeries, fillOf } from './draw-series.js';
import { beginWithMark } from '../focus-mark.js';
import type { ChartShape } from '../keyboard.js';
import { layoutSeries } from './layout-series.js';
import type { SeriesLayout, SeriesRow } from './layout-series.js';
import type { LegendEntry } from '../legend.js';
import type { MarkText } from '../listed-chart.js';
import { StatsMarksChart } from '../marks-chart.js';
import type { Measured } from '../measured.js';
import { measuredRows } from '../measured-text.js';
import { drawReference } from '../reference.js';
import { drawPatterns } from './series-patterns.js';
import { areOfSeveralCourses, chosenColumn, seriesKeys, seriesRows } from './series-rows.js';
import type { SeriesEncoding } from './series-rows.js';
import { measureIn, textScale } from '../text-width.js';
import { hasNumber, writtenRows } from '../written-rows.js';

/** Categories with several measures each: a part inside its whole, parts of a sum, or beside each other. Clicking one chooses it. */
export abstract class StatsSeriesChart extends StatsMarksChart {
  /** Which columns are drawn. */
  protected abstract get encoding(): SeriesEncoding;

  #rows: readonly SeriesRow[] = [];
  /** Under which filters it was drawn last. */
  #filters = '[]';

  protected override get plotHeight(): 'default' | 'full' {
    return 'full';
  }

  protected override get measures(): readonly string[] {
    return this.encoding.values;
  }

  protected override get groups(): readonly Measured[] {
    return this.#rows;
  }

  protected override get course(): Pick<ChartShape, 'lying' | 'direction'> {
    return { lying: true, direction: this.localized.direction };
  }

  protected override get anyChosen(): boolean {
    return this.chosen(this.fieldOf(chosenColumn(this.drawn, this.encoding))).length > 0;
  }

  protected override subtitle(): string {
    return this.definitionOf(this.encoding.values[0] ?? '');
  }

  protected override tableColumns(): readonly string[] {
    const { category, course, values } = this.encoding;
    return [category, ...values, ...(course !== undefined && areOfSeveralCourses(this.#rows.filter(hasNumber)) ? [course] : [])];
  }

  protected override get written(): ViewData | undefined {
    const { values } = this.encoding;
    const keys = seriesKeys(this.drawn, this.encoding);
    return this.drawn && writtenRows(this.drawn, this.drawnGhost, { keys, values, groups: this.#rows.filter(hasNumber) });
  }

  /** What stands beside a category in the drawing, where that is not its label alone. */
  protected briefLabel({ brief }: SeriesRow): SeriesRow['brief'] {
    return brief;
  }

  /** The categories that are drawn, in the order of the view. */
  protected rows(): readonly SeriesRow[] {
    return this.#rows;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#rows = this.drawn === undefined ? [] : seriesRows(this.drawn, this.drawnGhost, this.encoding, this.unknownCategory);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const filters = JSON.stringify(this.drawn?.applied ?? []);
    if (filters === this.#filters) return;
    this.#filters = filters;
    // Of many categories those that filters leave may be far below.
    const left = this.#rows.findIndex(({ values }) => values.some((value) => (value ?? 0) > 0));
    if (this.drawnGhost !== undefined && left > 0) beginWithMark(this.markAt(left));
  }

  protected override textOf(index: number): MarkText | undefined {
    const row = this.#rows[index];
    if (row === undefined) return undefined;
    const { unit, mode } = this.encoding;
    const share = mode === 'part' ? { share: 'first' as const } : mode === 'stack' ? { share: 'all' as const } : {};
    return { title: row.label, rows: measuredRows(row, { names: this.names(), unit, options: this.exact, ...share }), hidden: row.hidden };
  }

  protected override chooseMark(index: number, add: boolean): void {
    const row = this.#rows[index];
    if (row !== undefined) this.choose(this.fieldOf(chosenColumn(this.drawn, this.encoding)), row.key, { add });
  }

  protected override legendEntries(): readonly LegendEntry[] {
    const { values, mode } = this.encoding;
    return this.entriesOf((at) => ({ fill: fillOf(mode, values.length, at) }));
  }

  protected override renderPlot(): TemplateResult {
    const { frame, rows } = this.#place();
    const { mode, values } = this.encoding;
    const chosen = this.chosen(this.fieldOf(chosenColumn(this.drawn, this.encoding)));
    const marks = {
      ...(this.canChoose ? { isChosen: ({ row }: { row: SeriesRow }) => chosen.includes(row.key) } : {}),
      anyChosen: chosen.length > 0,
      speak: (at: number) => this.speak(at),
      fillOf: (measure: number) => fillOf(mode, values.length, measure),
    };
    return html` ${this.renderMarks({
      name: this.#chartName(),
      keys: this.barKeys,
      lying: true,
      looks: frame.height > frame.viewHeight ? 'fills scrolls' : 'fills',
      content: html` <svg role="presentation" width=${frame.width} height=${frame.height} viewBox="0 0 ${frame.width} ${frame.height}">
        ${drawHatch()}${drawPatterns()}${drawGrid(frame)}${drawSeries({ frame, rows }, marks)}${drawReference(frame)}
      </svg>`,
    })}
    ${frame.axis === undefined ? nothing : html`<svg aria-hidden="true" width=${frame.width} height=${frame.axis.height} viewBox="0 0 ${frame.width} ${frame.axis.height}">${drawTicks(frame)}</svg>`}
    ${this.card.render()}`;
  }

  #place(): SeriesLayout {
    const scale = textScale(this);
    const { values, mode } = this.encoding;
    const kept = values.filter((name) => !this.takenOut.has(name));
    const counted = new Set(kept.map((name) => this.#unitOf(name)));
    const rows = this.kept(this.#rows).map((row) => ({ ...row, brief: this.briefLabel(row) }));
    return layoutSeries(rows, mode, {
      width: this.plotWidth,
      height: this.plotPixels,
      rtl: this.localized.direction === 'rtl',
      scale,
      measure: measureIn(this),
      unit: this.#unitOf(kept[0] ?? ''),
      mixed: counted.size > 1,
      format: this.exact,
      reference: this.reference,
    });
  }

  #unitOf(name: string): Unit {
    const meaning = this.drawn?.columns.find((column) => column.name === name)?.meaning ?? '';
    return dictionaryEntry(meaning)?.unit ?? this.encoding.unit;
  }

  #chartName(): string {
    const title = this.heading ?? this.titleText();
    const [count, measures] = [
      formatNumber(this.#rows.length, this.localized.language),
      formatNumber(this.encoding.values.length, this.localized.language),
    ];
    return msg(str`${title}: bar chart, ${count} categories, ${measures} measures each`, { id: 'series.name' });
  }
}
