import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatNumber } from '../base/text/format.js';
import type { MenuItem } from '../base/menu/menu.js';

/** Which rows are shown, of how many. */
export interface Page {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  /** What is chosen, in words; empty where nothing is. */
  readonly selected: string;
  /** What it says on paper, where the rows are those that are in the page. */
  readonly printed: string;
}

/**
 * An entry of the menu that shows rows in pages of a plain table, which a virtual cursor of a screen reader reads whole, or in one list.
 */
export function pagingItem(paging: boolean, act: () => void): MenuItem {
  const label = paging ? msg('Show all rows in one list', { id: 'table.one-list' }) : msg('Show rows in pages', { id: 'table.pages' });
  return { label, act };
}

/** "1–50 of 257". */
export function pageText({ offset, size, total }: Pick<Page, 'offset' | 'size' | 'total'>, locale: string): string {
  const [from, to, all] = [offset + 1, Math.min(total, offset + size), total].map((value) => formatNumber(value, locale));
  if (total === 0) return formatNumber(0, locale);
  if (from === to) return msg(str`${from} of ${all}`, { id: 'pager.one' });
  return msg(str`${from}–${to} of ${all}`, { id: 'pager.range' });
}

/** "1–50 of 257", and how the other rows get on paper, where a menu is there to print them. */
export function printedText(rows: { offset: number; size: number; total: number }, locale: string, hasMenu: boolean): string {
  const text = pageText(rows, locale);
  if (!hasMenu || rows.size >= rows.total) return text;
  return msg(str`${text}. “Print” in the menu of this table prints all rows.`, { id: 'pager.printed' });
}

/** "2 selected", or "2 learners selected" where one may have several rows; empty for none. */
export function selectedText(count: number, ofPeople: boolean, locale: string): string {
  if (count === 0) return '';
  const text = formatNumber(count, locale);
  if (!ofPeople) return msg(str`${text} selected`, { id: 'pager.selected' });
  return msg(plural(count, '1 learner selected', str`${text} learners selected`), { id: 'pager.selected-learners' });
}

/** "1–50 of 257 · 2 selected · Clear", with buttons to turn the page where there is more than one; without `turn` rows are scrolled. */
export function renderPager(page: Page, locale: string, turn: ((offset: number) => void) | undefined, clear: () => void): TemplateResult {
  const { offset, size, total, selected } = page;
  const last = Math.max(0, Math.floor((total - 1) / size) * size);
  return html` <div part="pager" class="pager" data-printed=${page.printed}>
    <bdi class="seen">${pageText(page, locale)}</bdi>
    ${
      selected === ''
        ? nothing
        : html` <span aria-hidden="true">·</span>
            <bdi>${selected}</bdi>
            <span aria-hidden="true">·</span>
            <button type="button" class="link" @click=${clear}>${msg('Clear', { id: 'pager.clear' })}</button>`
    }
    ${
      turn === undefined || total <= size
        ? nothing
        : html` <span class="turns">
            ${renderTurn('back', msg('Previous page', { id: 'pager.previous' }), offset === 0, () => turn(Math.max(0, offset - size)))}
            ${renderTurn('forward', msg('Next page', { id: 'pager.next' }), offset >= last, () => turn(Math.min(last, offset + size)))}
          </span>`
    }
  </div>`;
}

function renderTurn(towards: 'back' | 'forward', label: string, atEnd: boolean, act: () => void): TemplateResult {
  return html` <button type="button" class="turn" aria-disabled=${String(atEnd)} aria-label=${label} @click=${atEnd ? nothing : act}>
    <svg viewBox="0 0 12 12" class=${towards} aria-hidden="true"><path d="M4 2l4 4-4 4"></path></svg>
  </button>`;
}
