import type { Unit } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import { briefCourseNames, courseName } from '../../base/text/course-name.js';
import { shownText } from '../../base/text/format.js';
import type { SeriesMode, SeriesRow } from './layout-series.js';
import { measuredOf } from '../measured.js';
import type { Measured } from '../measured.js';

/** Which columns of a view are drawn as categories with several measures. */
export interface SeriesEncoding {
  /** The column that is shown. */
  readonly category: string;
  /** The column that tells categories of the same name apart and is chosen, where the view has it; else the category is. */
  readonly id?: string;
  /** The course of a category: named in its label where several courses are shown. */
  readonly course?: string;
  /** In `part`, the whole first, then its part. */
  readonly values: readonly string[];
  readonly unit: Unit;
  readonly mode: SeriesMode;
}

/** The column whose values are chosen; a clause names its field. */
export function chosenColumn(result: ViewData | undefined, { category, id }: SeriesEncoding): string {
  return id !== undefined && result?.columns.some(({ name }) => name === id) === true ? id : category;
}

/** The columns that tell categories apart, the last of their course where one is named. */
export function seriesKeys(result: ViewData | undefined, encoding: SeriesEncoding): readonly string[] {
  const { category, course } = encoding;
  return [chosenColumn(result, encoding), category, ...(course === undefined ? [] : [course])];
}

/** Whether categories are of more than one course. */
export function areOfSeveralCourses(rows: readonly Pick<Measured, 'keys'>[]): boolean {
  return new Set(rows.map(({ keys }) => keys[2] ?? null)).size > 1;
}

/** The categories of an answer, in its order; `unknownLabel` names the one that is not known. */
export function seriesRows(
  result: ViewData,
  ghost: ViewData | undefined,
  encoding: SeriesEncoding,
  unknownLabel: string,
): readonly SeriesRow[] {
  const { values, unit } = encoding;
  const groups = measuredOf(result, ghost, { keys: seriesKeys(result, encoding), values, unit });
  const several = areOfSeveralCourses(groups);
  const brief = briefCourseNames(groups.map(({ keys }) => keys[2] ?? null).filter((course) => course !== null));
  return groups.map((group) => {
    const [key = null, name = null, of = null] = group.keys;
    const label = name === null ? unknownLabel : shownText(String(name));
    return several && of !== null
      ? { ...group, key, label: `${label} (${courseName(of)})`, brief: { label, note: brief.get(of) ?? '' } }
      : { ...group, key, label };
  });
}
