import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import { addedSince, changeSince, hasFallen } from '../../metrics/change.js';
import { formatNumber, signed } from '../base/text/format.js';
import type { TileNote } from '../base/shell/tiles.js';

/**
 * The change since last week as an arrow, a signed number and a word; that it is not known, where it is not. `since`: the written date of
 * last week's number, of which a week need not have passed; empty where its host gave none.
 */
export function changeText(now: number | null, lastWeek: number | null, since: string, locale: string): TileNote {
  return written(changeSince(lastWeek, now), since, locale);
}

/** What was added to a total since then; that it went down, where it did: then what was added is not known. */
export function addedText(now: number | null, lastWeek: number | null, since: string, locale: string): TileNote {
  return hasFallen(lastWeek, now)
    ? msg('The total went down: what was added is not known.', { id: 'change.fell' })
    : written(addedSince(lastWeek, now), since, locale);
}

function written(change: number | null, since: string, locale: string): TileNote {
  if (change === null) return msg('Last week is not known.', { id: 'change.unknown' });
  const difference = signed(change, locale, (size) => formatNumber(size, locale));
  const rounded = Math.round(change * 100);
  if (rounded === 0)
    return since ? msg(str`No change since ${since}`, { id: 'change.none-since' }) : msg('No change from last week', { id: 'change.none' });
  const sentence = since ? sinceDate(rounded > 0, difference, since) : fromLastWeek(rounded > 0, difference);
  return { sentence, drawn: html`<span aria-hidden="true">${rounded > 0 ? '↑' : '↓'} </span>${sentence}` };
}

function fromLastWeek(isUp: boolean, difference: string): string {
  return isUp
    ? msg(str`Up ${difference} from last week`, { id: 'change.up' })
    : msg(str`Down ${difference} from last week`, { id: 'change.down' });
}

function sinceDate(isUp: boolean, difference: string, since: string): string {
  return isUp
    ? msg(str`Up ${difference} since ${since}`, { id: 'change.up-since' })
    : msg(str`Down ${difference} since ${since}`, { id: 'change.down-since' });
}
