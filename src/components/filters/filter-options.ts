import type { Value } from '../../metrics/types.js';
import { isOfLearners } from '../base/announce.js';
import { cell } from '../base/cell.js';
import type { PageDataset } from '../base/page-dataset.js';

/** Fields that a filter bar offers to choose from: of courses, or of a creator's explorations. */
export function offeredFields(dataset: PageDataset): readonly string[] {
  return isOfLearners(dataset) ? ['org', 'course_name', 'course_run'] : ['status', 'category'];
}

/**
 * The values of each offered field that the other clauses leave, in order: only what the reader's own data have. A newer question of
 * the same origin makes this one reject as `aborted`.
 */
export async function offeredOptions(dataset: PageDataset, origin: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const table = isOfLearners(dataset) ? 'enrollments' : 'explorations';
  const options = offeredFields(dataset).map(async (field): Promise<readonly [string, readonly string[]]> => {
    const spec = { id: `filter-bar.${field}`, table, by: [{ field, skipNull: true }], measures: [], order: [{ column: field }] };
    const clauses = dataset.clauses.all.filter((clause) => clause.origin !== origin || clause.field !== field);
    const answer = await dataset.view(spec, { clauses }, `${origin} ${field}`);
    return [field, Array.from({ length: answer.length }, (_, row) => cell(answer, field, row)).filter(isText)];
  });
  return new Map(await Promise.all(options));
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}
