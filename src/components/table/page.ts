import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatNumber } from '../base/format.js';

/** Which rows are shown, of how many. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly selected: number;
}

/** "1–50 of 257 · 2 selected · Clear", with buttons to turn the page. */
export function renderPager(page: Page, locale: string, turn: (offset: number) => void, clear: () => void): TemplateResult {
  const { offset, size, total, selected } = page;
  const [from, to, all] = [offset + 1, Math.min(total, offset + size), total].map((value) => formatNumber(value, locale));
  const last = Math.max(0, Math.floor((total - 1) / size) * size);
  return html`
    <div part="pager" class="pager">
      <span>${total === 0 ? formatNumber(0, locale) : msg(str`${from}–${to} of ${all}`, { id: 'pager.range' })}</span>
      ${selected === 0 ? nothing : html`<span>${msg(str`${formatNumber(selected, locale)} selected`, { id: 'pager.selected' })}</span>
        <button type="button" class="link" @click=${clear}>${msg('Clear', { id: 'pager.clear' })}</button>`}
      <span class="turns">
        <button type="button" class="turn" ?disabled=${offset === 0} aria-label=${msg('Previous page', { id: 'pager.previous' })}
          @click=${() => turn(Math.max(0, offset - size))}>${arrow('back')}</button>
        <button type="button" class="turn" ?disabled=${offset >= last} aria-label=${msg('Next page', { id: 'pager.next' })}
          @click=${() => turn(Math.min(last, offset + size))}>${arrow('forward')}</button>
      </span>
    </div>`;
}

function arrow(towards: 'back' | 'forward'): TemplateResult {
  return html`<svg viewBox="0 0 12 12" class=${towards} aria-hidden="true"><path d="M4 2l4 4-4 4"></path></svg>`;
}
