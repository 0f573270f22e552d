import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formatValue } from '../base/format.js';
import { columnLabel } from '../base/field-label.js';
import { Brush } from './brush.js';
import { includes } from './brush-geometry.js';
import type { BrushPart, SlotRange } from './brush-geometry.js';
import { drawCursor, drawNumbers, fillOfNumber } from './draw-numbers.js';
import type { ChartShape } from './keyboard.js';
import { layoutNumbers } from './layout-number.js';
import type { NumberLayout, NumberSlot } from './layout-number.js';
import type { LegendEntry } from './legend.js';
import type { MarkText } from './listed-chart.js';
import { StatsMarksChart } from './marks-chart.js';
import type { Measured } from './measured.js';
import { measuredRows } from './measured-text.js';
import { numberSlots } from './number-slots.js';
import type { NumberEncoding } from './number-slots.js';
import { renderNumber } from './range-inputs.js';
import { drawPatterns } from './series-patterns.js';
import { measureIn, textScale } from './text-width.js';

/**
 * A measure and its part as areas over whole numbers, such as the seconds of a video. The arrows go from number to number;
 * dragging, or Shift and the arrows, chooses a range.
 *
 * @keyboard Shift + ← → - Chooses from the number where Shift was first held to this one.
 * @keyboard ← → Page Up Page Down Home End - On an end of the chosen range, or on its inside: moves it by one, by a tenth, to the end.
 * @keyboard Shift + ← → - On the inside of the chosen range: grows or shrinks it at its end.
 * @keyboard Esc - On the chosen range: lets it go, back to the chart.
 */
export abstract class StatsNumberChart extends StatsMarksChart {
  /** Which columns are drawn. */
  protected abstract get encoding(): NumberEncoding;

  /** The number that is pointed at, by its place. */
  @state() private cursor = 0;

  #slots: readonly NumberSlot[] = [];
  #layout: NumberLayout | undefined;
  #anchor: number | undefined;

