import { msg, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { renderContent, sortDirection, sortIcon } from './grid.js';
import type { GridParts } from './grid.js';
import { columnValue, formatCell } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/** What the reader does in a plain table. */
export interface PlainListeners {
  readonly sort: (column: ShownColumn) => void;
  /** Takes the row as it is drawn, from 0. */
  readonly choose: (row: number, chosen: boolean) => void;
}

/** Rows as an ordinary table: every control is a stop of the Tab key, rows are chosen by checkboxes, nothing scrolls inside. */
export function renderPlainTable(parts: Omit<GridParts, 'active'>, on: PlainListeners): TemplateResult {
  const { result, columns } = parts;
  return html` <div class="frame plain">
    <table part="table" class="grid" aria-labelledby="heading" aria-rowcount=${result.total + 1}>
      <thead>
        <tr aria-rowindex="1">
          <td class="choice"></td>
          ${columns.map((column) => renderHeader(parts, column, on))}
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: result.length }, (_, row) => renderRow(parts, row, on))}
      </tbody>
    </table>
  </div>`;
}

function renderHeader({ sorted }: Omit<GridParts, 'active'>, column: ShownColumn, on: PlainListeners): TemplateResult {
  const direction = sortDirection(sorted, column);
  return html` <th
    scope="col"
    aria-sort=${direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : nothing}
    class=${column.looks}
    data-column=${column.column}
  >
    ${
      column.isBeside === true
        ? column.label
        : html`<button type="button" class="sort" @click=${() => on.sort(column)}>
            <span class="sort-label">${column.label}</span>${sortIcon(direction)}
          </button>`
    }
  </th>`;
}

function renderRow(parts: Omit<GridParts, 'active'>, row: number, on: PlainListeners): TemplateResult {
  const [first, ...others] = parts.columns;
  if (first === undefined) return html``;
  const name =
    columnValue(first, row) === null && first.instead !== undefined
      ? first.instead(row)
      : formatCell(columnValue(first, row), first, parts.options);
  return html` <tr part="row" aria-rowindex=${parts.offset + row + 2} class=${parts.isSelected(row) ? 'chosen' : ''}>
    <td class="choice">
      <input
        type="checkbox"
        aria-label=${msg(str`Choose ${name}`, { id: 'table.choose-row' })}
        .checked=${parts.isSelected(row)}
        @change=${(event: Event) => on.choose(row, (event.target as HTMLInputElement).checked)}
      />
    </td>
    <th scope="row" part="cell" data-column=${first.column}>${renderContent(parts.result, first, row, parts.options, 0)}</th>
    ${others.map(
      (column) =>
        html`<td part="cell" class=${column.looks} data-column=${column.column}>
          ${renderContent(parts.result, column, row, parts.options, 0)}
        </td>`,
    )}
  </tr>`;
}
