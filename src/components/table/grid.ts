import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Order } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/cell.js';
import type { FormatOptions } from '../base/format.js';
import { renderValue } from './cell-content.js';
import { HEADER } from './cell-focus.js';
import type { CellPosition } from './cell-focus.js';
import { safeLink } from './link.js';
import { columnValue } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/** What a grid shows. */
export interface GridParts {
  readonly result: ViewData;
  readonly columns: readonly ShownColumn[];
  /** Rows before the first one shown. */
  readonly offset: number;
  readonly sorted: Order | undefined;
  /** The cell that the Tab key reaches. */
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
}

/** Rows under a header that sorts; one stop for the Tab key, arrows move inside. */
export function renderGrid(parts: GridParts, on: GridListeners): TemplateResult {
  const { result, columns } = parts;
  return html` <div class="frame">
    <table
      part="table"
      class="grid"
      role="grid"
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
      <tbody>
        ${Array.from({ length: result.length }, (_, row) => renderRow(parts, row))}
      </tbody>
    </table>
  </div>`;
}

function renderHeader({ sorted, active }: GridParts, { column, label, numeric }: ShownColumn, at: number): TemplateResult {
  const direction = sorted?.column === column ? (sorted.direction ?? 'asc') : undefined;
  const aria = direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
  return html` <th scope="col" role="columnheader" aria-sort=${aria} class=${numeric ? 'number' : ''} data-column=${column}>
    <button type="button" class="sort" tabindex=${active.row === HEADER && active.column === at ? 0 : -1}>
      <span class="sort-label">${label}</span>
      <svg viewBox="0 0 10 10" class=${direction === undefined ? 'unsorted' : ''} aria-hidden="true">
        <path d=${direction === 'desc' ? 'M5 1v8M2 6l3 3 3-3' : 'M5 9V1M2 4l3-3 3 3'}></path>
      </svg>
    </button>
  </th>`;
}

function renderRow(parts: GridParts, row: number): TemplateResult {
  return html` <tr part="row" aria-rowindex=${parts.offset + row + 2} aria-selected=${String(parts.isSelected(row))}>
    ${parts.columns.map((column, at) => renderCell(parts, column, row, at))}
  </tr>`;
}

function renderCell({ result, active, options }: GridParts, column: ShownColumn, row: number, at: number): TemplateResult {
  const tab = active.row === row && active.column === at ? 0 : -1;
  const content = renderContent(result, column, row, options);
  return at === 0
    ? html`<th scope="row" role="rowheader" part="cell" tabindex=${tab} data-column=${column.column}>${content}</th>`
    : html`<td role="gridcell" part="cell" class=${column.numeric ? 'number' : ''} tabindex=${tab} data-column=${column.column}>
        ${content}
      </td>`;
}

function renderContent(result: ViewData, column: ShownColumn, row: number, options: FormatOptions): TemplateResult {
  const value = columnValue(column, row);
  if (value === null && column.instead !== undefined) return html`<bdi>${column.instead(row)}</bdi>`;
  const content = renderValue(value, column, options);
  const link = value === null || column.link === undefined ? undefined : safeLink(cell(result, column.link, row));
  return link === undefined ? content : html`<a href=${link} target="_blank" rel="noopener" tabindex="-1">${content}</a>`;
}
