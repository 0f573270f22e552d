/** What one counts by hand of a creator's explorations. It shares nothing with what it checks but the names of columns. */
import { localDateOf } from './local-date.js';
import type { Played } from './sessions-by-hand.js';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** What a source tells, every number that it does not tell being null. */
export interface Creator {
  readonly explorations: readonly Row[];
  /** Cards, in the order that the source gives. */
  readonly cards: readonly Row[];
  readonly ratings: readonly Row[];
  /** Weeks of an exploration, or of the creator where that is null. */
  readonly weeks: readonly Row[];
  readonly threads: readonly Row[];
  readonly groups: readonly Row[];
  readonly totals: Row;
  /** Columns of explorations that the source does not have: what asks for them is not answered, and says so. */
  readonly lacks: readonly string[];
}

/** A filter, and what it is about. */
export interface Chosen {
  readonly field: string;
  readonly in?: readonly Cell[];
  readonly range?: readonly [number, number];
}

export const num = (row: Row | undefined, name: string): number | null => {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
};

/** The sum of what is known; null where nothing is. */
export function sumOfKnown(rows: readonly Row[], name: string): number | null {
  const known = rows.flatMap((row) => num(row, name) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The sum, null where one is not known; of none it is `ofNone`. */
export function wholeSum(rows: readonly Row[], name: string, ofNone: number | null): number | null {
  if (rows.length === 0) return ofNone;
  return rows.some((row) => num(row, name) === null) ? null : sumOfKnown(rows, name);
}

/** The mean of all ratings; not known where some have none told. */
export function meanOfRatings(explorations: readonly Row[]): number | null {
  if (explorations.some((row) => num(row, 'average_rating') === null && (num(row, 'ratings') ?? 0) > 0)) return null;
  return meanOfMeans(explorations.map((row) => [num(row, 'average_rating'), num(row, 'ratings')]));
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One count per another; null where one of both is not known, or there is nothing to share. */
export function per(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** The mean of means; null where of one that is known it is not known of how many it is. */
export function meanOfMeans(pairs: readonly (readonly [mean: number | null, of: number | null])[]): number | null {
  const known = pairs.filter(([mean]) => mean !== null);
  if (known.some(([, of]) => of === null)) return null;
  const whole = known.reduce((sum, [, of]) => sum + Number(of), 0);
  return whole === 0 ? null : known.reduce((sum, [mean, of]) => sum + Number(mean) * Number(of), 0) / whole;
}

/** Average, range and median of times of which some are not known. */
export function timesOf(seconds: readonly (number | null)[]): Row {
  const known = seconds.flatMap((each) => each ?? []).sort((a, b) => a - b);
  const middle = (known.length - 1) / 2;
  return {
    average_engagement_seconds: meanOf(known),
    min_engagement_seconds: known[0] ?? null,
    max_engagement_seconds: known.at(-1) ?? null,
    median_engagement_seconds: known.length === 0 ? null : (Number(known[Math.floor(middle)]) + Number(known[Math.ceil(middle)])) / 2,
    sessions: seconds.length,
    unknown_sessions: seconds.length - known.length,
  };
}

/** The Monday on or before a date, found by walking back. */
export function mondayBefore(date: string): string {
  let day = new Date(`${date}T12:00:00Z`);
  while (day.getUTCDay() !== 1) day = new Date(day.getTime() - 86_400_000);
  return day.toISOString().slice(0, 10);
}

/** Weeks in which sessions started, exploration by exploration, and those between in which none did, of the creator. */
export function weeksOfSessions(sessions: readonly Played[], zone: string, secondsOf: (session: Played) => number | null): readonly Row[] {
  const weekOf = ({ startedAt }: Played): string => mondayBefore(localDateOf(startedAt, zone));
  const keys = new Set(sessions.map((session) => JSON.stringify([session.exploration, weekOf(session)])));
  const times = sessions.map((session) => Date.parse(weekOf(session)));
  const none: Row[] = [];
  for (let time = Math.min(...times); time < Math.max(...times); time += 7 * 86_400_000) {
    if (times.includes(time)) continue;
    none.push({ exploration: null, week: new Date(time).toISOString().slice(0, 10), starts: 0, completions: 0, seconds: 0, timed: 0 });
  }
  const some = [...keys].map((key) => {
    const [exploration, week] = JSON.parse(key) as [string, string];
    const own = sessions.filter((session) => session.exploration === exploration && weekOf(session) === week);
    const known = own.flatMap((session) => secondsOf(session) ?? []);
    return {
      exploration,
      week,
      starts: own.length,
      completions: own.filter(({ completed }) => completed).length,
      seconds: known.reduce((sum, each) => sum + each, 0),
      timed: known.length,
    };
  });
  return [...some, ...none];
}

const isIn = (value: Cell | undefined, { in: values, range }: Chosen): boolean => {
  if (values !== undefined && values.includes(value ?? null)) return true;
  return range !== undefined && typeof value === 'number' && value >= range[0] && value < range[1];
};

/** What filters of explorations leave; a week's filter leaves weeks, and the explorations that have one of them. */
export class ByHand {
  readonly #creator: Creator;
  readonly #chosen: readonly Chosen[];

  constructor(creator: Creator, chosen: readonly Chosen[]) {
    this.#creator = creator;
    this.#chosen = chosen.filter(({ field }) => !creator.lacks.includes(field.split('.').at(-1) ?? ''));
  }

  get isFiltered(): boolean {
    return this.#chosen.length > 0;
  }

  explorations(): readonly Row[] {
    return this.#creator.explorations.filter((row) => this.#chosen.every((each) => isIn(row[each.field.split('.').at(-1) ?? ''], each)));
  }

  #isLeft(id: Cell | undefined): boolean {
    return !this.isFiltered || this.explorations().some(({ exploration }) => exploration === id);
  }

  #one(id: Cell | undefined): Row | undefined {
    return this.#creator.explorations.find(({ exploration }) => exploration === id);
  }

  /** The average of the creator's in a number: of all that filters leave but those that choose explorations. */
  average(measure: 'attempts' | 'completion_rate' | 'average_engagement_seconds' | 'average_rating'): number | null {
    const rest = new ByHand(
      this.#creator,
      this.#chosen.filter(({ field }) => field !== 'exploration'),
    ).explorations();
    if (rest.length < 2) return null;
    if (measure === 'attempts') return meanOf(rest.flatMap((row) => num(row, 'attempts') ?? []));
    if (measure === 'average_rating') return meanOfRatings(rest);
    if (measure === 'completion_rate') {
      const both = rest.filter((row) => num(row, 'starts') !== null && num(row, 'completions') !== null);
      return per(sumOfKnown(both, 'completions'), sumOfKnown(both, 'starts'));
    }
    return averageTimeOf(rest);
  }

  /** The explorations of which a chart may show the cards: of those that have any the most played, then the most started. */
  shown(cards: readonly Row[]): readonly Row[] {
    const having = this.explorations().filter(({ exploration }) => cards.some((card) => card['exploration'] === exploration));
    const [first, ...others] = mostFirst(having, ['plays', 'starts']);
    const isAlike = (row: Row): boolean => ['plays', 'starts'].every((name) => num(row, name) === num(first, name));
    return first === undefined ? [] : [first, ...others.filter(isAlike)];
  }

  cards(): readonly Row[] {
    return this.#creator.cards.filter(({ exploration }) => this.#isLeft(exploration));
  }

  /** The cards of the shown exploration; of each that may be, where several are alike. */
  dropOff(): readonly (readonly Row[])[] {
    const cards = this.cards().filter(({ state }) => state !== null);
    const ofExploration = (shown: Row): readonly Row[] =>
      cards
        .filter(({ exploration }) => exploration === shown['exploration'])
        .map((card) => {
          const [hits, completions, answers] = [num(card, 'hits'), num(card, 'completions'), num(card, 'answers')];
          const isKnown = hits !== null && completions !== null && answers !== null && answers !== 0;
          const own = this.#creator.threads.filter(
            ({ exploration, state }) => exploration === card['exploration'] && state === card['state'],
          );
          return { ...card, starts: num(shown, 'starts'), left: isKnown ? hits - completions : null, threads: own.length };
        });
    return this.shown(cards).map(ofExploration);
  }

  attempts(): readonly Row[] {
    const cards = this.cards();
    const left = this.explorations();
    const isOfCards = left.length === 1 && cards.length > 1;
    return isOfCards ? cards.map((card) => ({ ...card, attempts: num(card, 'answers') })) : mostFirst(left, ['attempts']);
  }

  stars(): readonly Row[] {
    const own = this.#creator.ratings.filter(({ exploration }) => this.#isLeft(exploration));
    return [5, 4, 3, 2, 1].map((stars) => ({
      stars,
      ratings: sumOfKnown(
        own.filter((row) => row['stars'] === stars),
        'ratings',
      ),
    }));
  }

  threads(): readonly Row[] {
    return this.#creator.threads
      .filter(({ exploration }) => this.#isLeft(exploration))
      .map((thread) => {
        const card = this.#creator.cards.find(
          (each) => each['exploration'] === thread['exploration'] && each['state'] === thread['state'] && each['state'] !== null,
        );
        const exploration = this.#one(thread['exploration']);
        const beside = ['first_hits', 'retention', 'bounce_rate', 'average_seconds', 'hits', 'completions'];
        return {
          ...thread,
          title: exploration?.['title'] ?? null,
          starts: num(exploration, 'starts'),
          ...Object.fromEntries(beside.map((name) => [name, num(card, name)])),
        };
      });
  }

  /** Numbers by week of all that is left together. */
  weeks(): readonly Row[] {
    const own = this.#creator.weeks.filter(({ exploration }) => this.#isLeft(exploration) && (!this.isFiltered || exploration !== null));
    return [...new Set(own.map(({ week }) => week))].sort().map((week) => {
      const rows = own.filter((row) => row['week'] === week);
      return {
        week: week ?? null,
        plays: sumOfKnown(rows, 'plays'),
        starts: sumOfKnown(rows, 'starts'),
        completions: sumOfKnown(rows, 'completions'),
        average_rating: meanOf(rows.flatMap((row) => num(row, 'average_rating') ?? [])),
        average_engagement_seconds: per(sumOfKnown(rows, 'seconds'), sumOfKnown(rows, 'timed')),
      };
    });
  }

  /** The numbers in short: of one exploration where filters leave one, else of the creator. */
  summary(): Row {
    const left = this.explorations();
    return this.isFiltered && left.length === 1 ? (left[0] ?? {}) : this.#creator.totals;
  }
}

/** Sessions of which the time is known. */
export function timedIn(row: Row): number | null {
  const [sessions, unknown] = [num(row, 'sessions'), num(row, 'unknown_sessions')];
  return sessions === null || unknown === null ? null : sessions - unknown;
}

/** The mean of average times: by sessions where those are told, else by starts where all have them, else each the same. */
export function averageTimeOf(rows: readonly Row[]): number | null {
  const told = rows.filter((row) => num(row, 'average_engagement_seconds') !== null);
  const isOfSessions = told.some((row) => timedIn(row) !== null);
  const isOfStarts = told.every((row) => num(row, 'starts') !== null);
  return meanOfMeans(
    told.map((row) => [num(row, 'average_engagement_seconds'), isOfSessions ? timedIn(row) : isOfStarts ? num(row, 'starts') : 1]),
  );
}

/** The greatest first, column by column; what is not known last, and else the given order. */
export function mostFirst(rows: readonly Row[], columns: readonly string[]): readonly Row[] {
  return [...rows].sort((a, b) => {
    for (const column of columns) {
      const [one, other] = [num(a, column), num(b, column)];
      if (one === other) continue;
      return one === null ? 1 : other === null ? -1 : other - one;
    }
    return 0;
  });
}

/** Sums over explorations, for a source that gives no totals of the creator, or only some. */
export function totalsOf(explorations: readonly Row[]): Row {
  const both = explorations.filter((row) => num(row, 'starts') !== null && num(row, 'completions') !== null);
  const of = both.length > 0 ? both : explorations;
  return {
    starts: wholeSum(of, 'starts', null),
    completions: wholeSum(of, 'completions', null),
    completion_rate: per(sumOfKnown(both, 'completions'), sumOfKnown(both, 'starts')),
    feedback: wholeSum(explorations, 'feedback', null),
  };
}
