/** Random worlds of Oppia. */
import { mondayBefore, meanOf, num, per, timesOf, totalsOf, weeksOfSessions, wholeSum } from './creator-by-hand.js';
import { dashboardBody, listedExploration, ndjson } from './oppia-bodies.js';
import { DAY_MS, TITLES, CARDS, EMPTY, EVENTS_URL, MODELS, clock, count, ratesOf, stampOf, told } from './random-creator.js';
import { oppiaLog, randomSessions, secondsByAnswers, secondsOfStay } from './sessions-by-hand.js';
import type { Row } from './creator-by-hand.js';
import type { World } from './random-creator.js';
import type { Played } from './sessions-by-hand.js';
import type { Random } from './random.js';

/** The lower end of Wilson's interval at z = 1.959964, of stars as shares of the way from 1 to 5. */
function leastStars(mean: number, ratings: number): number {
  const [z, share] = [1.959963984540054, (mean - 1) / 4];
  const root = Math.sqrt((share * (1 - share)) / ratings + (z * z) / (4 * ratings * ratings));
  return 1 + 4 * ((share + (z * z) / (2 * ratings) - z * root) / (1 + (z * z) / ratings));
}

/** To two decimals, ties (which only binary fractions are) to the even one. */
function python2(value: number): number {
  const hundredfold = value * 100;
  const low = Math.floor(hundredfold);
  if (hundredfold - low === 0.5 && Number.isInteger(value * 8)) return (low % 2 === 0 ? low : low + 1) / 100;
  return Number(value.toFixed(2));
}

/** A count as the handler gives it, or as the stored model of two generations. */
function stored(random: Random, name: string, value: number | null): Record<string, unknown> {
  if (value === null || random.chance(0.8)) return told(random, name, value);
  const old = random.below(value + 1);
  return { [`${name}_v1`]: old, [`${name}_v2`]: value - old };
}

/** Weekly totals as Oppia's job appends them, with gaps, falls and repeats. */
function weeklyLog(
  random: Random,
  now: number,
): readonly { readonly date: string; readonly plays: number | null; readonly average: number | null; readonly ratings: number | null }[] {
  let plays = random.below(50);
  return Array.from({ length: random.below(7) }, (_, at) => at)
    .filter(() => !random.chance(0.15))
    .map((at) => {
      const monday = Date.parse(mondayBefore(new Date(now).toISOString().slice(0, 10))) - (6 - at) * 7 * DAY_MS;
      const date = new Date(monday + (random.chance(0.2) ? random.below(6) - 3 : 0) * DAY_MS).toISOString().slice(0, 10);
      plays = random.chance(0.1) ? random.below(10) : plays + random.below(30);
      const ratings = random.chance(0.2) ? null : random.below(9);
      return { date, plays: random.chance(0.05) ? null : plays, average: random.chance(0.2) ? null : 1 + random.below(41) / 10, ratings };
    });
}

function nearestMonday(date: string): string {
  const before = mondayBefore(date);
  const after = new Date(Date.parse(before) + 7 * DAY_MS).toISOString().slice(0, 10);
  return Date.parse(date) - Date.parse(before) <= Date.parse(after) - Date.parse(date) ? before : after;
}

/** What weeks come to of totals at their ends. */
function weeksOfLog(log: ReturnType<typeof weeklyLog>): readonly Row[] {
  const ends = [...new Set(log.map(({ date }) => nearestMonday(date)))].sort();
  const away = (date: string, monday: string): number => Math.abs(Date.parse(date) - Date.parse(monday));
  const at = (monday: string): ReturnType<typeof weeklyLog>[number] | undefined =>
    log
      .filter(({ date }) => nearestMonday(date) === monday)
      .reduce<ReturnType<typeof weeklyLog>[number] | undefined>(
        (best, each) => (best === undefined || away(each.date, monday) <= away(best.date, monday) ? each : best),
        undefined,
      );
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: Row[] = [];
  for (let end = Date.parse(first); end <= Date.parse(last); end += 7 * DAY_MS) {
    const [before, after] = [end - 7 * DAY_MS, end].map((day) => at(new Date(day).toISOString().slice(0, 10)));
    const days = before === undefined || after === undefined ? 0 : (Date.parse(after.date) - Date.parse(before.date)) / DAY_MS;
    const [from, to] = days < 6 || days > 8 ? [null, null] : [before?.plays ?? null, after?.plays ?? null];
    const rise = from === null || to === null ? null : to - from;
    weeks.push({
      exploration: null,
      week: new Date(end - 7 * DAY_MS).toISOString().slice(0, 10),
      plays: rise === null || rise < 0 ? null : rise,
      average_rating: after === undefined || after.ratings === 0 ? null : after.average,
    });
  }
  return weeks;
}

