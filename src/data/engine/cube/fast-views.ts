import type { Clause, Metric, Predicate, ViewSpec } from '../../../metrics/types.js';
import { StatsError } from '../../stats-error.js';
import type { ViewData, ViewOptions } from '../../view-result.js';
import type { Relations } from '../fields.js';
import { splitField } from '../fields.js';
import { checkPredicate } from '../predicate.js';
import { placeClauses } from '../selection.js';
import { predicateKey } from './clause-key.js';
import type { Filter } from './group-answer.js';
import { GroupAnswer } from './group-answer.js';
import { preparePairs } from './pairwise.js';
import { TableIndex } from './table-index.js';
import { TopGroups } from './top-groups.js';
import { planView } from './view-plan.js';

/** Plans of views that came as objects of their own, by their text. */
const PLANS_KEPT = 256;
const COURSE_FIELDS: readonly string[] = ['org', 'course_key', 'course_name', 'course_run'];

/** Answers views of groups from cubes and indexes, to the same numbers as the plain engine; what it does not hold is for that one. */
export class FastViews {
  readonly #relations: Relations;
  readonly #timezone: string;
  readonly #metric: (id: string) => Metric | undefined;
  readonly #indexes = new Map<string, TableIndex>();
  readonly #bySpec = new WeakMap<ViewSpec, Map<string, GroupAnswer | undefined>>();
  readonly #tops = new Map<string, TopGroups | undefined>();
  readonly #byText = new Map<string, GroupAnswer | undefined>();

  constructor(relations: Relations, timezone: string, metric: (id: string) => Metric | undefined) {
    this.#relations = relations;
    this.#timezone = timezone;
    this.#metric = metric;
  }

  /** The answer; undefined where it is for the plain engine, which also finds the words for what is wrong. */
  view(spec: ViewSpec, options: ViewOptions): ViewData | undefined {
    const top = this.#topGroups(spec);
    if (top !== undefined) {
      const filter = this.#filter(this.#index(spec.table), distinctClauses(options.clauses ?? [], options.self));
      const first = top.view(filter, options.params ?? {});
      if (first !== undefined) return first;
    }
    const answer = this.#answer(spec, options);
    if (answer === undefined) return undefined;
    const active = distinctClauses(options.clauses ?? [], options.self);
    return answer.view(this.#filter(answer.plan.index, active), options.params ?? {});
  }

  /** Makes ready what the first answers of these views need, and the first steps of filters on each other's fields. */
  prepare(specs: readonly ViewSpec[], options: ViewOptions = {}): void {
    const answers = specs.map((spec) => this.#answer(spec, options)).filter((answer) => answer !== undefined);
    for (const answer of preparePairs(answers)) answer.prepare(answers);
  }

  /** Makes ready the steps of a filter on a field while the given others are set. */
  expect(field: string, specs: readonly ViewSpec[], options: ViewOptions = {}): void {
    for (const spec of specs) {
      const clauses = distinctClauses(options.clauses ?? [], options.self).filter((clause) => clause.field !== field);
      const answer = this.#topGroups(spec) ?? this.#answer(spec, options);
      if (answer !== undefined) answer.expect(field, this.#filter(this.#index(spec.table), clauses));
    }
  }

  #answer(spec: ViewSpec, { params }: ViewOptions): GroupAnswer | undefined {
    const grain = params?.grain ?? '';
    let plans = this.#bySpec.get(spec);
    if (plans === undefined) this.#bySpec.set(spec, (plans = new Map<string, GroupAnswer | undefined>()));
    if (plans.has(grain)) return plans.get(grain);
    const text = `${grain}\u0001${JSON.stringify(spec)}`;
    if (!this.#byText.has(text)) {
      this.#byText.set(text, this.#plan(spec, params?.grain));
      for (const oldest of [...this.#byText.keys()].slice(0, -PLANS_KEPT)) this.#byText.delete(oldest);
    }
    const answer = this.#byText.get(text);
    plans.set(grain, answer);
    return answer;
  }

  #plan(spec: ViewSpec, grain: NonNullable<ViewOptions['params']>['grain']): GroupAnswer | undefined {
    try {
      const plan = planView(spec, { index: this.#index(spec.table), grain, timezone: this.#timezone, metric: this.#metric });
      return plan === undefined ? undefined : new GroupAnswer(plan);
    } catch (thrown) {
      if (thrown instanceof StatsError) return undefined;
      throw thrown;
    }
  }

  #index(table: string): TableIndex {
    let index = this.#indexes.get(table);
    if (index === undefined) this.#indexes.set(table, (index = new TableIndex(this.#relations, table, this.#timezone)));
    return index;
  }

  #topGroups(spec: ViewSpec): TopGroups | undefined {
    if (spec.order === undefined || spec.limit === undefined) return undefined;
    const text = JSON.stringify(spec);
    if (!this.#tops.has(text)) {
      this.#tops.set(text, TopGroups.create(spec, this.#index(spec.table), this.#metric));
      for (const oldest of [...this.#tops.keys()].slice(0, -PLANS_KEPT)) this.#tops.delete(oldest);
    }
    return this.#tops.get(text);
  }

  #filter(index: TableIndex, clauses: readonly Clause[]): Filter {
    const own: Clause[] = [];
    const far: Clause[] = [];
    const applied: Clause[] = [];
    const unanswered: Clause[] = [];
    for (const clause of clauses) {
      const place = index.place(clause);
      if (place.answered) applied.push(clause);
      else unanswered.push(clause);
      if (place.answered) (place.own ? own : far).push(clause);
    }
    const placed = far.length === 0 ? [] : placeClauses(this.#relations, index.table, far).placed;
    return { own, far: placed, farKey: far.length === 0 ? '' : keyOf(far), applied, unanswered, isOnCourse };
  }
}

function keyOf(clauses: readonly Predicate[]): string {
  return clauses.map(predicateKey).join('\u0004');
}

function isOnCourse(clause: Predicate): boolean {
  return COURSE_FIELDS.includes(splitField(clause.field)?.field ?? clause.field);
}

/** The clauses that a view of origin `self` applies: not its own, and of each origin and field the last, where it was last set. */
function distinctClauses(clauses: readonly Clause[], self: string | undefined): readonly Clause[] {
  const kept: Clause[] = [];
  for (const [at, clause] of clauses.entries()) {
    checkPredicate(clause);
    if (clause.origin === self) continue;
    let again = false;
    for (let later = at + 1; later < clauses.length && !again; later++) {
      again = clauses[later]?.origin === clause.origin && clauses[later]?.field === clause.field;
    }
    if (!again) kept.push(clause);
  }
  return kept;
}
