import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { changeSince } from '../../metrics/change.js';
import { numberFormat } from '../base/intl.js';

/** The change since last week as an arrow, a signed number and a word; that it is not known, where it is not. */
export function changeText(now: number | undefined, lastWeek: number | undefined, locale: string): TemplateResult {
  const change = changeSince(lastWeek ?? null, now ?? null);
  if (change === null) return html`${msg('Last week is not known.', { id: 'change.unknown' })}`;
  const signed = numberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(change);
  const rounded = Math.round(change * 100);
  if (rounded === 0) return html`${msg('No change from last week', { id: 'change.none' })}`;
  return rounded > 0
    ? html`<span aria-hidden="true">↑ </span>${msg(str`Up ${signed} from last week`, { id: 'change.up' })}`
    : html`<span aria-hidden="true">↓ </span>${msg(str`Down ${signed} from last week`, { id: 'change.down' })}`;
}
