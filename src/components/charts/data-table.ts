import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { dictionaryEntry } from '../../metrics/dictionary.js';
import { valueAt } from '../../workers/connect.js';
import type { ViewData } from '../../workers/connect.js';
import { formatValue, speakValue, UNKNOWN } from '../base/format.js';
import type { FormatOptions } from '../base/format.js';

/** The numbers of a drawing as a plain table: the same columns of the same answer, exact. */
export function renderDataTable(result: ViewData, columns: readonly string[], caption: string, options: FormatOptions): TemplateResult {
  const shown = columns.flatMap((name) => result.columns.filter((column) => column.name === name));
  const rows = Array.from({ length: result.length }, (_, row) => row);
  const unitOf = (at: number) => dictionaryEntry(shown[at]?.meaning ?? '')?.unit ?? 'text';
  const numeric = (at: number) => shown[at]?.data.type === 'number';
  return html`
    <div class="data-frame" role="region" tabindex="0" aria-label=${caption}><table class="data-table">
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${shown.map((column, at) => html`
        <th scope="col" class=${numeric(at) ? 'number' : ''}>${dictionaryEntry(column.meaning)?.label ?? column.name}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${shown.map((column, at) => {
        const value = column.hidden?.[row] === 1 ? null : valueAt(column.data, row);
        const text = formatValue(value, unitOf(at), options);
        const content = text === UNKNOWN ? html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${speakValue(null, unitOf(at), options)}</span>` : html`<bdi>${text}</bdi>`;
        return at === 0 ? html`<th scope="row">${content}</th>` : html`<td class=${numeric(at) ? 'number' : ''}>${content}</td>`;
      })}</tr>`)}</tbody>
    </table></div>`;
}