  readonly #brush = new Brush(this, {
    count: () => this.#slots.length,
    range: () => this.#chosenSlots(),
    choose: (range) => this.#chooseSlots(range),
    leave: () => this.focusMarks(),
    slotAt: (clientX) => this.#slotAt(clientX),
  });

  protected override get measures(): readonly string[] {
    return this.encoding.values;
  }

  protected override get groups(): readonly Measured[] {
    return this.#slots;
  }

  protected override get course(): Pick<ChartShape, 'lying' | 'direction'> {
    return { lying: false, direction: 'ltr' };
  }

  protected override get anyChosen(): boolean {
    return this.#brush.shown !== undefined;
  }

  protected override get busy(): boolean {
    return this.#brush.isDragging;
  }

  /** The measures of each number, from the least to the greatest. */
  protected numbers(): readonly NumberSlot[] {
    return this.#slots;
  }

  protected override subtitle(): string {
    return this.definitionOf(this.encoding.values[0] ?? '');
  }

  protected override tableColumns(): readonly string[] {
    return [this.encoding.number, ...this.encoding.values];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#slots = this.drawn === undefined ? [] : numberSlots(this.drawn, this.ghost, this.encoding);
  }

  protected override textOf(index: number): MarkText | undefined {
    const slot = this.#slots[index];
    if (slot === undefined) return undefined;
    const words = { names: this.names(), unit: this.encoding.unit, options: this.exact, share: 'first' as const };
    return { title: this.#titleOf(index), rows: measuredRows(slot, words) };
  }

  protected override chooseMark(index: number, add: boolean): void {
    this.#brush.toggle(index, add);
  }

  protected override extendTo(from: number, to: number): void {
    const { shown } = this.#brush;
    if (this.#anchor === undefined || (shown?.from !== this.#anchor && shown?.to !== this.#anchor)) this.#anchor = from;
    this.#brush.extend(this.#anchor, to);
  }

  /** There is one mark for all numbers: it goes where it is looked for. */
  protected override markAt(index: number): SVGElement | null {
    if (index < 0 || index >= this.#slots.length) return null;
    this.cursor = index;
    this.performUpdate();
    return super.markAt(index);
  }

  protected override legendEntries(): readonly LegendEntry[] {
    return this.entriesOf((at) => ({ fill: fillOfNumber(at) }));
  }

  protected override renderControls(): readonly TemplateResult[] {
    const shown = this.#brush.shown;
    const [first, last] = [this.#slots[0]?.at ?? 0, this.#slots.at(-1)?.at ?? 0];
    if (shown === undefined) return [];
    const choose = (range: SlotRange): void => this.#brush.choose(range);
    return [
      html` <div class="range" role="group" aria-label=${this.#rangeName()}>
        ${renderNumber(msg('From', { id: 'range.from' }), { value: first + shown.from, least: first, most: last }, (at) => choose({ from: at - first, to: Math.max(at - first, shown.to) }))}
        ${renderNumber(msg('to', { id: 'range.to' }), { value: first + shown.to, least: first, most: last }, (at) => choose({ from: Math.min(at - first, shown.from), to: at - first }))}
        <button type="button" class="link" @click=${() => this.#brush.choose(undefined)}>${msg('Clear', { id: 'range.clear' })}</button>
      </div>`,
    ];
  }

  protected override renderPlot(): TemplateResult {
    const layout = layoutNumbers(this.kept(this.#slots), {
      width: this.plotWidth,
      height: this.plotPixels,
      scale: textScale(this),
      measure: measureIn(this),
      unit: this.encoding.unit,
      along: this.encoding.along,
      format: this.exact,
    });
    this.#layout = layout;
    const brush = this.#brush.render({
      x: (slot) => layout.left + slot * layout.step,
      bottom: layout.bottom,
      names: {
        from: msg('Start of the chosen range', { id: 'number.brush-from' }),
        to: msg('End of the chosen range', { id: 'number.brush-to' }),
        window: this.#rangeName(),
      },
      speak: (range, part) => this.#speakRange(range, part),
    });
    return html` <div class="timeline">
        <div
          class="track"
          @pointerdown=${this.#brush.onPointerDown}
          @pointermove=${this.#onPointerMove}
          @pointerup=${this.#brush.onPointerUp}
          @pointercancel=${this.#brush.onPointerUp}
          @keydown=${this.#brush.onKey}
        >
          ${this.renderMarks({
            name: this.#chartName(),
            keys: msg('Arrow keys move along the axis, Enter chooses, Shift and an arrow choose a range, Escape clears.', {
              id: 'number.keys',
            }),
            lying: false,
            looks: '',
            content: html`<svg role="presentation" width=${layout.width} height=${layout.height}>
              ${drawPatterns()}${drawNumbers(layout, this.#brush.shown)}${this.#drawCursor(layout)}
            </svg>`,
          })}
          <svg class="overlay" role="presentation" width=${layout.width} height=${layout.height}>${brush}</svg>
        </div>
      </div>
      ${this.card.render()}`;
  }

  #drawCursor(layout: NumberLayout): SVGTemplateResult {
    const at = Math.min(this.cursor, Math.max(0, this.#slots.length - 1));
    const chosen = includes(this.#brush.shown, at);
    return drawCursor(layout, { at, count: this.#slots.length, value: this.#slots[at]?.values[0], spoken: this.speak(at), chosen });
  }

  #onPointerMove = (event: PointerEvent): void => {
    this.#brush.onPointerMove(event);
    if (!this.busy && event.buttons === 0) this.cursor = Math.max(0, Math.min(this.#slots.length - 1, this.#slotAt(event.clientX)));
  };

  #titleOf(index: number): string {
    const at = this.#slots[index]?.at ?? 0;
    const label = this.drawn === undefined ? '' : columnLabel(this.drawn, this.encoding.number);
    return `${label} ${formatValue(at, this.encoding.along, this.exact)}`;
  }

  #speakRange({ from, to }: SlotRange, part: BrushPart): string {
    const text = (index: number): string => formatValue(this.#slots[index]?.at ?? null, this.encoding.along, this.exact);
    if (part !== 'window') return text(part === 'from' ? from : to);
    const [first, last] = [text(from), text(to)];
    return msg(str`${first} to ${last}`, { id: 'range.spoken' });
  }

  #rangeName(): string {
    return msg('Chosen range', { id: 'number.range' });
  }

  #chartName(): string {
    const title = this.heading ?? this.titleText();
    const [first, last] = [this.#titleOf(0), this.#titleOf(this.#slots.length - 1)];
    return msg(str`${title}: area chart, ${first} to ${last}`, { id: 'number.name' });
  }

  #chosenSlots(): SlotRange | undefined {
    const range = this.chosenNumbers();
    const first = this.#slots[0]?.at;
    if (range === undefined || first === undefined) return undefined;
    const last = this.#slots.length - 1;
    const [from, to] = [Math.max(0, range[0] - first), Math.min(last, range[1] - 1 - first)];
    return from > to ? undefined : { from, to };
  }

  #chooseSlots(range: SlotRange | undefined): void {
    const [first, last] = [this.#slots[range?.from ?? -1], this.#slots[range?.to ?? -1]];
    this.chooseNumbers(first === undefined || last === undefined ? undefined : [first.at, last.at + 1]);
  }

  /** The chosen numbers, from ≤ x < to, as the dataset has them. */
  protected chosenNumbers(): readonly [number, number] | undefined {
    return this.pageDataset?.clauses.of(this.origin, this.fieldOf(this.encoding.number))?.range;
  }

  /** Chooses numbers from ≤ x < to; undefined clears. */
  protected chooseNumbers(range: readonly [number, number] | undefined): void {
    this.chooseRange(this.fieldOf(this.encoding.number), range);
  }

  #slotAt(clientX: number): number {
    const drawing = this.renderRoot.querySelector('.track svg')?.getBoundingClientRect();
    if (drawing === undefined || this.#layout === undefined) return 0;
    return Math.floor((clientX - drawing.left - this.#layout.left) / Math.max(this.#layout.step, Number.MIN_VALUE));
  }
}
