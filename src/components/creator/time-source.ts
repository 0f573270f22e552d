import { msg, str } from '../../localize/msg.js';
import { timeOf } from '../../metrics/comparison.js';
import type { ComparedExploration } from '../../metrics/comparison.js';
import { timeWeighting } from '../../metrics/time-weights.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell, rowsIn } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';

/** How the engagement time of a dataset was come by, in one sentence; it stands beside the number. */
export function timeSource(dataset: PageDataset | undefined): string {
  switch (dataset?.source.provider) {
    case 'creator-engagement-stats':
    case 'tables':
      return msg('As the host supplies it.', { id: 'creator.time-supplied' });
    case 'oppia':
      return msg('Time in cards, from answers and the last leave (recipe R1).', { id: 'creator.time-dwell' });
    default:
      return msg('As the player recorded it.', { id: 'creator.time-recorded' });
  }
}

/** What the average time of several explorations is weighted by, where that is not their sessions; else empty. */
export function timeWeightingText(explorations: ReadonlyMap<string, ComparedExploration>): string {
  const known = [...explorations.values()].map(timeOf).filter(({ average }) => average !== null);
  const by = timeWeighting(known);
  if (known.length < 2 || by === 'sessions') return '';
  return by === 'starts'
    ? msg('The average time of all is the mean of their averages, weighted by starts.', { id: 'creator.time-by-starts' })
    : msg('The average time of all is the plain mean of their averages.', { id: 'creator.time-equal' });
}

/**
 * Of how many sessions the time is known, from an answer to `creator.engagement`; empty where the host does not tell it of each
 * exploration.
 */
export function knownSessions(engagement: ViewData | undefined, locale: string): string {
  const isTold = (column: string, row: number): boolean => numberCell(engagement, column, row) !== undefined;
  if (rowsIn(engagement).some((row) => isTold('sessions', row) && !isTold('unknown_sessions', row))) return '';
  const sum = (column: string): number => rowsIn(engagement).reduce((all, row) => all + (numberCell(engagement, column, row) ?? 0), 0);
  const [sessions, unknown] = [sum('sessions'), sum('unknown_sessions')];
  if (sessions === 0) return '';
  const [known, all] = [formatNumber(sessions - unknown, locale), formatNumber(sessions, locale)];
  return msg(str`The time of ${known} of ${all} sessions is known.`, { id: 'creator.time-known' });
}
