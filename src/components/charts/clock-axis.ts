import { numberFormat } from '../base/text/intl.js';
import type { AxisTick } from './scales.js';

const MINUTE = 60;
const HOUR = 3600;
/** Spans between labels of an axis of seconds, in seconds. */
const SPANS = [1, 2, 5, 10, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE];

/** At most so many ticks of an axis of positions in a recording, from second `first` to `last`, as a player writes them: 1:30, 1:02:00. */
export function clockTicks(first: number, last: number, most: number, locale: string): readonly AxisTick[] {
  const ticksBy = (span: number): number => Math.floor(last / span) - Math.ceil(first / span) + 1;
  const span = SPANS.find((each) => ticksBy(each) <= most) ?? Math.max(1, Math.ceil((last - first) / (most * HOUR))) * HOUR;
  const from = Math.ceil(first / span);
  return Array.from({ length: Math.max(0, ticksBy(span)) }, (_, at) => {
    const value = (from + at) * span;
    const text = clockText(value, locale);
    return { value, label: text, text };
  });
}

function clockText(second: number, locale: string): string {
  const part = (value: number, digits: number): string =>
    numberFormat(locale, { minimumIntegerDigits: digits, useGrouping: false }).format(value);
  const [hours, minutes, seconds] = [Math.floor(second / HOUR), Math.floor((second % HOUR) / MINUTE), second % MINUTE];
  return hours === 0 ? `${part(minutes, 1)}:${part(seconds, 2)}` : `${part(hours, 1)}:${part(minutes, 2)}:${part(seconds, 2)}`;
}
