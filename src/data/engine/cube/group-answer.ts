import type { Params, Predicate } from '../../../metrics/types.js';
import type { ViewData } from '../../view-result.js';
import { predicateKey } from './clause-key.js';
import type { Coding, Span } from './coding.js';
import { spansOf } from './coding.js';
import type { Cube } from './cube.js';
import { fits, readCube } from './cube.js';
import type { Filter } from './filter.js';
import { NO_FILTER, restKey } from './filter.js';
import { GroupResult } from './group-result.js';
import { LeafValues } from './leaf-values.js';
import type { Lines } from './leaf-values.js';
import type { ViewPlan } from './view-plan.js';

/** Steps in a row after which a moving filter is worth its lines. */
const MOVES = 4;
/** Lines kept for one view. */
const KEPT = 12;

/** Answers one view of groups under any filters. */
export class GroupAnswer {
  readonly plan: ViewPlan;
  readonly #values: LeafValues;
  readonly #result: GroupResult;
  readonly #lines = new Map<string, Lines>();
  #lastOwn: readonly Predicate[] = [];
  #lastKey = '';
  #moves = 0;

  constructor(plan: ViewPlan) {
    this.plan = plan;
    this.#values = new LeafValues(plan);
    this.#result = new GroupResult(plan);
  }

  /** The answer to a question. */
  view(filter: Filter, params: Params): ViewData {
    return this.#result.view(this.#numbers(filter), filter, params);
  }

  /** Computes the answer without a filter. */
  prepare(): void {
    this.#values.whole();
  }

  /** Builds the lines for filters on the fields by which the given views group their rows; stops after each. */
  *expectAll(others: readonly GroupAnswer[]): Generator<undefined> {
    for (const { plan } of others) {
      if (plan.index !== this.plan.index) continue;
      for (const { field } of plan.spec.by ?? []) {
        this.expect(field, NO_FILTER);
        yield;
      }
    }
  }

  /** Builds what filters on other tables are counted on by; stops after each part. */
  expectOthers(): Generator<undefined> {
    return this.#values.expectOthers();
  }

  /** Builds the lines for a filter on one more field. */
  expect(field: string, filter: Filter): void {
    const axis = this.plan.index.axis(field);
    const place = this.plan.index.place({ origin: '', field, in: [] });
    if (axis !== undefined && place.where === 'row') this.#line(field, axis, filter.own, filter);
  }

  /** Takes over counts along a field that were made together with those of other views; they hold the counts without a filter too. */
  adopt(field: string, axis: Coding, cube: Cube): void {
    this.#values.adoptWhole(readCube(cube, [[0, axis.size]]));
    this.#lines.set(field, { axis, leaves: [cube] });
  }

  #numbers(filter: Filter): readonly Float64Array[] {
    const { own } = filter;
    const only = own[0];
    const rest = restKey(filter);
    if (rest === '' && own.length < 2) {
      if (only === undefined) return this.#values.whole();
      const quick = this.#lines.get(only.field);
      const spans = quick === undefined ? undefined : spansOf(quick.axis, only);
      if (quick !== undefined && spans !== undefined) {
        this.#lastOwn = own;
        return this.#values.read(quick, spans, filter);
      }
    }
    if (only === undefined) return this.#values.scan(filter);
    const keys = own.map(predicateKey);
    const spans = own.map((predicate) => this.#spans(predicate));
    const ready = own.findIndex(
      (predicate, at) => spans[at] !== undefined && this.#lines.has(lineKey(predicate.field, others(keys, at), rest)),
    );
    const at = ready >= 0 ? ready : this.#changed(keys, spans);
    this.#lastOwn = own;
    const predicate = own[at];
    const chosen = spans[at];
    const axis = predicate === undefined ? undefined : this.plan.index.axis(predicate.field);
    if (predicate === undefined || chosen === undefined || axis === undefined) return this.#values.scan(filter);
    const beside = own.filter((_, each) => each !== at);
    const lines = this.#isWorth(lineKey(predicate.field, others(keys, at), rest), rest === '' && keys.length === 1)
      ? this.#line(predicate.field, axis, beside, filter)
      : undefined;
    return lines === undefined ? this.#values.scan(filter) : this.#values.read(lines, chosen, filter);
  }

  /**
   * Where there are other tables, another filter may move next: only one that goes on moving, and is the only one, is worth lines of its
   * own. Several are counted on from step to step.
   */
  #isWorth(key: string, isAlone: boolean): boolean {
    const { index } = this.plan;
    this.#moves = key === this.#lastKey ? this.#moves + 1 : 1;
    this.#lastKey = key;
    if (index.entity === undefined || this.#lines.has(key)) return true;
    return (isAlone || index.table === index.entity) && this.#moves >= MOVES && index.allowance.take(index.length);
  }

  /** The clause that is being moved: the only one, else the only one that is new since the last question. */
  #changed(keys: readonly string[], spans: readonly unknown[]): number {
    if (keys.length === 1) return spans[0] === undefined ? -1 : 0;
    const before = this.#lastOwn.map(predicateKey);
    const fresh = keys.flatMap((key, at) => (before.includes(key) || spans[at] === undefined ? [] : [at]));
    return fresh.length === 1 ? (fresh[0] ?? -1) : -1;
  }

  #spans(predicate: Predicate): readonly Span[] | undefined {
    const axis = this.plan.index.axis(predicate.field);
    return axis === undefined ? undefined : spansOf(axis, predicate);
  }

  #line(field: string, axis: Coding, own: readonly Predicate[], filter: Filter): Lines | undefined {
    const key = lineKey(field, own.map(predicateKey), restKey(filter));
    const known = this.#lines.get(key);
    if (known !== undefined || !fits(axis.size, this.plan.cells.count)) {
      if (known !== undefined && this.#lines.size > 1) {
        this.#lines.delete(key);
        this.#lines.set(key, known);
      }
      return known;
    }
    const lines = this.#values.lines(axis, { ...filter, own });
    this.#lines.set(key, lines);
    for (const oldest of [...this.#lines.keys()].slice(0, -KEPT)) this.#lines.delete(oldest);
    return lines;
  }
}

function others(keys: readonly string[], at: number): readonly string[] {
  return keys.filter((_, each) => each !== at);
}

function lineKey(field: string, keys: readonly string[], rest: string): string {
  return keys.length === 0 && rest === '' ? field : `${field}\u0005${keys.join('\u0004')}\u0005${rest}`;
}
