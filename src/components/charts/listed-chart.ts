import { msg } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { hiddenText } from '../base/audience/audience.js';
import { FocusCard } from '../base/focus/focus-card.js';
import type { CardRow, CardSubject } from '../base/focus/focus-card.js';
import { spokenRows } from './bars/bar-text.js';
import { StatsChart } from './chart.js';
import { focusMark } from './focus-mark.js';
import { chartAction } from './keyboard.js';
import type { ChartAction, ChartShape } from './keyboard.js';

/** What the card of a mark says. */
export interface MarkText {
  readonly title: string;
  readonly rows: readonly CardRow[];
  /** Its numbers are withheld from who reads. */
  readonly hidden: boolean;
}

/** A list of marks for reading and choosing. */
export interface MarkList {
  /** What the drawing is called. */
  readonly name: string;
  /** What its keys do. */
  readonly keys: string;
  /** Marks stand one under the other. */
  readonly lying: boolean;
  /** Further classes. */
  readonly looks: string;
  readonly content: TemplateResult;
}

/**
 * A drawing whose marks can be walked through by keyboard, pointed at and chosen. Marks are options with a `data-index`, in
 * reading order; handlers listen above them.
 *
 * @keyboard Tab - Goes to the chart as a whole, then out of it.
 * @keyboard → Enter - On the chart: goes to its first point; with a single measure ↓ does too.
 * @keyboard ← → - Goes from point to point in reading direction; in a horizontal chart ↑ ↓ do too.
 * @keyboard Home End - Goes to the first or last point.
 * @keyboard ↑ - Goes back to the chart; in a horizontal chart only from its first point.
 * @keyboard Enter, Space - Selects a point; if it is the only selected one, clears the selection.
 * @keyboard Ctrl + Enter - Adds a point to the selection.
 * @keyboard Esc - Clears the selection and closes the card; where there is neither, goes back to the chart.
 */
export abstract class StatsListedChart extends StatsChart {
  protected readonly card = new FocusCard(this, { passes: () => this.anyChosen });

  /** What the pointer is over, and where it came to it. */
  #over: { readonly index: number | undefined; readonly pointer: PointerEvent } | undefined;

  /** The mark that had the focus before this drawing: one that changes its place would lose it. */
  #focused: SVGElement | undefined;

