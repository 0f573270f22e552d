import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { addedSince, changeSince, hasFallen } from '../../metrics/change.js';
import { formatNumber, signed } from '../base/format.js';

/** The change since last week as an arrow, a signed number and a word; that it is not known, where it is not. */
export function changeText(now: number | null, lastWeek: number | null, locale: string): TemplateResult {
  return written(changeSince(lastWeek, now), locale);
}

/** What was added to a total since last week; that it went down, where it did: then what was added is not known. */
export function addedText(now: number | null, lastWeek: number | null, locale: string): TemplateResult {
  return hasFallen(lastWeek, now)
    ? html`${msg('The total went down: what the week added is not known.', { id: 'change.fell' })}`
    : written(addedSince(lastWeek, now), locale);
}

function written(change: number | null, locale: string): TemplateResult {
  if (change === null) return html`${msg('Last week is not known.', { id: 'change.unknown' })}`;
  const difference = signed(change, locale, (size) => formatNumber(size, locale));
  const rounded = Math.round(change * 100);
  if (rounded === 0) return html`${msg('No change from last week', { id: 'change.none' })}`;
  return rounded > 0
    ? html`<span aria-hidden="true">↑ </span>${msg(str`Up ${difference} from last week`, { id: 'change.up' })}`
    : html`<span aria-hidden="true">↓ </span>${msg(str`Down ${difference} from last week`, { id: 'change.down' })}`;
}
