import { periodRange } from '../../../metrics/period.js';
import { timeWeights } from '../../../metrics/time-weights.js';
import { isDate, mondayOf } from '../../../metrics/week.js';
import { columnAt } from '../../engine/fields.js';
import type { Settings } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { CategoryColumn, Column, Table } from '../../table.js';
import { unlike } from '../../unlike.js';
import { numberAt, numbersOf, renamed, textAt, textsOf } from '../xapi/columns.js';

/** Numbers of a week that are either of the creator or of explorations, which they are put together of. */
const PUT_TOGETHER = ['plays', 'starts', 'completions', 'average_rating', 'average_engagement_seconds', 'engagement_seconds'];

/**
 * Weeks by their Monday, without those that begin after `now` in the time zone, with averages of time weighted as those of any host. Throws
 * StatsError `invalid` for a week that is no date, and for a number that would count twice: that one exploration has twice of one week,
 * or that a week has both of the creator and of an exploration.
 */
export function seenWeeks(table: Table, { now, timezone }: Pick<Settings, 'now' | 'timezone'>): Table {
  const column = table.columns.get('week');
  if (column?.type !== 'category') return table;
  const wrong = column.dictionary.findIndex((week) => !isDate(week));
  if (wrong >= 0) {
    const place = `weekly[${column.codes.indexOf(wrong)}].week`;
    throw unlike('invalid', place, 'a date (YYYY-MM-DD)', column.dictionary[wrong]);
  }
  const mondays = column.dictionary.map(mondayOf);
  const weeks = renamed(column, (_, code) => mondays[code] ?? null);
  for (const name of PUT_TOGETHER) {
    checkOnceOfWeek(table, weeks, name);
    checkOfOne(table, weeks, name);
  }
  const begun = mondays.map((monday) => periodRange(monday, 'week', timezone)[0] <= now);
  const rows = Int32Array.from(column.codes.keys()).filter((row) => begun[column.codes[row] ?? -1] !== false);
  const columns = [...withTimes(table), ['week', weeks] as const].map(([name, each]) => [name, columnAt(each, rows)] as const);
  return { ...table, length: rows.length, columns: new Map(columns) };
}

/** Columns that are made of averages. */
export const OF_AVERAGES: readonly string[] = ['engagement_weight', 'engagement_seconds'];

/** Whether averages of time stand alone, and what puts several together is to be made of them. */
export function derivesTimes({ columns }: Table): boolean {
  return columns.has('average_engagement_seconds') && !OF_AVERAGES.some((name) => columns.has(name));
}

/** Throws where one exploration, or the creator, has that number twice of one week, of whatever dates in it. */
function checkOnceOfWeek(table: Table, weeks: CategoryColumn, name: string): void {
  if (!table.columns.has(name)) return;
  const [values, explorations] = [numbersOf(table, name), textsOf(table, 'exploration').codes];
  const first = new Map<string, number>();
  for (const [row, week] of weeks.codes.entries()) {
    if (week < 0 || numberAt(values, row) === null) continue;
    const key = `${week} ${explorations[row] ?? -1}`;
    const other = first.get(key);
    if (other !== undefined) {
      throw new StatsError(
        'invalid',
        `weekly[${row}].${name}: expected one number for each exploration and week, but weekly[${other}] has it of the same.`,
      );
    }
    first.set(key, row);
  }
}

/** Throws where a week has that number both without and with an exploration. */
function checkOfOne(table: Table, weeks: CategoryColumn, name: string): void {
  if (!table.columns.has(name) || !table.columns.has('exploration')) return;
  const [values, explorations] = [numbersOf(table, name), textsOf(table, 'exploration')];
  const first = new Map<number, number>();
  for (const [row, week] of weeks.codes.entries()) {
    if (week < 0 || numberAt(values, row) === null) continue;
    const other = first.get(week) ?? row;
    if ((textAt(explorations, other) === null) !== (textAt(explorations, row) === null)) {
      const [own, one] = textAt(explorations, row) === null ? [row, other] : [other, row];
      throw new StatsError(
        'invalid',
        `weekly[${own}].${name}: expected it of the creator or of explorations, but weekly[${one}] has it of ${JSON.stringify(textAt(explorations, one))} for the same week.`,
      );
    }
    first.set(week, other);
  }
}

/** Columns with what an average of several averages is made of, where the tables have no such columns themselves. */
function withTimes(table: Table): readonly (readonly [string, Column])[] {
  const { columns } = table;
  if (!derivesTimes(table)) return [...columns];
  const [averages, starts] = [numbersOf(table, 'average_engagement_seconds'), numbersOf(table, 'starts')];
  const weights = timeWeights(Array.from(averages.keys(), (row) => ({ average: numberAt(averages, row), starts: numberAt(starts, row) })));
  const number = (value: (weight: number, row: number) => number): Column => ({
    type: 'number',
    values: Float64Array.from(weights, (weight, row) => value(weight ?? NaN, row)),
  });
  return [
    ...columns,
    ['engagement_weight', number((weight) => weight)],
    ['engagement_seconds', number((weight, row) => (numberAt(averages, row) ?? NaN) * weight)],
  ];
}
