import { msg, plural, str } from '../../../localize/msg.js';
import type { Unit, Value } from '../../../metrics/types.js';
import { codeText } from './code-text.js';
import { dateFormat, numberFormat, relativeFormat } from './intl.js';

/** How a value is written: `short` in charts (three significant figures), `exact` in tables, tooltips and speech. */
export interface FormatOptions {
  readonly locale: string;
  readonly timezone: string;
  readonly style?: 'short' | 'exact';
}

/** What stands where a value is not known. */
export const UNKNOWN = '–';

/** Below, a number is what floating point leaves of 0. */
export const LEAST = 1e-9;

/** A value of a unit, in the reader's language; `–` for null, which is not known. */
export function formatValue(value: Value, unit: Unit, options: FormatOptions): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'boolean') return value ? msg('yes', { id: 'value.yes' }) : msg('no', { id: 'value.no' });
  if (typeof value === 'string') return formatText(value, unit, options);
  return unit === 'instant' ? formatInstant(value, options) : formatMeasure(value, unit, options);
}

function formatText(value: string, unit: Unit, options: FormatOptions): string {
  if (unit === 'code') return codeText(value);
  // A period of instants is named by the day on which it begins.
  return unit === 'date' || unit === 'instant' ? formatDate(value, options) : shownText(value);
}

/** A text of the data; one that is empty (an exploration that was never named) is said to be. */
export function shownText(text: string): string {
  return text === '' ? msg('Untitled', { id: 'value.untitled' }) : text;
}

/** A text short enough for a sentence: at most `length` characters, cut at a word where it is longer. */
export function shortText(text: string, length = 44): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const word = cut.lastIndexOf(' ');
  return `${word > length / 2 ? cut.slice(0, word) : cut}…`;
}

/** The same for assistive technology: "not known" is said in words. */
export function speakValue(value: Value, unit: Unit, options: FormatOptions): string {
  return value === null ? msg('not known', { id: 'value.unknown' }) : formatValue(value, unit, { ...options, style: 'exact' });
}

/**
 * A number as far as `formatValue` writes it: a share to a tenth of a percent, seconds whole from ten on and to the minute from an hour on,
 * all else to hundredths; what is less than that to its first digit.
 */
export function roundShown(value: number, unit: Unit): number {
  if (unit === 'seconds' && Math.abs(value) >= 3599.5) return Math.round(value / 60) * 60;
  const digits = unit === 'fraction' ? 3 : unit !== 'seconds' ? 2 : Math.abs(value) < 9.5 ? 1 : 0;
  return roundTo(value, digits);
}

/** A number as far as it is written with at most so many decimals. */
export function roundTo(value: number, decimals: number): number {
  return Number(isLost(value, decimals) ? value.toPrecision(1) : value.toFixed(decimals));
}

/** Whether so many decimals would show a number as 0 that is more than floating point leaves of 0. */
export function isLost(value: number, decimals: number): boolean {
  return Math.abs(value) > LEAST && Number(value.toFixed(decimals)) === 0;
}

/** A number with at least and at most so many decimals, or where they would show it as 0 that it is not, up to its first digit. */
export function writeDecimals(value: number, locale: string, least: number, most: number, options: Intl.NumberFormatOptions = {}): string {
  const digits = isLost(value, most + (options.style === 'percent' ? 2 : 0))
    ? { maximumSignificantDigits: 1 }
    : { minimumFractionDigits: least, maximumFractionDigits: most };
  return numberFormat(locale, { ...options, ...digits }).format(value);
}

/** A whole or broken number, grouped. */
export function formatNumber(value: number, locale: string): string {
  return writeDecimals(value, locale, 0, 2);
}

