import { msg, str } from '../../../localize/msg.js';
import { html, svg } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formatValue } from '../../base/text/format.js';
import { columnLabel } from '../../base/text/field-label.js';
import { StatsBrushedChart } from '../brush/brushed-chart.js';
import { includes } from '../brush/brush-geometry.js';
import type { BrushPart, SlotRange } from '../brush/brush-geometry.js';
import { drawCursor, drawNumbers, fillOfNumber } from './draw-numbers.js';
import { layoutNumbers } from './layout-number.js';
import type { NumberLayout, NumberSlot } from './layout-number.js';
import type { ChartAction } from '../keyboard.js';
import type { LegendEntry } from '../legend.js';
import type { MarkText } from '../listed-chart.js';
import { measuredRows } from '../measured-text.js';
import { numberSlots } from './number-slots.js';
import type { NumberEncoding } from './number-slots.js';
import { renderNumber } from '../brush/range-inputs.js';
import { drawPatterns } from '../series/series-patterns.js';
import { measureIn, textScale } from '../text-width.js';

/**
 * A measure and its part as areas over whole numbers, such as the seconds of a video. The arrows go from number to number;
 * dragging, or Shift and the arrows, chooses a range.
 */
export abstract class StatsNumberChart extends StatsBrushedChart<NumberSlot> {
  /** Which columns are drawn. */
  protected abstract get encoding(): NumberEncoding;

  /** The number that is pointed at, by its place. */
  @state() private cursor = 0;

  /** Which of the two marks stands for it. */
  #turn: 0 | 1 = 0;
  #pointer: PointerEvent | undefined;
  #layout: NumberLayout | undefined;

  protected override get measures(): readonly string[] {
    return this.encoding.values;
  }

  protected override get along(): string {
    return this.encoding.number;
  }

  /** The measures of each number, from the least to the greatest. */
  protected numbers(): readonly NumberSlot[] {
    return this.slots;
  }

  protected override subtitle(): string {
    return this.definitionOf(this.encoding.values[0] ?? '');
  }

  protected override tableColumns(): readonly string[] {
    return [this.encoding.number, ...this.encoding.values];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.slots = this.drawn === undefined ? [] : numberSlots(this.drawn, this.ghost, this.encoding);
  }

  /** The one mark goes on under a focus or a pointer that stays on it, which nobody hears. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('cursor') && this.card.isOpen) this.showCard(this.cursor, 'now', this.#pointer);
  }

  protected override textOf(index: number): MarkText | undefined {
    const slot = this.slots[index];
    if (slot === undefined) return undefined;
    const words = { names: this.names(), unit: this.encoding.unit, options: this.exact, share: 'first' as const };
    return { title: this.#titleOf(index), rows: measuredRows(slot, words), hidden: slot.hidden };
  }

  /** There is one mark for all numbers: it goes where it is looked for, and the other takes its turn. */
  protected override markAt(index: number): SVGElement | null {
    if (index < 0 || index >= this.slots.length) return null;
    if (index !== this.cursor) this.#turn = this.#turn === 0 ? 1 : 0;
    this.cursor = index;
    this.performUpdate();
    return super.markAt(index);
  }

  protected override legendEntries(): readonly LegendEntry[] {
    return this.entriesOf((at) => ({ fill: fillOfNumber(at) }));
  }

