/** Random worlds of what the tracker told. */
import { meanOf, timesOf, totalsOf, weeksOfSessions } from './creator-by-hand.js';
import { CARDS, EMPTY, clock, ratesOf, stampOf } from './random-creator.js';
import { randomSessions, trackedLog } from './sessions-by-hand.js';
import type { Row } from './creator-by-hand.js';
import type { World } from './random-creator.js';
import type { Played } from './sessions-by-hand.js';
import type { Random } from './random.js';

/** A world of what the tracker told, each statement at least once, in any order. */
export function trackedWorld(random: Random): World {
  const when = clock(random);
  const ids = ['fractions', 'ratio', 'areas'];
  const played = randomSessions(random, ids, when.now, CARDS);
  const seen = played.filter(({ startedAt }) => startedAt <= when.now);
  const said = played.flatMap((session) => trackedLog(session, `About ${session.exploration}`));
  const data = [...said, ...random.some(said, 0.2)].sort(() => random.next() - 0.5);
  const secondsOf = ({ stays }: Played): number => stays.reduce((sum, { lasted }) => sum + lasted, 0);
  const countOf = (sessions: readonly Played[], of: (stay: Played['stays'][number]) => number): number =>
    sessions.reduce((all, { stays }) => all + stays.reduce((sum, stay) => sum + of(stay), 0), 0);
  /** Whether the log tells if a session was completed. */
  const isTold = ({ completed, left, stays }: Played): boolean => completed || left || stays.slice(0, -1).some(({ hints }) => hints > 0);
  const explorations = ids
    .filter((id) => seen.some(({ exploration }) => exploration === id))
    .map((id): Row => {
      const own = seen.filter(({ exploration }) => exploration === id);
      const shown: Row = {
        ...EMPTY,
        exploration: id,
        title: `About ${id}`,
        starts: own.length,
        completions: own.some(isTold) ? own.filter(({ completed }) => completed).length : null,
        ...timesOf(own.map(secondsOf)),
        attempts: countOf(own, ({ answers }) => answers.length),
        solution_views: countOf(own, ({ solutions }) => solutions.length),
        hint_views: countOf(own, ({ hints }) => hints),
      };
      return { ...shown, ...ratesOf(shown), starter_completion_rate: null };
    });
  const cards = explorations.flatMap(({ exploration }) =>
    CARDS.flatMap((state): readonly Row[] => {
      const own = seen.filter((session) => session.exploration === exploration);
      const stays = own.flatMap((session) => session.stays.filter(({ card }) => card === state));
      if (stays.length === 0) return [];
      return [
        {
          exploration: exploration ?? null,
          state,
          first_hits: own.filter((session) => session.stays.some(({ card }) => card === state)).length,
          hits: stays.length,
          answers: stays.reduce((sum, { answers }) => sum + answers.length, 0),
          solution_views: stays.reduce((sum, { solutions }) => sum + solutions.length, 0),
          hint_views: stays.reduce((sum, { hints }) => sum + hints, 0),
          average_seconds: meanOf(stays.map(({ lasted }) => lasted)),
        },
      ];
    }),
  );
  const weeks = weeksOfSessions(seen, when.zone, secondsOf).map((week): Row => {
    const own = seen.filter(
      (session) =>
        session.exploration === week['exploration'] && weeksOfSessions([session], when.zone, secondsOf)[0]?.['week'] === week['week'],
    );
    const those = week['exploration'] === null ? seen : own;
    return { ...week, completions: those.some(isTold) ? (week['completions'] ?? null) : null };
  });
  return {
    ...when,
    settings: { provider: 'xapi', data, ...stampOf(when) },
    creator: {
      explorations,
      cards,
      ratings: [],
      weeks,
      threads: [],
      groups: [],
      totals: { ...totalsOf(explorations), average_engagement_seconds: meanOf(seen.map(secondsOf)) },
      lacks: ['status'],
    },
  };
}
