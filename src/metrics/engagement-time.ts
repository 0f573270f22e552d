import { min } from 'd3-array';
import type { SessionEvent } from './session-event.js';
import { stateVisits, withoutIdle } from './state-visits.js';

/** `R1`: dwell, from the times that answers and the last leave carry. `R2`: wall clock, from the start to the last event. */
export type EngagementRecipe = 'R1' | 'R2';

export interface EngagementOptions {
  readonly recipe: EngagementRecipe;
  /** Longest single gap that counts whole, in seconds; of a longer one the cap counts. */
  readonly idleCapSeconds: number;
}

export interface EngagementTime {
  /** Null where the time is unknown; 0 is a time. */
  readonly activeSeconds: number | null;
  readonly recipe: EngagementRecipe;
  /** Whether an idle gap was cut. */
  readonly capped: boolean;
}

/**
 * How long a learner was engaged in one session. The events may come in any order. A session without an answer has an unknown
 * time under both recipes. Times that Oppia stores for `state_complete` and `complete` are never read: its stopwatch is reset
 * before them.
 *
 * R1 adds, over the visits of states, the largest time that an answer carries; answers carry the time since entering the state,
 * so the largest is the dwell. In a session that was not completed, the last leave is one more such time. Unknown where a
 * visit has answers of which none has a time.
 *
 * R2 is the time from the start to the last event by the server's clock. Unknown without a start.
 */
export function engagementTime(events: readonly SessionEvent[], options: EngagementOptions): EngagementTime {
  const { recipe, idleCapSeconds } = options;
  if (!events.some((event) => event.kind === 'answer_submitted')) return { activeSeconds: null, recipe, capped: false };
  return recipe === 'R1' ? dwell(events, idleCapSeconds) : wallClock(events, idleCapSeconds);
}

function dwell(events: readonly SessionEvent[], idleCapSeconds: number): EngagementTime {
  const visits = stateVisits(events, idleCapSeconds);
  const unknown = visits.some((visit) => visit.answers > 0 && visit.seconds === null);
  return {
    activeSeconds: unknown ? null : visits.reduce((sum, visit) => sum + (visit.seconds ?? 0), 0),
    recipe: 'R1',
    capped: !unknown && visits.some((visit) => visit.capped),
  };
}

function wallClock(events: readonly SessionEvent[], idleCapSeconds: number): EngagementTime {
  const start = min(
    events.filter((event) => event.kind === 'start'),
    (event) => event.at,
  );
  if (start === undefined) return { activeSeconds: null, recipe: 'R2', capped: false };
  const marks = events
    .map((event) => (event.at - start) / 1000)
    .filter((seconds) => seconds >= 0)
    .sort((a, b) => a - b);
  const { seconds, capped } = withoutIdle(marks, idleCapSeconds);
  return { activeSeconds: seconds, recipe: 'R2', capped };
}