  #renewsCard = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const active = this.shadowRoot?.activeElement;
    this.#focused = active instanceof SVGElement ? active : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focused?.isConnected === true && this.shadowRoot?.activeElement === null) this.#focused.focus({ preventScroll: true });
    this.#renewCard();
  }

  /** What the keys move through. */
  protected abstract get shape(): ChartShape;

  /** What is said of a mark; undefined where there is none. */
  protected abstract textOf(index: number): MarkText | undefined;

  /** A mark was clicked, or Enter pressed on it; `add` keeps what is chosen. */
  protected abstract chooseMark(index: number, add: boolean): void;

  /** Whether marks can be chosen at all, or only read. */
  protected get canChoose(): boolean {
    return true;
  }

  /** What the keys do where marks are bars. */
  protected get barKeys(): string {
    return this.canChoose
      ? msg('Arrow keys move through the bars, Enter chooses, Ctrl and Enter choose several.', { id: 'chart.keys' })
      : msg('Arrow keys move through the bars.', { id: 'chart.keys-read' });
  }

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

  /** What a clause calls a column. */
  protected fieldOf(column: string): string {
    return this.drawn?.columns.find(({ name }) => name === column)?.field ?? column;
  }

  /** The same, where what is withheld is told as that. */
  protected shownText(index: number): MarkText | undefined {
    const text = this.textOf(index);
    if (text?.hidden !== true) return text;
    return { ...text, rows: text.rows.map(hiddenRow) };
  }

  /** The words of a mark for assistive technology. */
  protected speak(index: number): string {
    const text = this.shownText(index);
    return text === undefined ? '' : spokenRows(text.title, text.rows);
  }

  /** The list of marks around a drawing. */
  protected renderMarks({ name, keys, lying, looks, content }: MarkList): TemplateResult {
    return html` <div
        class=${`marks ${this.canChoose ? '' : 'read-only'} ${looks}`}
        role="listbox"
        tabindex="0"
        aria-label=${name}
        aria-describedby="headline chart-keys"
        aria-multiselectable=${this.canChoose ? 'true' : nothing}
        aria-orientation=${lying ? 'vertical' : 'horizontal'}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @pointerover=${this.#onPointerOver}
        @pointerleave=${this.#onPointerLeave}
        @focusin=${this.#onFocusIn}
        @focusout=${this.#onFocusOut}
      >
        ${content}
      </div>
      <p class="visually-hidden" id="chart-keys">${this.reference === undefined ? keys : `${this.reference.sentence} ${keys}`}</p>`;
  }

  /** Up to the list of marks as a whole, or to the table in its place. */
  protected focusMarks(): void {
    this.renderRoot.querySelector<HTMLElement>('.marks, .data-frame')?.focus();
  }

  /** The mark of that place in the drawing. */
  protected markAt(index: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`[data-index="${index}"]`);
  }

  /** What a key does; undefined for one that does nothing here. */
  protected actionOf(event: KeyboardEvent, at: number | undefined): ChartAction | undefined {
    return chartAction(event, at, this.shape);
  }

  /** Does what a key does, at a mark or at the chart as a whole. */
  protected act(action: ChartAction, at: number | undefined, event: KeyboardEvent): void {
    if (action.kind === 'point') {
      focusMark(this.markAt(action.index));
      if (event.shiftKey && at !== undefined) this.extendTo(at, action.index);
    } else if (action.kind === 'choose' && at !== undefined) {
      this.chooseMark(at, action.add);
    } else if (action.kind === 'escape' && this.anyChosen) {
      this.clearChoice();
    } else {
      this.focusMarks();
    }
  }

  /** The focus is in the list of marks, on what `target` is; a card may say more of it. A press must not bring it under the pointer. */
  protected focused(target: EventTarget | null): void {
    const index = indexOf(target);
    if (index === undefined || this.busy) return;
    this.showCard(index, 'now', this.#over?.index === index ? this.#over.pointer : undefined);
  }

  /** The focus has left what it was on, for `to`. */
  protected blurred(_to: EventTarget | null): void {
    this.card.hide();
  }

  /** The mark that is pressed. */
  protected indexAt(event: MouseEvent): number | undefined {
    return indexOf(event.target);
  }

  #onClick = (event: MouseEvent): void => {
    const index = this.indexAt(event);
    if (index !== undefined) this.chooseMark(index, event.ctrlKey || event.metaKey || event.shiftKey);
  };

  #onPointerOver = (event: PointerEvent): void => {
    const index = indexOf(event.target);
    this.#over = { index, pointer: event };
    if (index === undefined || this.busy) this.card.hideSoon();
    else this.showCard(index, 'soon', event);
  };

  #onPointerLeave = (): void => {
    this.#over = undefined;
    this.card.hideSoon();
  };

  #onFocusIn = (event: Event): void => this.focused(event.target);

  #onFocusOut = (event: FocusEvent): void => this.blurred(event.relatedTarget);

  #onKey = (event: KeyboardEvent): void => {
    const at = indexOf(event.target);
    const action = this.actionOf(event, at);
    // Where there is nothing to let go of, Esc is the page's: it closes the dialog that a widget is in.
    if (action === undefined || (action.kind === 'escape' && at === undefined && !this.anyChosen)) return;
    event.preventDefault();
    this.act(action, at, event);
  };

  /** Shows the card of a mark; above the pointer where that is over what is drawn. What lies has it at its end or under it. */
  protected showCard(index: number, when: 'now' | 'soon', pointer?: PointerEvent): void {
    const mark = this.markAt(index);
    const text = this.shownText(index);
    const hit = mark?.querySelector('.hit');
    if (text === undefined || mark === null || hit === null || hit === undefined) return;
    const drawn = [...mark.querySelectorAll(DRAWN)];
    const isAbove = pointer !== undefined && drawn.every((part) => pointer.clientY < part.getBoundingClientRect().top);
    const { lying } = this.shape;
    // A pointer high over a short bar would be under the card.
    const targets = lying || drawn.length === 0 || isAbove ? [hit] : drawn;
    const bar = mark.querySelector('.bar, .point, .gap, .ghost') ?? hit;
    const subject = { ...text, targets, ...(lying ? this.#endOf(index, drawn.length === 0 ? [hit] : drawn, pointer) : { mark: bar }) };
    if (when === 'now') this.card.show(subject);
    else this.card.showSoon(subject);
  }

  /** A card that is open says what is said of its mark now: other numbers, or another language. */
  #renewCard(): void {
    const { subject } = this.card;
    if (subject === undefined || this.#renewsCard) return;
    const [target] = subject.targets;
    const index = target?.isConnected === true ? indexOf(target) : undefined;
    const text = index === undefined ? undefined : this.shownText(index);
    if (index === undefined || text === undefined) return this.card.hide();
    if (JSON.stringify([text.title, text.rows]) === JSON.stringify([subject.title, subject.rows])) return;
    this.#renewsCard = true;
    this.showCard(index, 'now', this.#over?.index === index ? this.#over.pointer : undefined);
    this.#renewsCard = false;
  }

  /** What reaches furthest of a lying mark. The card must not come under a pointer that is past it. */
  #endOf(index: number, drawn: readonly Element[], pointer: PointerEvent | undefined): Pick<CardSubject, 'mark' | 'side'> {
    const isRtl = this.shape.direction === 'rtl';
    const endOf = (element: Element): number => {
      const { left, right } = element.getBoundingClientRect();
      return isRtl ? -left : right;
    };
    const whisker = this.renderRoot.querySelector(`[data-whisker="${index}"]`);
    const mark = [...drawn, ...(whisker === null ? [] : [whisker])].reduce((far, next) => (endOf(next) > endOf(far) ? next : far));
    const isPast = pointer !== undefined && (isRtl ? -pointer.clientX : pointer.clientX) > endOf(mark);
    return { mark, side: isPast ? 'below' : 'beside' };
  }
}

/** What is said of a measure that is withheld. */
export function hiddenRow({ label }: Pick<CardRow, 'label'>): CardRow {
  return { label, value: hiddenText(), spoken: hiddenText() };
}

/** What a mark draws, without where it can be pointed at. */
const DRAWN = '.bar, .ghost, .gap, .marker';

/** The mark that something is part of. */
function indexOf(target: EventTarget | null): number | undefined {
  const mark = target instanceof Element ? target.closest('[data-index]') : null;
  return mark === null ? undefined : Number(mark.getAttribute('data-index'));
}
