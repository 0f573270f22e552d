import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ViewData } from '../../workers/connect.js';
import type { FormatOptions } from '../base/format.js';
import { renderHidden, renderValue } from '../table/cell-content.js';
import { columnValue, isHidden, shownColumns } from '../table/table-column.js';
import type { ShownColumn, TableColumn } from '../table/table-column.js';

/** The numbers of a drawing as a plain table: the same columns of the same answer, exact. */
export function renderDataTable(result: ViewData, shown: readonly TableColumn[], caption: string, options: FormatOptions): TemplateResult {
  const columns = shownColumns(result, shown);
  return html` <div class="data-frame" role="group" tabindex="0" aria-label=${caption}>
    <table class="data-table" part="table">
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label, numeric }) => html`<th scope="col" class=${numeric ? 'number' : ''}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: result.length },
          (_, row) =>
            html` <tr part="row">
              ${columns.map((column, at) => renderCell(column, row, at, options))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderCell(column: ShownColumn, row: number, at: number, options: FormatOptions): TemplateResult {
  const value = columnValue(column, row);
  const content = isHidden(column, row)
    ? renderHidden()
    : value === null && column.instead !== undefined
      ? html`<bdi>${column.instead(row)}</bdi>`
      : renderValue(value, column, options);
  return at === 0
    ? html`<th part="cell" scope="row">${content}</th>`
    : html`<td part="cell" class=${column.numeric ? 'number' : ''}>${content}</td>`;
}
