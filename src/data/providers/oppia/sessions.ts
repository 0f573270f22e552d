import type { EngagementOptions } from '../../../metrics/engagement-time.js';
import { engagementTime } from '../../../metrics/engagement-time.js';
import type { SessionEvent } from '../../../metrics/session-event.js';
import { stateVisits } from '../../../metrics/state-visits.js';
import type { StateVisit } from '../../../metrics/state-visits.js';
import { columnsWithout } from '../../../metrics/tables.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import { rowsOf } from '../rows.js';
import { eventKind } from './session-events.js';

/** One load of the player, from its events. */
export interface Session {
  readonly exploration: string;
  readonly session: string;
  /** When it was started, or its first event where the start is missing; epoch milliseconds. */
  readonly startedAt: number;
  readonly activeSeconds: number | null;
  readonly capped: boolean;
  readonly completed: boolean;
  readonly attempts: number;
  readonly solutions: number;
  /** The cards that it entered in turn, the one that it started with first. */
  readonly path: readonly string[];
  /** Under R1 only: the wall clock knows nothing of states. */
  readonly visits: readonly StateVisit[];
}

/** Sessions, and how many events were later than `now`. */
export interface Sessions {
  readonly sessions: readonly Session[];
  readonly later: number;
}

/**
 * The sessions of the listed explorations in the raw log, exploration by exploration. Events later than `now` are not seen, and one that
 * the log has twice is one.
 */
export function sessionsOf(log: Table, listed: ReadonlySet<string>, now: number, options: EngagementOptions): Sessions {
  const logs = new Map<string, Map<string, SessionEvent[]>>();
  let later = 0;
  for (const row of rowsOf(log)) {
    const kind = eventKind(row.text('kind'));
    const at = row.number('created_on');
    const exploration = row.text('exploration');
    const session = row.text('session');
    if (kind === undefined || at === null || exploration === null || session === null || !listed.has(exploration)) continue;
    if (at > now) {
      later++;
      continue;
    }
    let bySession = logs.get(exploration);
    if (bySession === undefined) logs.set(exploration, (bySession = new Map<string, SessionEvent[]>()));
    let events = bySession.get(session);
    if (events === undefined) bySession.set(session, (events = []));
    events.push({ kind, at, state: row.text('state'), seconds: row.number('seconds') });
  }
  const sessions = [...logs].flatMap(([exploration, bySession]) =>
    [...bySession].map(([session, events]) => sessionOf(exploration, session, once(events), options)),
  );
  return { sessions, later };
}

/** The normal table of sessions. */
export function sessionsTable(sessions: readonly Session[]): Table {
  const builder = new TableBuilder('sessions', columnsWithout('sessions', 'hints'));
  for (const { startedAt, activeSeconds, exploration, session, capped, completed, attempts, solutions } of sessions) {
    builder.push({ exploration, session, started_at: startedAt, active_seconds: activeSeconds, capped, completed, attempts, solutions });
  }
  return builder.build();
}

/** Events of a session without those that repeat another in all that they say. */
function once(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const seen = new Set<string>();
  return events.filter(({ kind, at, state, seconds }) => seen.size < seen.add(JSON.stringify([kind, at, state, seconds])).size);
}

function sessionOf(exploration: string, session: string, events: readonly SessionEvent[], options: EngagementOptions): Session {
  const starts = events.filter((event) => event.kind === 'start');
  const { activeSeconds, capped } = engagementTime(events, options);
  return {
    exploration,
    session,
    activeSeconds,
    capped,
    startedAt: (starts.length > 0 ? starts : events).reduce((first, event) => Math.min(first, event.at), Infinity),
    completed: events.some((event) => event.kind === 'complete'),
    attempts: events.filter((event) => event.kind === 'answer_submitted').length,
    solutions: events.filter((event) => event.kind === 'solution_hit').length,
    path: pathOf(events),
    visits: options.recipe === 'R1' ? stateVisits(events, options.idleCapSeconds) : [],
  };
}

/** A start names the first card, of which Oppia need not log that it was shown. */
function pathOf(events: readonly SessionEvent[]): readonly string[] {
  const entered = events.filter((event) => event.kind === 'state_hit').sort((a, b) => a.at - b.at);
  const start = events.find((event) => event.kind === 'start')?.state ?? null;
  const path = entered.flatMap(({ state }) => state ?? []);
  return start === null || path[0] === start ? path : [start, ...path];
}
