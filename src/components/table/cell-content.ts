import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Value } from '../../metrics/types.js';
import { hiddenText } from '../base/audience/audience.js';
import { speakValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import { dateFormat } from '../base/text/intl.js';
import { missingText } from '../base/states/parts-text.js';
import type { MissingBecause } from '../base/states/parts-text.js';
import { formatCell } from './table-column.js';
import type { ShownColumn } from './table-column.js';

/**
 * A value in a cell, kept apart from the direction of the page; one that is not known is a dash to see and words to hear. The time of day,
 * which a card shows, is there to hear and to copy.
 */
export function renderValue(value: Value, column: ShownColumn, options: FormatOptions): TemplateResult {
  const text = formatCell(value, column, options);
  if (typeof value === 'number' && column.unit === 'instant')
    return html`<bdi>${text}</bdi><span class="visually-hidden"> ${timeOf(value, options)}</span>`;
  if (value !== null) return html`<bdi>${text}</bdi>`;
  return html`<span class="unknown" aria-hidden="true">${text}</span
    ><span class="visually-hidden">${speakValue(null, column.unit, options)}</span>`;
}

/** In the place of a number that is withheld for privacy. */
export function renderHidden(): TemplateResult {
  return html`<span class="unknown">${hiddenText()}</span>`;
}

/** In the place of a number that was not asked for yet, or could not be had: neither 0 nor "not known". */
export function renderMissing(why: MissingBecause): TemplateResult {
  return html`<span class="missing" aria-hidden="true">${why === 'waiting' ? '…' : '!'}</span
    ><span class="visually-hidden">${missingText(why)}</span>`;
}

function timeOf(instant: number, { locale, timezone }: FormatOptions): string {
  return dateFormat(locale, { timeStyle: 'short', timeZone: timezone }).format(instant);
}
