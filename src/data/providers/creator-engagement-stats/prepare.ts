import { periodRange } from '../../../metrics/period.js';
import { columnsOf, columnsWithout } from '../../../metrics/tables.js';
import { timeWeights } from '../../../metrics/time-weights.js';
import type { Prepared, Settings, Snapshot } from '../../provider.js';
import { TableBuilder } from '../../table.js';
import type { Column, Table } from '../../table.js';
import { columnsWithValues } from '../columns-with-values.js';
import { creatorOfExplorations } from '../creator-of-explorations.js';
import { withRates } from '../exploration-rates.js';
import { insightsTable } from '../insights-table.js';
import { rowsOf } from '../rows.js';
import type { Row } from '../rows.js';

const WEIGHTED_WEEK = columnsWithout('weekly', 'plays', 'average_rating', 'ratings', 'total_plays', 'mark');

const STATE_TOTALS = columnsOf('states', ['exploration', 'state', 'answers', 'solution_views', 'hint_views']);

/**
 * Normal tables from what the host supplies. `states` has one row per exploration whose state is unknown: attempts, solutions
 * and hints of all its states. Weeks that begin after `now`, in the dataset's time zone, are not seen and counted.
 */
export function prepareStats({ tables }: Snapshot, settings: Settings): Prepared {
  const supplied = tables.get('explorations') ?? { name: 'explorations', length: 0, columns: new Map<string, Column>() };
  const weeks = Array.from(rowsOf(tables.get('weekly')), weekOf);
  const seen = weeks.filter((week) => periodRange(week.week ?? '', 'week', settings.timezone)[0] <= settings.now);
  const demographics = tables.get('demographics');
  const made = [
    columnsWithValues(withRates(supplied, 'supplied_completion_rate')),
    stateTotals(supplied),
    creatorOfExplorations(supplied),
    ...(weeks.length === 0 ? [] : [weeklyTable(seen)]),
    ...(demographics === undefined ? [] : [demographics]),
  ];
  const named = new Map(made.map((table) => [table.name, table]));
  named.set('insights', insightsTable(named, settings));
  return { tables: named, later: weeks.length - seen.length };
}

function stateTotals(supplied: Table): Table {
  const builder = new TableBuilder('states', STATE_TOTALS);
  for (const row of rowsOf(supplied)) {
    builder.push({
      exploration: row.text('exploration'),
      answers: row.number('attempts'),
      solution_views: row.number('solution_views'),
      hint_views: row.number('hint_views'),
    });
  }
  return columnsWithValues(builder.build());
}

type Week = ReturnType<typeof weekOf>;

function weekOf(row: Row) {
  return {
    exploration: row.text('exploration'),
    week: row.text('week'),
    starts: row.number('starts'),
    completions: row.number('completions'),
    average: row.number('average_engagement_seconds'),
  };
}

function weeklyTable(weeks: readonly Week[]): Table {
  const builder = new TableBuilder('weekly', WEIGHTED_WEEK);
  const weights = timeWeights(weeks);
  for (const [at, { average, ...week }] of weeks.entries()) {
    const weight = weights[at] ?? null;
    builder.push({
      ...week,
      average_engagement_seconds: average,
      engagement_weight: weight,
      engagement_seconds: average === null || weight === null ? null : average * weight,
    });
  }
  return columnsWithValues(builder.build());
}
