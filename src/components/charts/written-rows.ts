import type { Value } from '../../metrics/types.js';
import { valueAt } from '../../workers/connect.js';
import type { Column, ResultColumn, ViewData } from '../../workers/connect.js';
import { isHiddenColumn } from '../base/audience/audience.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { Measured } from './measured.js';

/** The groups of a drawing, and the columns that tell them apart and that they measure. */
export interface DrawnGroups {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly groups: readonly Pick<Measured, 'keys' | 'values'>[];
}

/**
 * An answer with a row for each group that is drawn, in that order: also for those that filters emptied, which are named as in `ghost`, and
 * those between that have no row. What is drawn as 0 is 0, and what else is not known of such a group is unknown. One that filters leave
 * nothing of has no row.
 */
export function writtenRows(result: ViewData, ghost: ViewData | undefined, { keys, values, groups }: DrawnGroups): ViewData {
  if (result.length === 0 || (ghost === undefined && groups.length === result.length)) return result;
  const placesIn = (answer: ViewData | undefined): readonly number[] => {
    const rows = new Map(rowsIn(answer).map((row) => [JSON.stringify(keys.map((name) => cell(answer, name, row))), row]));
    return groups.map((group) => rows.get(JSON.stringify(group.keys)) ?? -1);
  };
  const [own, whole] = [placesIn(result), placesIn(ghost)];
  const columns = result.columns.map((column): ResultColumn => {
    const { hidden, ...rest } = column;
    const other = ghost?.columns.find(({ name }) => name === column.name);
    const [key, measure] = [keys.indexOf(column.name), values.indexOf(column.name)];
    const isName = column.data.type === 'category';
    const data = columnOf(
      column.data.type,
      groups.map((group, at): Value => {
        if (key >= 0) return group.keys[key] ?? null;
        if (measure >= 0) return group.values[measure] ?? null;
        const [row = -1, named = -1] = [own[at], whole[at]];
        if (row >= 0) return valueAt(column.data, row);
        return isName && other !== undefined ? valueAt(other.data, named) : null;
      }),
    );
    if (hidden === undefined && other?.hidden === undefined) return { ...rest, data };
    const between = Number(isHiddenColumn(column));
    const isHidden = (row: number, at: number): number => (row >= 0 ? (hidden?.[row] ?? 0) : (other?.hidden?.[whole[at] ?? -1] ?? between));
    return { ...rest, data, hidden: Uint8Array.from(own, isHidden) };
  });
  const { parts, ...rest } = result;
  const rows = parts?.rows;
  return {
    ...rest,
    length: groups.length,
    total: groups.length,
    columns,
    ...(parts === undefined
      ? {}
      : { parts: rows === undefined ? parts : { ...parts, rows: Uint8Array.from(own, (row) => rows[row] ?? 0) } }),
  };
}

/** Whether a group has a number: of one that the filters emptied a measure that is no count is drawn only as it is without them. */
export function hasNumber({ filteredOut, values }: Pick<Measured, 'filteredOut' | 'values'>): boolean {
  return !filteredOut || values.some((value) => value !== undefined);
}

function columnOf(type: Column['type'], values: readonly Value[]): Column {
  if (type === 'boolean') return { type, values: Int8Array.from(values, (value) => (value === null ? -1 : Number(value))) };
  if (type !== 'category') return { type, values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) };
  const dictionary = [...new Set(values.filter((value) => value !== null).map(String))];
  const codes = new Map<Value, number>(dictionary.map((text, at) => [text, at]));
  return { type, codes: Int32Array.from(values, (value) => codes.get(value) ?? -1), dictionary };
}
