/** Random loads of a player, of which is known what a reader has to make of their records: nothing here is read back from a log. */
import type { Random } from './random.js';

/** One stay on a card, as it went. */
export interface Stay {
  readonly card: string;
  /** Seconds after entering at which an answer was given; of one that is not timed the log does not say. */
  readonly answers: readonly { readonly at: number; readonly timed: boolean }[];
  /** Seconds after entering at which the solution was looked at. */
  readonly solutions: readonly number[];
  readonly hints: number;
  /** How long it lasted, in seconds. */
  readonly lasted: number;
}

/** One load of the player. */
export interface Played {
  readonly exploration: string;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly stays: readonly Stay[];
  readonly completed: boolean;
  /** Whether the page told that it was left before the end. */
  readonly left: boolean;
}

const DAY_MS = 86_400_000;

/** Sessions of these explorations, some of them later than `now`. */
export function randomSessions(random: Random, explorations: readonly string[], now: number, cards: readonly string[]): readonly Played[] {
  return Array.from({ length: random.below(14) }, (_, at): Played => {
    const startedAt = now - random.below(28 * 24) * 3_600_000 + (random.chance(0.1) ? DAY_MS * (30 + random.below(3)) : -8 * 3_600_000);
    const stays = Array.from({ length: 1 + random.below(4) }, (): Stay => {
      const answers = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => ({
        at: 1 + random.below(random.chance(0.1) ? 5000 : 90),
        timed: random.chance(0.95),
      })).sort((a, b) => a.at - b.at);
      const last = answers.at(-1)?.at ?? 0;
      const solutions = random.chance(0.2) && last > 2 ? [1 + random.below(last - 1)] : [];
      return { card: random.pick(cards), answers, solutions, hints: random.below(2), lasted: last + 1 + random.below(20) };
    }).filter((stay, place, all) => all[place - 1]?.card !== stay.card);
    const completed = random.chance(0.5);
    return { exploration: random.pick(explorations), id: `s${at}`, startedAt, stays, completed, left: !completed && random.chance(0.6) };
  });
}

/** The session as Oppia logs it, with the times by its own clock that mean nothing. */
export function oppiaLog(random: Random, played: Played): readonly Record<string, unknown>[] {
  const { exploration, id, startedAt, stays, completed, left } = played;
  const version = 1 + random.below(3);
  const said: Record<string, unknown>[] = [];
  const say = (event: string, at: number, card: string | null, seconds?: number): void => {
    const isOld = ['start', 'leave', 'complete', 'state_hit'].includes(event);
    const keys = isOld ? { exploration_id: exploration, exploration_version: version } : { exp_id: exploration, exp_version: version };
    const instant = startedAt + Math.round(at * 1000);
    said.push({
      event,
      ...keys,
      session_id: id,
      state_name: card,
      created_on: random.chance(0.5) ? instant : new Date(instant).toISOString(),
      event_schema_version: 2,
      ...(seconds === undefined ? {} : { [isOld ? 'client_time_spent_in_secs' : 'time_spent_in_state_secs']: seconds }),
    });
  };
  let clock = 0;
  say('start', 0, stays[0]?.card ?? null, 0);
  for (const [place, stay] of stays.entries()) {
    if (place > 0 || random.chance(0.5)) say('state_hit', clock + 0.001, stay.card);
    for (const { at, timed } of stay.answers) say('answer_submitted', clock + at, stay.card, timed ? at : undefined);
    for (const at of stay.solutions) say('solution_hit', clock + at, stay.card, at);
    const isLast = place === stays.length - 1;
    if (!isLast || completed) say('state_complete', clock + stay.lasted, stay.card, 0);
    if (isLast && left) {
      if (random.chance(0.3)) say('leave', clock + stay.lasted - 0.5, stay.card, stay.lasted - 0.5);
      say('leave', clock + stay.lasted, stay.card, stay.lasted);
    }
    clock += stay.lasted;
  }
  if (completed) {
    say('state_hit', clock + 0.001, 'End');
    say('complete', clock + 0.002, 'End', 0);
  }
  return said.sort(() => random.next() - 0.5);
}

/** Seconds of a stay by recipe R1, each gap up to the cap; undefined where it is not known. */
export function secondsOfStay({ answers, solutions, lasted }: Stay, leftHere: boolean, cap: number): number | undefined {
  const timed = answers.filter((each) => each.timed).map(({ at }) => at);
  if (answers.length > 0 && timed.length === 0) return undefined;
  const ends = [...timed, ...(leftHere ? [lasted] : [])];
  if (ends.length === 0) return undefined;
  const last = Math.max(...ends);
  const marks = [0, ...solutions.filter((at) => at < last), ...ends].sort((a, b) => a - b);
  return marks.reduce((sum, mark, at) => sum + Math.min(cap, mark - (marks[at - 1] ?? 0)), 0);
}

/** Seconds of a session by recipe R1; null where it is not known. */
export function secondsByAnswers({ stays, left }: Played, cap: number): number | null {
  if (!stays.some(({ answers }) => answers.length > 0)) return null;
  const each = stays.map((stay, at) => ({ stay, seconds: secondsOfStay(stay, left && at === stays.length - 1, cap) }));
  if (each.some(({ stay, seconds }) => stay.answers.length > 0 && seconds === undefined)) return null;
  return each.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const TALLY = 'https://www.npmjs.com/package/learner-elements#tally';

/** The session as the tracker tells it, where nothing of it is lost. */
export function trackedLog(
  { exploration, id, startedAt, stays, completed, left }: Played,
  title: string,
): readonly Record<string, unknown>[] {
  const iri = `https://oppia.example/explore/${exploration}`;
  const said: Record<string, unknown>[] = [];
  const say = (verb: string, after: number, card: string | undefined, result: Record<string, unknown>): void => {
    said.push({
      id: `${id}-${said.length}`,
      actor: { account: { homePage: 'https://oppia.example', name: id } },
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: card === undefined ? iri : `${iri}#${encodeURIComponent(card)}`, definition: { name: { und: card ?? title } } },
      result,
      context: {
        extensions: { [SESSION]: id },
        ...(card === undefined ? {} : { contextActivities: { parent: [{ id: iri }] } }),
      },
      timestamp: new Date(startedAt + Math.round(after * 1000)).toISOString(),
    });
  };
  const tally = (some: readonly Stay[], more: Record<string, unknown> = {}): Record<string, unknown> => ({
    extensions: {
      [TALLY]: {
        answers: some.reduce((sum, { answers }) => sum + answers.length, 0),
        solutions: some.reduce((sum, { solutions }) => sum + solutions.length, 0),
        hints: some.reduce((sum, { hints }) => sum + hints, 0),
        ...more,
      },
    },
  });
  say('initialized', 0, undefined, {});
  let clock = 0;
  for (const [at, stay] of stays.entries()) {
    clock += stay.lasted;
    say('experienced', clock, stay.card, { duration: `PT${stay.lasted}S`, ...tally([stay], { number: at + 1 }) });
    if (at < stays.length - 1 && stay.hints > 0)
      say('suspended', clock, undefined, { duration: `PT${clock}S`, completion: false, ...tally(stays.slice(0, at + 1)) });
  }
  if (completed || left) say('terminated', clock, undefined, { duration: `PT${clock}S`, completion: completed, ...tally(stays) });
  return said;
}
