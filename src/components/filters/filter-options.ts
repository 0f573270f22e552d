import type { Clause, Value } from '../../metrics/types.js';
import { hasLearners, isOfLearners } from '../base/dataset/announce.js';
import { slotOf } from '../base/dataset/slot.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';

/** Fields that a filter bar offers to choose from: of courses, or of a creator's explorations. */
export function offeredFields(dataset: PageDataset, ofLearners = isOfLearners(dataset)): readonly string[] {
  return ofLearners ? ['org', 'course_name', 'course_run'] : ['status', 'category'];
}

/**
 * The values of each offered field that the other clauses leave, in order: only what the reader's own data have; of learners whom the
 * reader may not see one by one those that there are, as which courses are left would tell of them. A field of which there are none at all
 * is left out; one of which filters leave none stays. A newer question of the same bar makes this one reject as `aborted`.
 */
export async function offeredOptions(
  dataset: PageDataset,
  bar: { readonly origin: string },
  seesLearners: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const slot = slotOf(bar);
  const ofLearners = await hasLearners(dataset, `${slot} fields`);
  const table = ofLearners ? 'enrollments' : 'explorations';
  const valuesOf = async (field: string, clauses: readonly Clause[]): Promise<readonly string[]> => {
    const spec = { id: `filter-bar.${field}`, table, by: [{ field, skipNull: true }], measures: [], order: [{ column: field }] };
    const answer = await dataset.view(spec, { clauses }, `${slot} ${field}`);
    return rowsIn(answer)
      .map((row) => cell(answer, field, row))
      .filter(isText);
  };
  const options = offeredFields(dataset, ofLearners).map(async (field): Promise<readonly [string, readonly string[]] | undefined> => {
    const others = dataset.clauses.all.filter((clause) => clause.origin !== bar.origin || clause.field !== field);
    const clauses = ofLearners && !seesLearners ? [] : others;
    const values = await valuesOf(field, clauses);
    const isRecorded = values.length > 0 || (clauses.length > 0 && (await valuesOf(field, [])).length > 0);
    return isRecorded ? [field, values] : undefined;
  });
  return new Map((await Promise.all(options)).filter((option) => option !== undefined));
}

/** An empty text has no name to choose it by. */
function isText(value: Value): value is string {
  return typeof value === 'string' && value !== '';
}
