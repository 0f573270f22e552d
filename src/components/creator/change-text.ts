import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import { addedSince, changeSince, hasFallen } from '../../metrics/change.js';
import { formatNumber, signed } from '../base/text/format.js';
import type { TileNote } from '../base/shell/tiles.js';

/** The change since last week as an arrow, a signed number and a word; that it is not known, where it is not. */
export function changeText(now: number | null, lastWeek: number | null, locale: string): TileNote {
  return written(changeSince(lastWeek, now), locale);
}

/** What was added to a total since last week; that it went down, where it did: then what was added is not known. */
export function addedText(now: number | null, lastWeek: number | null, locale: string): TileNote {
  return hasFallen(lastWeek, now)
    ? msg('The total went down: what the week added is not known.', { id: 'change.fell' })
    : written(addedSince(lastWeek, now), locale);
}

function written(change: number | null, locale: string): TileNote {
  if (change === null) return msg('Last week is not known.', { id: 'change.unknown' });
  const difference = signed(change, locale, (size) => formatNumber(size, locale));
  const rounded = Math.round(change * 100);
  if (rounded === 0) return msg('No change from last week', { id: 'change.none' });
  const sentence =
    rounded > 0
      ? msg(str`Up ${difference} from last week`, { id: 'change.up' })
      : msg(str`Down ${difference} from last week`, { id: 'change.down' });
  return { sentence, drawn: html`<span aria-hidden="true">${rounded > 0 ? '↑' : '↓'} </span>${sentence}` };
}
