import type { Clause, Value } from '../../../metrics/types.js';
import { cell } from '../dataset/cell.js';
import { NAMES_SHOWN, namedKind } from './named-clause.js';
import type { NamedKind } from './named-clause.js';
import type { PageDataset } from '../dataset/page-dataset.js';

/** Names by id. They are for showing only: no event, state or address ever has them. */
export type Names = ReadonlyMap<Value, string>;

/** Where the names of ids stand. */
const NAMED: Readonly<Record<NamedKind, { readonly table: string; readonly id: string; readonly name: string }>> = {
  learner: { table: 'enrollments', id: 'actor_id', name: 'name' },
  block: { table: 'blocks', id: 'block_id', name: 'block_name' },
  part: { table: 'blocks', id: 'block_id', name: 'block_name' },
  exploration: { table: 'explorations', id: 'exploration', name: 'title' },
};

const NONE: Names = new Map();
const asked = new WeakMap<PageDataset, { readonly question: string; readonly names: Promise<Names> }>();

/**
 * Names of what the clauses choose, of those that the site shares; of learners only for who may see single ones. Asked for once for all who
 * show the same clauses of a dataset.
 */
export function namesOf(dataset: PageDataset, clauses: readonly Clause[], namesLearners: boolean): Promise<Names> {
  const chosen = clauses.filter((clause) => clause.origin !== 'fixed' && (namesLearners || namedKind(clause) !== 'learner'));
  return namesIn(dataset, chosen, NAMES_SHOWN);
}

/** Names of all that the clauses are about, for files: these go to others, so learners are only counted in them. */
export function namesForFiles(dataset: PageDataset | undefined, clauses: readonly Clause[]): Promise<Names> {
  if (dataset === undefined) return Promise.resolve(NONE);
  return namesIn(
    dataset,
    clauses.filter((clause) => namedKind(clause) !== 'learner'),
    Infinity,
  );
}

function namesIn(dataset: PageDataset, clauses: readonly Clause[], most: number): Promise<Names> {
  const ids = (Object.keys(NAMED) as NamedKind[]).map((kind): readonly [NamedKind, readonly Value[]] => {
    const chosen = clauses.filter((clause) => namedKind(clause) === kind);
    return [kind, [...new Set(chosen.flatMap((clause) => (clause.in ?? []).slice(0, most)))]];
  });
  const some = ids.filter(([, values]) => values.length > 0);
  if (some.length === 0) return Promise.resolve(NONE);
  const question = JSON.stringify([dataset.version, some]);
  const before = asked.get(dataset);
  if (before?.question === question) return before.names;
  const names = Promise.all(some.map(async ([kind, values]) => namesOfKind(dataset, kind, values))).then(
    (found) => new Map(found.flat()),
    () => NONE,
  );
  asked.set(dataset, { question, names });
  return names;
}

async function namesOfKind(dataset: PageDataset, kind: NamedKind, ids: readonly Value[]): Promise<readonly (readonly [Value, string])[]> {
  // Parts of a course are told apart by their texts there.
  if (kind === 'part' && dataset.rules === 'aspects-v8') return ids.map((part) => [part, String(part)]);
  const { table, id, name } = NAMED[kind];
  const spec = { id: `names.${kind}`, table, select: [id, name] };
  const answer = await dataset.view(spec, { clauses: [{ origin: 'fixed', field: id, in: ids }] });
  return Array.from({ length: answer.length }, (_, row): readonly [Value, Value] => [
    cell(answer, id, row),
    cell(answer, name, row),
  ]).filter((pair): pair is readonly [Value, string] => typeof pair[1] === 'string');
}
