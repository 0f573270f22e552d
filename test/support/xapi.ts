import { DEFAULT_AT_RISK_RULES } from '../../src/metrics/at-risk.js';
import { createEngine } from '../../src/data/engine/create-engine.js';
import type { Engine } from '../../src/data/engine/create-engine.js';
import { viewSpec } from '../../src/metrics/views.js';
import type { Value } from '../../src/metrics/types.js';
import type { Fetched, Prepared, ProviderInput, ReadContext, Settings, Snapshot } from '../../src/data/provider.js';
import { xapiProvider } from '../../src/data/providers/xapi.js';
import type { Table } from '../../src/data/table.js';
import { valueAt } from '../../src/data/table.js';
import type { ViewOptions } from '../../src/data/view-result.js';

/** The moment for which the oracles of Aspects were made. */
export const ORACLE_NOW = Date.parse('2024-03-13T00:00:00Z');

/** Settings for a moment, the corrected rules if no others are given. */
export function settingsAt(now: number, rules: Settings['rules'] = DEFAULT_AT_RISK_RULES, timezone = 'UTC'): Settings {
  return { now, timezone, rules, idleCapSeconds: 1800, engagement: 'R1' };
}

/** A context whose network is a list of bodies by URL; `asked` collects what was fetched. */
export function contextOf(bodies: Readonly<Record<string, string>> = {}, asked: { url: string; headers: unknown }[] = []): ReadContext {
  const bodyAt = (url: string): string => {
    const body = bodies[url];
    if (body === undefined) throw new Error(`Nothing is at ${url}.`);
    return body;
  };
  return {
    fetch: (url, init): Promise<Fetched> => {
      asked.push({ url, headers: init?.headers });
      return Promise.resolve({ url, status: 200, headers: new Headers(), body: new Blob([bodyAt(url)]).stream() });
    },
    fetchJson: (url) => Promise.resolve(JSON.parse(bodyAt(url)) as unknown),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
}

/** Statements and tables read and prepared. */
export async function prepared(input: ProviderInput, settings: Settings): Promise<Prepared & { snapshot: Snapshot }> {
  const snapshot = await xapiProvider.read(input, contextOf());
  return { ...xapiProvider.prepare(snapshot, settings), snapshot };
}

/** The rows of a table as plain objects, instants as epoch ms. */
export function plainRows(table: Table | undefined): Record<string, Value>[] {
  if (table === undefined) return [];
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries([...table.columns].map(([name, column]) => [name, valueAt(column, row)])),
  );
}

/** Answers of the at-risk views over prepared tables, as plain rows. */
export function viewRows(tables: Prepared['tables'], settings: Settings): (id: string, options?: ViewOptions) => Record<string, Value>[] {
  const engine: Engine = createEngine(tables, { timezone: settings.timezone });
  return (id, options) => {
    const spec = viewSpec(id, settings.rules === 'aspects-v8' ? 'aspects-v8' : undefined);
    if (spec === undefined) throw new Error(`There is no view ${id}.`);
    const { columns, length } = engine.view(spec, options);
    return Array.from({ length }, (_, row) => Object.fromEntries(columns.map(({ name, data }) => [name, valueAt(data, row)])));
  };
}
