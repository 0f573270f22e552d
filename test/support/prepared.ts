import { createEngine } from '../../src/data/engine/create-engine.js';
import type { Provider, ProviderInput, ReadContext, Settings } from '../../src/data/provider.js';
import type { ViewOptions } from '../../src/data/view-result.js';
import { valueAt } from '../../src/data/table.js';
import type { Table, Tables } from '../../src/data/table.js';
import { viewSpec } from '../../src/metrics/views.js';
import type { Value } from '../../src/metrics/types.js';
import { FakeReadContext } from './fake-read-context.js';

/** Settings of a test: late enough to see everything. */
export const LATE: Settings = {
  now: Date.UTC(2030, 0, 1),
  timezone: 'UTC',
  rules: 'aspects-v8',
  idleCapSeconds: 1800,
  engagement: 'R1',
};

/** Normal tables of what a provider reads. */
export async function preparedTables(
  provider: Provider,
  input: ProviderInput,
  settings: Partial<Settings> = {},
  context: ReadContext = new FakeReadContext(new Map()),
): Promise<Tables> {
  return provider.prepare(await provider.read(input, context), { ...LATE, ...settings }).tables;
}

/** Rows of a table as plain objects, of the named columns or all. */
export function rowsOf(table: Table | undefined, names?: readonly string[]): Record<string, Value>[] {
  if (table === undefined) throw new Error('There is no such table.');
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(
      (names ?? [...table.columns.keys()]).map((name) => {
        const column = table.columns.get(name);
        return [name, column === undefined ? null : valueAt(column, row)];
      }),
    ),
  );
}

/** Rows of a view over tables, through the engine. Instants stay epoch milliseconds. */
export function viewRows(tables: Tables, view: string, options: ViewOptions = {}): Record<string, Value>[] {
  const spec = viewSpec(view);
  if (spec === undefined) throw new Error(`There is no view ${view}.`);
  const { columns, length } = createEngine(tables, { timezone: 'UTC' }).view(spec, options);
  return Array.from({ length }, (_, row) => Object.fromEntries(columns.map(({ name, data }) => [name, valueAt(data, row)])));
}
