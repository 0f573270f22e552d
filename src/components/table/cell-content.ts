import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Value } from '../../metrics/types.js';
import { speakValue } from '../base/format.js';
import type { FormatOptions } from '../base/format.js';
import { formatCell } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/** A value in a cell, kept apart from the direction of the page; one that is not known is a dash to see and words to hear. */
export function renderValue(value: Value, column: ShownColumn, options: FormatOptions): TemplateResult {
  const text = formatCell(value, column, options);
  if (value !== null) return html`<bdi>${text}</bdi>`;
  return html`<span class="unknown" aria-hidden="true">${text}</span
    ><span class="visually-hidden">${speakValue(null, column.unit, options)}</span>`;
}
