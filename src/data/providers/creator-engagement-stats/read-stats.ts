import { suppliedMean } from '../../../metrics/rating.js';
import { columnsOf, columnsWithout } from '../../../metrics/tables.js';
import type { ColumnTypes } from '../../../metrics/tables.js';
import { isDate, mondayOf } from '../../../metrics/week.js';
import type { Checked } from '../checked.js';
import { TableBuilder } from '../../table.js';
import type { Tables } from '../../table.js';
import { columnsWithValues } from '../columns-with-values.js';
import { hasCounts } from '../insights-table.js';

const NOT_SUPPLIED = 'This host does not supply it.';
const NO_THREADS = 'This host may tell how many feedback threads there are, not what they are.';

const EXPLORATION_COLUMNS = {
  ...columnsOf('explorations', [
    'exploration',
    'title',
    'plays',
    'starts',
    'actual_starts',
    'completions',
    'average_rating',
    'ratings',
    'feedback',
    'average_engagement_seconds',
    'min_engagement_seconds',
    'max_engagement_seconds',
    'attempts',
    'solution_views',
    'hint_views',
    'learners',
  ]),
  supplied_completion_rate: 'number',
} as const satisfies ColumnTypes;

const WEEKLY_COLUMNS = columnsOf('weekly', ['exploration', 'week', 'starts', 'completions', 'average_engagement_seconds']);

/** What the body has no key for. */
const NOT_IN_BODY = ['status', 'category', 'ownership', 'open_feedback', 'last_updated'];

/** What the host supplies as tables before any formula, and why the columns that no exploration has are unknown. */
export interface SuppliedStats {
  readonly tables: Tables;
  readonly unrecorded: Readonly<Record<string, string>>;
}

/**
 * The body of `/creatorengagementstats/<creator_id>`. Numbers that are missing are unknown, keys that nobody knows are ignored.
 * Throws `invalid` on a wrong type, a missing id, an id or, of one exploration, a week that comes twice, and a completion rate that is no
 * fraction.
 */
export function readStats(body: Checked): SuppliedStats {
  const explorations = new TableBuilder('explorations', EXPLORATION_COLUMNS);
  const demographics = new TableBuilder('demographics', columnsWithout('demographics'));
  const weekly = new TableBuilder('weekly', WEEKLY_COLUMNS);
  const seen = new Set<string>();
  for (const item of body.get('explorations').required('a list').items()) {
    const id = item.get('id');
    const exploration = id.name();
    if (seen.has(exploration)) throw id.unlike('an id that no other exploration has');
    seen.add(exploration);
    addExploration(exploration, item, explorations);
    addDemographics(exploration, item.get('demographics'), demographics);
    addWeeks(exploration, item.get('weekly'), weekly);
  }
  const supplied = columnsWithValues(explorations.build());
  const missing = Object.keys(EXPLORATION_COLUMNS).filter((name) => !supplied.columns.has(name) && name !== 'supplied_completion_rate');
  const weeks = columnsWithValues(weekly.build());
  const tables = [supplied, demographics.build(), weeks].filter((table) => table.length > 0 || table === supplied);
  const named = new Map(tables.map((table) => [table.name, table]));
  return {
    tables: named,
    unrecorded: {
      ...Object.fromEntries([...missing, ...NOT_IN_BODY].map((name) => [`explorations.${name}`, NOT_SUPPLIED])),
      'creator.subscribers': NOT_SUPPLIED,
      'feedback.thread': NO_THREADS,
      ...(hasCounts(named) ? {} : { insights: NOT_SUPPLIED }),
    },
  };
}

function addExploration(exploration: string, item: Checked, table: TableBuilder): void {
  const ratings = item.get('num_ratings').count();
  table.push({
    exploration,
    title: item.get('title').text(),
    plays: item.get('num_views').count(),
    starts: item.get('num_starts').count(),
    actual_starts: item.get('num_actual_starts').count(),
    completions: item.get('num_completions').count(),
    supplied_completion_rate: item.get('completion_rate').between(0, 1),
    average_rating: suppliedMean(item.get('average_rating').stars(), ratings),
    ratings,
    feedback: item.get('num_feedback').count(),
    average_engagement_seconds: item.get('average_engagement_time').amount(),
    min_engagement_seconds: item.get('min_engagement_time').amount(),
    max_engagement_seconds: item.get('max_engagement_time').amount(),
    attempts: item.get('num_attempts').count(),
    solution_views: item.get('solution_views').count(),
    hint_views: item.get('hint_views').count(),
    learners: item.get('num_learners').count(),
  });
}

function addDemographics(exploration: string, demographics: Checked, table: TableBuilder): void {
  for (const [dimension, groups] of demographics.entries()) {
    for (const [group, learners] of groups.entries()) table.push({ exploration, dimension, group, learners: learners.count() });
  }
}

function addWeeks(exploration: string, weekly: Checked, table: TableBuilder): void {
  const seen = new Set<string>();
  for (const item of weekly.items()) {
    const week = item.get('week');
    const date = week.name();
    if (!isDate(date)) throw week.unlike('a date (YYYY-MM-DD)');
    const monday = mondayOf(date);
    if (seen.has(monday)) throw week.unlike('a week that no other entry has');
    seen.add(monday);
    table.push({
      exploration,
      week: monday,
      starts: item.get('num_starts').count(),
      completions: item.get('num_completions').count(),
      average_engagement_seconds: item.get('average_engagement_time').amount(),
    });
  }
}
