import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ViewData } from '../../workers/connect.js';
import type { FormatOptions } from '../base/text/format.js';
import { renderHidden, renderValue } from '../table/cell-content.js';
import { columnValue, isHidden, shownColumns } from '../table/table-column.js';
import type { ShownColumn, TableColumn } from '../table/table-column.js';
import type { Reference } from './reference.js';

/**
 * The numbers of a drawing as a plain table: the same columns of the same answer, exact, and what they are held against in a last row;
 * under it what is to be known of a row.
 */
export function renderDataTable(
  result: ViewData,
  shown: readonly TableColumn[],
  { caption, reference, note = '' }: { readonly caption: string; readonly reference?: Reference | undefined; readonly note?: string },
  options: FormatOptions,
): TemplateResult {
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
      ${renderReference(reference, columns, options)}
    </table>
    ${note === '' ? nothing : html`<p class="table-note">${note}</p>`}
  </div>`;
}

function renderReference(
  reference: Reference | undefined,
  columns: readonly ShownColumn[],
  options: FormatOptions,
): TemplateResult | typeof nothing {
  const { at = 0, row } = reference ?? {};
  if (row === undefined) return nothing;
  return html` <tfoot>
    <tr part="row">
      <th part="cell" scope="row"><bdi>${row.label}</bdi></th>
      ${columns.slice(1).map((column) => html`<td part="cell" class="number">${column.column === row.column ? renderValue(at, column, options) : nothing}</td>`)}
    </tr>
  </tfoot>`;
}

function renderCell(column: ShownColumn, row: number, at: number, options: FormatOptions): TemplateResult {
  const value = columnValue(column, row);
  const text = column.written?.(row);
  const content = isHidden(column, row)
    ? renderHidden()
    : text === undefined
      ? renderValue(value, column, options)
      : html`<bdi>${text}</bdi>`;
  return at === 0
    ? html`<th part="cell" scope="row">${content}</th>`
    : html`<td part="cell" class=${column.numeric ? 'number' : ''}>${content}</td>`;
}
