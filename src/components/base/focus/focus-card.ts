import { html, nothing, render } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { outsideZone } from '../../../workers/connect.js';
import { interactions } from '../menu/interactions.js';
import { directionOf } from '../text/locale.js';
import { SIZES } from '../tokens.js';
import type { Placement } from './top-layer.js';

const MOST_ROWS = 6;
const LISTENING = { capture: true, passive: true };

/** One line of a card. */
export interface CardRow {
  readonly label: string;
  readonly value: string;
  /** The value in words where they differ from what is written. */
  readonly spoken: string;
  /** Share of the total of all bars. */
  readonly share?: string;
}

/** What a card shows, and beside what. */
export interface CardSubject {
  readonly title: string;
  readonly rows: readonly CardRow[];
  /** What is drawn; the card stands over its middle, or at its end. */
  readonly mark: Element;
  /** The card touches the edge of these, so that the pointer can move from there onto the card. */
  readonly targets: readonly Element[];
  /** Where it stands to them; above if left out. */
  readonly side?: Placement['side'];
}

/**
 * The tooltip of a drawing or a cell. It follows the mark, not the pointer, comes after a moment (at once by keyboard), stays while it is
 * pointed at, and goes by Esc. Drawn apart from its host, so that pointing about draws nothing anew. Hidden from assistive
 * technology, which hears the same words from the mark.
 */
export class FocusCard implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #subject: CardSubject | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #passes: () => boolean;

  /** While `passes` holds, Esc is the host's too: it has something to let go of by the same press. */
  constructor(host: ReactiveControllerHost & HTMLElement, { passes = () => false }: { readonly passes?: () => boolean } = {}) {
    this.#host = host;
    this.#passes = passes;
    host.addController(this);
  }

  /** Whether the card is shown. */
  get isOpen(): boolean {
    return this.#subject !== undefined;
  }

  /** What it shows. */
  get subject(): CardSubject | undefined {
    return this.#subject;
  }

  hostConnected(): void {
    outsideZone(() => this.#host.addEventListener('pointerover', this.#onPointer, LISTENING));
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerover', this.#onPointer, LISTENING);
    this.hide();
  }

  /** The place of the card in the host's template. */
  render(): TemplateResult {
    return html` <div
      part="tooltip"
      class="card"
      aria-hidden="true"
      hidden
      @pointerenter=${() => this.#later(undefined)}
      @pointerleave=${() => this.hideSoon()}
    ></div>`;
  }

  /** Shows a subject at once. */
  show(subject: CardSubject): void {
    this.#later(undefined);
    const card = this.#card();
    if (card === null) return;
    if (this.#subject === undefined) this.#listen(true);
    this.#subject = subject;
    render(content(subject), card);
    card.hidden = false;
    this.#place();
  }

  /** Shows a subject after a moment. */
  showSoon(subject: CardSubject): void {
    this.#later(() => this.show(subject));
  }

  /** Hides the card after a moment, unless it is pointed at by then. */
  hideSoon(): void {
    this.#later(() => this.hide());
  }

  hide(): void {
    this.#later(undefined);
    if (this.#subject === undefined) return;
    this.#subject = undefined;
    this.#listen(false);
    const card = this.#card();
    if (card === null) return;
    interactions()?.lower(card);
    card.hidden = true;
  }

  #later(act: (() => void) | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = act === undefined ? undefined : setTimeout(act, SIZES.tooltipDelay);
  }

  #listen(on: boolean): void {
    const change = on ? document.addEventListener.bind(document) : document.removeEventListener.bind(document);
    change('keydown', this.#onKey, { capture: true });
    change('scroll', this.#place, { capture: true });
  }

  /** A finger cannot point at the card without pressing, and means what is under it. */
  #onPointer = ({ pointerType }: PointerEvent): void => {
    this.#card()?.classList.toggle('seen-through', pointerType === 'touch');
  };

  #onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    // A reader who is elsewhere already, as in the menu of the next widget, means what is there.
    if (event.composedPath().includes(this.#host)) {
      // Nor is the dialog closed that the host is in.
      event.preventDefault();
      if (!this.#passes()) event.stopPropagation();
    }
    this.hide();
  };

  #place = (): void => {
    const card = this.#card();
    const part = interactions();
    if (card === null || this.#subject === undefined || part?.raise(card) !== true) return;
    const { mark, targets, side = 'above' } = this.#subject;
    const { left, width } = mark.getBoundingClientRect();
    const boxes = targets.map((target) => target.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top));
    const height = Math.max(...boxes.map((box) => box.bottom)) - top;
    const placement = { side, align: 'center', direction: directionOf(this.#host), gap: 0, edge: SIZES.edge } as const;
    part.placeBeside(card, { left, width, top, height }, placement);
    card.classList.toggle('away', !isInSight(mark));
  };

  #card(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.card') ?? null;
  }
}

/** Whether some of a mark is in the window, and in the part of it that scrolls by itself. */
function isInSight(mark: Element): boolean {
  const { left, top, right, bottom } = mark.getBoundingClientRect();
  const frame = mark.closest('.scrolls, .frame')?.getBoundingClientRect();
  const within = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return [within, frame ?? within].every((box) => right > box.left && left < box.right && bottom > box.top && top < box.bottom);
}

function content({ title, rows }: CardSubject): TemplateResult {
  return html` <p class=${rows.length === 0 ? '' : 'card-title'}><bdi>${title}</bdi></p>
    <dl class=${rows.some(({ share }) => share !== undefined) ? 'with-shares' : ''}>
      ${rows.slice(0, MOST_ROWS).map(
        ({ label, value, share }) =>
          html` <dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>
            ${share === undefined ? nothing : html`<dd class="share">${share}</dd>`}`,
      )}
    </dl>`;
}
