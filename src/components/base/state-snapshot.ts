import { StatsError } from '../../workers/connect.js';
import { isBreak } from '../../metrics/at-risk.js';
import { GRAINS } from '../../metrics/period.js';
import type { Clause, Grain } from '../../metrics/types.js';
import { isPrivateField, parseClause } from './filter-events.js';
import type { DatasetParams, PageDataset } from './page-dataset.js';

/** What a reader has set, as plain JSON: nothing in it names a person, and no text that was searched for. */
export interface DatasetState {
  readonly version: 1;
  readonly clauses: readonly Clause[];
  readonly params: DatasetParams;
  /** The chosen tab of a dashboard. */
  readonly tab?: string;
}

const ADDRESS = /^(mailto:)?[^@\s]+@[^@\s]+$/i;

/** The state of a dataset, without clauses that would give a person away: names, and learner ids that are e-mail addresses. */
export function datasetState(dataset: PageDataset | undefined): DatasetState {
  const clauses = dataset?.clauses.all.filter((clause) => !isPersonal(clause)) ?? [];
  return { version: 1, clauses, params: dataset?.params ?? {} };
}

/** Whether nothing is set. */
export function isUnset({ clauses, params, tab }: DatasetState): boolean {
  return clauses.length === 0 && Object.keys(params).length === 0 && tab === undefined;
}

/**
 * A state that came from outside: an address, a host's store.
 * @throws StatsError `bad-option`, naming the path and the value, for what is not a state of this version.
 */
export function parseState(given: unknown): DatasetState {
  if (typeof given !== 'object' || given === null) throw wrong('', 'an object', given);
  const { version, clauses = [], params = {}, tab } = given as Record<string, unknown>;
  if (version !== 1) throw wrong('.version', '1', version);
  if (!Array.isArray(clauses)) throw wrong('.clauses', 'a list', clauses);
  if (tab !== undefined && typeof tab !== 'string') throw wrong('.tab', 'a text', tab);
  return { version, clauses: clauses.map(parseClause), params: parseParams(params), ...(tab === undefined ? {} : { tab }) };
}

function parseParams(given: unknown): DatasetParams {
  if (typeof given !== 'object' || given === null) throw wrong('.params', 'an object', given);
  const { grain, inactiveDays, breaks } = given as Record<string, unknown>;
  if (grain !== undefined && !isGrain(grain)) throw wrong('.params.grain', GRAINS.join(', '), grain);
  if (inactiveDays !== undefined && !isDays(inactiveDays)) throw wrong('.params.inactiveDays', 'a number from 0', inactiveDays);
  if (breaks !== undefined && !(Array.isArray(breaks) && breaks.every(isBreak))) throw wrong('.params.breaks', 'pairs of dates', breaks);
  return {
    ...(grain === undefined ? {} : { grain }),
    ...(inactiveDays === undefined ? {} : { inactiveDays }),
    ...(breaks === undefined ? {} : { breaks }),
  };
}

function isPersonal(clause: Clause): boolean {
  if (isPrivateField(clause.field)) return true;
  const ofLearner = clause.field === 'actor_id' || clause.field.endsWith('.actor_id');
  return ofLearner && (clause.in ?? []).some((value) => typeof value === 'string' && ADDRESS.test(value));
}

function isGrain(value: unknown): value is Grain {
  return GRAINS.some((grain) => grain === value);
}

function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function wrong(path: string, expected: string, got: unknown): StatsError {
  return new StatsError('bad-option', `state${path}: expected ${expected}, got ${JSON.stringify(got) ?? 'nothing'}`);
}
