import { StatsError } from './stats-error.js';
import type { StatsErrorCode } from './stats-error.js';

const LONGEST = 40;

/** The error of a value that is not what was expected at a place: `rules.from: expected visit or activity, got "start"`. */
export function unlike(code: StatsErrorCode, place: string, expected: string, got: unknown, cause?: unknown): StatsError {
  return new StatsError(code, `${place}: expected ${expected}, got ${shown(got)}`, { cause });
}

/** Any value as it may stand in a message: short, and of a list, an object or a function only that it is one. Never throws. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'object':
      return Array.isArray(value) ? 'a list' : value === null ? 'null' : 'an object';
    case 'function':
      return 'a function';
    case 'string':
      return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
    case 'bigint':
      return `${value}n`;
    default:
      return String(value);
  }
}
