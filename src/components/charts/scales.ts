import { msg, plural, str } from '../../localize/msg.js';
import { nice, ticks } from 'd3-array';
import type { Unit } from '../../metrics/types.js';
import { isCount } from '../../metrics/unit.js';
import { formatCompact, formatValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';

/** A tick of a value axis: its value in the unit of the data, its number in that of the axis, and what is written beside it. */
export interface AxisTick {
  readonly value: number;
  readonly label: string;
  /** The label; of the last tick, with what it counts. */
  readonly text: string;
}

/** A value axis from 0 to `most`. */
export interface ValueAxis {
  readonly most: number;
  readonly ticks: readonly AxisTick[];
  /** The same from one value to another, both included. */
  readonly within: (from: number, to: number) => readonly AxisTick[];
}

const MINUTE = 60;
const HOUR = 3600;
/** The best rating. */
const STARS = 5;
/** More than so many of a unit are counted in the next greater one. */
const MANY = 3;

/**
 * The axis on which values up to `most` are drawn, with about `wanted` ticks. Starts at 0; of no value at all it ends at 1, and of stars at
 * 5.
 */
export function valueAxis(most: number, unit: Unit, wanted: number, options: FormatOptions): ValueAxis {
  const { divisor, said } = unitOfAxis(most, unit);
  const greatest = unit === 'stars' ? Math.max(most, STARS) : most > 0 ? most / divisor : 1;
  const count = unit === 'stars' ? STARS : isCount(unit) || unit === 'days' ? Math.min(wanted, Math.max(1, Math.ceil(greatest))) : wanted;
  const [, end] = nice(0, greatest, count);
  const values = ticks(0, end, count);
  const labelled = (some: readonly number[]): readonly AxisTick[] =>
    some.map((value, at) => {
      const label = tickLabel(value, unit, options);
      return { value: value * divisor, label, text: at === some.length - 1 ? said(label, value) : label };
    });
  const within = (from: number, to: number): readonly AxisTick[] =>
    labelled(values.filter((value) => value * divisor >= from && value * divisor <= to));
  return { most: end * divisor, ticks: labelled(values), within };
}

type Said = (label: string, value: number) => string;

function unitOfAxis(most: number, unit: Unit): { readonly divisor: number; readonly said: Said } {
  if (unit !== 'seconds') return { divisor: 1, said: (label, value) => withUnit(label, value, unit) };
  if (most > MANY * HOUR) return { divisor: HOUR, said: (label) => msg(str`${label} h`, { id: 'duration.hours' }) };
  if (most > MANY * MINUTE) return { divisor: MINUTE, said: (label) => msg(str`${label} min`, { id: 'duration.minutes' }) };
  return { divisor: 1, said: (label) => msg(str`${label} s`, { id: 'duration.seconds' }) };
}

function tickLabel(value: number, unit: Unit, options: FormatOptions): string {
  return unit === 'fraction' ? formatValue(value, unit, { ...options, style: 'short' }) : formatCompact(value, options.locale);
}

/** The label of so many of a unit with what they are, in the reader's language; alone for units that are written with every number. */
function withUnit(label: string, value: number, unit: Unit): string {
  switch (unit) {
    case 'learners':
      return msg(plural(value, str`${label} learner`, str`${label} learners`), { id: 'unit.learners' });
    case 'sessions':
      return msg(plural(value, str`${label} session`, str`${label} sessions`), { id: 'unit.sessions' });
    case 'plays':
      return msg(plural(value, str`${label} play`, str`${label} plays`), { id: 'unit.plays' });
    case 'attempts':
      return msg(plural(value, str`${label} attempt`, str`${label} attempts`), { id: 'unit.attempts' });
    case 'views':
      return msg(plural(value, str`${label} view`, str`${label} views`), { id: 'unit.views' });
    case 'items':
      return msg(plural(value, str`${label} item`, str`${label} items`), { id: 'unit.items' });
    case 'ratings':
      return msg(plural(value, str`${label} rating`, str`${label} ratings`), { id: 'unit.ratings' });
    case 'threads':
      return msg(plural(value, str`${label} thread`, str`${label} threads`), { id: 'unit.threads' });
    case 'stars':
      return msg(plural(value, str`${label} star`, str`${label} stars`), { id: 'unit.stars' });
    case 'days':
      return msg(plural(value, str`${label} day`, str`${label} days`), { id: 'unit.days' });
    default:
      return label;
  }
}
