import { segments } from '../drawing/wrap.js';

const MOST = 80;

/** Of UTF-8: with number, date, ending and what a browser adds while it saves, less than the 255 that file systems take. */
const MOST_BYTES = 200;

/** Not allowed in a file name somewhere: separators, and marks that cannot be seen or turn the direction of what follows. */
const UNSAFE = /[\\/:*?"<>|\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The part of a file name before its ending: the title in its own script with unsafe characters as hyphens, at most 80 characters
 * and 200 bytes, and the local date of `instant` in `timezone`. "Who may need help?" of 4 March 2024 gives `Who may need help-2024-03-04`.
 */
export function fileName(title: string, instant: number, timezone: string): string {
  return `${fileStem(title)}-${localDate(instant, timezone)}`;
}

/** A title as a file name without date and ending. */
export function fileStem(title: string): string {
  const clean = title.replace(/\s+/g, ' ').replace(UNSAFE, '-');
  const characters = segments(clean, 'en', 'grapheme')
    .filter((character) => character >= ' ')
    .slice(0, MOST);
  while (new TextEncoder().encode(characters.join('')).length > MOST_BYTES) characters.pop();
  const printed = characters.join('').replace(/-{2,}/g, '-');
  const stem = printed.replace(/^[\s.\-~]+|[\s.-]+$/g, '');
  if (stem === '') return 'export';
  return DEVICE.test(stem) ? `_${stem}` : stem;
}

function localDate(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((other) => other.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