/** A number with its sign: +, − (no hyphen), on the side where the language has it, or none for 0; `write` is given its size. */
export function signed(value: number, locale: string, write: (size: number) => string): string {
  if (value === 0) return write(0);
  const parts = numberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }).formatToParts(Math.sign(value));
  const sign = parts.filter(({ type }) => type !== 'integer').map((part) => part.value);
  // Marks of direction hold what follows together: a sign before them would stand at the other end.
  return write(Math.abs(value)).replace(/^[\u200f\u2068]*/, (marks) => marks + sign.join('').replace('-', '−'));
}

/** "12.4k": at most three significant figures. A thousand is k, not the K of kelvin. */
export function formatCompact(value: number, locale: string): string {
  const parts = numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).formatToParts(value);
  return parts.map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value)).join('');
}

/** The time of day of an instant on the day of `now`, else its date with it. */
export function formatTime(instant: number, { locale, timezone }: { locale: string; timezone: string }, now: number): string {
  const dayOf = (of: number): string => dateFormat(locale, { dateStyle: 'medium', timeZone: timezone }).format(of);
  if (dayOf(instant) !== dayOf(now)) return formatInstant(instant, { locale, timezone });
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: timezone }).format(instant);
}

/** "4 min ago", of the largest unit that fits. */
export function formatAge(seconds: number, locale: string): string {
  const relative = relativeFormat(locale, { numeric: 'auto', style: 'short' });
  if (seconds < 60) return relative.format(0, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86_400), 'day');
}

/** "3 filters", for the badge. */
export function filterCount(count: number): string {
  return msg(plural(count, '1 filter', str`${count} filters`), { id: 'badge.count' });
}

function formatMeasure(value: number, unit: Unit, { locale, style = 'exact' }: FormatOptions): string {
  const short = style === 'short';
  switch (unit) {
    case 'seconds':
      return formatDuration(value, locale);
    case 'fraction':
      return short
        ? numberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 }).format(value)
        : writeDecimals(value, locale, 1, 1, { style: 'percent' });
    case 'stars':
      return writeDecimals(value, locale, 1, 2);
    case 'days':
      return unbroken(writeDecimals(value, locale, 0, 1, { style: 'unit', unit: 'day', unitDisplay: 'long' }));
    default:
      return short ? formatCompact(value, locale) : formatNumber(value, locale);
  }
}

/** "2 min 37 s", "1 h 5 min", "4.2 s": two units at most, and a decimal under ten seconds; never across lines. */
export function formatDuration(seconds: number, locale: string): string {
  return unbroken(durationText(seconds, locale));
}

/** A number beside its unit, which no line parts. */
function unbroken(text: string): string {
  return text.replace(/ /g, '\u00a0');
}

function durationText(seconds: number, locale: string): string {
  const number = (amount: number, decimals = 0): string => writeDecimals(amount, locale, 0, decimals);
  const whole = Math.round(seconds);
  if (whole < 60) return msg(str`${number(seconds, whole < 10 ? 1 : 0)} s`, { id: 'duration.seconds' });
  if (whole < 3600) {
    const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
    return rest === 0
      ? msg(str`${number(minutes)} min`, { id: 'duration.minutes' })
      : msg(str`${number(minutes)} min ${number(rest)} s`, { id: 'duration.minutes-seconds' });
  }
  const [hours, minutes] = [Math.floor(Math.round(seconds / 60) / 60), Math.round(seconds / 60) % 60];
  return minutes === 0
    ? msg(str`${number(hours)} h`, { id: 'duration.hours' })
    : msg(str`${number(hours)} h ${number(minutes)} min`, { id: 'duration.hours-minutes' });
}

function formatInstant(instant: number, { locale, timezone, style = 'exact' }: FormatOptions): string {
  const time = style === 'short' ? {} : { timeStyle: 'short' as const };
  return dateFormat(locale, { dateStyle: 'medium', ...time, timeZone: timezone }).format(instant);
}

function formatDate(date: string, { locale }: FormatOptions): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) ? date : dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
}

/** Bytes in megabytes, to a tenth. */
export function megabytes(bytes: number, locale: string): string {
  return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
}
