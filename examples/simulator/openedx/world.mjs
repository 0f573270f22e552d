import { DAY, DEFAULT_NOW } from '../clock.mjs';
import { mergeByTime } from '../merge.mjs';
import { personOf, traitsOf } from '../people.mjs';
import { Random } from '../random.mjs';
import { coursesAt } from './courses.mjs';
import { journey } from './journey.mjs';
import { tablesOf } from './tables.mjs';

/** @typedef {import('./courses.mjs').Course} Course */
/** @typedef {import('./journey.mjs').Enrolment} Enrolment */
/** @typedef {import('./statements.mjs').TimedStatement} TimedStatement */

/** Mean statements of an enrolment at full pace, measured; `test/examples/openedx-world.test.mjs` holds it to 20 %. */
const STATEMENTS_PER_ENROLMENT = 101;
const FEWEST_ENROLMENTS = 8;
const ENROLMENTS_PER_LEARNER = 1.15;

/** An Open edX site: courses, learners with invented names, and all that they do, from a seed and a size. */
export class OpenEdxWorld {
  /**
   * @param {{ seed?: string | number, events?: number, now?: string }} [options] `events` is about how many statements there are
   */
  constructor({ seed = 1, events = 20_000, now = DEFAULT_NOW } = {}) {
    this.seed = seed;
    this.now = Date.parse(now);
    this.courses = coursesAt(seed, this.now);
    this.enrolmentCount = Math.max(FEWEST_ENROLMENTS, Math.round(events / STATEMENTS_PER_ENROLMENT));
    this.learnerCount = Math.max(3, Math.round(this.enrolmentCount / ENROLMENTS_PER_LEARNER));
    this.pace = Math.min(1, events / (this.enrolmentCount * STATEMENTS_PER_ENROLMENT));
  }

  /**
   * All statements in order of time; made anew on each call, always the same.
   * @returns {Generator<TimedStatement, void, undefined>}
   */
  *statements() {
    const enrolments = this.#enrolments();
    yield* mergeByTime(enrolments.map((one) => ({ start: one.at, open: () => journey(this.#enrolment(one), this.now) })));
  }

  /** The tables beside the statements: courses, blocks, and who the learners are. */
  tables() {
    return tablesOf(this);
  }

  /** Every learner of the site; a few have no external id, and are known by their address. */
  *people() {
    for (let index = 0; index < this.learnerCount; index += 1) yield this.person(index);
  }

  /** @param {number} index */
  person(index) {
    const random = new Random(this.seed, 'account', index);
    const externalId = random.uuid();
    return { userId: index + 1, ...personOf(this.seed, index), externalId: random.chance(0.02) ? undefined : externalId };
  }

  /** Who enrols in what and when, by time of enrolment. */
  #enrolments() {
    const random = new Random(this.seed, 'enrolments');
    const list = Array.from({ length: this.enrolmentCount }, (_, index) => {
      const course = random.weighted(this.courses.map((one) => one.share));
      const learner = index < this.learnerCount ? index : random.int(0, this.learnerCount - 1);
      const start = this.courses[course]?.start ?? this.now;
      const at = Math.min(this.now - random.int(1, 5 * 24) * (DAY / 24), start + Math.round(random.normal(-3, 9) * DAY));
      return { index, course, learner, at };
    });
    const seen = new Set();
    const distinct = list.filter(({ learner, course }) => seen.size < seen.add(`${learner} ${course}`).size);
    return distinct.sort((a, b) => a.at - b.at || a.index - b.index);
  }

  /**
   * @param {{ index: number, course: number, learner: number, at: number }} one
   * @returns {Enrolment}
   */
  #enrolment(one) {
    const { externalId, email } = this.person(one.learner);
    const course = /** @type {Course} */ (this.courses[one.course]);
    const random = new Random(this.seed, 'journey', one.index);
    return {
      speaker: { course, externalId, email, random, session: random.hex(32) },
      traits: traitsOf(this.seed, one.learner),
      enrolledAt: one.at,
      staysInPlace: random.chance(0.05),
      pace: this.pace,
    };
  }
}
