import { StatsError, unlike } from '../../../workers/connect.js';
import { areBreaks, isDays } from '../../../metrics/at-risk.js';
import { GRAINS, isGrain } from '../../../metrics/period.js';
import { isLearnerField } from '../../../metrics/tables.js';
import type { Clause } from '../../../metrics/types.js';
import { isPrivateField, parseClause } from '../clauses/filter-events.js';
import type { DatasetParams, PageDataset } from '../dataset/page-dataset.js';

/** What a reader has set, as plain JSON: nothing in it names a person, and no text that was searched for. */
export interface DatasetState {
  readonly version: 1;
  readonly clauses: readonly Clause[];
  readonly params: DatasetParams;
  /** The chosen tab of a dashboard. */
  readonly tab?: string;
}

const PARAMS: readonly string[] = ['grain', 'inactiveDays', 'breaks'] satisfies (keyof DatasetParams)[];
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
 * Reads a state that came from outside: the address of the page, or a host's store. With `refuse`, each bad part is handed to it and left
 * out, and the rest is kept.
 * @throws StatsError `bad-option`, naming the path and the value: for what is no state of this version, and without `refuse` for any bad
 * part.
 */
export function parseState(given: unknown, refuse: Refuse = throwIt): DatasetState {
  if (typeof given !== 'object' || given === null) throw wrong('', 'an object', given);
  const { version, clauses = [], params = {}, tab } = given as Record<string, unknown>;
  if (version !== 1) throw wrong('.version', '1', version);
  const isList = Array.isArray(clauses);
  if (!isList) refuse(wrong('.clauses', 'a list', clauses));
  const isTab = tab === undefined || typeof tab === 'string';
  if (!isTab) refuse(wrong('.tab', 'a text', tab));
  return {
    version,
    clauses: isList ? clauses.flatMap((clause: unknown, at) => clauseOf(clause, at, refuse)) : [],
    params: parseParams(params, refuse),
    ...(isTab && tab !== undefined ? { tab } : {}),
  };
}

/** Takes the error of a part that cannot be read. */
type Refuse = (error: StatsError) => void;

function throwIt(error: StatsError): never {
  throw error;
}

function clauseOf(given: unknown, at: number, refuse: Refuse): readonly Clause[] {
  try {
    return [parseClause(given, `state.clauses[${at}]`)];
  } catch (error) {
    refuse(StatsError.from(error));
    return [];
  }
}

function parseParams(given: unknown, refuse: Refuse): DatasetParams {
  const isObject = typeof given === 'object' && given !== null;
  if (!isObject) refuse(wrong('.params', 'an object', given));
  const said = isObject ? (given as Record<string, unknown>) : {};
  for (const name of Object.keys(said)) if (!PARAMS.includes(name)) refuse(wrong('.params', 'grain, inactiveDays or breaks', name));
  const good = <T>(name: keyof DatasetParams, isGood: (value: unknown) => value is T, expected: string): T | undefined => {
    const value = said[name];
    if (isGood(value)) return value;
    if (value !== undefined) refuse(wrong(`.params.${name}`, expected, value));
    return undefined;
  };
  const grain = good('grain', isGrain, GRAINS.join(', '));
  const inactiveDays = good('inactiveDays', isDays, 'a number from 0');
  const breaks = good('breaks', areBreaks, 'pairs of dates');
  return {
    ...(grain === undefined ? {} : { grain }),
    ...(inactiveDays === undefined ? {} : { inactiveDays }),
    ...(breaks === undefined ? {} : { breaks }),
  };
}

function isPersonal(clause: Clause): boolean {
  if (isPrivateField(clause.field)) return true;
  return isLearnerField(clause.field) && (clause.in ?? []).some((value) => typeof value === 'string' && ADDRESS.test(value));
}

function wrong(path: string, expected: string, got: unknown): StatsError {
  return unlike('bad-option', `state${path}`, expected, got);
}
