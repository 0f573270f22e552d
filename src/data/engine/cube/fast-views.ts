import type { Clause, Grain, Metric, Params, ViewSpec } from '../../../metrics/types.js';
import { StatsError } from '../../stats-error.js';
import type { ViewData, ViewOptions } from '../../view-result.js';
import type { Relations } from '../fields.js';
import type { Placed } from '../selection.js';
import { isOnCourse } from '../selection.js';
import { predicateKey } from './clause-key.js';
import { Allowance } from './allowance.js';
import { samples } from './coding.js';
import type { EntityMasks } from './entity-masks.js';
import type { Filter } from './filter.js';
import { GroupAnswer } from './group-answer.js';
import { preparePairs } from './pairwise.js';
import type { Related } from './related.js';
import { related, relatedIsComing } from './related.js';
import { RowAnswer } from './row-answer.js';
import { TableIndex } from './table-index.js';
import { TopGroups } from './top-groups.js';
import type { ViewPlan } from './view-plan.js';
import { planView } from './view-plan.js';

/** Plans of views that came as objects of their own, by their text. */
const PLANS_KEPT = 256;
/** Steps that are tried out beforehand: about as many as the browser needs to compile their way as well as it can. */
const REHEARSALS = 3600;
const NONE: readonly Clause[] = [];
const NO_PARAMS: Params = {};

/** A view under one grain, and what answers it. */
interface Planned {
  readonly spec: ViewSpec;
  readonly grain: Grain | undefined;
  readonly index: TableIndex;
  readonly top: TopGroups | undefined;
  readonly rows: RowAnswer | undefined;
  answer?: GroupAnswer | 'none';
}

/** Answers views of groups from cubes and indexes, to the same numbers as the plain engine; what it does not hold is for that one. */
export class FastViews {
  readonly #relations: Relations;
  readonly #timezone: string;
  readonly #metric: (id: string) => Metric | undefined;
  readonly #related: () => Related | undefined;
  readonly #indexes = new Map<string, TableIndex>();
  readonly #masks = new Map<string, EntityMasks>();
  readonly #allowance = new Allowance();
  readonly #bySpec = new WeakMap<ViewSpec, Planned>();
  readonly #byGrain = new WeakMap<ViewSpec, Map<Grain, Planned>>();
  readonly #byText = new Map<string, Planned>();

  constructor(relations: Relations, timezone: string, metric: (id: string) => Metric | undefined, parts = related) {
    this.#relations = relations;
    this.#timezone = timezone;
    this.#metric = metric;
    this.#related = parts;
  }

  /** The answer; undefined where it is for the plain engine, which also finds the words for what is wrong. */
  view(spec: ViewSpec, options: ViewOptions): ViewData | undefined {
    const planned = this.#planned(spec, options.params?.grain);
    const { index } = planned;
    this.#allowance.ask();
    const first = planned.top ?? planned.rows;
    const answer = first === undefined ? this.#answer(planned) : undefined;
    if (first === undefined && answer === undefined) return undefined;
    const filter = this.#filter(index, options, undefined, answer?.plan.hasCourse === true);
    const params = options.params ?? NO_PARAMS;
    return answer?.view(filter, params) ?? first?.view(filter, params) ?? this.#answer(planned)?.view(filter, params);
  }

  /** Makes ready what the first answers of these views need. */
  prepare(specs: readonly ViewSpec[], options?: ViewOptions): void {
    for (const answer of this.#answers(specs, options)) answer.prepare();
  }

  /** Makes ready the first steps of filters on each other's fields, and takes some, so that the browser has compiled their way. */
  rehearse(specs: readonly ViewSpec[], isDeep = false): () => boolean {
    const rehearsal = this.#rehearsal(specs, isDeep);
    return () => rehearsal.next().done !== true;
  }

  *#rehearsal(specs: readonly ViewSpec[], isDeep: boolean): Generator<undefined> {
    const answers = this.#answers(specs);
    const alone = answers.filter(isAlone);
    // Asked for as soon as there is time, so that it is there when a reader filters.
    if (alone.length < answers.length) this.#related();
    for (const answer of yield* preparePairs(alone)) yield* answer.expectAll(alone);
    for (const { plan } of alone) yield* this.#rehearse(plan, alone);
    if (!isDeep) return;
    while (relatedIsComing()) yield;
    const others = answers.filter((answer) => !isAlone(answer));
    for (const answer of others) yield* answer.expectOthers();
    for (const clause of this.#first(others)) {
      for (const spec of specs) {
        this.#try(spec, { clauses: [clause], self: spec.id });
        yield;
      }
    }
  }

