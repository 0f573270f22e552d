import { msg } from '../../localize/msg.js';
import { nice, ticks } from 'd3-array';
import type { Unit } from '../../metrics/types.js';
import { isCount } from '../../metrics/unit.js';
import { formatCompact, formatValue } from '../base/format.js';
import type { FormatOptions } from '../base/format.js';

/** A tick of a value axis: its value in the unit of the data, and its label in the unit of the axis. */
export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

/** A value axis from 0 to `most`. */
export interface ValueAxis {
  readonly most: number;
  readonly ticks: readonly AxisTick[];
  /** What the labels count, said once, at the end of the axis; empty where each label says it. */
  readonly title: string;
}

const MINUTE = 60;
const HOUR = 3600;
/** More than so many of a unit are counted in the next greater one. */
const MANY = 3;

/** The axis on which values up to `most` are drawn, with about `wanted` ticks. Starts at 0; of no value at all it ends at 1. */
export function valueAxis(most: number, unit: Unit, wanted: number, options: FormatOptions): ValueAxis {
  const { divisor, title } = unitOfAxis(most, unit);
  const greatest = most > 0 ? most / divisor : 1;
  const count = isCount(unit) || unit === 'days' ? Math.min(wanted, Math.max(1, Math.ceil(greatest))) : wanted;
  const [, end] = nice(0, greatest, count);
  const labelled = ticks(0, end, count).map((value) => ({ value: value * divisor, label: tickLabel(value, unit, options) }));
  return { most: end * divisor, ticks: labelled, title };
}

function unitOfAxis(most: number, unit: Unit): { readonly divisor: number; readonly title: string } {
  if (unit !== 'seconds') return { divisor: 1, title: unitWord(unit) };
  if (most > MANY * HOUR) return { divisor: HOUR, title: msg('h', { id: 'unit.hours' }) };
  if (most > MANY * MINUTE) return { divisor: MINUTE, title: msg('min', { id: 'unit.minutes' }) };
  return { divisor: 1, title: msg('s', { id: 'unit.seconds' }) };
}

function tickLabel(value: number, unit: Unit, options: FormatOptions): string {
  return unit === 'fraction' ? formatValue(value, unit, { ...options, style: 'short' }) : formatCompact(value, options.locale);
}

/** What a unit counts, in the reader's language; empty for units that are written with every number. */
export function unitWord(unit: Unit): string {
  switch (unit) {
    case 'learners':
      return msg('learners', { id: 'unit.learners' });
    case 'sessions':
      return msg('sessions', { id: 'unit.sessions' });
    case 'plays':
      return msg('plays', { id: 'unit.plays' });
    case 'attempts':
      return msg('attempts', { id: 'unit.attempts' });
    case 'views':
      return msg('views', { id: 'unit.views' });
    case 'items':
      return msg('items', { id: 'unit.items' });
    case 'ratings':
      return msg('ratings', { id: 'unit.ratings' });
    case 'threads':
      return msg('threads', { id: 'unit.threads' });
    case 'stars':
      return msg('stars', { id: 'unit.stars' });
    case 'days':
      return msg('days', { id: 'unit.days' });
    default:
      return '';
  }
}
