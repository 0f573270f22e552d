import type { Params } from '../metrics/types.js';
import { StatsError } from './stats-error.js';

const PARAMS: { readonly [K in keyof Required<Params>]: true } = {
  grain: true,
  inactiveDays: true,
  breaks: true,
  sort: true,
  limit: true,
  offset: true,
  search: true,
};

/** Throws StatsError `bad-option` for a parameter that there is not: misspelt, it would change nothing without a word. */
export function checkParams(params: Params): void {
  const unknown = Object.keys(params).find((name) => !Object.hasOwn(PARAMS, name));
  if (unknown === undefined) return;
  throw new StatsError('bad-option', `params: expected ${Object.keys(PARAMS).join(', ')}, got ${JSON.stringify(unknown)}.`);
}
