import { html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Order, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/dataset/cell.js';
import { SelectEvent } from '../base/events.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { FocusCard } from '../base/focus/focus-card.js';
import type { FormatOptions } from '../base/text/format.js';
import type { MenuItem } from '../base/menu/menu.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import type { Skeleton } from '../base/states/states.js';
import { HEADER, moveCell } from './cell-focus.js';
import type { CellPosition } from './cell-focus.js';
import { cellText, explainCell } from './cell-card.js';
import { cellAt, isLink, positionOf } from './cell-position.js';
import { ColumnWidths } from './column-widths.js';
import { renderGrid } from './grid.js';
import { KeptDecimals } from './kept-decimals.js';
import { KeptHeight } from './kept-height.js';
import { pageText, pagingItem, printedText, renderPager, selectedText } from './page.js';
import type { Page } from './page.js';
import { renderPlainTable } from './plain-table.js';
import { keysBetween } from './row-keys.js';
import { RowScroll } from './row-scroll.js';
import type { VisibleRows } from './row-scroll.js';
import { WINDOW_ROWS, windowOffset } from './row-window.js';
import { nextOrder, sortedSentence } from './sorting.js';
import { SpeakingTable } from './speaking-table.js';
import { shownColumns } from './table-column.js';
import type { ShownColumn, TableColumn } from './table-column.js';
import { tableStyles } from './table-styles.js';
import { tableWish } from './table-wish.js';

/**
 * A view of rows as a grid: sorted by the worker, rows chosen by pointer and keyboard. All rows can be scrolled to, of which the page
 * holds a window; with `paging` they come in pages of a plain table.
 *
 * @keyboard Tab - Goes to the cell of the grid that had the focus last, then out of the grid.
 * @keyboard ← → ↑ ↓ - Goes from cell to cell, and from the first row to the header.
 * @keyboard Home End Page Up Page Down - Home and End go to an end of the row, with Ctrl of all rows; Page Up and Page Down move by the
 * visible rows.
 * @keyboard Enter, Space - On a row: selects only it, or clears it; with Ctrl adds it, with Shift selects all rows from the last selected
 * one.
 * @keyboard Enter - On a link in a cell: opens it.
 * @keyboard Enter, Space - On a header: sorts by its column, the second time in the opposite order.
 * @keyboard Esc - Clears the selection and closes the card.
 * @csspart table - The rows with their header.
 * @csspart cell - A cell.
 * @csspart pager - The line under the table.
 * @csspart tooltip - The card with the whole text of a cell that is cut off.
 */
export abstract class StatsTable extends SpeakingTable {
  static override styles: CSSResultGroup = [SpeakingTable.styles, tableStyles];

  /** Shows rows in pages of a plain table, with checkboxes, instead of a grid that scrolls. */
  @property({ type: Boolean, reflect: true }) paging = false;

  /** The columns that are shown, in order; the first names the row. */
  protected abstract readonly columns: readonly TableColumn[];

  /** The same columns for another answer of the view. */
  protected columnsOf(_result: ViewData | undefined): readonly TableColumn[] {
    return this.columns;
  }

  /** @internal */
  override get partWish(): PartWish {
    const rows = this.paging ? { from: 0, to: Infinity } : this.seen;
    const isBidden = this.params.sort !== undefined && this.params.sort !== this.initialSort;
    return tableWish(this.result, this.#shown, { from: rows.from - this.#offset, to: rows.to - this.#offset }, isBidden);
  }

  /** Sorting before the reader chooses one. */
  protected readonly initialSort: readonly Order[] = [];

  protected override readonly skeleton: Skeleton = 'table';
  /** The cell that the Tab key reaches, its row counted from the first of all. */
  @state() private active: CellPosition = { row: 0, column: 0 };
  @state() private seen: VisibleRows = { from: 0, to: 0 };

  #card = new FocusCard(this, { passes: () => this.result !== undefined && this.chosen(this.keyField(this.result)).length > 0 });
  #scroll = new RowScroll(() => this.renderRoot);
  /** The focus waits for its row to be drawn. */
  #awaited = false;
  #decimals = new KeptDecimals();
  /** Row where a Shift range begins. */
  #anchor = 0;
  #shown: readonly ShownColumn[] = [];
  #widths = new ColumnWidths();
  #hadFocus = false;
  /** What others filter by, as it was asked last. */
  #filters = '[[],{}]';
  #height = new KeptHeight(() => this.renderRoot);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.params.limit === undefined)
      this.setParams({ limit: WINDOW_ROWS, offset: 0, ...(this.initialSort.length === 0 ? {} : { sort: this.initialSort }) });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#turnBack();
    this.#hadFocus = this.#grid()?.contains(this.shadowRoot?.activeElement ?? null) ?? false;
  }

  protected override renderBody(result: ViewData): TemplateResult {
    this.#shown = this.#decimals.keep(shownColumns(result, this.columns), this.pageDataset?.name, result, this.answered);
    const chosen = new Set(this.chosen(this.keyField(result)));
    const parts = {
      result,
      columns: this.#shown,
      offset: this.#offset,
      sorted: this.params.sort?.[0],
      isSelected: (row: number) => chosen.has(cell(result, this.rowKey, row)),
      options: this.#options,
    };
    const rows = this.paging
      ? renderPlainTable(parts, {
          sort: (column) => this.#sort(column),
          choose: (row) => this.attempt(() => this.#choose(this.#offset + row, { ctrlKey: true, metaKey: false, shiftKey: false })),
        })
      : renderGrid(
          { ...parts, active: this.#tabStop(result) },
          {
            key: this.#onKey,
            click: this.#onClick,
            focus: this.#onFocus,
            blur: this.#onLeave,
            over: this.#onOver,
            leave: this.#onLeave,
            scroll: this.#onScroll,
          },
        );
    return html`${rows}${renderPager(
      this.#page(result, chosen.size),
      this.localized.language,
      this.paging ? (to) => this.#turn(to) : undefined,
      () => this.select([]),
    )}${this.#card.render()}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.result !== undefined && !this.paging) this.#scroll.place(this.#offset, this.result.length, this.result.total);
    super.updated(changed);
    if (this.result === undefined) return;
    this.#widths.fix(this.#grid(), this.result, this.#shown.flatMap(({ column, label }) => [column, label]).join(' '));
    this.#height.keep(this.result, this.#offset);
    if (this.paging) return;
    this.#see(this.result);
    this.#keepFocus(this.result);
  }

  /** Where the focused row has gone out of the page the grid itself has the focus, from where keys go on. */
  #keepFocus(result: ViewData): void {
    const lost = this.#hadFocus && this.shadowRoot?.activeElement === null;
    if (!this.#awaited && !lost) return;
    const position = this.#clamped(result);
    if (cellAt(this.#grid(), position) !== undefined) {
      if (this.#awaited && position.row !== HEADER) this.#scroll.reveal(position.row, result.total);
      this.#awaited = false;
      this.#focus(position);
    } else if (lost) this.#grid()?.focus({ preventScroll: true });
  }

  protected override menuItems(): readonly MenuItem[] {
    return [...super.menuItems(), pagingItem(this.paging, () => (this.paging = !this.paging))];
  }

  protected override shownNames(): readonly string[] {
    return this.columns.map(({ column }) => column);
  }

  /** All rows of the list as it is filtered, searched and sorted. */
  protected override async exported(): Promise<ExportedView | undefined> {
    if (this.result === undefined) return undefined;
    const { sort, search } = this.answered;
    const params = { ...(sort === undefined ? {} : { sort }), ...(search === undefined ? {} : { search }) };
    const result = await this.rowsAsked(params, 'export');
    return { result, columns: this.columnsOf(result), ...(search === undefined ? {} : { search }) };
  }

  get #options(): FormatOptions {
    return { locale: this.localized.language, timezone: this.zone, style: 'exact' };
  }

  /** Rows before the first one of the answer. */
  get #offset(): number {
    return this.answered.offset ?? 0;
  }

  #page({ total, length }: ViewData, chosen = 0): Page {
    const drawn = { offset: this.#offset, size: length, total };
    const { language } = this.localized;
    const selected = selectedText(chosen, this.isOfPeople, language);
    const page = { selected, total, printed: printedText(drawn, language, !this.withoutMenu) };
    if (this.paging) return { ...page, offset: this.#offset, size: WINDOW_ROWS };
    const offset = Math.min(this.seen.from, Math.max(0, total - 1));
    return { ...page, offset, size: Math.max(1, this.seen.to - this.seen.from) };
  }

  #onScroll = (): void => {
    if (this.result !== undefined) this.#see(this.result);
  };

  /** Takes note of what is in sight, and asks for other rows where the window does not reach. */
  #see({ total }: ViewData): void {
    const { from, to } = this.#scroll.visible(total);
    if (from !== this.seen.from || to !== this.seen.to) this.seen = { from, to };
    const start = this.params.offset ?? 0;
    if (from >= start && (to <= start + WINDOW_ROWS || start + WINDOW_ROWS >= total)) return;
    const offset = windowOffset(from, to - from, total);
    if (offset !== start) this.setParams({ offset });
  }

  /** To the first page where others filter anew, since there may be no other any more. */
  #turnBack(): void {
    if (this.pageDataset === undefined) return;
    const filters = JSON.stringify([this.pageDataset.clauses.without(this.origin), this.pageDataset.params]);
    if (filters !== this.#filters && (this.params.offset ?? 0) > 0) {
      this.setParams({ offset: 0 });
      this.#scroll.toTop();
    }
    this.#filters = filters;
  }

  #sort(column: ShownColumn): void {
    const order = nextOrder(this.params.sort?.[0], column);
    this.setParams({ sort: [order], offset: 0 });
    this.#scroll.toTop();
    this.announcement = sortedSentence(column, order.direction);
  }

  #turn(offset: number): void {
    this.setParams({ offset });
    if (this.result === undefined) return;
    this.announcement = pageText({ ...this.#page(this.result), offset }, this.localized.language);
    this.#scroll.toTop();
  }

  /** Chooses a row, counted from the first of all; with Shift those from the last one that was chosen on. */
  async #choose(row: number, how: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): Promise<void> {
    if (this.result === undefined || row < 0) return;
    const field = this.keyField(this.result);
    if (how.shiftKey) {
      const answer = { rows: this.result, offset: this.#offset };
      const more = (offset: number, limit: number): Promise<ViewData> => this.rowsAsked({ ...this.answered, offset, limit }, 'range');
      const keys = await keysBetween(answer, this.rowKey, [this.#anchor, row], more);
      return this.select([...new Set([...this.chosen(field), ...keys])]);
    }
    this.#anchor = row;
    this.choose(field, cell(this.result, this.rowKey, row - this.#offset), { add: how.ctrlKey || how.metaKey });
    this.#tell();
  }

  /** Chooses exactly the rows of these keys, and tells the page. */
  protected select(keys: readonly Value[]): void {
    if (this.result === undefined) return;
    this.chooseAll(this.keyField(this.result), keys);
    this.#tell();
  }

  /** Once the filter event has taken effect, which a listener may prevent. */
  #tell(): void {
    queueMicrotask(() => {
      if (this.result === undefined) return;
      const ids = this.chosen(this.keyField(this.result)).filter((id): id is string => typeof id === 'string');
      this.dispatchEvent(new SelectEvent({ ids }));
    });
  }

  #onClick = (event: MouseEvent): void => {
    const at = positionOf(event);
    if (at === undefined || isLink(event)) return;
    const column = this.#shown[at.column];
    if (at.row !== HEADER) this.attempt(() => this.#choose(at.row, event));
    else if (column !== undefined && column.isBeside !== true) this.#sort(column);
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
  #explain(position: CellPosition, when: 'now' | 'soon'): void {
    const mark = cellAt(this.#grid(), position);
    const shown = this.#shown[position.column];
    if (mark === undefined || shown === undefined || this.result === undefined) return;
    const row = position.row === HEADER ? HEADER : position.row - this.#offset;
    explainCell(this.#card, mark, cellText(shown, row, this.#options), when);
  }

  #onKey = (event: KeyboardEvent): void => {
    const { result } = this;
    const at = positionOf(event) ?? this.active;
    if (result === undefined || (event.key === 'Enter' && isLink(event))) return;
    const size = { rows: result.total, columns: this.#shown.length, visible: this.seen.to - this.seen.from };
    const moved = moveCell(event, at, size, this.localized.direction);
    if (moved !== undefined) this.#moveTo(moved, result);
    else if (at.row !== HEADER && (event.key === ' ' || event.key === 'Enter')) this.attempt(() => this.#choose(at.row, event));
    else if (event.key === 'Escape' && this.chosen(this.keyField(result)).length > 0) this.select([]);
    else return;
    event.preventDefault();
  };

  #moveTo(position: CellPosition, { total }: ViewData): void {
    this.active = position;
    if (position.row !== HEADER) this.#scroll.reveal(position.row, total);
    this.#awaited = cellAt(this.#grid(), position) === undefined;
    if (!this.#awaited) this.#focus(position);
  }

  /** The active cell, else the first in sight while that one is not in the page. */
  #tabStop(result: ViewData): CellPosition {
    const position = this.#clamped(result);
    const isDrawn = position.row < this.#offset + result.length && position.row >= this.#offset;
    return position.row === HEADER || isDrawn ? position : { ...position, row: Math.max(this.#offset, this.seen.from) };
  }

  #clamped({ total }: ViewData): CellPosition {
    const { row, column } = this.active;
    return { row: Math.min(row, total - 1), column: Math.min(column, Math.max(0, this.#shown.length - 1)) };
  }

  #focus(position: CellPosition): void {
    const target = cellAt(this.#grid(), position);
    (target?.querySelector<HTMLElement>('a, button') ?? target)?.focus();
  }

  #grid(): HTMLTableElement | null {
    return this.shadowRoot?.querySelector<HTMLTableElement>('table.grid') ?? null;
  }
}
