import type { Unit, Value } from '../../metrics/types.js';
import { isCount } from '../../metrics/unit.js';
import type { ViewData } from '../../workers/connect.js';
import { isHiddenRow } from '../base/audience/audience.js';
import { cell, numberCell } from '../base/dataset/cell.js';

/** Which columns of a view are read, and what a group without a row means. */
export interface MeasuredColumns {
  /** What tells one group from another. */
  readonly keys: readonly string[];
  /** The measures, in the order in which they are drawn. */
  readonly values: readonly string[];
  readonly unit: Unit;
  /** Measures of a group and all before it: a group without a row has the value of the one before. */
  readonly running?: readonly string[];
  /** What a group means of which filters leave no row: that there is nothing (the default), or that nothing is known. */
  readonly emptied?: 'nothing' | 'unknown';
}

/** The measures of one group. What is not known is undefined, never 0. */
export interface Measured {
  readonly keys: readonly Value[];
  /** All keys as one text. */
  readonly id: string;
  readonly values: readonly (number | undefined)[];
  /** The same without any filter; undefined where no filter applies. */
  readonly wholes: readonly (number | undefined)[] | undefined;
  /** Filters leave no row of it. */
  readonly filteredOut: boolean;
  /** Its measures are withheld from who reads. */
  readonly hidden: boolean;
}

/**
 * The groups of an answer in its order. Where filters apply, the groups of `ghost`, the answer without them, all stay in their
 * places: of one that the filters emptied a count is 0 if no row means none, a running one is as before, and any other measure is not
 * known, nor is one that is not known without filters.
 */
export function measuredOf(result: ViewData, ghost: ViewData | undefined, columns: MeasuredColumns): readonly Measured[] {
  const shown = rowsOf(result, columns);
  if (ghost === undefined) return shown;
  const byId = new Map(shown.map((group) => [group.id, group]));
  let before: readonly (number | undefined)[] = columns.values.map(() => 0);
  const kept = rowsOf(ghost, columns).map((whole) => {
    const group = byId.get(whole.id);
    byId.delete(whole.id);
    const left = group?.values ?? withoutRows(columns, before);
    before = left;
    const isUnknown = (at: number): boolean => columns.emptied === 'unknown' || whole.values[at] === undefined;
    const values = group === undefined ? left.map((value, at) => (isUnknown(at) ? undefined : value)) : left;
    return {
      keys: whole.keys,
      id: whole.id,
      values,
      wholes: whole.values,
      filteredOut: group === undefined,
      hidden: (group ?? whole).hidden,
    };
  });
  return [...kept, ...byId.values()];
}

/** The measures of a group that has no row, after a group with the measures `before`. */
export function withoutRows(
  { values, unit, running = [] }: MeasuredColumns,
  before: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  return values.map((name, at) => (running.includes(name) ? before[at] : isCount(unit) ? 0 : undefined));
}

/** The greatest measure of all groups, filtered or not; 0 where none is known. `stacked` adds up the measures of a group. */
export function greatestOf(groups: readonly Pick<Measured, 'values' | 'wholes'>[], stacked = false): number {
  const ofOne = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((most, value) => (stacked ? most + (value ?? 0) : Math.max(most, value ?? 0)), 0);
  return groups.reduce((most, { values, wholes }) => Math.max(most, ofOne(values), ofOne(wholes ?? [])), 0);
}

function rowsOf(result: ViewData, { keys, values }: MeasuredColumns): readonly Measured[] {
  return Array.from({ length: result.length }, (_, row) => {
    const key = keys.map((name) => cell(result, name, row));
    return {
      keys: key,
      id: JSON.stringify(key),
      values: values.map((name) => numberCell(result, name, row)),
      wholes: undefined,
      filteredOut: false,
      hidden: isHiddenRow(result, row),
    };
  });
}
