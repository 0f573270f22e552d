import { areBreaks, isDays } from '../metrics/at-risk.js';
import { GRAINS, isGrain } from '../metrics/period.js';
import type { Order, Params } from '../metrics/types.js';
import { parseCondition } from './parse-predicate.js';
import { check, checkGiven, isText, parseList, parseObject } from './parse-shape.js';
import { BREAKS, DAYS } from './rules.js';
import type { ViewOptions } from './view-result.js';

const OPTIONS = ['clauses', 'self', 'params'] as const satisfies readonly (keyof ViewOptions)[];
/** The detail of a `stats-filter` event is a clause, and names its dataset. */
const CLAUSE = ['field', 'in', 'range', 'origin', 'dataset'] as const;
const PARAMS = ['grain', 'inactiveDays', 'breaks', 'sort', 'limit', 'offset', 'search'] as const satisfies readonly (keyof Params)[];
const ORDER = ['column', 'direction'] as const satisfies readonly (keyof Order)[];
const WHOLE = 'a whole number from 0';
const DIRECTIONS: readonly unknown[] = ['asc', 'desc'] satisfies Order['direction'][];

/**
 * How a view is asked, as it was given. Whether there are such columns and fields is for who answers.
 * @throws StatsError `bad-option`, naming the path and the value: `params.sort: expected a list, got "plays"`.
 */
export function parseViewOptions(given: unknown): ViewOptions {
  const { clauses, self, params = {} } = parseObject(given, 'options', OPTIONS);
  parseList(clauses, 'clauses', (clause, place) => {
    const { origin } = parseObject(clause, place, CLAUSE);
    parseCondition(clause, place);
    checkGiven(origin, `${place}.origin`, isText, 'a text that names who filters');
  });
  checkGiven(self, 'self', isText, 'a text that names who asks');
  const { grain, inactiveDays, breaks, sort, limit, offset, search } = parseObject(params, 'params', PARAMS);
  checkGrain(grain, 'params.grain');
  checkGiven(inactiveDays, 'params.inactiveDays', isDays, DAYS);
  checkGiven(breaks, 'params.breaks', areBreaks, BREAKS);
  parseOrder(sort, 'params.sort');
  parsePage(limit, offset, 'params');
  checkGiven(search, 'params.search', isText, 'a text');
  return given as ViewOptions;
}

/** Throws StatsError `bad-option` for what is no length of periods. */
export function checkGrain(given: unknown, place: string): void {
  checkGiven(given, place, isGrain, GRAINS.join(', '));
}

/** Throws StatsError `bad-option` for what is no list of columns to sort by. */
export function parseOrder(given: unknown, place: string): void {
  parseList(given, place, (order, at) => {
    const { column, direction } = parseObject(order, at, ORDER);
    check(column, `${at}.column`, isText, 'the name of a column');
    checkGiven(direction, `${at}.direction`, (value) => DIRECTIONS.includes(value), DIRECTIONS.join(' or '));
  });
}

/** Throws StatsError `bad-option` for what does not say how many rows there are to be, and after how many. */
export function parsePage(limit: unknown, offset: unknown, place: string): void {
  checkGiven(limit, `${place}.limit`, isWhole, WHOLE);
  checkGiven(offset, `${place}.offset`, isWhole, WHOLE);
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
