import { TABLES } from '../../metrics/tables.js';
import type { Metric, ViewSpec } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Tables } from '../table.js';
import type { ViewData, ViewOptions } from '../view-result.js';
import { FastViews } from './cube/fast-views.js';
import { Relations } from './fields.js';
import { groupView } from './group-view.js';
import { finish } from './result.js';
import { rowView } from './row-view.js';
import { searched } from './search.js';
import { activeClauses, isOnCourse, placeClauses, placeWhere, remainingRows } from './selection.js';

/** Answers views over tables that do not change. */
export interface Engine {
  /**
   * The answer to a view under filters. Throws StatsError `unknown-field` for a table, field or metric of the spec that does not
   * exist and `bad-option` for what makes no sense; a clause that these tables cannot answer is no error but `unanswered`.
   */
  view(spec: ViewSpec, options?: ViewOptions): ViewData;
  /** Makes ready the first answers of views. No answer depends on it. */
  prepare(specs: readonly ViewSpec[], options?: ViewOptions): void;
  /**
   * Makes ready the first steps of filters on each other's fields, and takes some, so that the browser has compiled their way; for when
   * there is time after the first answers. Each call of what it gives does a bit of that; it says whether there is more. What filters
   * on other tables need takes about as much memory as the data, so that is for readers who filter (`related`).
   */
  rehearse(specs: readonly ViewSpec[], related?: boolean): () => boolean;
  /** Makes ready the steps of a filter on a field while the other clauses stay, as when a pointer enters a chart. */
  expect(field: string, specs: readonly ViewSpec[], options?: ViewOptions): void;
}

export interface EngineOptions {
  /** IANA name; periods start at its midnights. */
  readonly timezone: string;
  /** Why tables, and columns as `table.column`, are unknown throughout: a clause on one of them is not answered. */
  readonly unrecorded?: Readonly<Record<string, string>> | undefined;
  /** Where metrics are looked up. */
  readonly metric: (id: string) => Metric | undefined;
  /** `false` goes over the rows for every answer; the answers are the same. */
  readonly cubes?: boolean;
}

/** An engine over the given tables; they are read as they are, never changed. A table of the schema that is missing has no rows. */
export function engineOver(tables: Tables, { timezone, unrecorded, metric, cubes = true }: EngineOptions): Engine {
  const relations = new Relations(tables, unrecorded);
  const fast = cubes ? new FastViews(relations, timezone, metric) : undefined;
  return {
    view: (spec, options = {}) => fast?.view(spec, options) ?? answer(relations, spec, options, timezone, metric),
    prepare: (specs, options) => fast?.prepare(specs, options),
    rehearse: (specs, related) => fast?.rehearse(specs, related) ?? (() => false),
    expect: (field, specs, options) => fast?.expect(field, specs, options),
  };
}

function answer(
  relations: Relations,
  spec: ViewSpec,
  options: ViewOptions,
  timezone: string,
  metric: (id: string) => Metric | undefined,
): ViewData {
  checkShape(relations, spec);
  const params = options.params ?? {};
  const clauses = activeClauses(options.clauses ?? [], options.self);
  const { placed, applied, unanswered } = placeClauses(relations, spec.table, clauses);
  const where = placeWhere(relations, spec.table, spec.where ?? [], spec.id);
  const selection = remainingRows(relations, spec.table, [...where, ...placed]);
  const course = (): Uint8Array => {
    const reached = placeClauses(relations, spec.table, clauses.filter(isOnCourse));
    return remainingRows(relations, spec.table, reached.placed);
  };
  const unsorted =
    spec.select !== undefined
      ? searched(rowView(relations, spec, selection), params.search)
      : groupView(spec, { relations, selection, course, grain: params.grain, timezone, metric });
  return { view: spec.id, ...finish(spec, params, unsorted), applied, unanswered };
}

function checkShape(relations: Relations, spec: ViewSpec): void {
  if (!relations.tables.has(spec.table) && !TABLES.has(spec.table)) {
    throw new StatsError('unknown-field', `View "${spec.id}": there is no table "${spec.table}".`);
  }
  const grouped = spec.by !== undefined || spec.measures !== undefined;
  if (grouped === (spec.select !== undefined)) {
    throw new StatsError('bad-option', `View "${spec.id}": expected either select, or by and measures.`);
  }
}
