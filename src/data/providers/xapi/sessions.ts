import { group, max, min } from 'd3-array';
import { sumKnown } from '../../../metrics/sum-known.js';
import type { SessionStatement } from './sessions-statement.js';

/** What was counted; null where no statement said so. */
export interface SessionCounts {
  readonly activeSeconds: number | null;
  readonly attempts: number | null;
  readonly solutions: number | null;
  readonly hints: number | null;
}

/** One stay in a state. */
export interface TrackedVisit extends SessionCounts {
  readonly state: string | null;
  /** Which one of the session, from 1; Infinity where no statement said so. */
  readonly number: number;
}

/** One load of a player, from its statements. */
export interface TrackedSession extends SessionCounts {
  readonly exploration: string;
  readonly session: string;
  /** When it was initialized, else its first statement; epoch milliseconds. */
  readonly startedAt: number;
  /** Null where no statement said whether. */
  readonly completed: boolean | null;
  readonly visits: readonly TrackedVisit[];
}

/**
 * Sessions from their statements, in any order, each statement once. Statements count from the beginning of a session or of a
 * visit, so of several the largest number stands; a session has at least what its visits add up to. That holds when any of them
 * were lost or came more than once under new ids. A session of which no statement has a duration has an unknown time.
 */
export function trackedSessions(statements: Iterable<SessionStatement>): TrackedSession[] {
  const grouped = group(
    statements,
    ({ exploration }) => exploration,
    ({ session }) => session,
  );
  return [...grouped].flatMap(([exploration, sessions]) => [...sessions].map(([session, said]) => sessionOf(exploration, session, said)));
}

function sessionOf(exploration: string, session: string, said: readonly SessionStatement[]): TrackedSession {
  const ofSession = said.filter(({ verb }) => verb !== 'experienced');
  const initialized = said.filter(({ verb }) => verb === 'initialized');
  const visits = visitsOf(said.filter(({ verb }) => verb === 'experienced'));
  const standing = largest(ofSession);
  // A card that was completed is not the exploration.
  const completions = ofSession.flatMap(({ completion }) => completion ?? []);
  return {
    exploration,
    session,
    visits,
    startedAt: min(initialized.length > 0 ? initialized : said, ({ time }) => time) ?? NaN,
    completed: completions.length === 0 ? null : completions.includes(true),
    activeSeconds: atLeast(
      standing.activeSeconds,
      visits.map((visit) => visit.activeSeconds),
    ),
    attempts: atLeast(
      standing.attempts,
      visits.map((visit) => visit.attempts),
    ),
    solutions: atLeast(
      standing.solutions,
      visits.map((visit) => visit.solutions),
    ),
    hints: atLeast(
      standing.hints,
      visits.map((visit) => visit.hints),
    ),
  };
}

/** Visits without a number are one each. */
function visitsOf(said: readonly SessionStatement[]): TrackedVisit[] {
  const visits = group(said, ({ visit }, at) => visit ?? `statement ${at}`);
  return Array.from(visits.values(), (ofVisit) => ({
    ...largest(ofVisit),
    state: ofVisit[0]?.state ?? null,
    number: ofVisit[0]?.visit ?? Infinity,
  }));
}

function largest(said: readonly SessionStatement[]): SessionCounts {
  return {
    activeSeconds: max(said, ({ seconds }) => seconds) ?? null,
    attempts: max(said, ({ answers }) => answers) ?? null,
    solutions: max(said, ({ solutions }) => solutions) ?? null,
    hints: max(said, ({ hints }) => hints) ?? null,
  };
}

/** The larger of what a session says and what its visits add up to, to the hundredth. */
function atLeast(said: number | null, ofVisits: readonly (number | null)[]): number | null {
  const together = sumKnown(ofVisits);
  return max([said, together === null ? null : Math.round(together * 100) / 100], (value) => value) ?? null;
}
