import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { ViewData } from '../../workers/connect.js';
import { FocusCard } from '../base/focus-card.js';
import type { CardRow } from '../base/focus-card.js';
import { formatNumber } from '../base/format.js';
import { SIZES } from '../base/tokens.js';
import { drawGrid, drawTicks } from './axes.js';
import { barsOf } from './bar-data.js';
import type { Bar, BarEncoding } from './bar-data.js';
import { barRows, spokenRows } from './bar-text.js';
import { drawBars, drawHatch } from './bars.js';
import { StatsChart } from './chart.js';
import { chartAction } from './keyboard.js';
import { layoutBars } from './layout.js';
import type { BarLayout } from './layout.js';
import { measureIn, textScale } from './text-width.js';

/** Bars of one measure, each with its range where there is one; clicking a bar chooses its category. */
export abstract class StatsBarChart extends StatsChart {
  /** Which columns are drawn. */
  protected abstract get encoding(): BarEncoding;

  #card = new FocusCard(this);
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
    const result = this.drawn;
    return result === undefined ? [] : barsOf(result, this.ghost, this.encoding, this.unknownCategory);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('plotWidth')) this.#moving = false;
    else if (changed.has('result')) this.#moving = true;
  }

  protected override renderPlot(result: ViewData): TemplateResult {
    const bars = this.bars();
    const layout = this.#place(bars);
    this.#layout = layout;
    const chosen = this.chosen(this.#field(result));
    const title = this.heading ?? this.titleText();
    const count = formatNumber(bars.length, this.localized.language);
    const name = msg(plural(bars.length, str`${title}: bar chart, 1 bar`, str`${title}: bar chart, ${count} bars`), { id: 'chart.name' });
    const marks = {
      isChosen: ({ bar }: { bar: Bar }) => chosen.includes(bar.key),
      anyChosen: chosen.length > 0,
      speak: ({ bar }: { bar: Bar }) => spokenRows(bar.label, this.#rows(bar)),
    };
    return html` <div
        class=${layout.height > layout.viewHeight ? 'bars scrolls' : 'bars'}
        role="listbox"
        tabindex="0"
        aria-label=${name}
        aria-describedby="headline chart-keys"
        aria-multiselectable="true"
        aria-orientation=${layout.lying ? 'vertical' : 'horizontal'}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @pointerover=${this.#onPointerOver}
        @pointerleave=${this.#onPointerLeave}
        @focusin=${this.#onFocusIn}
        @focusout=${this.#onFocusOut}
      >
        <svg role="presentation" class=${this.#moving ? 'moving' : ''} width=${layout.width} height=${layout.height}>
          ${drawHatch()}${drawGrid(layout)}${drawBars(layout, marks)}${layout.axis === undefined ? drawTicks(layout) : nothing}
        </svg>
      </div>
      ${
        layout.axis === undefined
          ? nothing
          : html` <svg aria-hidden="true" width=${layout.width} height=${layout.axis.height}>${drawTicks(layout)}</svg>`
      }
      <p class="visually-hidden" id="chart-keys">
        ${msg('Arrow keys move through the bars, Enter chooses, Ctrl and Enter choose several.', { id: 'chart.keys' })}
      </p>
      ${this.#card.render()}`;
  }

  #place(bars: readonly Bar[]): BarLayout {
    const scale = textScale(this);
    return layoutBars(bars, {
      width: this.plotWidth,
      height: SIZES.plotHeight[this.plotHeight] * scale,
      rtl: this.localized.direction === 'rtl',
      lying: this.encoding.label !== undefined,
      scale,
      measure: measureIn(this),
      unit: this.encoding.unit,
      format: this.exact,
    });
  }

  #rows(bar: Bar): readonly CardRow[] {
    const total = this.bars().reduce((sum, { value }) => sum + (value ?? 0), 0);
    const result = this.drawn;
    const labelOf = (column: string): string => (result === undefined ? column : this.labelOf(result, column));
    return barRows(bar, this.encoding, { labelOf, total, options: this.exact });
  }

  #choose(index: number, add: boolean): void {
    const bar = this.#layout?.bars[index]?.bar;
    if (bar !== undefined && this.drawn !== undefined) this.choose(this.#field(this.drawn), bar.key, { add });
  }

  #field(result: ViewData): string {
    return result.columns.find((column) => column.name === this.encoding.category)?.field ?? this.encoding.category;
  }

  #onClick = (event: MouseEvent): void => {
    const index = indexOf(event);
    if (index !== undefined) this.#choose(index, event.ctrlKey || event.metaKey);
  };

  #onPointerOver = (event: Event): void => {
    const index = indexOf(event);
    if (index === undefined) this.#card.hideSoon();
    else this.#show(index, 'soon');
  };

  #onPointerLeave = (): void => this.#card.hideSoon();

  #onFocusIn = (event: Event): void => {
    const index = indexOf(event);
    if (index !== undefined) this.#show(index, 'now');
  };

  #onFocusOut = (): void => this.#card.hide();

  #onKey = (event: KeyboardEvent): void => {
    const at = indexOf(event);
    const shape = { count: this.#layout?.bars.length ?? 0, lying: this.#layout?.lying ?? false, direction: this.localized.direction };
    const action = chartAction(event, at, shape);
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'point') this.#mark(action.index)?.focus();
    else if (action.kind === 'choose' && at !== undefined) this.#choose(at, action.add);
    else if (action.kind === 'escape' && this.#anyChosen()) this.clearChoice();
    else this.renderRoot.querySelector<HTMLElement>('.bars')?.focus();
  };

  #show(index: number, when: 'now' | 'soon'): void {
    const mark = this.#mark(index);
    const bar = this.#layout?.bars[index]?.bar;
    const drawn = mark?.querySelector('.bar, .gap, .ghost');
    const target = mark?.querySelector('.hit');
    if (bar === undefined || drawn === null || drawn === undefined || target === null || target === undefined) return;
    const subject = { title: bar.label, rows: this.#rows(bar), mark: drawn, target };
    if (when === 'now') this.#card.show(subject);
    else this.#card.showSoon(subject);
  }

  #mark(index: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`);
  }

  #anyChosen(): boolean {
    return this.drawn !== undefined && this.chosen(this.#field(this.drawn)).length > 0;
  }
}

/** The bar that an event happened on. */
function indexOf(event: Event): number | undefined {
  const { target } = event;
  const mark = target instanceof Element ? target.closest('[data-index]') : null;
  return mark === null ? undefined : Number(mark.getAttribute('data-index'));
}