/** A world of Oppia: bodies of its handlers, in half of them with the events of sessions. */
export function oppiaWorld(random: Random): World {
  const when = clock(random);
  const ids = Array.from({ length: random.pick([0, 1, 2, 3, 4, 5]) }, (_, at) => `exp_${at}`);
  const isTimed = random.chance(0.5);
  const cap = random.pick([1800, 1800, 60]);
  const hasThreads = random.chance(0.7);
  const played = isTimed ? randomSessions(random, [...ids, 'unlisted'], when.now, CARDS) : [];
  const seen = played.filter(({ startedAt, exploration }) => startedAt <= when.now && ids.includes(exploration));
  const secondsOf = (session: Played): number | null => secondsByAnswers(session, cap);

  const [listed, statistics, feedback]: [unknown[], Record<string, unknown>, Record<string, unknown>] = [[], {}, {}];
  const [explorations, cards, ratings, threads]: [Row[], Row[], Row[], Row[]] = [[], [], [], []];
  for (const id of ids) {
    const own = seen.filter(({ exploration }) => exploration === id);
    const stars = random.chance(0.2)
      ? null
      : Object.fromEntries(random.some(['1', '2', '3', '4', '5'], 0.7).map((star) => [star, random.below(9)]));
    const rated = Object.values(stars ?? {}).reduce((sum, each) => sum + each, 0);
    const sum = Object.entries(stars ?? {}).reduce((all, [star, each]) => all + Number(star) * each, 0);
    const given = {
      title: random.chance(0.1) ? null : random.pick(TITLES),
      status: random.pick(['public', 'private', null]),
      category: random.pick(['Algebra', 'Art', null]),
      plays: count(random, 400),
      open_feedback: count(random, 5),
      feedback: count(random, 9),
      updated: random.chance(0.1) ? null : when.now - random.below(90 * DAY_MS) + 0.25,
    };
    const isOwned = random.chance(0.3);
    listed.push({
      ...Object.fromEntries(
        Object.entries(listedExploration(id)).filter(
          ([name]) =>
            !['title', 'status', 'category', 'num_views', 'num_open_threads', 'num_total_threads', 'last_updated_msec', 'ratings'].includes(
              name,
            ),
        ),
      ),
      ...told(random, 'title', given.title),
      ...told(random, 'status', given.status),
      ...told(random, 'category', given.category),
      ...told(random, 'num_views', given.plays),
      ...told(random, 'num_open_threads', given.open_feedback),
      ...told(random, 'num_total_threads', given.feedback),
      ...told(random, 'last_updated_msec', given.updated),
      ...told(random, 'ratings', stars),
      community_owned: isOwned,
    });
    const isCounted = random.chance(0.85);
    const counts = { starts: count(random, 200), actual_starts: count(random, 150), completions: count(random, 120) };
    const states = random.some([...CARDS, 'End'], 0.7).map((state): Row => ({
      ...Object.fromEntries(MODELS.map(([name]) => [name, count(random, 150)])),
      exploration: id,
      state,
    }));
    if (isCounted) {
      statistics[id] = {
        exp_id: id,
        exp_version: 3,
        ...stored(random, 'num_starts', counts.starts),
        ...stored(random, 'num_actual_starts', counts.actual_starts),
        ...stored(random, 'num_completions', counts.completions),
        state_stats_mapping: Object.fromEntries(
          states.map((card) => [card['state'], Object.assign({}, ...MODELS.map(([name, key]) => stored(random, key, num(card, name))))]),
        ),
      };
      for (const card of states)
        cards.push({
          ...card,
          retention: per(num(card, 'completions'), num(card, 'hits')),
          bounce_rate:
            num(card, 'hits') === null || num(card, 'completions') === null
              ? null
              : per(Number(card['hits']) - Number(card['completions']), counts.starts),
          average_seconds: meanOf(
            own.flatMap((session) =>
              session.stays.flatMap((stay, at) =>
                stay.card === card['state'] ? (secondsOfStay(stay, session.left && at === session.stays.length - 1, cap) ?? []) : [],
              ),
            ),
          ),
        });
    }
    const shown = { ...EMPTY, exploration: id, ...given, ...(isCounted ? counts : {}) };
    explorations.push({
      ...shown,
      ...ratesOf(shown),
      ownership: isOwned ? 'community' : null,
      last_updated: given.updated === null ? null : Math.floor(given.updated),
      ratings: stars === null ? null : rated,
      average_rating: stars === null || rated === 0 ? null : sum / rated,
      rating_lower_bound: stars === null || rated === 0 ? null : leastStars(sum / rated, rated),
      attempts: isCounted
        ? wholeSum(states, 'answers', counts.starts === 0 ? 0 : null)
        : isTimed
          ? own.reduce((all, { stays }) => all + stays.reduce((some, { answers }) => some + answers.length, 0), 0)
          : null,
      solution_views: isCounted
        ? wholeSum(states, 'solution_views', counts.starts === 0 ? 0 : null)
        : isTimed
          ? own.reduce((all, { stays }) => all + stays.reduce((some, { solutions }) => some + solutions.length, 0), 0)
          : null,
      ...(isTimed ? timesOf(own.map(secondsOf)) : {}),
    });
    for (const [star, each] of Object.entries(stars === null ? {} : { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, ...stars }))
      ratings.push({ exploration: id, stars: Number(star), ratings: each });
    const own_threads = Array.from({ length: random.below(4) }, (_, at): Row => ({
      exploration: id,
      thread: `exploration.${id}.${at}`,
      status: random.pick(['open', 'fixed', 'compliment', null]),
      subject: random.chance(0.1) ? null : random.pick(['+1, "good"', 'Ω\nline', 'wrong?']),
      state: random.pick([...CARDS, null]),
      messages: random.chance(0.1) ? null : 1 + random.below(4),
      last_updated: when.now - (at + 1 + 10 * ids.indexOf(id)) * 60_000,
    }));
    if (hasThreads) {
      threads.push(...own_threads);
      feedback[id] = {
        feedback_thread_dicts: own_threads.map(({ thread, status, subject, state, messages, last_updated }) => ({
          thread_id: thread,
          status,
          subject,
          state_name: state,
          message_count: messages,
          last_updated_msecs: last_updated,
          original_author_username: 'SENTINEL',
          summary: 'SENTINEL',
          last_nonempty_message_text: 'SENTINEL',
          last_nonempty_message_author: 'SENTINEL',
        })),
      };
    }
  }

  // Answers in the log are not all of them: they stand for those of an exploration only where no other has what Oppia counted.
  if (Object.keys(statistics).length > 0)
    for (const [at, row] of explorations.entries())
      if (!(String(row['exploration']) in statistics)) explorations[at] = { ...row, attempts: null, solution_views: null };
  const total = {
    plays: count(random, 900),
    ratings: count(random, 60),
    average: random.chance(0.2) ? null : 1 + random.below(4001) / 1000,
    open_feedback: count(random, 9),
  };
  const log = weeklyLog(random, when.now);
  const lastWeek = random.chance(0.4)
    ? undefined
    : {
        date: new Date(when.now - random.below(10) * DAY_MS + 3 * DAY_MS).toISOString().slice(0, 10),
        plays: count(random, 800),
        ratings: count(random, 50),
        average: 1 + random.below(4001) / 1000,
      };
  const dated = lastWeek && { num_ratings: lastWeek.ratings, average_ratings: lastWeek.average, total_plays: lastWeek.plays };
  const isLegible = lastWeek !== undefined && random.chance(0.8);
  const isPast = isLegible && Date.parse(lastWeek.date) + DAY_MS <= when.now;
  const hasStats = random.chance(0.9);
  const subscribers = random.below(4);
  const data = {
    dashboard: dashboardBody(listed, {
      dashboard_stats: hasStats
        ? {
            ...told(random, 'num_ratings', total.ratings),
            average_ratings: total.average,
            ...told(random, 'total_plays', total.plays),
            ...told(random, 'total_open_feedback', total.open_feedback),
          }
        : null,
      last_week_stats: lastWeek === undefined ? null : isLegible ? { [lastWeek.date]: dated } : dated,
      subscribers_list: Array.from({ length: subscribers }, () => ({ subscriber_username: 'SENTINEL', subscriber_impact: 1 })),
    }),
    statistics: { ...statistics, unlisted: { exp_id: 'unlisted', num_starts: 999, state_stats_mapping: {} } },
    ...(hasThreads ? { feedback } : {}),
    user_stats: {
      weekly_creator_stats_list: log.map(({ date, plays, average, ratings: some }) => ({
        [date]: { total_plays: plays, average_ratings: average, ...told(random, 'num_ratings', some) },
      })),
    },
  };
  const known = [
    ...log,
    ...(isLegible && !log.some(({ date }) => date === lastWeek.date)
      ? [{ ...lastWeek, average: lastWeek.ratings === 0 ? null : python2(lastWeek.average) }]
      : []),
  ];
  const stars = (average: number | null, of: number | null): number | null => (average === null || of === 0 ? null : python2(average));
  const totals: Row = {
    ...totalsOf(explorations),
    plays: hasStats ? total.plays : null,
    ratings: hasStats ? total.ratings : null,
    average_rating: hasStats ? stars(total.average, total.ratings) : null,
    open_feedback: hasStats ? total.open_feedback : null,
    subscribers,
    learners: null,
    average_engagement_seconds: meanOf(seen.flatMap((session) => secondsOf(session) ?? [])),
    plays_last_week: isPast ? lastWeek.plays : null,
    average_rating_last_week: isPast ? stars(lastWeek.average, lastWeek.ratings) : null,
    ratings_last_week: isPast ? lastWeek.ratings : null,
  };
  const events = isTimed ? ndjson(played.flatMap((session) => oppiaLog(random, session))) : undefined;
  return {
    ...when,
    ...(events === undefined ? {} : { events }),
    settings: {
      provider: 'oppia',
      data,
      ...(events === undefined ? {} : { events: EVENTS_URL }),
      ...stampOf(when),
      'idle-cap': `${cap / 60}`,
    },
    creator: {
      explorations,
      cards,
      ratings,
      weeks: [...weeksOfLog(known.filter(({ date }) => Date.parse(date) <= when.now)), ...weeksOfSessions(seen, when.zone, secondsOf)],
      threads,
      groups: [],
      totals,
      lacks: isTimed ? [] : ['average_engagement_seconds'],
    },
  };
}
