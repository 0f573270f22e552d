import { msg, str } from '../../../localize/msg.js';
import { periodRange, startOfPeriod } from '../../../metrics/period.js';
import type { Clause } from '../../../metrics/types.js';
import { fieldLabel } from '../text/field-label.js';
import { isTime, unitOf } from '../text/field-unit.js';
import { formatValue } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { labelled } from '../focus/labelled.js';
import { OPEN_END, OPEN_START } from './open-range.js';

/**
 * A clause in words: "Track: audit, honor"; "Last visit: 1 Mar 2024 – 31 Mar 2024". Of many values three are named, and all where it is to
 * be exact.
 */
export function clauseText(clause: Clause, options: FormatOptions): string {
  const label = fieldLabel(clause.field);
  if (clause.range !== undefined) return labelled(label, rangeText(clause.field, clause.range, options));
  const values = clause.in ?? [];
  if (values.length === 0) return msg(str`${label}: nothing`, { id: 'clause.nothing' });
  const unit = unitOf(clause.field);
  const most = options.style === 'exact' ? values.length : 3;
  const texts = values
    .slice(0, most)
    .map((value) => (value === null ? msg('not known', { id: 'value.unknown' }) : formatValue(value, unit, options)));
  return labelled(label, `${texts.join(', ')}${values.length > most ? ` +${values.length - most}` : ''}`);
}

function rangeText(field: string, [from, to]: readonly [number, number], options: FormatOptions): string {
  const days = isTime(field) ? wholeDays(from, to, options.timezone) : undefined;
  const write = (edge: number): string => formatValue(edge, unitOf(field), options);
  const [first, last] = days === undefined ? [write(from), write(to)] : days.map((day) => formatValue(day, 'date', options));
  if (from <= OPEN_START) return msg(str`until ${last}`, { id: 'clause.until' });
  if (to >= OPEN_END) return msg(str`from ${first}`, { id: 'clause.from' });
  return days === undefined
    ? msg(str`from ${first} to ${last}`, { id: 'clause.range' })
    : first === last
      ? String(first)
      : `${first} – ${last}`;
}

/** First and last local date of a range that begins and ends with a day, or is open. */
function wholeDays(from: number, to: number, timezone: string): readonly [string, string] | undefined {
  const first = from <= OPEN_START ? '' : startOfPeriod(from, 'day', timezone);
  const last = to >= OPEN_END ? '' : startOfPeriod(to - 1, 'day', timezone);
  const isWhole =
    (first === '' || periodRange(first, 'day', timezone)[0] === from) && (last === '' || periodRange(last, 'day', timezone)[1] === to);
  return isWhole ? [first, last] : undefined;
}
