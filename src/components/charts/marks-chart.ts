import { msg } from '../../localize/msg.js';
import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { localMeaning } from '../../localize/dictionary.js';
import { viewSpec } from '../../metrics/views.js';
import { FocusCard } from '../base/focus-card.js';
import type { CardRow } from '../base/focus-card.js';
import { spokenRows } from './bar-text.js';
import { StatsChart } from './chart.js';
import { chartAction } from './keyboard.js';
import type { ChartShape } from './keyboard.js';
import { renderLegend } from './legend.js';
import type { LegendEntry } from './legend.js';
import type { Measured } from './measured.js';
import { seriesStyles } from './series-styles.js';

/** What the card of a mark says. */
export interface MarkText {
  readonly title: string;
  readonly rows: readonly CardRow[];
}

/** A list of marks for reading and choosing. */
export interface MarkList {
  /** What the drawing is called. */
  readonly name: string;
  readonly lying: boolean;
  readonly looks: string;
  readonly content: TemplateResult;
}

/**
 * A drawing of several measures whose marks can be walked through by keyboard, pointed at and chosen. Marks are options with a
 * `data-index`, in reading order; handlers listen above them. A line above the drawing bears the legend and the controls.
 */
export abstract class StatsMarksChart extends StatsChart {
  static override styles: CSSResultGroup = [StatsChart.styles, seriesStyles];

  /** Measures that the reader took out of the drawing. */
  @state() protected takenOut: ReadonlySet<string> = new Set();

  protected readonly card = new FocusCard(this);

  /** Columns of the measures, in the order of the drawing. */
  protected abstract get measures(): readonly string[];

  /** What the keys move through. */
  protected abstract get shape(): ChartShape;

  /** What is said of a mark; undefined where there is none. */
  protected abstract textOf(index: number): MarkText | undefined;

  /** A mark was clicked, or Enter pressed on it; `add` keeps what is chosen. */
  protected abstract chooseMark(index: number, add: boolean): void;

  /** Whether this widget has chosen anything. */
  protected abstract get anyChosen(): boolean;

  /** The focus went from a mark to another with Shift held. */
  protected extendTo(_from: number, _to: number): void {
    // Only what has an order can be chosen from here to there.
  }

  /** A pointer drags, so that no card is wanted. */
  protected get busy(): boolean {
    return false;
  }

  /** Entries of the legend; none where the drawing names its measures itself. */
  protected legendEntries(): readonly LegendEntry[] {
    return [];
  }

  /** Controls in the line above the drawing. */
  protected renderControls(): readonly TemplateResult[] {
    return [];
  }

  /** What a measure of the view counts, in one sentence of the dictionary. */
  protected definitionOf(column: string): string {
    const rules = this.ruleOfDataset === 'aspects-v8' ? this.ruleOfDataset : undefined;
    const use = viewSpec(this.view, rules)?.measures?.find((measure) => (measure.as ?? measure.metric) === column);
    return (use === undefined ? undefined : localMeaning(use.metric)?.definition) ?? '';
  }

  protected override renderBody(): TemplateResult {
    return html` <div class="above">
        ${renderLegend(this.legendEntries(), msg('Legend', { id: 'legend.label' }))}${this.renderControls()}
      </div>
      ${this.drawn === undefined ? html`<div class="plot"></div>` : super.renderBody()}`;
  }

  /** What the measures are called. */
  protected names(): readonly string[] {
    const result = this.drawn;
    return this.measures.map((name) => (result === undefined ? name : this.labelOf(result, name)));
  }

