import type { Clause, Value } from '../../metrics/types.js';
import { isOfLearners } from '../base/announce.js';
import { cell } from '../base/cell.js';
import { NAMES_SHOWN, namedKind } from '../base/named-clause.js';
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

/** Where the names of ids stand: of learners, and of parts of courses. */
const NAMED = {
  learner: { table: 'enrollments', id: 'actor_id', name: 'name' },
  block: { table: 'blocks', id: 'block_id', name: 'block_name' },
} as const;

/** Names by id of what the clauses choose, of those that the site shares. They are for showing only: no state ever has them. */
export async function namesOf(dataset: PageDataset, clauses: readonly Clause[], origin: string): Promise<ReadonlyMap<Value, string>> {
  const names = new Map<Value, string>();
  for (const [kind, { table, id, name }] of Object.entries(NAMED)) {
    const ids = clauses.filter((clause) => namedKind(clause) === kind).flatMap((clause) => (clause.in ?? []).slice(0, NAMES_SHOWN));
    if (ids.length === 0) continue;
    const spec = { id: `filter-bar.${kind}`, table, select: [id, name] };
    const answer = await dataset.view(spec, { clauses: [{ origin: 'fixed', field: id, in: ids }] }, `${origin} ${kind}`);
    for (let row = 0; row < answer.length; row++) {
      const text = cell(answer, name, row);
      if (isText(text)) names.set(cell(answer, id, row), text);
    }
  }
  return names;
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}
