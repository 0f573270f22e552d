import { averageSide, COMPARED, sideOf } from '../../metrics/comparison.js';
import type { ComparedExploration, Comparison, Side } from '../../metrics/comparison.js';
import { timedSessions } from '../../metrics/timed-sessions.js';
import type { ResultColumn, ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { whyUnknown } from '../base/states/not-recorded.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';

/** The explorations of an answer to `creator.explorations`, with the sessions of one to `creator.engagement`, by id. */
export function comparedExplorations(
  explorations: ViewData,
  engagement: ViewData | undefined,
  dataset: PageDataset | undefined,
): ReadonlyMap<string, ComparedExploration> {
  const isOfAll = whyUnknown(dataset, ['explorations.unknown_sessions']) !== undefined;
  const count = (name: string, row: number): number | null => numberCell(engagement, name, row) ?? null;
  const timed = new Map(
    rowsIn(engagement).map((row) => {
      const counts = { sessions: count('sessions', row), unknown: count('unknown_sessions', row) };
      return [cell(engagement, 'exploration', row), timedSessions(counts, isOfAll)];
    }),
  );
  return new Map(
    rowsIn(explorations).map((row) => {
      const id = String(cell(explorations, 'exploration', row));
      const number = (name: string): number | null => numberCell(explorations, name, row) ?? null;
      const source = cell(explorations, 'completion_rate_source', row);
      return [
        id,
        {
          plays: number('plays'),
          starts: number('starts'),
          completions: number('completions'),
          completion_rate: number('completion_rate'),
          completion_rate_source: source === 'computed' || source === 'supplied' ? source : null,
          average_engagement_seconds: number('average_engagement_seconds'),
          timed_sessions: timed.get(id) ?? null,
          attempts: number('attempts'),
          solution_views: number('solution_views'),
          average_rating: number('average_rating'),
          ratings: number('ratings'),
          open_feedback: number('open_feedback'),
        },
      ];
    }),
  );
}

/** An exploration as a side, or the average of all where no id is given; undefined for an id that is not there. */
export function sideFrom(explorations: ReadonlyMap<string, ComparedExploration>, id: string | undefined): Side | undefined {
  if (id === undefined) return averageSide([...explorations.values()]);
  const exploration = explorations.get(id);
  return exploration === undefined ? undefined : sideOf(exploration);
}

/** What numbers per start are made of, beside the starts. */
const COUNTS = ['attempts', 'solution_views'] as const;

/** A comparison as an answer of three rows: both sides and their difference; `of` are the sides that are explorations, not an average. */
export function comparisonAnswer(
  from: ViewData,
  comparisons: readonly Comparison[],
  names: readonly [string, string, string],
  of: readonly [ComparedExploration | undefined, ComparedExploration | undefined],
): ViewData {
  const numbers = (name: string, meaning: string, values: readonly (number | null | undefined)[]): ResultColumn => {
    return { name, field: name, meaning, data: { type: 'number', values: Float64Array.from(names, (_, row) => values[row] ?? NaN) } };
  };
  const columns: readonly ResultColumn[] = [
    {
      name: 'side',
      field: 'side',
      meaning: 'comparison.side',
      data: { type: 'category', codes: Int32Array.of(0, 1, 2), dictionary: [...names] },
    },
    ...COMPARED.map((measure): ResultColumn => {
      const found = comparisons.find((comparison) => comparison.measure === measure);
      return numbers(measure, meaningOf(measure), [found?.first, found?.second, exact(found?.difference)]);
    }),
    ...COUNTS.map((name) =>
      numbers(
        name,
        `explorations.${name}`,
        of.map((side) => side?.[name]),
      ),
    ),
  ];
  // Parts are told by rows of explorations, which these are not.
  const { applied, unanswered, soFar } = from;
  const length = names.length;
  return { view: 'creator.comparison', length, total: length, columns, applied, unanswered, ...(soFar === undefined ? {} : { soFar }) };
}

/** A difference without what the arithmetic of fractions adds. */
function exact(difference: number | null | undefined): number | undefined {
  return difference === null || difference === undefined ? undefined : Number(difference.toPrecision(12));
}

/** Id of the dictionary entry of a number that is compared. */
export function meaningOf(measure: Comparison['measure']): string {
  return measure.endsWith('_per_start') ? `comparison.${measure}` : `explorations.${measure}`;
}
