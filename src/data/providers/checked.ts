import { isTime } from '../../metrics/happened.js';
import { isMeanOfStars } from '../../metrics/rating.js';
import { parseInstant } from '../ingest/instant.js';
import type { StatsError } from '../stats-error.js';
import { unlike } from '../unlike.js';

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

/**
 * A value from outside together with its path, read by saying what is expected of it. What is not as expected throws StatsError
 * `invalid`: `explorations[3].completion_rate: expected a number from 0 to 1, got "85%"`. Missing and null are one: unknown.
 */
export class Checked {
  /** The value as it came. */
  readonly value: unknown;
  readonly #path: string | (() => string);

  /** A path as a function is made only where an error needs it. */
  constructor(value: unknown, path: string | (() => string)) {
    this.value = value;
    this.#path = path;
  }

  get path(): string {
    return typeof this.#path === 'string' ? this.#path : this.#path();
  }

  /** Whether the value is there. */
  get known(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The value of a key of an object; keys that it does not have are unknown. */
  get(key: string): Checked {
    const record = this.#record();
    return new Checked(Object.hasOwn(record, key) ? record[key] : undefined, () => this.#pathOf(key));
  }

  /** Keys and values of an object, none if it is unknown. */
  entries(): [string, Checked][] {
    return this.known ? Object.entries(this.#record()).map(([key, value]) => [key, new Checked(value, () => this.#pathOf(key))]) : [];
  }

  /** The items of a list, none if it is unknown. */
  items(): Checked[] {
    if (!this.known) return [];
    if (!Array.isArray(this.value)) throw this.unlike('a list');
    return this.value.map((item, at) => new Checked(item, () => `${this.path}[${at}]`));
  }

  /** The value where it has to be there. */
  required(what: string): this {
    if (!this.known) throw this.unlike(what);
    return this;
  }

  text(): string | null {
    return this.#optional('a text', (value) => typeof value === 'string');
  }

  /** A text that has to be there and has at least one character. */
  name(): string {
    const name = this.required('a text').text();
    if (name === null || name === '') throw this.unlike('a text with at least one character');
    return name;
  }

  /** A whole number of 0 or more. */
  count(): number | null {
    return this.#optional('a whole number of 0 or more', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
  }

  /** A number of 0 or more. */
  amount(): number | null {
    return this.#optional('a number of 0 or more', (value) => isNumber(value) && value >= 0);
  }

  /** A number from one to another, both included. */
  between(from: number, to: number): number | null {
    return this.#optional(`a number from ${from} to ${to}`, (value) => isNumber(value) && value >= from && value <= to);
  }

  /** A mean of stars. */
  stars(): number | null {
    return this.#optional('a number from 0 to 5', (value) => isNumber(value) && isMeanOfStars(value));
  }

  /** An instant, as a number that is one; unknown where nothing can have happened then. */
  milliseconds(): number | null {
    const instant = this.#optional<number>('epoch milliseconds', (value) => isNumber(value) && parseInstant(value) !== undefined);
    return instant !== null && isTime(instant) ? instant : null;
  }

  /** Any finite number. */
  number(): number | null {
    return this.#optional('a number', isNumber);
  }

  /** Yes or no. */
  flag(): boolean | null {
    return this.#optional('true or false', (value) => typeof value === 'boolean');
  }

  /** The error that says what was expected here. */
  unlike(expected: string): StatsError {
    return unlike('invalid', this.path || 'data', expected, this.value);
  }

  #optional<T extends string | number | boolean>(expected: string, fits: (value: unknown) => boolean): T | null {
    if (!this.known) return null;
    if (!fits(this.value)) throw this.unlike(expected);
    return this.value as T;
  }

  #record(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) throw this.unlike('an object');
    return this.value as Readonly<Record<string, unknown>>;
  }

  #pathOf(key: string): string {
    if (!PLAIN_KEY.test(key)) return `${this.path}[${JSON.stringify(key)}]`;
    const { path } = this;
    return path === '' ? key : `${path}.${key}`;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
