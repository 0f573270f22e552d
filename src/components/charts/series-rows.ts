import type { Unit } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/cell.js';
import type { SeriesMode, SeriesRow } from './layout-series.js';
import { measuredOf } from './measured.js';

/** Which columns of a view are drawn as categories with several measures. */
export interface SeriesEncoding {
  /** The column that is shown and chosen; a clause names its field. */
  readonly category: string;
  /** Further columns that tell categories of the same name apart, where the view has them. */
  readonly apart?: readonly string[];
  /** The course of a category: named in its label where several courses are shown. */
  readonly course?: string;
  /** In `part`, the whole first, then its part. */
  readonly values: readonly string[];
  readonly unit: Unit;
  readonly mode: SeriesMode;
}

/** The categories of an answer, in its order; `unknownLabel` names the one that is not known. */
export function seriesRows(result: ViewData, ghost: ViewData | undefined, encoding: SeriesEncoding, unknownLabel: string): readonly SeriesRow[] {
  const { category, apart = [], course, values, unit } = encoding;
  const has = (name: string): boolean => result.columns.some((column) => column.name === name);
  const keys = [category, ...apart.filter(has)];
  const courses = coursesOf([result, ...(ghost === undefined ? [] : [ghost])], keys, course);
  const several = new Set(courses.values()).size > 1;
  return measuredOf(result, ghost, { keys, values, unit }).map((group) => {
    const name = group.key === null ? unknownLabel : String(group.key);
    const of = several ? courses.get(group.id) : undefined;
    return { ...group, label: of === undefined ? name : `${name} (${of})` };
  });
}

/** The course of each category, by the category's id. */
function coursesOf(answers: readonly ViewData[], keys: readonly string[], course: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (course === undefined) return found;
  for (const answer of answers) {
    for (let row = 0; row < answer.length; row++) {
      const name = cell(answer, course, row);
      if (name !== null) found.set(JSON.stringify(keys.map((key) => cell(answer, key, row))), String(name));
    }
  }
  return found;
}
