import { expect } from '@open-wc/testing';
import { createEngine } from '../../src/data/engine/create-engine.js';
import type { Tables } from '../../src/data/table.js';
import { valueAt } from '../../src/data/table.js';
import type { Value } from '../../src/metrics/types.js';
import { needShared, sharedJson } from './shared.js';

/** A row of a table of Aspects, or of ours, as a plain object. */
export type Row = Readonly<Record<string, Value>>;

interface Stored {
  readonly tests: readonly { readonly name: string; readonly given: Readonly<Record<string, string>>; readonly expect: string | null }[];
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }>>;
}

/** One unit test of Aspects: the rows given, by table, and the rows expected. */
export interface UnitTest {
  given(table: string): Row[];
  readonly expected: Row[];
}

/** The unit tests of Aspects' models, by name. */
export class UnitTests {
  readonly #stored: Stored;

  constructor(stored: Stored) {
    this.#stored = stored;
  }

  /** Reads them; skips the running test where they are missing. */
  static async read(context: Mocha.Context): Promise<UnitTests> {
    const stored = await sharedJson<Stored>('oracles/aspects/unit-tests.json.gz');
    return new UnitTests(needShared(context, stored, 'the unit tests of Aspects'));
  }

  test(name: string): UnitTest {
    const test = this.#stored.tests.find((each) => each.name === name);
    if (test === undefined) throw new Error(`There is no unit test ${name}.`);
    return { given: (table) => this.#rows(test.given[table]), expected: this.#rows(test.expect) };
  }

  #rows(name: string | null | undefined): Row[] {
    const table = this.#stored.tables[name ?? ''];
    if (table === undefined) throw new Error(`There is no table ${name}.`);
    return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])));
  }
}

/** Text; '' where there is none. */
export function text(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Epoch milliseconds of a time as ClickHouse writes it, in UTC. */
export function instant(value: Value | undefined): number {
  return Date.parse(`${text(value).replace(' ', 'T')}Z`);
}

/** The given columns of rows as sorted texts, numbers to five places, '' as null: equal where the rows are, in whatever order. */
function multiset(rows: readonly Row[], columns: readonly string[]): string[] {
  const comparable = (value: Value | undefined): Value => {
    if (typeof value === 'number') return Math.round(value * 1e5) / 1e5;
    return value === '' || value === undefined ? null : value;
  };
  return rows.map((row) => JSON.stringify(columns.map((column) => comparable(row[column])))).sort();
}

/** Rows of `tables`, columns of parents too. */
export function select(tables: Tables, table: string, columns: readonly string[]): Row[] {
  const { columns: found, length } = createEngine(tables, { timezone: 'UTC' }).view({ id: 'test', table, select: columns });
  return Array.from({ length }, (_, row) => Object.fromEntries(found.map(({ name, data }) => [name, valueAt(data, row)])));
}

/** Our rows with columns named as Aspects names them. */
export function renamed(rows: readonly Row[], names: Readonly<Record<string, string>>): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [theirs, row[ours] ?? null])));
}

/** Aspects' rows with times as epoch milliseconds. */
export function timed(rows: readonly Row[], column = 'emission_time'): Row[] {
  return rows.map((row) => ({ ...row, [column]: instant(row[column]) }));
}

/** Both have the same rows, of the given columns, in whatever order. */
export function expectSame(ours: readonly Row[], theirs: readonly Row[], columns: readonly string[]): void {
  expect(theirs).not.to.be.empty;
  expect(multiset(ours, columns)).to.deep.equal(multiset(theirs, columns));
}
