import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Order, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/cell.js';
import { SelectEvent } from '../base/events.js';
import { FocusCard } from '../base/focus-card.js';
import { formatValue } from '../base/format.js';
import type { FormatOptions } from '../base/format.js';
import { StatsElement } from '../base/stats-element.js';
import type { Skeleton } from '../base/states.js';
import { px } from '../base/tokens.js';
import { HEADER, moveCell } from './cell-focus.js';
import type { CellPosition } from './cell-focus.js';
import { fixWidths, naturalWidths } from './column-widths.js';
import { renderGrid } from './grid.js';
import { pageText, renderPager } from './page.js';
import type { Page } from './page.js';
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

  protected override readonly skeleton: Skeleton = 'table';

  /** The cell that the Tab key reaches. */
  @state() private active: CellPosition = { row: 0, column: 0 };

  #card = new FocusCard(this);
  /** Row where a Shift range begins. */
  #anchor = 0;
  #shown: readonly ShownColumn[] = [];
  /** Columns and language for which widths are fixed. */
  #measured = '';
  #hadFocus = false;
  /** What others filter by, as it was asked last. */
  #filters = '[[],{}]';
  /** Height of the first page without filters, which fewer rows keep. */
  #height = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.params.limit === undefined)
      this.setParams({ limit: PAGE_SIZE, offset: 0, ...(this.initialSort.length === 0 ? {} : { sort: this.initialSort }) });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#turnBack();
    this.#hadFocus = this.#grid()?.contains(this.shadowRoot?.activeElement ?? null) ?? false;
  }

  protected override renderBody(result: ViewData): TemplateResult {
    this.#shown = shownColumns(result, this.columns);
    const chosen = new Set(this.chosen(this.#keyField(result)));
    const grid = renderGrid(
      {
        result,
        columns: this.#shown,
        offset: this.#page(result).offset,
        sorted: this.params.sort?.[0],
        active: this.#clamped(result),
        isSelected: (row) => chosen.has(cell(result, this.rowKey, row)),
        options: this.#options,
      },
      { key: this.#onKey, click: this.#onClick, focus: this.#onFocus, blur: this.#onLeave, over: this.#onOver, leave: this.#onLeave },
    );
    const page = { ...this.#page(result), selected: chosen.size };
    return html`${grid}${renderPager(
      page,
      this.localized.language,
      (to) => this.#turn(to),
      () => this.select([]),
    )}${this.#card.render()}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#fixWidths();
    this.#keepHeight();
    if (this.#hadFocus && this.shadowRoot?.activeElement === null && this.result !== undefined) this.#focus(this.#clamped(this.result));
  }

  get #options(): FormatOptions {
    return { locale: this.localized.language, timezone: this.zone, style: 'exact' };
  }

  #page(result: ViewData): Page {
    return { offset: this.params.offset ?? 0, size: PAGE_SIZE, total: result.total, selected: 0 };
  }

  #fixWidths(): void {
    const grid = this.#grid();
    if (grid === null || this.result === undefined || this.result.length === 0) return;
    const key = [this.localized.language, ...this.#shown.map(({ column }) => column)].join(' ');
    if (key === this.#measured && grid.classList.contains('fixed')) return;
    const widths = naturalWidths(grid);
    if (widths.every((width) => width === 0)) return;
    this.#measured = key;
    fixWidths(grid, widths);
  }

  /** To the first page where others filter anew, since there may be no other any more. */
  #turnBack(): void {
    if (this.pageDataset === undefined) return;
    const filters = JSON.stringify([this.pageDataset.clauses.without(this.origin), this.pageDataset.params]);
    if (filters !== this.#filters && (this.params.offset ?? 0) > 0) this.setParams({ offset: 0 });
    this.#filters = filters;
  }

  #keepHeight(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (frame === null || this.result === undefined) return;
    const whole = this.#page(this.result).offset === 0 && this.result.applied.every(({ origin }) => origin === 'fixed');
    if (whole) frame.style.removeProperty('min-block-size');
    if (whole) this.#height = frame.offsetHeight;
    else frame.style.setProperty('min-block-size', px(this.#height));
  }

  #sort(column: ShownColumn): void {
    const sorted = this.params.sort?.[0];
    const first = column.numeric || column.unit === 'instant' ? 'desc' : 'asc';
    const now = sorted?.column === column.column ? (sorted.direction ?? 'asc') : undefined;
    const next = now === undefined ? first : now === 'asc' ? 'desc' : 'asc';
    this.setParams({ sort: [{ column: column.column, direction: next }], offset: 0 });
    this.announcement =
      next === 'asc'
        ? msg(str`Sorted by ${column.label}, ascending`, { id: 'table.sorted-ascending' })
        : msg(str`Sorted by ${column.label}, descending`, { id: 'table.sorted-descending' });
  }

  #turn(offset: number): void {
    this.setParams({ offset });
    if (this.result === undefined) return;
    this.announcement = pageText({ ...this.#page(this.result), offset }, this.localized.language);
    this.renderRoot.querySelector('.frame')?.scrollTo({ top: 0 });
  }

  #choose(row: number, how: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): void {
    const result = this.result;
    if (result === undefined || row < 0) return;
    const field = this.#keyField(result);
    if (how.shiftKey) {
      const [from, to] = [Math.min(this.#anchor, row), Math.max(this.#anchor, row)];
      const keys = Array.from({ length: to - from + 1 }, (_, at) => cell(result, this.rowKey, from + at));
      this.select([...new Set([...this.chosen(field), ...keys])]);
      return;
    }
    this.#anchor = row;
    this.choose(field, cell(result, this.rowKey, row), { add: how.ctrlKey || how.metaKey });
    this.#tell();
  }

  /** Chooses exactly the rows of these keys, and tells the page. */
  protected select(keys: readonly Value[]): void {
    if (this.result === undefined) return;
    this.chooseAll(this.#keyField(this.result), keys);
    this.#tell();
  }

  /** Once the filter event has taken effect, which a listener may prevent. */
  #tell(): void {
    queueMicrotask(() => {
      if (this.result === undefined) return;
      const ids = this.chosen(this.#keyField(this.result)).filter((id): id is string => typeof id === 'string');
      this.dispatchEvent(new SelectEvent({ ids }));
    });
  }

  #keyField(result: ViewData): string {
    return result.columns.find((column) => column.name === this.rowKey)?.field ?? this.rowKey;
  }

  #onClick = (event: MouseEvent): void => {
    const at = positionOf(event);
    if (at === undefined || isLink(event)) return;
    const column = this.#shown[at.column];
    if (at.row !== HEADER) this.#choose(at.row, event);
    else if (column !== undefined) this.#sort(column);
  };

  #onFocus = (event: Event): void => {
    const at = positionOf(event);
    if (at === undefined) return;
    this.active = at;
    this.#explain(at, 'now');
  };

  #onOver = (event: Event): void => {
    const at = positionOf(event);
    if (at === undefined) this.#card.hideSoon();
    else this.#explain(at, 'soon');
  };

  #onLeave = (): void => this.#card.hideSoon();

  /** The full text of a cell that is cut off, and the exact time of an instant. */
  #explain({ row, column }: CellPosition, when: 'now' | 'soon'): void {
    const mark = this.#cellAt({ row, column });
    const shown = this.#shown[column];
    if (mark === undefined || shown === undefined || this.result === undefined) return;
    const value = row === HEADER ? shown.label : columnValue(shown, row);
    const full = row === HEADER ? shown.label : formatValue(value, shown.unit, this.#options);
    const cut = mark.scrollWidth > mark.clientWidth;
    if (value === null || !(cut || shown.unit === 'instant')) this.#card.hideSoon();
    else if (when === 'now') this.#card.show({ title: full, rows: [], mark, target: mark });
    else this.#card.showSoon({ title: full, rows: [], mark, target: mark });
  }

  #onKey = (event: KeyboardEvent): void => {
    const result = this.result;
    const at = positionOf(event);
    if (result === undefined || at === undefined || isLink(event)) return;
    const { offset, total } = this.#page(result);
    const moved = moveCell(event, at, { rows: result.length, columns: this.#shown.length }, this.localized.direction);
    if (moved !== undefined) this.#focus(moved);
    else if (at.row !== HEADER && (event.key === ' ' || event.key === 'Enter')) this.#choose(at.row, event);
    else if (event.key === 'Escape') this.select([]);
    else if (event.key === 'PageDown' && offset + PAGE_SIZE < total) this.#turn(offset + PAGE_SIZE);
    else if (event.key === 'PageUp' && offset > 0) this.#turn(Math.max(0, offset - PAGE_SIZE));
    else return;
    event.preventDefault();
  };

  #clamped({ length }: ViewData): CellPosition {
    const { row, column } = this.active;
    return { row: Math.min(row, length - 1), column: Math.min(column, Math.max(0, this.#shown.length - 1)) };
  }

  #focus(position: CellPosition): void {
    const target = this.#cellAt(position);
    if (position.row === HEADER) target?.querySelector('button')?.focus();
    else target?.focus();
  }

  #cellAt({ row, column }: CellPosition): HTMLElement | undefined {
    return this.#grid()?.rows[row + 1]?.cells[column];
  }

  #grid(): HTMLTableElement | null {
    return this.shadowRoot?.querySelector<HTMLTableElement>('table.grid') ?? null;
  }
}

/** The cell that an event happened in. */
function positionOf(event: Event): CellPosition | undefined {
  const { target } = event;
  const found = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  const row = found?.closest('tr');
  return found === null || row === null || row === undefined ? undefined : { row: row.rowIndex - 1, column: found.cellIndex };
}

function isLink(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('a') !== null;
}
