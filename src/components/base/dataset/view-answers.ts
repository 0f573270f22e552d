import type { Clause, Params, ViewSpec } from '../../../metrics/types.js';
import type { ViewData } from '../../../workers/connect.js';
import { ofAllRows } from '../audience/audience.js';
import type { Names } from '../clauses/clause-names.js';
import { companionsOf } from './companion.js';
import type { Companions } from './companion.js';
import { needGroups } from '../audience/groups.js';
import { needInteractions } from '../menu/interactions.js';
import type { PageDataset } from './page-dataset.js';

/** What a widget asks of its dataset. */
export interface ViewQuestion {
  /** Who asks, as no other element does; a newer question of the same makes this one reject. */
  readonly slot: string;
  readonly view: string;
  readonly clauses: readonly Clause[];
  readonly params: Params;
  /** The clauses of the ghost; undefined where none is wanted. */
  readonly unfiltered: readonly Clause[] | undefined;
  readonly companions: Companions;
}

/**
 * Answers of one moment: to a view, to the same without filters, and to its companions by view id; and the names of what filters choose.
 */
export interface ViewAnswers {
  readonly result: ViewData;
  readonly ghost: ViewData | undefined;
  readonly answers: ReadonlyMap<string, ViewData>;
  readonly names: Names;
}

/**
 * Asks for all of them, as they may be seen: `least` is how many learners a group has at least, undefined for who may see single learners,
 * who alone sees their names.
 */
export async function viewAnswers(
  dataset: PageDataset,
  { slot, view, clauses, params, unfiltered, companions }: ViewQuestion,
  least: number | undefined,
): Promise<ViewAnswers> {
  const isInGroups = least !== undefined;
  const ask = (of: string | ViewSpec, those: readonly Clause[], by: Params, role: string): Promise<ViewData> =>
    dataset.view(of, { clauses: those, params: isInGroups ? ofAllRows(by) : by }, `${slot} ${role}`);
  const beside = companionsOf(companions);
  const [names, result, ghost, ...others] = await Promise.all([
    namesIn(dataset, clauses, !isInGroups),
    ask(view, clauses, params, 'result'),
    unfiltered === undefined ? undefined : ask(view, unfiltered, params, 'ghost'),
    ...beside.map((companion, at) => ask(companion.view, companion.clauses ?? clauses, companion.params ?? {}, `companion ${at}`)),
  ]);
  const answers = { result, ghost, names, answers: new Map(others.map((answer) => [answer.view, answer])) };
  if (!isInGroups) return answers;
  const asked = { own: params, companions: new Map(others.map((answer, at) => [answer.view, beside[at]?.params ?? {}])) };
  return (await needGroups()).answersInGroups(answers, least, areFiltered(clauses), asked);
}

/** Asks for other rows, as they may be seen; without a slot they give way to no newer question. */
export async function rowsAnswer(
  dataset: PageDataset,
  { slot, view, clauses, params }: Pick<ViewQuestion, 'view' | 'clauses' | 'params'> & { readonly slot: string | undefined },
  least: number | undefined,
): Promise<ViewData> {
  if (least === undefined) return dataset.view(view, { clauses, params }, slot);
  const answer = await dataset.view(view, { clauses, params: ofAllRows(params) }, slot);
  return (await needGroups()).rowsInGroups(answer, least, areFiltered(clauses), params);
}

/** Whether anything but what the widget itself is about is chosen. */
export function areFiltered(clauses: readonly Clause[]): boolean {
  return clauses.some(({ origin }) => origin !== 'fixed');
}

/** Names of what filters choose, where there is one. */
async function namesIn(dataset: PageDataset, clauses: readonly Clause[], namesLearners: boolean): Promise<Names> {
  const part = areFiltered(clauses) ? await needInteractions() : undefined;
  return part?.namesOf(dataset, clauses, namesLearners) ?? new Map();
}

/** How a widget asks for its answers, as what extends it sees it: no type of a library, which older compilers could not read. */
export interface Asking {
  /** Looks without drawing whether something else is to be asked. */
  look(): void;
  /** Settles when what `look` was called for has been asked. */
  readonly asked: Promise<void>;
  readonly taskComplete: Promise<unknown>;
}

/** Settles once the task has nothing more to answer, and its element nothing more to draw. */
export async function settledTask(
  element: { readonly updateComplete: Promise<boolean> },
  task: { readonly taskComplete: Promise<unknown> },
): Promise<void> {
  for (let answers: Promise<unknown> | undefined; answers !== task.taskComplete;) {
    while (!(await element.updateComplete));
    await (answers = task.taskComplete).catch(() => undefined);
    while (!(await element.updateComplete));
  }
}