  protected override renderControls(): readonly TemplateResult[] {
    const shown = this.fieldsOf;
    const [first, last] = [this.slots[0]?.at ?? 0, this.slots.at(-1)?.at ?? 0];
    if (shown === undefined) return this.renderChoices();
    const choose = (range: SlotRange): void => this.brush.choose(range);
    return [
      ...this.renderChoices(),
      this.renderRange(this.#rangeName(), [
        renderNumber(msg('From', { id: 'range.from' }), { value: first + shown.from, least: first, most: last }, (at) =>
          choose({ from: at - first, to: Math.max(at - first, shown.to) }),
        ),
        renderNumber(msg('to', { id: 'range.to' }), { value: first + shown.to, least: first, most: last }, (at) =>
          choose({ from: Math.min(at - first, shown.from), to: at - first }),
        ),
      ]),
    ];
  }

  protected override renderPlot(): TemplateResult {
    const layout = layoutNumbers(this.kept(this.slots), {
      width: this.plotWidth,
      height: this.plotPixels,
      scale: textScale(this),
      measure: measureIn(this),
      unit: this.encoding.unit,
      along: this.encoding.along,
      format: this.exact,
    });
    this.#layout = layout;
    const track = this.renderTrack({
      width: layout.width,
      height: layout.height,
      name: this.#chartName(),
      keys: msg('Arrow keys move along the axis, Enter chooses, Shift and an arrow choose a range, Escape clears.', { id: 'number.keys' }),
      content: svg`${drawPatterns()}${drawNumbers(layout, this.brush.shown)}${this.#drawCursor(layout)}`,
      brush: {
        x: (slot) => layout.left + slot * layout.step,
        top: layout.top,
        bottom: layout.bottom,
        names: {
          from: msg('Start of the chosen range', { id: 'number.brush-from' }),
          to: msg('End of the chosen range', { id: 'number.brush-to' }),
          window: this.#rangeName(),
        },
        speak: (range, part) => this.#speakRange(range, part),
      },
    });
    return html` <div class="timeline">${track}</div>
      ${this.card.render()}`;
  }

  #drawCursor(layout: NumberLayout): SVGTemplateResult {
    const at = Math.min(this.cursor, Math.max(0, this.slots.length - 1));
    const chosen = includes(this.brush.shown, at);
    return drawCursor(layout, {
      at,
      count: this.slots.length,
      value: this.slots[at]?.values[0],
      spoken: this.speak(at),
      chosen,
      turn: this.#turn,
    });
  }

  protected override act(action: ChartAction, at: number | undefined, event: KeyboardEvent): void {
    this.#pointer = undefined;
    super.act(action, at, event);
  }

  protected override pointed(event: PointerEvent): void {
    super.pointed(event);
    // The point of who reads by keyboard stays, wherever a mouse lies.
    if (this.renderRoot.querySelector('[data-index]:focus-visible') !== null) return;
    this.#pointer = event;
    if (!this.busy && event.buttons === 0) this.cursor = Math.max(0, Math.min(this.slots.length - 1, this.slotAt(event.clientX)));
  }

  /** A press beside the mark means the number there. */
  protected override indexAt(event: MouseEvent): number | undefined {
    return super.indexAt(event) ?? Math.max(0, Math.min(this.slots.length - 1, this.slotAt(event.clientX)));
  }

  #titleOf(index: number): string {
    const at = this.slots[index]?.at ?? 0;
    const label = this.drawn === undefined ? '' : columnLabel(this.drawn, this.encoding.number);
    return `${label} ${formatValue(at, this.encoding.along, this.exact)}`;
  }

  #speakRange({ from, to }: SlotRange, part: BrushPart): string {
    const text = (index: number): string => formatValue(this.slots[index]?.at ?? null, this.encoding.along, this.exact);
    if (part !== 'window') return text(part === 'from' ? from : to);
    const [first, last] = [text(from), text(to)];
    return msg(str`${first} to ${last}`, { id: 'range.spoken' });
  }

  #rangeName(): string {
    return msg('Chosen range', { id: 'number.range' });
  }

  #chartName(): string {
    const title = this.heading ?? this.titleText();
    const [first, last] = [this.#titleOf(0), this.#titleOf(this.slots.length - 1)];
    return msg(str`${title}: area chart, ${first} to ${last}`, { id: 'number.name' });
  }

  protected override chosenSlots(): SlotRange | undefined {
    const range = this.chosenNumbers();
    const first = this.slots[0]?.at;
    if (range === undefined || first === undefined) return undefined;
    const last = this.slots.length - 1;
    const [from, to] = [Math.max(0, range[0] - first), Math.min(last, range[1] - 1 - first)];
    return from > to ? undefined : { from, to };
  }

  protected override chooseSlots(range: SlotRange | undefined): void {
    const [first, last] = [this.slots[range?.from ?? -1], this.slots[range?.to ?? -1]];
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

  protected override slotAt(clientX: number): number {
    const drawing = this.renderRoot.querySelector('.track svg')?.getBoundingClientRect();
    if (drawing === undefined || this.#layout === undefined) return 0;
    return Math.floor((clientX - drawing.left - this.#layout.left) / Math.max(this.#layout.step, Number.MIN_VALUE));
  }
}
