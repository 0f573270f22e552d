/** Random worlds of tables of a creator. */
import { averageTimeOf, mondayBefore, meanOfRatings, num, per, totalsOf, wholeSum } from './creator-by-hand.js';
import { DAY_MS, TITLES, CARDS, EMPTY, MODELS, clock, count, ratesOf, stampOf } from './random-creator.js';
import type { Row } from './creator-by-hand.js';
import type { World } from './random-creator.js';
import type { Random } from './random.js';

/** A world of tables that a host fills itself, some columns and tables of which it does not have. */
export function tablesWorld(random: Random): World {
  const when = clock(random);
  const ids = Array.from({ length: random.pick([1, 2, 3, 4, 5]) }, (_, at) => `e&${at}`);
  const lacking = new Set(
    random.some(['plays', 'starts', 'completions', 'actual_starts', 'sessions', 'ratings', 'attempts', 'learners', 'feedback'], 0.15),
  );
  if (lacking.has('sessions')) lacking.add('unknown_sessions');
  const without = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !lacking.has(name)));
  const given = ids.map((id): Row => {
    const sessions = count(random, 40);
    const unknown = sessions === null ? null : random.chance(0.3) ? 0 : random.below(sessions + 1);
    const isKnown = sessions === null ? random.chance(0.3) : sessions !== unknown;
    const times = [random.below(500), random.below(500), random.below(500), random.below(500)]
      .map((each) => each / 4)
      .sort((a, b) => a - b);
    const [min = 0, one = 0, two = 0, max = 0] = times;
    return {
      exploration: id,
      title: random.chance(0.1) ? null : random.pick(TITLES),
      status: random.pick(['public', 'private', null]),
      category: random.pick(['Algebra', 'Art', null]),
      ownership: random.pick(['own', 'edited', null]),
      plays: count(random, 400),
      starts: count(random, 200),
      actual_starts: count(random, 150),
      completions: count(random, 120),
      ...(random.chance(0.3) ? { completion_rate: random.below(101) / 100 } : {}),
      ratings: count(random, 30),
      average_rating: random.chance(0.2) ? null : 1 + random.below(401) / 100,
      open_feedback: count(random, 6),
      feedback: count(random, 9),
      sessions,
      unknown_sessions: unknown,
      average_engagement_seconds: isKnown ? (one + two) / 2 : null,
      min_engagement_seconds: isKnown ? min : null,
      max_engagement_seconds: isKnown ? max : null,
      median_engagement_seconds: isKnown ? two : null,
      attempts: count(random, 700),
      solution_views: count(random, 90),
      hint_views: count(random, 90),
      learners: count(random, 90),
    };
  });
  const explorations = given.map((row): Row => {
    const shown: Row = { ...EMPTY, ...without(row) };
    const computed = ratesOf(shown);
    const isCounted = num(shown, 'starts') !== null && num(shown, 'completions') !== null;
    const supplied = num(row, 'completion_rate');
    const rate = isCounted
      ? computed
      : { ...computed, completion_rate: supplied, completion_rate_source: supplied === null ? null : 'supplied' };
    return { ...shown, ...rate, average_rating: shown['ratings'] === 0 ? null : (shown['average_rating'] ?? null) };
  });
  const cards = ids.flatMap((exploration) =>
    random.some([...CARDS, 'End'], 0.6).map((state, at): Row => ({
      exploration,
      state,
      state_order: at,
      ...Object.fromEntries(MODELS.map(([name]) => [name, count(random, 150)])),
      hint_views: count(random, 20),
      retention: random.chance(0.2) ? null : random.below(100) / 100,
      bounce_rate: random.chance(0.2) ? null : random.below(100) / 100,
      average_seconds: count(random, 90),
    })),
  );
  const rated = cards.map((card): Row => {
    const [hits, completions] = [num(card, 'hits'), num(card, 'completions')];
    const starts = num(
      explorations.find(({ exploration }) => exploration === card['exploration']),
      'starts',
    );
    if (hits === null || completions === null) return card;
    return {
      ...card,
      retention: per(completions, hits),
      ...(starts === null ? {} : { bounce_rate: per(hits - completions, starts) }),
    };
  });
  const ratings = ids.flatMap((exploration) => [1, 2, 3, 4, 5].map((stars): Row => ({ exploration, stars, ratings: count(random, 9) })));
  const threads = ids.flatMap((exploration, at) =>
    Array.from({ length: random.below(4) }, (_, place): Row => ({
      exploration,
      thread: `${exploration}/${place}`,
      status: random.pick(['open', 'fixed', null]),
      subject: random.pick(['+1, "good"', 'Ω\nline', null]),
      state: random.pick([...CARDS, null]),
      messages: count(random, 4),
      last_updated: when.now - (at * 10 + place) * 60_000,
    })),
  );
  const groups = ids.flatMap((exploration) =>
    ['11-13', '14-16', '17-19', 'other'].map((group): Row => ({
      exploration,
      dimension: 'Age',
      group,
      learners: random.pick([null, 0, 3, 9, 10, 30, 80]),
    })),
  );
  const monday = Date.parse(mondayBefore(new Date(when.now).toISOString().slice(0, 10)));
  const weeks = random.some([...ids, null], 0.7).flatMap((exploration) =>
    random.some([3, 2, 1, 0, -1], 0.7).map((ago): Row => {
      const timed = random.chance(0.2) ? null : 1 + random.below(9);
      const counted =
        exploration === null
          ? { plays: count(random, 90), average_rating: random.chance(0.3) ? null : 1 + random.below(41) / 10 }
          : { starts: count(random, 40), completions: count(random, 30) };
      return {
        exploration,
        week: new Date(monday - ago * 7 * DAY_MS + (random.chance(0.2) ? 2 * DAY_MS : 0)).toISOString().slice(0, 10),
        ...counted,
        ...(exploration === null ? {} : { engagement_seconds: timed === null ? null : timed * random.below(90), engagement_weight: timed }),
      };
    }),
  );
  const seen = weeks
    .map((week): Row => ({
      ...week,
      week: mondayBefore(String(week['week'])),
      seconds: week['engagement_seconds'] ?? null,
      timed: week['engagement_weight'] ?? null,
    }))
    .filter(({ week }) => Date.parse(String(week)) <= when.now);
  const one = explorations.length === 1 ? num(explorations[0], 'learners') : null;
  const totals: Row = {
    ...totalsOf(explorations),
    plays: wholeSum(explorations, 'plays', null),
    ratings: wholeSum(explorations, 'ratings', null),
    average_rating: meanOfRatings(explorations),
    open_feedback: wholeSum(explorations, 'open_feedback', null),
    learners: one,
    average_engagement_seconds: averageTimeOf(explorations),
  };
  return {
    ...when,
    settings: {
      provider: 'tables',
      data: { explorations: given.map(without), states: cards, ratings, feedback: threads, demographics: groups, weekly: weeks },
      ...stampOf(when),
    },
    creator: { explorations, cards: rated, ratings, weeks: seen, threads, groups, totals, lacks: [...lacking] },
  };
}
