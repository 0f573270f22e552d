import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { isOfBrowser } from '../base/focus/browser-keys.js';
import { rootScale } from '../base/shell/root-length.js';
import { SIZES } from '../base/tokens.js';

/** One tab of a list of tabs. */
export interface Tab {
  readonly id: string;
  readonly label: string;
}

/** A list of tabs: one stop for the Tab key; arrows, Home and End move and choose. Each tab controls the panel `panel-<id>`. */
export function renderTabs(
  label: string,
  tabs: readonly Tab[],
  chosen: string,
  direction: 'ltr' | 'rtl',
  choose: (id: string) => void,
): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    if (isOfBrowser(event)) return;
    const at = tabAfter(
      event.key,
      tabs.findIndex(({ id }) => id === chosen),
      tabs.length,
      direction,
    );
    const tab = at === undefined ? undefined : tabs[at];
    if (tab === undefined) return;
    event.preventDefault();
    choose(tab.id);
  };
  return html` <div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map(
      (tab) =>
        html` <button
          type="button"
          part="tab"
          role="tab"
          class="tab"
          id=${`tab-${tab.id}`}
          aria-controls=${`panel-${tab.id}`}
          aria-selected=${String(tab.id === chosen)}
          tabindex=${tab.id === chosen ? 0 : -1}
          @click=${() => choose(tab.id)}
        >
          ${tab.label}
        </button>`,
    )}
  </div>`;
}

/** Brings a tab into view in its list, clear of the sides that fade, without moving the page. */
export function scrollToTab(tab: Element): void {
  const list = tab.parentElement;
  if (list === null) return;
  const [inner, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  const faded = SIZES.fade * rootScale();
  list.scrollLeft += Math.min(0, inner.left - outer.left - faded) + Math.max(0, inner.right - outer.right + faded);
}

/** Where a key leads from a tab, in reading direction, round about; undefined for a key that does not move. */
export function tabAfter(key: string, at: number, count: number, direction: 'ltr' | 'rtl'): number | undefined {
  const [forward, back] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  switch (key) {
    case forward:
      return (at + 1) % count;
    case back:
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