  /** Legend entries of all measures. */
  protected entriesOf(looks: (measure: number) => LegendEntry['looks']): readonly LegendEntry[] {
    return this.names().map((name, at) => {
      const column = this.measures[at] ?? '';
      return { name, looks: looks(at), shown: !this.takenOut.has(column), toggle: () => this.#toggle(column) };
    });
  }

  /** The groups without the measures that the reader took out. */
  protected kept<T extends Measured>(groups: readonly T[]): readonly T[] {
    if (this.takenOut.size === 0) return groups;
    const shown = this.measures.map((name) => !this.takenOut.has(name));
    const only = (values: readonly (number | undefined)[]): readonly (number | undefined)[] =>
      values.map((value, at) => (shown[at] === true ? value : undefined));
    return groups.map((group) => ({
      ...group,
      values: only(group.values),
      wholes: group.wholes === undefined ? undefined : only(group.wholes),
    }));
  }

  /** What a clause calls a column. */
  protected fieldOf(column: string): string {
    return this.drawn?.columns.find(({ name }) => name === column)?.field ?? column;
  }

  /** The words of a mark for assistive technology. */
  protected speak(index: number): string {
    const text = this.textOf(index);
    return text === undefined ? '' : spokenRows(text.title, text.rows);
  }

  /** The list of marks around a drawing. */
  protected renderMarks({ name, lying, looks, content }: MarkList): TemplateResult {
    return html` <div
      class=${`marks ${looks}`}
      role="listbox"
      tabindex="0"
      aria-label=${name}
      aria-describedby="headline chart-keys"
      aria-multiselectable="true"
      aria-orientation=${lying ? 'vertical' : 'horizontal'}
      @keydown=${this.#onKey}
      @click=${this.#onClick}
      @pointerover=${this.#onPointerOver}
      @pointerleave=${this.#onPointerLeave}
      @focusin=${this.#onFocusIn}
      @focusout=${this.#onFocusOut}
    >
      ${content}
    </div>`;
  }

  /** Up to the list of marks as a whole. */
  protected focusMarks(): void {
    this.renderRoot.querySelector<HTMLElement>('.marks')?.focus();
  }

  /** The mark of that place in the drawing. */
  protected markAt(index: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`);
  }

  #toggle(column: string): void {
    const out = new Set(this.takenOut);
    if (!out.delete(column)) out.add(column);
    this.takenOut = out;
  }

  #onClick = (event: MouseEvent): void => {
    const index = indexOf(event);
    if (index !== undefined) this.chooseMark(index, event.ctrlKey || event.metaKey || event.shiftKey);
  };

  #onPointerOver = (event: Event): void => {
    const index = indexOf(event);
    if (index === undefined || this.busy) this.card.hideSoon();
    else this.#show(index, 'soon');
  };

  #onPointerLeave = (): void => this.card.hideSoon();

  #onFocusIn = (event: Event): void => {
    const index = indexOf(event);
    if (index !== undefined && !this.busy) this.#show(index, 'now');
  };

  #onFocusOut = (): void => this.card.hide();

  #onKey = (event: KeyboardEvent): void => {
    const at = indexOf(event);
    const action = chartAction(event, at, this.shape);
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'point') {
      this.markAt(action.index)?.focus();
      if (event.shiftKey && at !== undefined) this.extendTo(at, action.index);
    } else if (action.kind === 'choose' && at !== undefined) {
      this.chooseMark(at, action.add);
    } else if (action.kind === 'escape' && this.anyChosen) {
      this.clearChoice();
    } else {
      this.focusMarks();
    }
  };

  #show(index: number, when: 'now' | 'soon'): void {
    const mark = this.markAt(index);
    const text = this.textOf(index);
    const target = mark?.querySelector('.hit');
    if (text === undefined || mark === null || target === null || target === undefined) return;
    const subject = { ...text, mark: mark.querySelector('.bar, .point, .gap, .ghost') ?? target, target };
    if (when === 'now') this.card.show(subject);
    else this.card.showSoon(subject);
  }
}

/** The mark that an event happened on. */
function indexOf(event: Event): number | undefined {
  const { target } = event;
  const mark = target instanceof Element ? target.closest('[data-index]') : null;
  return mark === null ? undefined : Number(mark.getAttribute('data-index'));
}
