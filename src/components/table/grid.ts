import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Order } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/dataset/cell.js';
import type { FormatOptions } from '../base/text/format.js';
import { renderHidden, renderMissing, renderValue } from './cell-content.js';
import { HEADER } from './cell-focus.js';
import type { CellPosition } from './cell-focus.js';
import { safeLink } from './link.js';
import { columnValue, isHidden } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/** What a grid shows. */
export interface GridParts {
  readonly result: ViewData;
  readonly columns: readonly ShownColumn[];
  /** Rows before the first one shown. */
  readonly offset: number;
  readonly sorted: Order | undefined;
  /** The cell that the Tab key reaches, or the link in it; its row counted from the first of all rows. */
  readonly active: CellPosition;
  readonly isSelected: (row: number) => boolean;
  readonly options: FormatOptions;
}

/** What the reader does in a grid; listened to once, above all cells. */
export interface GridListeners {
  readonly key: (event: KeyboardEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly focus: (event: Event) => void;
  readonly blur: (event: Event) => void;
  readonly over: (event: Event) => void;
  readonly leave: (event: Event) => void;
  readonly scroll: () => void;
}

/**
 * Rows under a header that sorts; one stop for the Tab key, arrows move inside. Rows that are not in the page have their room before and
 * after those that are.
 */
export function renderGrid(parts: GridParts, on: GridListeners): TemplateResult {
  const { result, columns, offset } = parts;
  return html` <div class="frame" @scroll=${on.scroll}>
    <table
      part="table"
      class="grid"
      role="grid"
      tabindex="-1"
      aria-labelledby="heading"
      aria-multiselectable="true"
      aria-rowcount=${result.total + 1}
      aria-colcount=${columns.length}
      @keydown=${on.key}
      @click=${on.click}
      @focusin=${on.focus}
      @focusout=${on.blur}
      @pointerover=${on.over}
      @pointerleave=${on.leave}
    >
      <colgroup>
        ${columns.map(() => html`<col />`)}
      </colgroup>
      <thead>
        <tr aria-rowindex="1">
          ${columns.map((column, at) => renderHeader(parts, column, at))}
        </tr>
      </thead>
      ${renderSpace('before', offset, columns.length)}
      <tbody>
        ${repeat(
          Array.from({ length: result.length }, (_, row) => row),
          (row) => offset + row,
          (row) => renderRow(parts, row),
        )}
      </tbody>
      ${renderSpace('after', result.total - offset - result.length, columns.length)}
    </table>
  </div>`;
}

function renderSpace(place: 'before' | 'after', rows: number, columns: number): TemplateResult | typeof nothing {
  if (rows <= 0) return nothing;
  return html`<tbody class="space ${place}" role="presentation">
    <tr role="presentation">
      <td role="presentation" colspan=${columns}></td>
    </tr>
  </tbody>`;
}

/** The direction in which rows are sorted by a column; undefined where they are not. */
export function sortDirection(sorted: Order | undefined, { column }: ShownColumn): 'asc' | 'desc' | undefined {
  return sorted?.column === column ? (sorted.direction ?? 'asc') : undefined;
}

/** An arrow for that direction; one that shows when it is pointed at where there is none. */
export function sortIcon(direction: 'asc' | 'desc' | undefined): TemplateResult {
  return html`<svg viewBox="0 0 10 10" class=${direction === undefined ? 'unsorted' : ''} aria-hidden="true">
    <path d=${direction === 'desc' ? 'M5 1v8M2 6l3 3 3-3' : 'M5 9V1M2 4l3-3 3 3'}></path>
  </svg>`;
}

function renderHeader({ sorted, active }: GridParts, shown: ShownColumn, at: number): TemplateResult {
  const { column, label, looks } = shown;
  const direction = sortDirection(sorted, shown);
  const aria = direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
  const isFixed = shown.isBeside === true;
  return html` <th scope="col" role="columnheader" aria-sort=${isFixed ? nothing : aria} class=${looks} data-column=${column}>
    <button
      type="button"
      class="sort"
      aria-disabled=${isFixed ? 'true' : nothing}
      tabindex=${active.row === HEADER && active.column === at ? 0 : -1}
    >
      <span class="sort-label">${label}</span>
      ${isFixed ? nothing : sortIcon(direction)}
    </button>
  </th>`;
}

function renderRow(parts: GridParts, row: number): TemplateResult {
  return html` <tr part="row" aria-rowindex=${parts.offset + row + 2} aria-selected=${String(parts.isSelected(row))}>
    ${parts.columns.map((column, at) => renderCell(parts, column, row, at))}
  </tr>`;
}

function renderCell({ result, active, offset, options }: GridParts, column: ShownColumn, row: number, at: number): TemplateResult {
  const tab = active.row === offset + row && active.column === at ? 0 : -1;
  const content = renderContent(result, column, row, options, tab);
  const own = linkOf(result, column, row) === undefined ? tab : -1;
  return at === 0
    ? html`<th scope="row" role="rowheader" part="cell" tabindex=${own} data-column=${column.column}>${content}</th>`
    : html`<td role="gridcell" part="cell" class=${column.looks} tabindex=${own} data-column=${column.column}>${content}</td>`;
}

/** What a cell says: its value, else what stands instead, as a link where it has one. `row` counts from the first that is in the page. */
export function renderContent(
  result: ViewData,
  column: ShownColumn,
  row: number,
  options: FormatOptions,
  tabindex: 0 | -1,
): TemplateResult {
  if (isHidden(column, row)) return renderHidden();
  const value = columnValue(column, row);
  if (value === null && column.instead !== undefined) return html`<bdi>${column.instead(row)}</bdi>`;
  const missing = value === null ? column.missing?.(row) : undefined;
  if (missing !== undefined) return renderMissing(missing);
  const content = renderValue(value, column, options);
  const link = linkOf(result, column, row);
  return link === undefined ? content : html`<a href=${link} target="_blank" rel="noopener" tabindex=${tabindex}>${content}</a>`;
}

/** Where the text of a cell leads; undefined where it leads nowhere. */
function linkOf(result: ViewData, column: ShownColumn, row: number): string | undefined {
  return column.link === undefined || columnValue(column, row) === null ? undefined : safeLink(cell(result, column.link, row));
}
