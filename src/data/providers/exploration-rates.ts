import { completionRate, starterCompletionRate } from '../../metrics/completion-rate.js';
import { columnsOf } from '../../metrics/tables.js';
import { ColumnBuilder } from '../table.js';
import type { Column, Table } from '../table.js';
import { rowsOf } from './rows.js';

const RATES = columnsOf('explorations', ['completion_rate', 'completion_rate_source', 'starter_completion_rate']);

/**
 * Explorations with their rates: computed wherever both counts are there, else as the host supplies them in the column `supplied`,
 * with where they come from.
 */
export function withRates(explorations: Table, supplied: string): Table {
  const rates = new Map(Object.entries(RATES).map(([name, type]) => [name, new ColumnBuilder(type)]));
  for (const row of rowsOf(explorations)) {
    const [completions, starts, actual] = [row.number('completions'), row.number('starts'), row.number('actual_starts')];
    const counted = completions !== null && starts !== null;
    const rate = counted ? completionRate(completions, starts) : row.number(supplied);
    const ofStarters = starterCompletionRate(completions, actual);
    rates.get('completion_rate')?.push(rate);
    rates.get('completion_rate_source')?.push(rate === null ? null : counted ? 'computed' : 'supplied');
    rates
      .get('starter_completion_rate')
      ?.push(completions === null || actual === null ? row.number('starter_completion_rate') : ofStarters);
  }
  const columns = new Map<string, Column>(explorations.columns);
  columns.delete(supplied);
  for (const [name, builder] of rates) columns.set(name, builder.build());
  return { ...explorations, columns };
}