  #try(spec: ViewSpec, options: ViewOptions): void {
    try {
      this.view(spec, options);
    } catch (thrown) {
      // What is wrong with a view is said to who asks for it.
      if (!(thrown instanceof StatsError)) throw thrown;
    }
  }

  /** A filter on each of the fields by which views group. */
  #first(answers: readonly GroupAnswer[]): readonly Clause[] {
    const clauses = new Map<string, Clause>();
    for (const { plan } of answers) {
      for (const { field } of plan.spec.by ?? []) {
        const axis = clauses.has(field) ? undefined : plan.index.axis(field);
        for (const clause of axis === undefined ? [] : samples(field, axis, 1)) clauses.set(field, clause);
      }
    }
    return [...clauses.values()];
  }

  #answers(specs: readonly ViewSpec[], options?: ViewOptions): readonly GroupAnswer[] {
    return specs.map((spec) => this.#answer(this.#planned(spec, options?.params?.grain))).filter((answer) => answer !== undefined);
  }

  *#rehearse({ spec, index }: ViewPlan, answers: readonly GroupAnswer[]): Generator<undefined> {
    for (const { plan } of answers) {
      const field = plan.spec.by?.[0]?.field;
      const axis = field === undefined || plan.spec === spec ? undefined : index.axis(field);
      if (axis === undefined || field === undefined) continue;
      for (const clause of samples(field, axis, Math.ceil(REHEARSALS / answers.length ** 2))) {
        this.view(spec, { clauses: [clause], self: spec.id });
      }
      yield;
    }
  }

  /** Makes ready the steps of a filter on a field while the given others are set. */
  expect(field: string, specs: readonly ViewSpec[], options: ViewOptions = {}): void {
    for (const spec of specs) {
      const planned = this.#planned(spec, options.params?.grain);
      const answer = planned.top ?? this.#answer(planned);
      if (answer !== undefined) answer.expect(field, this.#filter(planned.index, options, field));
    }
  }

  #planned(spec: ViewSpec, grain: Grain | undefined): Planned {
    if (grain !== undefined) return this.#ofGrain(spec, grain);
    let planned = this.#bySpec.get(spec);
    if (planned === undefined) this.#bySpec.set(spec, (planned = this.#ofText(spec, grain)));
    return planned;
  }

  #ofGrain(spec: ViewSpec, grain: Grain): Planned {
    let plans = this.#byGrain.get(spec);
    if (plans === undefined) this.#byGrain.set(spec, (plans = new Map<Grain, Planned>()));
    let planned = plans.get(grain);
    if (planned === undefined) plans.set(grain, (planned = this.#ofText(spec, grain)));
    return planned;
  }

  #ofText(spec: ViewSpec, grain: Grain | undefined): Planned {
    const text = `${grain ?? ''}\u0001${JSON.stringify(spec)}`;
    let planned = this.#byText.get(text);
    if (planned === undefined) {
      planned = this.#made(spec, grain);
      this.#byText.set(text, planned);
      for (const oldest of [...this.#byText.keys()].slice(0, -PLANS_KEPT)) this.#byText.delete(oldest);
    }
    return planned;
  }

  #made(spec: ViewSpec, grain: Grain | undefined): Planned {
    const index = this.#index(spec.table);
    try {
      return { spec, grain, index, top: TopGroups.create(spec, index, this.#metric), rows: RowAnswer.create(spec, index) };
    } catch (thrown) {
      if (thrown instanceof StatsError) return { spec, grain, index, top: undefined, rows: undefined, answer: 'none' };
      throw thrown;
    }
  }

  #answer(planned: Planned): GroupAnswer | undefined {
    if (planned.answer === undefined) planned.answer = this.#plan(planned);
    return planned.answer === 'none' ? undefined : planned.answer;
  }

  #plan({ spec, index, grain }: Planned): GroupAnswer | 'none' {
    try {
      const plan = planView(spec, { index, grain, timezone: this.#timezone, metric: this.#metric });
      return plan === undefined ? 'none' : new GroupAnswer(plan);
    } catch (thrown) {
      if (thrown instanceof StatsError) return 'none';
      throw thrown;
    }
  }

  #index(table: string): TableIndex {
    let index = this.#indexes.get(table);
    if (index === undefined)
      this.#indexes.set(table, (index = new TableIndex(this.#relations, table, this.#timezone, this.#allowance, this.#related)));
    return index;
  }

  /** What a view applies: not the clauses of its own origin, and of each origin and field the last, where it was last set. */
  #filter(index: TableIndex, { clauses = NONE, self }: ViewOptions, except?: string, withCourse = false): Filter {
    const applied: Clause[] = [];
    let own = applied;
    let far = NONE;
    let unanswered = NONE;
    for (let at = 0; at < clauses.length; at++) {
      const clause = clauses[at];
      if (clause === undefined) continue;
      if (self !== undefined && clause.origin === self) continue;
      if (clause.field === except || isSetLater(clauses, at, clause)) continue;
      const { where } = index.place(clause);
      if (where === 'nowhere') {
        unanswered = [...unanswered, clause];
        continue;
      }
      if (where !== 'row') {
        // As long as all are on rows, these are all that is applied.
        if (own === applied) own = applied.slice();
        far = [...far, clause];
      } else if (own !== applied) own.push(clause);
      applied.push(clause);
    }
    const course = withCourse ? this.#filter(index, { clauses: applied.filter(isOnCourse) }) : undefined;
    if (far.length === 0) return { own, course, applied, unanswered };
    return { own, course, applied, unanswered, ...this.#farther(index, own, far) };
  }

  /** Where clauses are tested that are not on the table's own rows; those that go through what the rows are about are one filter. */
  #farther(index: TableIndex, own: Clause[], far: readonly Clause[]): Pick<Filter, 'entities' | 'far'> {
    const { entity } = index;
    const near: Clause[] = [];
    const facts: Placed[] = [];
    const others: Placed[] = [];
    for (const clause of far) {
      const { where, placed } = index.place(clause);
      if (where === 'entity') near.push(clause);
      else if (placed !== undefined) (where === 'facts' ? facts : others).push({ ...placed, predicate: clause });
    }
    const parts = entity === undefined || others.length > 0 ? undefined : this.#related();
    if (entity === undefined || parts === undefined) {
      own.push(...near);
      const placed = [...facts, ...others];
      if (placed.length === 0) return {};
      return { far: { key: placed.map(({ predicate }) => predicateKey(predicate)).join('\u0004'), placed } };
    }
    let masks = this.#masks.get(entity);
    if (masks === undefined) this.#masks.set(entity, (masks = new parts.EntityMasks(this.#index(entity), (table) => this.#index(table))));
    return { entities: masks.filter(near, facts) };
  }
}

/** Whether filters on a view are on its own rows, and on no other table. */
function isAlone({ plan }: GroupAnswer): boolean {
  return plan.index.entity === undefined;
}

function isSetLater(clauses: readonly Clause[], at: number, { origin, field }: Clause): boolean {
  for (let later = at + 1; later < clauses.length; later++) {
    if (clauses[later]?.origin === origin && clauses[later]?.field === field) return true;
  }
  return false;
}
