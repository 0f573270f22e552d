import { max } from 'd3-array';
import type { SessionEvent } from './session-event.js';

/** One stay in a state. */
export interface StateVisit {
  readonly state: string | null;
  /** Null where an answer was given whose time is unknown, or none. */
  readonly seconds: number | null;
  readonly answers: number;
  readonly capped: boolean;
}

interface OpenVisit {
  readonly state: string | null;
  readonly from: number;
  answers: number;
  /** Seconds since entering at which an answer was given or the session was left: how long the visit lasted at least. */
  readonly ends: number[];
  /** Seconds since entering at which a solution was viewed: signs of activity that split a gap. */
  readonly signs: number[];
  timedAnswers: number;
}

/** The visits of a session under R1, in the order in which they began. A state that was entered again is another visit. */
export function stateVisits(events: readonly SessionEvent[], idleCapSeconds: number): StateVisit[] {
  return openVisits(events)
    .sort((a, b) => a.from - b.from)
    .map((visit) => {
      const unknown = visit.ends.length === 0 || (visit.answers > 0 && visit.timedAnswers === 0);
      const last = max(visit.ends) ?? 0;
      const marks = [0, ...visit.signs.filter((seconds) => seconds < last), ...visit.ends].sort((a, b) => a - b);
      const { seconds, capped } = withoutIdle(marks, idleCapSeconds);
      return { state: visit.state, seconds: unknown ? null : seconds, answers: visit.answers, capped: capped && !unknown };
    });
}

function openVisits(events: readonly SessionEvent[]): OpenVisit[] {
  const byState = new Map<string | null, OpenVisit[]>();
  for (const event of entered(events)) {
    const visits = byState.get(event.state) ?? [];
    visits.push(emptyVisit(event));
    byState.set(event.state, visits);
  }
  const lastLeave = leaveOfUnfinished(events);
  for (const event of events) {
    const leaves = event === lastLeave;
    if (!leaves && event.kind !== 'answer_submitted' && event.kind !== 'solution_hit') continue;
    const visit = visitOf(event, byState);
    if (event.kind === 'answer_submitted') visit.answers++;
    // Leaves that Oppia migrated carry 0 in place of a time.
    if (event.seconds === null || (leaves && event.seconds === 0)) continue;
    if (event.kind === 'answer_submitted') visit.timedAnswers++;
    (event.kind === 'solution_hit' ? visit.signs : visit.ends).push(event.seconds);
  }
  return [...byState.values()].flat();
}

/** What began visits: that states were hit, and the start, which names the first state, where that was not hit before another. */
function entered(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const ordered = inOrder(events);
  const hits = ordered.filter(({ kind }) => kind === 'state_hit');
  const [first] = hits;
  const start = ordered.find(({ kind }) => kind === 'start');
  const isMissing = first !== undefined && start !== undefined && start.state !== null && start.state !== first.state;
  return isMissing && start.at <= first.at ? [start, ...hits] : hits;
}

/**
 * The latest visit of the event's state that had begun before it; what is stored in the moment of a hit ended the visit before.
 * The first visit if the log has none so early, or a new one.
 */
function visitOf(event: SessionEvent, byState: Map<string | null, OpenVisit[]>): OpenVisit {
  const visits = byState.get(event.state) ?? [emptyVisit(event)];
  byState.set(event.state, visits);
  const begun = visits.filter((visit) => visit.from < event.at);
  return begun[begun.length - 1] ?? visits[0] ?? emptyVisit(event);
}

/** The last leave counts, because a learner may cancel leaving; none in a session that was completed. */
function leaveOfUnfinished(events: readonly SessionEvent[]): SessionEvent | undefined {
  if (events.some((event) => event.kind === 'complete')) return undefined;
  const leaves = inOrder(events).filter((event) => event.kind === 'leave' || event.kind === 'leave_for_refresher');
  return leaves[leaves.length - 1];
}

/** Time between the first and the last of ascending marks (seconds), each gap counted up to the cap. */
export function withoutIdle(marks: readonly number[], idleCapSeconds: number): { seconds: number; capped: boolean } {
  let seconds = 0;
  let capped = false;
  let before: number | undefined;
  for (const mark of marks) {
    const gap = before === undefined ? 0 : mark - before;
    capped ||= gap > idleCapSeconds;
    seconds += Math.min(gap, idleCapSeconds);
    before = mark;
  }
  return { seconds, capped };
}

function emptyVisit(event: SessionEvent): OpenVisit {
  return { state: event.state, from: event.at, answers: 0, ends: [], signs: [], timedAnswers: 0 };
}

function inOrder(events: readonly SessionEvent[]): SessionEvent[] {
  return [...events].sort((a, b) => a.at - b.at);
}
