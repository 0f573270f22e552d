/** Random worlds of numbers that a host has aggregated itself: the body of `/creatorengagementstats/<creator_id>`. */
import { localDateOf } from './local-date.js';
import { averageTimeOf, mondayBefore, meanOfRatings, num, totalsOf, wholeSum } from './creator-by-hand.js';
import { DAY_MS, EMPTY, TITLES, clock, count, ratesOf, stampOf, told } from './random-creator.js';
import type { Cell, Row } from './creator-by-hand.js';
import type { World } from './random-creator.js';
import type { Random } from './random.js';

/** Keys of the body, and the columns that they become. */
const KEYS = {
  title: 'title',
  num_views: 'plays',
  num_starts: 'starts',
  num_actual_starts: 'actual_starts',
  num_completions: 'completions',
  average_rating: 'average_rating',
  num_ratings: 'ratings',
  num_feedback: 'feedback',
  average_engagement_time: 'average_engagement_seconds',
  min_engagement_time: 'min_engagement_seconds',
  max_engagement_time: 'max_engagement_seconds',
  num_attempts: 'attempts',
  solution_views: 'solution_views',
  hint_views: 'hint_views',
  num_learners: 'learners',
};
const NEVER = ['status', 'category', 'ownership', 'open_feedback', 'last_updated', 'sessions'];

const seconds = (random: Random, most: number): number | null => (random.chance(0.2) ? null : random.below(most * 4) / 4);

/** So many means weigh as many starts as each is of, where all that are known say it, else one each. */
function withWeights(rows: readonly Row[]): readonly Row[] {
  const known = rows.filter((row) => num(row, 'average_engagement_seconds') !== null);
  const isOfStarts = known.every((row) => num(row, 'starts') !== null);
  return rows.map((row) => {
    const average = num(row, 'average_engagement_seconds');
    const timed = average === null ? null : isOfStarts ? num(row, 'starts') : 1;
    return { ...row, timed, seconds: average === null || timed === null ? null : average * timed };
  });
}

/** A world of such a host, some keys of which it does not have. */
export function suppliedWorld(random: Random): World {
  const when = clock(random);
  const ids = Array.from({ length: random.pick([1, 2, 3, 4, 5]) }, (_, at) => `s/${at}`);
  const lacking = new Set(random.some(Object.keys(KEYS), 0.12));
  const bodies = ids.map((): Readonly<Record<string, Cell>> => {
    const all = {
      title: random.chance(0.1) ? null : random.pick(TITLES),
      num_views: count(random, 400),
      num_starts: count(random, 200),
      num_actual_starts: count(random, 150),
      num_completions: count(random, 120),
      average_rating: random.chance(0.2) ? null : random.chance(0.1) ? 0 : 1 + random.below(401) / 100,
      num_ratings: count(random, 30),
      num_feedback: count(random, 9),
      average_engagement_time: seconds(random, 300),
      min_engagement_time: seconds(random, 50),
      max_engagement_time: seconds(random, 900),
      num_attempts: count(random, 700),
      solution_views: count(random, 90),
      hint_views: count(random, 90),
      num_learners: count(random, 90),
    };
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, lacking.has(key) ? null : value]));
  });
  const rates = ids.map(() => (random.chance(0.5) ? random.below(101) / 100 : null));
  const explorations = withWeights(
    bodies.map((body, at): Row => {
      const given: Row = Object.fromEntries(Object.entries(KEYS).map(([key, column]) => [column, body[key] ?? null]));
      const row: Row = { ...EMPTY, ...given, exploration: ids[at] ?? null };
      const isCounted = num(row, 'starts') !== null && num(row, 'completions') !== null;
      const rate = isCounted
        ? ratesOf(row)
        : { ...ratesOf(row), completion_rate: rates[at] ?? null, completion_rate_source: rates[at] === null ? null : 'supplied' };
      const isRated = num(row, 'ratings') !== 0 && num(row, 'average_rating') !== 0;
      return { ...row, ...rate, average_rating: isRated ? (row['average_rating'] ?? null) : null };
    }),
  );

  const monday = Date.parse(mondayBefore(new Date(when.now).toISOString().slice(0, 10)));
  const weekly = ids.map(() =>
    random.some([3, 2, 1, 0, -1], 0.6).map((ago) => ({
      week: new Date(monday - ago * 7 * DAY_MS + (random.chance(0.2) ? random.below(7) * DAY_MS : 0)).toISOString().slice(0, 10),
      num_starts: count(random, 40),
      num_completions: count(random, 30),
      average_engagement_time: seconds(random, 300),
    })),
  );
  const weeks = ids
    .flatMap((exploration, at) =>
      (weekly[at] ?? []).map(({ week, ...numbers }): Row => ({
        exploration,
        week: mondayBefore(week),
        starts: numbers.num_starts,
        completions: numbers.num_completions,
        average_engagement_seconds: numbers.average_engagement_time,
      })),
    )
    .filter(({ week }) => String(week) <= localDateOf(when.now, when.zone));

  const totals: Row = {
    ...totalsOf(explorations),
    plays: wholeSum(explorations, 'plays', null),
    ratings: wholeSum(explorations, 'ratings', null),
    average_rating: meanOfRatings(explorations),
    learners: explorations.length === 1 ? num(explorations[0], 'learners') : null,
    average_engagement_seconds: averageTimeOf(explorations),
  };
  const untold = Object.values(KEYS).filter((column) => explorations.every((row) => row[column] === null));
  const data = {
    explorations: bodies.map((body, at) => ({
      id: ids[at],
      ...Object.entries(body).reduce((all, [key, value]) => ({ ...all, ...told(random, key, value) }), {}),
      ...told(random, 'completion_rate', rates[at] ?? null),
      weekly: weekly[at]?.map(({ week, ...numbers }) => ({
        week,
        ...Object.entries(numbers).reduce((all, [key, value]) => ({ ...all, ...told(random, key, value) }), {}),
      })),
    })),
  };
  return {
    ...when,
    settings: { provider: 'creator-engagement-stats', data, ...stampOf(when) },
    creator: {
      explorations,
      cards: [],
      ratings: [],
      weeks: withWeights(weeks),
      threads: [],
      groups: [],
      totals,
      lacks: [...NEVER, ...untold],
    },
  };
}
