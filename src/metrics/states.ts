import { share } from './share.js';

/**
 * Completions of a state per time it was shown, a fraction; Oppia's state retention before it is rounded to percent. Unknown where the
 * state was never shown.
 */
export function stateRetention(completions: number | null, hits: number | null): number | null {
  return share(completions, hits);
}

/**
 * Times a state was shown and not completed, per start of its exploration; Oppia's bounce rate of a state. Unknown where the
 * exploration was never started (Oppia throws there). Below 0 or above 1 where counts contradict each other; never clipped.
 */
export function stateBounceRate(hits: number | null, completions: number | null, starts: number | null): number | null {
  return hits === null || completions === null ? null : share(hits - completions, starts);
}

/** What tells whether a state is terminal. `leadsOn`: whether a way leads on from it by the structure; undefined where that is unknown. */
export interface EndingState {
  readonly first_hits: number | null;
  readonly hits: number | null;
  readonly answers: number | null;
  readonly leadsOn?: boolean | undefined;
}

/**
 * Whether each of the states of one exploration is terminal: an end, at which nothing can be answered; null where that is unknown. The
 * structure decides, but of a state that is an end now and was answered before. Without it a state with answers is none, and those that
 * were shown and never answered are, unless more sessions reached them than completed their exploration: then learners left at one of
 * them without an answer, and which it was is unknown.
 */
export function terminalStates(states: readonly EndingState[], completions: number | null): (boolean | null)[] {
  const mayEnd = ({ hits, answers, leadsOn }: EndingState): boolean => leadsOn !== true && answers === 0 && hits !== 0;
  const ended = states.filter(mayEnd).reduce((sum, { first_hits: reached, hits }) => sum + (reached ?? hits ?? NaN), 0);
  const areEnds = completions !== null && ended <= completions;
  return states.map((state) => {
    const { answers, leadsOn = answers === null || answers === 0 ? undefined : true } = state;
    if (leadsOn !== undefined) return !leadsOn && (answers ?? 0) > 0 ? null : !leadsOn;
    return mayEnd(state) && areEnds ? true : null;
  });
}

/**
 * Times a state was shown and not gone on from. Unknown for a terminal one, as nobody can go on from there, and where it is unknown
 * whether it is terminal. Below 0 where counts contradict each other; never clipped.
 */
export function stateLeft(hits: number | null, completions: number | null, terminal: boolean | null): number | null {
  return hits === null || completions === null || terminal !== false ? null : hits - completions;
}

/** Whether nobody can have left at a state: it is terminal, or nobody has reached it. */
export function isLeftByNobody(hits: number | null, terminal: boolean | null): boolean {
  return terminal === true || hits === 0;
}
