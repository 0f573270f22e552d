import { msg, str } from '../../localize/msg.js';
import { timeOf } from '../../metrics/comparison.js';
import type { ComparedExploration } from '../../metrics/comparison.js';
import { sumOfEach } from '../../metrics/sum-known.js';
import { timedSessions } from '../../metrics/timed-sessions.js';
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

const TIMES = ['average_engagement_seconds', 'sessions', 'unknown_sessions'];

/**
 * Of how many sessions the time is known, from an answer to `creator.engagement`; empty where the host does not tell it of each
 * exploration of whose time it tells anything.
 */
export function knownSessions(engagement: ViewData | undefined, locale: string): string {
  const counted = rowsIn(engagement).flatMap((row) => {
    const [average, sessions, unknown] = TIMES.map((column) => numberCell(engagement, column, row) ?? null);
    const isTimed = [average, sessions, unknown].some((value) => value !== null);
    return isTimed ? [{ sessions: sessions ?? null, unknown: unknown ?? null }] : [];
  });
  const [all, known] = [sumOfEach(counted.map(({ sessions }) => sessions)), sumOfEach(counted.map((each) => timedSessions(each, false)))];
  if (all === null || known === null || all === 0) return '';
  const [some, whole] = [known, all].map((count) => formatNumber(count, locale));
  return msg(str`The time of ${some ?? ''} of ${whole ?? ''} sessions is known.`, { id: 'creator.time-known' });
}
