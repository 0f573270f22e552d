import { msg, str } from '../../../localize/msg.js';
import { formatNumber, megabytes } from '../text/format.js';

/** How much was read of how much: bytes, or calls where there are few. */
export function progressSentence(loaded: number, total: number | undefined, locale: string): string {
  if (loaded === 0 && total === undefined) return msg('Loading', { id: 'state.loading' });
  const counted = total !== undefined && total < COUNTED_BELOW;
  const amount = (value: number): string => (counted ? formatNumber(value, locale) : megabytes(value, locale));
  if (total === undefined) return msg(str`Read ${megabytes(loaded, locale)} MB`, { id: 'state.read' });
  return counted
    ? msg(str`Reading ${amount(loaded)} of ${amount(total)}`, { id: 'state.reading-parts' })
    : msg(str`Reading ${amount(loaded)} of ${amount(total)} MB`, { id: 'state.reading' });
}

/** Below this a total counts calls, not bytes: nobody has so many explorations, and no file is so small. */
const COUNTED_BELOW = 10_000;
