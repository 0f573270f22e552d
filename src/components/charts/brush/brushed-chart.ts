import { html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { msg } from '../../../localize/msg.js';
import type { ViewData } from '../../../workers/connect.js';
import { Brush } from './brush.js';
import type { BrushPlace } from './brush.js';
import type { SlotRange } from './brush-geometry.js';
import type { ChartShape } from '../keyboard.js';
import { StatsMarksChart } from '../marks-chart.js';
import type { Measured } from '../measured.js';
import { writtenRows } from '../written-rows.js';

/** What stands along the axis of a drawing that can be brushed. */
export interface Track {
  readonly width: number;
  readonly height: number;
  /** What the chart is called, and what its keys do. */
  readonly name: string;
  readonly keys: string;
  readonly content: SVGTemplateResult;
  readonly brush: BrushPlace;
  readonly looks?: string;
}

/**
 * A drawing along an axis, a range of which can be chosen: by clicking, by dragging, and by Shift and the arrows.
 *
 * @keyboard Shift + ← → - Selects from the point where Shift was first held to this one.
 * @keyboard ← → Page Up Page Down Home End - On an end of the selected range, or inside it: moves it by one, by a tenth, to the end.
 * @keyboard Shift + ← → - Inside the selected range: moves its end.
 * @keyboard Esc - On the selected range: clears it and goes back to the chart.
 */
export abstract class StatsBrushedChart<Slot extends Measured> extends StatsMarksChart {
  /** What is measured at each place of the axis, in its order. */
  protected slots: readonly Slot[] = [];

  protected readonly brush = new Brush(this, {
    count: () => this.slots.length,
    range: () => this.chosenSlots(),
    choose: (range) => this.chooseSlots(range),
    leave: () => this.focusMarks(),
    slotAt: (clientX) => this.slotAt(clientX),
  });

  /** Where Shift was first held. */
  #anchor: number | undefined;
  #hasRange = false;

  /** The column along the axis. */
  protected abstract get along(): string;

  protected override get written(): ViewData | undefined {
    return this.drawn && writtenRows(this.drawn, this.drawnGhost, { keys: [this.along], values: this.measures, groups: this.slots });
  }

  /** The range to draw fields for: while a first one is dragged none, as they would move the drawing away from the pointer. */
  protected get fieldsOf(): SlotRange | undefined {
    const { shown, isDragging } = this.brush;
    if (!isDragging) this.#hasRange = shown !== undefined;
    return this.#hasRange ? shown : undefined;
  }

  /** The chosen places, as the dataset has them. */
  protected abstract chosenSlots(): SlotRange | undefined;

  /** Chooses places, or lets them go. */
  protected abstract chooseSlots(range: SlotRange | undefined): void;

  /** The place under a point of the window. */
  protected abstract slotAt(clientX: number): number;

  protected override get groups(): readonly Measured[] {
    return this.slots;
  }

  protected override get course(): Pick<ChartShape, 'lying' | 'direction'> {
    return { lying: false, direction: 'ltr' };
  }

  protected override get anyChosen(): boolean {
    return this.brush.shown !== undefined;
  }

  protected override get busy(): boolean {
    return this.brush.isDragging;
  }

  protected override chooseMark(index: number, add: boolean): void {
    this.#anchor = undefined;
    this.brush.toggle(index, add);
  }

  protected override extendTo(from: number, to: number): void {
    const { shown } = this.brush;
    if (this.#anchor === undefined || (shown?.from !== this.#anchor && shown?.to !== this.#anchor)) this.#anchor = from;
    this.brush.extend(this.#anchor, to);
  }

  /** Hears a pointer that moves over the drawing. */
  protected pointed(event: PointerEvent): void {
    this.brush.onPointerMove(event);
  }

  protected renderTrack({ width, height, name, keys, content, brush, looks = '' }: Track): TemplateResult {
    return html`<div
      class=${`track ${looks}`}
      @pointerdown=${this.brush.onPointerDown}
      @pointermove=${(event: PointerEvent) => this.pointed(event)}
      @pointerup=${this.brush.onPointerUp}
      @pointercancel=${this.brush.onPointerUp}
      @keydown=${this.brush.onKey}
    >
      ${this.renderMarks({
        name,
        keys,
        lying: false,
        looks: '',
        content: html`<svg role="presentation" width=${width} height=${height}>${content}</svg>`,
      })}
      <svg class="overlay" role="presentation" width=${width} height=${height}>${this.brush.render(brush)}</svg>
    </div>`;
  }

  /** The fields of the two ends of the chosen range, and what lets it go. */
  protected renderRange(name: string, ends: readonly [from: TemplateResult, to: TemplateResult]): TemplateResult {
    return html` <div class="range" role="group" aria-label=${name}>
      ${ends}
      <button type="button" class="link" @click=${this.#letGo}>${msg('Clear', { id: 'range.clear' })}</button>
    </div>`;
  }

  /** The button goes with the range: the focus goes on to what is drawn. */
  #letGo = (): void => {
    this.focusMarks();
    this.brush.choose(undefined);
  };
}
