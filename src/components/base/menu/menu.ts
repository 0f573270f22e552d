import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { interactions, needInteractions } from './interactions.js';
import { directionOf } from '../text/locale.js';
import { SIZES } from '../tokens.js';

/** One entry of a menu. */
export interface MenuItem {
  readonly label: string;
  /** A second, muted line: "Fetched 4 min ago". */
  readonly detail?: string;
  readonly act: () => void;
}

/**
 * A button with a menu, by pointer and keyboard: arrows, Home and End move, Esc and leaving close, focus returns to the button.
 * `name` is its class, and tells it from other menus of the same host.
 */
export class MenuController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #name: string;
  #open = false;

  constructor(host: ReactiveControllerHost & HTMLElement, name: string) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#open) this.#place();
  }

  hostDisconnected(): void {
    this.#set(false);
  }

  /** Gives the focus to the button, where there is one. */
  focus(): void {
    this.#button()?.focus();
  }

  /** The button, showing `face`, and under it the menu with its entries, which are asked for while it is open. */
  render(label: string, face: TemplateResult | string, items: () => readonly MenuItem[]): TemplateResult {
    return html` <div class="menu-anchor" id=${`${this.#name}-anchor`} @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
      <button
        type="button"
        part="menu-button ${this.#name}-button"
        class=${this.#name}
        aria-haspopup="menu"
        aria-expanded=${String(this.#open)}
        aria-label=${label}
        @click=${this.#toggle}
      >
        ${face}
      </button>
      ${
        this.#open
          ? html`<div part="menu" class="menu" role="menu" aria-label=${label}>${items().map((item) => this.#renderItem(item))}</div>`
          : nothing
      }
    </div>`;
  }

  #renderItem(item: MenuItem): TemplateResult {
    return html` <button type="button" role="menuitem" tabindex="-1" class="menu-item" @click=${() => this.#choose(item)}>
      <span><bdi>${item.label}</bdi></span
      >${
        item.detail === undefined
          ? nothing
          : html`<span class="visually-hidden">, </span><span class="detail"><bdi>${item.detail}</bdi></span>`
      }
    </button>`;
  }

  #toggle = (): void => {
    if (this.#open) this.#set(false);
    else if (interactions() === undefined) void this.#showLater();
    else this.#show();
  };

  /** Once its entries can be had, unless the reader has gone elsewhere by then. */
  async #showLater(): Promise<void> {
    const at = (): (Element | null | undefined)[] => [document.activeElement, this.#host.shadowRoot?.activeElement];
    const before = at();
    await needInteractions();
    if (this.#host.isConnected && at().every((element, index) => element === before[index])) this.#show();
  }

  #show(): void {
    this.#set(true);
    void this.#host.updateComplete.then(() => this.#items()[0]?.focus());
  }

  #choose(item: MenuItem): void {
    this.#set(false);
    this.focus();
    item.act();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!this.#open) return;
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', Math.max(at, 0) - 1],
      ['Home', 0],
      ['End', items.length - 1],
    ]).get(event.key);
    if (event.key === 'Escape') {
      this.#set(false);
      this.focus();
    } else if (next !== undefined) {
      items[(next + items.length) % items.length]?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !(event.currentTarget as Element).contains(to)) this.#set(false);
  };

  #set(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    if (open) window.addEventListener('scroll', this.#place, { capture: true, passive: true });
    else window.removeEventListener('scroll', this.#place, { capture: true });
    this.#host.requestUpdate();
  }

  #place = (): void => {
    const [card, button] = [this.#find('.menu'), this.#button()];
    const part = interactions();
    if (card === null || button === null || part?.raise(card) !== true) return;
    const placement = { side: 'below', align: 'end', direction: directionOf(this.#host), gap: SIZES.edge, edge: SIZES.edge } as const;
    part.placeBeside(card, button.getBoundingClientRect(), placement);
  };

  #items(): readonly HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(`#${this.#name}-anchor [role="menuitem"]`) ?? [])];
  }

  #button(): HTMLElement | null {
    return this.#find('button');
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`#${this.#name}-anchor > ${selector}`) ?? null;
  }
}
