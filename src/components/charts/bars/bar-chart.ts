import { msg, plural, str } from '../../../localize/msg.js';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { ViewData } from '../../../workers/connect.js';
import type { CardRow } from '../../base/focus/focus-card.js';
import { formatNumber } from '../../base/text/format.js';
import { columnLabel } from '../../base/text/field-label.js';
import { drawGrid, drawTicks } from '../axes.js';
import { barsOf } from './bar-data.js';
import type { Bar, BarEncoding } from './bar-data.js';
import { barRows } from './bar-text.js';
import { drawBars, drawHatch } from './bars.js';
import type { ChartShape } from '../keyboard.js';
import { renderGhostKey } from '../legend.js';
import { layoutBars } from './layout-bars.js';
import type { BarLayout } from '../layout.js';
import { StatsListedChart } from '../listed-chart.js';
import type { MarkText } from '../listed-chart.js';
import { drawReference } from '../reference.js';
import { drawWhiskers } from './whiskers.js';
import { measureIn, textScale } from '../text-width.js';
import { hasNumber, writtenRows } from '../written-rows.js';

/** Bars of one measure, each with its range where there is one; clicking a bar chooses its category. */
export abstract class StatsBarChart extends StatsListedChart {
  /** Which columns are drawn. */
  protected abstract get encoding(): BarEncoding;

  #layout: BarLayout | undefined;
  #moving = false;

  /** Bars that have titles of their own are many, and lie: their chart is a tall one. */
  protected override get plotHeight(): 'default' | 'full' {
    return this.encoding.label === undefined ? 'default' : 'full';
  }

  protected override tableColumns(): readonly string[] {
    const { label, category, value, low, high } = this.encoding;
    return [label ?? category, value, ...[low, high].filter((name) => name !== undefined)];
  }

  /** The bars of the current answer. */
  protected bars(): readonly Bar[] {
    return this.#allBars();
  }

  #allBars(): readonly Bar[] {
    const result = this.drawn;
    return result === undefined ? [] : barsOf(result, this.ghost, this.encoding, this.unknownCategory);
  }

  protected override get written(): ViewData | undefined {
    const { category, value, low, high } = this.encoding;
    const values = [value, ...[low, high].filter((name) => name !== undefined)];
    const groups = this.#allBars().map((bar) => ({
      keys: [bar.key],
      values: [bar.value, ...(low === undefined ? [] : [bar.low]), ...(high === undefined ? [] : [bar.high])],
      filteredOut: bar.filteredOut,
    }));
    return this.drawn && writtenRows(this.drawn, this.ghost, { keys: [category], values, groups: groups.filter(hasNumber) });
  }

  protected override renderKey(): TemplateResult | typeof nothing {
    return this.bars().some(({ whole }) => whole !== undefined) ? renderGhostKey('ghost', 'key') : nothing;
  }

  protected override get shape(): ChartShape {
    return { count: this.#layout?.bars.length ?? 0, lying: this.#layout?.lying ?? false, direction: this.localized.direction };
  }

  protected override get anyChosen(): boolean {
    return this.chosen(this.fieldOf(this.encoding.category)).length > 0;
  }

  protected override textOf(index: number): MarkText | undefined {
    const bar = this.#layout?.bars[index]?.bar;
    return bar === undefined ? undefined : { title: bar.label, rows: this.#rows(bar), hidden: bar.hidden };
  }

  protected override chooseMark(index: number, add: boolean): void {
    const bar = this.#layout?.bars[index]?.bar;
    if (bar !== undefined) this.choose(this.fieldOf(this.encoding.category), bar.key, { add });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('plotWidth')) this.#moving = false;
    else if (changed.has('result')) this.#moving = true;
  }

  protected override renderPlot(): TemplateResult {
    const bars = this.bars();
    const layout = this.#place(bars);
    this.#layout = layout;
    const chosen = this.chosen(this.fieldOf(this.encoding.category));
    const title = this.heading ?? this.titleText();
    const count = formatNumber(bars.length, this.localized.language);
    const marks = {
      ...(this.canChoose ? { isChosen: ({ bar }: { bar: Bar }) => chosen.includes(bar.key) } : {}),
      anyChosen: chosen.length > 0,
      speak: (index: number) => this.speak(index),
    };
    return html` ${this.renderMarks({
      name: msg(plural(bars.length, str`${title}: bar chart, 1 bar`, str`${title}: bar chart, ${count} bars`), { id: 'chart.name' }),
      keys: this.barKeys,
      lying: layout.lying,
      looks: layout.height > layout.viewHeight ? 'fills scrolls' : 'fills',
      content: html` <svg
        role="presentation"
        class=${this.#moving ? 'moving' : ''}
        width=${layout.width}
        height=${layout.height}
        viewBox="0 0 ${layout.width} ${layout.height}"
      >
        ${drawHatch()}${drawGrid(layout)}${drawBars(layout, marks)}${drawReference(layout)}${drawWhiskers(layout)}
        ${layout.axis === undefined ? drawTicks(layout) : nothing}
      </svg>`,
    })}
    ${
      layout.axis === undefined
        ? nothing
        : html` <svg
            aria-hidden="true"
            width=${layout.width}
            height=${layout.axis.height}
            viewBox="0 0 ${layout.width} ${layout.axis.height}"
          >
            ${drawTicks(layout)}
          </svg>`
    }
    ${this.card.render()}`;
  }

  #place(bars: readonly Bar[]): BarLayout {
    const scale = textScale(this);
    return layoutBars(bars, {
      width: this.plotWidth,
      height: this.plotPixels,
      rtl: this.localized.direction === 'rtl',
      lying: this.encoding.label !== undefined,
      scale,
      measure: measureIn(this),
      unit: this.encoding.unit,
      format: this.exact,
      reference: this.reference,
    });
  }

  #rows(bar: Bar): readonly CardRow[] {
    const total = this.bars().reduce((sum, { value }) => sum + (value ?? 0), 0);
    const result = this.drawn;
    const labelOf = (column: string): string => (result === undefined ? column : columnLabel(result, column));
    return barRows(bar, this.encoding, { labelOf, total, options: this.exact });
  }
}
