import { DAY, DEFAULT_NOW, HOUR } from '../clock.mjs';
import { mergeByTime } from '../merge.mjs';
import { traitsOf } from '../people.mjs';
import { Random } from '../random.mjs';
import { explorationsAt, versionAt } from './catalogue.mjs';
import { simulateSession } from './session.mjs';

/** @typedef {import('./catalogue.mjs').Exploration} Exploration */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./session-log.mjs').LoggedEvent} LoggedEvent */

/** The creator to whom the demo belongs. */
export const CREATOR = { id: 'uid_amara_okafor', name: 'Amara Okafor' };

/** Days of history before `now`. */
const HISTORY_DAYS = 182;
/** Mean events of a session, measured over seeds; `test/examples/oppia-world.test.mjs` holds it to 15 %. */
const EVENTS_PER_SESSION = 16.6;
const SESSIONS_PER_LEARNER = 2.2;
const WEEKDAY_WEIGHTS = [0.7, 1.2, 1.3, 1.25, 1.2, 0.9, 0.5];
const HOUR_WEIGHTS = [1, 0.6, 0.4, 0.3, 0.3, 0.5, 1, 3, 6, 8, 9, 8, 6, 7, 8, 8, 7, 6, 6, 7, 6, 5, 3, 2];

/**
 * When each session starts, and who plays what: small columns, so that a million sessions fit in memory.
 * @typedef {object} Plan
 * @property {Float64Array} starts ascending
 * @property {Uint16Array} explorations
 * @property {Uint32Array} learners
 */

/** A creator's explorations and everybody who plays them, from a seed and a size. */
export class OppiaWorld {
  /**
   * @param {{ seed?: string | number, events?: number, now?: string }} [options] `events` is about how many the log holds
   */
  constructor({ seed = 1, events = 20_000, now = DEFAULT_NOW } = {}) {
    this.seed = seed;
    this.now = Date.parse(now);
    this.explorations = explorationsAt(this.now);
    this.sessionCount = Math.max(1, Math.round(events / EVENTS_PER_SESSION));
    this.learnerCount = Math.max(3, Math.round(this.sessionCount / SESSIONS_PER_LEARNER));
    /** @type {Plan | undefined} */
    this.planned = undefined;
  }

  /** Every session that began before `now`, by start; made anew on each call, always the same. */
  *sessions() {
    /** @type {Map<string, number>} */
    const ratings = new Map();
    const plan = this.plan();
    for (let index = 0; index < plan.starts.length; index += 1) {
      const session = this.#session(plan, index, ratings);
      rememberRating(session, ratings);
      yield session;
    }
  }

  /**
   * The raw log in the order in which the server wrote it.
   * @returns {Generator<LoggedEvent, void, undefined>}
   */
  *events() {
    yield* mergeByTime(sources(this.sessions()));
  }

  /** @returns {Plan} */
  plan() {
    this.planned ??= makePlan(this);
    return this.planned;
  }

  /**
   * @param {Plan} plan
   * @param {number} index
   * @param {ReadonlyMap<string, number>} ratings
   */
  #session(plan, index, ratings) {
    const exploration = /** @type {Exploration} */ (this.explorations[plan.explorations[index] ?? 0]);
    const learner = plan.learners[index] ?? 0;
    const start = plan.starts[index] ?? 0;
    const visit = {
      exploration,
      learner,
      start,
      end: this.now,
      version: versionAt(exploration, start),
      traits: traitsOf(this.seed, learner),
      oldRating: ratings.get(`${learner} ${exploration.id}`),
    };
    return simulateSession(visit, new Random(this.seed, 'session', index));
  }
}

/**
 * @param {Iterable<Session>} sessions
 * @returns {Generator<import('../merge.mjs').Source<LoggedEvent>>}
 */
function* sources(sessions) {
  for (const session of sessions) yield { start: session.start, open: () => session.events };
}

/**
 * @param {Session} session
 * @param {Map<string, number>} ratings
 */
function rememberRating(session, ratings) {
  const rated = session.events.at(-1)?.event;
  if (rated?.['event'] === 'rate') ratings.set(`${session.learner} ${session.exploration.id}`, Number(rated['rating']));
}

/**
 * @param {OppiaWorld} world
 * @returns {Plan}
 */
function makePlan(world) {
  const random = new Random(world.seed, 'plan', world.sessionCount);
  const firstDay = Math.floor(world.now / DAY) - HISTORY_DAYS;
  const dayWeights = Array.from({ length: HISTORY_DAYS + 1 }, (_, day) => {
    const weekday = WEEKDAY_WEIGHTS[new Date((firstDay + day) * DAY).getUTCDay()] ?? 1;
    const holiday = day > 60 && day < 100 ? 0.45 : 1;
    return weekday * holiday * (0.5 + day / HISTORY_DAYS);
  });
  const starts = new Float64Array(world.sessionCount);
  for (let i = 0; i < starts.length; i += 1) starts[i] = startTime(world, random, firstDay, dayWeights);
  starts.sort();
  const explorations = new Uint16Array(starts.length);
  const learners = new Uint32Array(starts.length);
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] ?? 0;
    explorations[i] = random.weighted(world.explorations.map((one) => (one.createdAt <= start ? one.popularity : 0)));
    learners[i] = Math.floor(random.next() ** 1.6 * world.learnerCount);
  }
  return { starts, explorations, learners };
}

/**
 * @param {OppiaWorld} world
 * @param {Random} random
 * @param {number} firstDay days since the epoch
 * @param {readonly number[]} dayWeights
 */
function startTime(world, random, firstDay, dayWeights) {
  for (;;) {
    const day = firstDay + random.weighted(dayWeights);
    const start = day * DAY + random.weighted(HOUR_WEIGHTS) * HOUR + random.int(0, HOUR - 1);
    if (start < world.now && start > world.now - HISTORY_DAYS * DAY) return start;
  }
}
