import type { Unit } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import type { NumberSlot } from './layout-number.js';
import { measuredOf, withoutRows } from '../measured.js';

/** Which columns of a view are drawn over the numbers of an axis. */
export interface NumberEncoding {
  /** The column of whole numbers; a clause names its field. */
  readonly number: string;
  /** What the numbers are. */
  readonly along: Unit;
  /** A measure, and the part of it that is drawn inside. */
  readonly values: readonly string[];
  readonly unit: Unit;
}

/** Every whole number from the first to the last that has a row; of one between that has none a count is 0. */
export function numberSlots(
  result: ViewData,
  ghost: ViewData | undefined,
  { number, values, unit }: NumberEncoding,
): readonly NumberSlot[] {
  const columns = { keys: [number], values, unit };
  const known = new Map(measuredOf(result, ghost, columns).map((group) => [group.keys[0], group]));
  const numbers = [...known.keys()].filter((key) => typeof key === 'number');
  const first = numbers.reduce((least, at) => Math.min(least, at), Infinity);
  const last = numbers.reduce((most, at) => Math.max(most, at), -Infinity);
  if (last < first) return [];
  const empty = withoutRows(columns, []);
  return Array.from({ length: last - first + 1 }, (_, place): NumberSlot => {
    const at = first + place;
    const nothing = {
      keys: [at],
      id: String(at),
      values: empty,
      wholes: ghost === undefined ? undefined : empty,
      filteredOut: false,
      hidden: false,
    };
    return { ...(known.get(at) ?? nothing), at };
  });
}
