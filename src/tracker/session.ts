import { activeTime } from './active-time.js';
import { activityOf, encoded, isoDuration, statementOf, TALLY_EXTENSION } from './statement.js';
import type { Activity, Agent, Statement, Tally, TrackerVerb, VisitNotes } from './statement.js';

/** Whose session it is, and of what. */
export interface Subject {
  readonly exploration: Activity;
  readonly session: string;
  readonly actor: Agent;
  /** Milliseconds without a sign of the learner that still count. */
  readonly idleAfter: number;
}

/** What happened so far in one session, and how to say it. */
export interface Session {
  /** The page can be seen from now on. */
  readonly resume: () => void;
  /** The page cannot be seen any more. */
  readonly pause: () => void;
  /** The learner did something. */
  readonly touch: () => void;
  /** Active time so far, in milliseconds. */
  readonly activeTime: () => number;
  /** A state is entered. What is to be said of the one before it; nothing where it is the same. */
  enter(state: string): readonly Statement[];
  /** Counts one of each of the given, in the session and in the state. */
  count(counted: readonly (keyof Tally)[]): void;
  readonly complete: () => void;
  /** That the session began. */
  beginning(): readonly Statement[];
  /** How things stand: the visit of the current state, and the session under the given verb. */
  standing(verb: TrackerVerb): readonly Statement[];
}

interface Visit extends VisitNotes {
  readonly object: Activity;
  readonly tally: Tally;
  /** The session's active time at which it began. */
  readonly from: number;
}

/**
 * A session that begins now. The wall clock is read once: instants go on from there by the monotonic clock, so that a clock that
 * is set changes neither a duration nor an order.
 */
export function startSession({ exploration, session, actor, idleAfter }: Subject): Session {
  const now = (): number => performance.now();
  const offset = Date.now() - now();
  const instant = (): string => new Date(offset + now()).toISOString();
  const time = activeTime(idleAfter);
  const active = (): number => time.until(now());
  const speaker = { actor, session, instant };
  const total = emptyTally();
  let visit: Visit | undefined;
  let visits = 0;
  let isComplete = false;

  const visited = (): Statement[] => {
    if (!visit) return [];
    const { object, tally, from, number, entered } = visit;
    const extensions = { [TALLY_EXTENSION]: Object.assign({ number, entered }, tally) };
    return [statementOf('experienced', speaker, object, { duration: isoDuration(active() - from), extensions }, exploration)];
  };

  return {
    resume: () => time.resume(now()),
    pause: () => time.pause(now()),
    touch: () => time.touch(now()),
    activeTime: active,
    enter(state) {
      const object = stateOf(exploration, state);
      if (visit?.object.id === object.id) return [];
      const left = visited();
      visit = { object, tally: emptyTally(), from: active(), number: ++visits, entered: instant() };
      return left;
    },
    count(counted) {
      for (const name of counted) {
        total[name]++;
        if (visit) visit.tally[name]++;
      }
    },
    complete: () => {
      isComplete = true;
    },
    beginning: () => [statementOf('initialized', speaker, exploration)],
    standing(verb) {
      const extensions = { [TALLY_EXTENSION]: Object.assign({}, total) };
      const result = { duration: isoDuration(active()), completion: isComplete, extensions };
      return [...visited(), statementOf(verb, speaker, exploration, result)];
    },
  };
}

function emptyTally(): Tally {
  return { answers: 0, correct_answers: 0, hints: 0, solutions: 0 };
}

function stateOf(exploration: Activity, state: string): Activity {
  return activityOf(`${exploration.id}#${encoded(state)}`, state);
}
