import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Order, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { SelectEvent } from '../base/events.js';
import { cell } from '../base/cell.js';
import { formatValue, speakValue } from '../base/format.js';
import type { FormatOptions } from '../base/format.js';
import { StatsElement } from '../base/stats-element.js';
import { moveCell } from './cell-focus.js';
import type { CellPosition } from './cell-focus.js';
import { safeLink } from './link.js';
import { renderPager } from './page.js';
import { columnValue, shownColumns } from './table-column.js';
import type { ShownColumn, TableColumn } from './table-column.js';
import { tableStyles } from './table-styles.js';

const PAGE_SIZE = 50;

/** A view of rows as a grid: sorted and paged by the worker, rows chosen by pointer and keyboard. */
export abstract class StatsTable extends StatsElement {
  static override styles: CSSResultGroup = [StatsElement.styles, tableStyles];

  /** The columns that are shown, in order; the first names the row. */
  protected abstract readonly columns: readonly TableColumn[];

  /** The column whose values rows are chosen by. */
  protected abstract readonly rowKey: string;

  /** Sorting before the reader chooses one. */
  protected readonly initialSort: readonly Order[] = [];

  @state() private active: CellPosition = { row: 0, column: 0 };

  /** Row where a Shift range begins. */
  #anchor = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.params.limit === undefined) this.setParams({ limit: PAGE_SIZE, offset: 0, ...(this.initialSort.length === 0 ? {} : { sort: this.initialSort }) });
  }

  protected override renderBody(result: ViewData): TemplateResult {
    const columns = shownColumns(result, this.columns);
    const chosen = this.chosen(this.#keyField(result));
    const offset = this.params.offset ?? 0;
    return html`
      <div class="frame">
        <table role="grid" aria-labelledby="heading" aria-multiselectable="true" aria-rowcount=${result.total + 1} aria-colcount=${columns.length}
          @keydown=${this.#onKey}>
          <thead><tr aria-rowindex="1">${columns.map((column) => this.#renderHeader(column))}</tr></thead>
          <tbody>${Array.from({ length: result.length }, (_, row) => this.#renderRow(result, columns, row, offset, chosen))}</tbody>
        </table>
      </div>
      ${renderPager({ offset, size: PAGE_SIZE, total: result.total, selected: chosen.length }, this.localized.language,
        (to) => this.setParams({ offset: to }), () => this.#select([]))}`;
  }

  #renderHeader(column: ShownColumn): TemplateResult {
    const sorted = this.params.sort?.[0];
    const direction = sorted?.column === column.column ? sorted.direction ?? 'asc' : undefined;
    const aria = direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
    return html`
      <th scope="col" role="columnheader" aria-sort=${aria} class=${column.numeric ? 'number' : ''} data-column=${column.column}>
        <button type="button" class="sort" @click=${() => this.#sort(column, direction)}>
          <span>${column.label}</span>
          <svg viewBox="0 0 10 10" class=${direction === undefined ? 'unsorted' : ''} aria-hidden="true">
            <path d=${direction === 'desc' ? 'M2 3.5l3 3 3-3' : 'M2 6.5l3-3 3 3'}></path></svg>
        </button>
      </th>`;
  }

  #renderRow(result: ViewData, columns: readonly ShownColumn[], row: number, offset: number, chosen: readonly Value[]): TemplateResult {
    const selected = chosen.includes(cell(result, this.rowKey, row));
    return html`
      <tr part="row" aria-rowindex=${offset + row + 2} aria-selected=${String(selected)} data-row=${row}
        @click=${(event: MouseEvent) => this.#choose(row, event)}>
        ${columns.map((column, at) => this.#renderCell(result, column, row, at))}
      </tr>`;
  }

  #renderCell(result: ViewData, column: ShownColumn, row: number, at: number): TemplateResult {
    const value = columnValue(column, row);
    const focusable = row === this.active.row && at === this.active.column ? 0 : -1;
    const text = value === null && column.instead !== undefined ? column.instead(row) : formatValue(value, column.unit, this.#options(column));
    const link = column.link === undefined ? undefined : safeLink(cell(result, column.link, row));
    const content = value === null && column.instead === undefined
      ? html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${speakValue(null, column.unit, this.#options(column))}</span>`
      : link === undefined ? html`<bdi>${text}</bdi>` : html`<a href=${link} target="_blank" rel="noopener">${text}</a>`;
    return at === 0
      ? html`<th scope="row" role="rowheader" part="cell" tabindex=${focusable} data-column=${column.column} title=${text} @focus=${() => this.#onFocus(row, at)}>${content}</th>`
      : html`<td role="gridcell" part="cell" class=${column.numeric ? 'number' : ''} tabindex=${focusable} data-column=${column.column} title=${column.numeric ? nothing : text} @focus=${() => this.#onFocus(row, at)}>${content}</td>`;
  }

  #options(column: ShownColumn): FormatOptions {
    return { locale: this.localized.language, timezone: this.timezone, style: column.unit === 'instant' ? 'short' : 'exact' };
  }

  #sort(column: ShownColumn, direction: 'asc' | 'desc' | undefined): void {
    const first = column.numeric || column.unit === 'instant' ? 'desc' : 'asc';
    const next = direction === undefined ? first : direction === 'asc' ? 'desc' : 'asc';
    this.setParams({ sort: [{ column: column.column, direction: next }], offset: 0 });
    this.announcement = next === 'asc'
      ? msg(str`Sorted by ${column.label}, ascending`, { id: 'table.sorted-ascending' })
      : msg(str`Sorted by ${column.label}, descending`, { id: 'table.sorted-descending' });
  }

  #choose(row: number, how: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): void {
    if (this.result === undefined) return;
    const field = this.#keyField(this.result);
    if (how.shiftKey) {
      const [from, to] = [Math.min(this.#anchor, row), Math.max(this.#anchor, row)];
      const keys = Array.from({ length: to - from + 1 }, (_, at) => cell(this.result, this.rowKey, from + at));
      this.#select([...new Set([...this.chosen(field), ...keys])]);
      return;
    }
    this.#anchor = row;
    this.choose(field, cell(this.result, this.rowKey, row), { add: how.ctrlKey || how.metaKey });
    queueMicrotask(() => this.#tell());
  }

  #select(keys: readonly Value[]): void {
    if (this.result === undefined) return;
    this.chooseAll(this.#keyField(this.result), keys);
    queueMicrotask(() => this.#tell());
  }

  #tell(): void {
    if (this.result === undefined) return;
    const ids = this.chosen(this.#keyField(this.result)).filter((id): id is string => typeof id === 'string');
    this.dispatchEvent(new SelectEvent({ ids }));
  }

  #keyField(result: ViewData): string {
    return result.columns.find((column) => column.name === this.rowKey)?.field ?? this.rowKey;
  }

  #onFocus(row: number, column: number): void {
    this.active = { row, column };
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!(event.composedPath()[0] instanceof HTMLTableCellElement)) return;
    const result = this.result;
    if (result === undefined) return;
    const offset = this.params.offset ?? 0;
    const moved = moveCell(event, this.active, { rows: result.length, columns: this.columns.length }, this.localized.direction);
    if (moved !== undefined) this.#focus(moved);
    else if (event.key === ' ' || event.key === 'Enter') this.#choose(this.active.row, event);
    else if (event.key === 'Escape') this.#select([]);
    else if (event.key === 'PageDown' && offset + PAGE_SIZE < result.total) this.setParams({ offset: offset + PAGE_SIZE });
    else if (event.key === 'PageUp' && offset > 0) this.setParams({ offset: Math.max(0, offset - PAGE_SIZE) });
    else return;
    event.preventDefault();
  };

  #focus({ row, column }: CellPosition): void {
    const cells = this.renderRoot.querySelector(`tr[data-row="${row}"]`)?.children;
    const target = cells?.[Math.min(column, cells.length - 1)];
    if (target instanceof HTMLElement) target.focus();
  }
}
