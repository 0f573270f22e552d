/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./session.mjs').Visit} Visit */

/**
 * One entry of Oppia's raw log and the instant at which the server wrote it.
 * @typedef {{ at: number, event: Record<string, unknown> }} LoggedEvent
 */

/**
 * Writes the event models of one session as Oppia's player posts them: two families of keys, times in the state counted
 * from entering it, and the near-zero times of "complete" events, whose stopwatch was reset just before.
 */
export class SessionLog {
  /**
   * @param {Visit} visit
   * @param {Random} random
   */
  constructor(visit, random) {
    this.visit = visit;
    this.random = random;
    this.sessionId = random.hex(24);
    /** @type {LoggedEvent[]} */
    this.events = [];
    this.time = visit.start;
    this.writtenAt = visit.start;
    this.enteredAt = visit.start;
    this.answers = 0;
    /** @type {number[][]} stopwatch readings of answers, a list a visit of a state */
    this.readings = [[]];
    /** @type {number[]} readings at which a solution was viewed since the last answer */
    this.looks = [];
    /** @type {number[]} readings up to the last leave, since the last answer */
    this.left = [];
  }

  /** @param {number} milliseconds until the learner's next act */
  wait(milliseconds) {
    this.time += milliseconds;
  }

  /** Seconds in the current state on the player's stopwatch. */
  get inState() {
    return (this.time - this.enteredAt) / 1000;
  }

  /** @param {string} state */
  begin(state) {
    this.#writePlay('start', state, { client_time_spent_in_secs: 0 });
    this.#writePlay('state_hit', state);
  }

  /**
   * @param {string} state
   * @param {boolean} recognised whether the answer was classified, not caught by the default outcome
   * @param {boolean} isInitial
   */
  answer(state, recognised, isInitial) {
    const fields = { time_spent_in_state_secs: this.inState, is_feedback_useful: recognised };
    if (!this.#writeState('answer_submitted', state, fields)) return;
    this.answers += 1;
    this.readings.at(-1)?.push(...this.looks, this.inState);
    this.looks = [];
    if (isInitial && this.answers === 1) this.#writeState('actual_start', state);
  }

  /**
   * A right answer leads on; the stopwatch is reset before the completion is written.
   * @param {string} state
   * @param {string} next
   */
  moveOn(state, next) {
    this.#enter(next);
    this.#writeState('state_complete', state, { time_spent_in_state_secs: this.random.int(0, 3) / 1000 });
  }

  /** @param {string} state */
  goBack(state) {
    this.#enter(state);
  }

  /** @param {string} state */
  viewSolution(state) {
    if (this.#writeState('solution_hit', state, { time_spent_in_state_secs: this.inState })) this.looks.push(this.inState);
  }

  /** @param {string} state */
  leave(state) {
    const isWritten = this.#writePlay('leave', state, { client_time_spent_in_secs: this.inState });
    if (isWritten) this.left = [...this.looks, this.inState];
  }

  /**
   * @param {string} state
   * @param {string} refresher
   */
  leaveForRefresher(state, refresher) {
    const fields = { time_spent_in_state_secs: this.inState, refresher_exp_id: refresher };
    if (this.#writeState('leave_for_refresher', state, fields)) this.left = [...this.looks, this.inState];
  }

  /**
   * Whether the completion was still written before the world's end.
   * @param {string} state
   */
  complete(state) {
    this.#writeState('state_complete', state, { time_spent_in_state_secs: 0 });
    return this.#writePlay('complete', state, { client_time_spent_in_secs: 0 });
  }

  /**
   * @param {number} rating
   * @param {number | undefined} oldRating
   */
  rate(rating, oldRating) {
    this.#write({
      event: 'rate',
      event_type: 'rate_exploration',
      exploration_id: this.visit.exploration.id,
      rating,
      old_rating: oldRating ?? null,
      event_schema_version: 2,
    });
  }

  /**
   * Dwell from answers and the last leave, a viewed solution being a sign of activity between them; undefined without an answer.
   * @param {number} idleCap longest single gap that counts, in seconds
   */
  activeSeconds(idleCap) {
    if (this.answers === 0) return undefined;
    let total = 0;
    this.readings.forEach((readings, index) => {
      const all = index === this.readings.length - 1 ? [...readings, ...this.left] : readings;
      let before = 0;
      for (const reading of all) {
        total += Math.min(reading - before, idleCap);
        before = reading;
      }
    });
    return total;
  }

  /** @param {string} state */
  #enter(state) {
    this.enteredAt = this.time;
    this.readings.push([]);
    this.looks = [];
    this.#writePlay('state_hit', state);
  }

  /**
   * The family of keys that spells `exploration_id`.
   * @param {string} event
   * @param {string} state
   * @param {Record<string, unknown>} [fields]
   */
  #writePlay(event, state, fields = {}) {
    const { exploration, version } = this.visit;
    return this.#write({
      event,
      event_type: event,
      exploration_id: exploration.id,
      exploration_version: version,
      state_name: state,
      session_id: this.sessionId,
      params: {},
      play_type: 'normal',
      ...fields,
      event_schema_version: 2,
    });
  }

  /**
   * The family of keys that spells `exp_id`.
   * @param {string} event
   * @param {string} state
   * @param {Record<string, unknown>} [fields]
   */
  #writeState(event, state, fields = {}) {
    const { exploration, version } = this.visit;
    return this.#write({
      event,
      exp_id: exploration.id,
      exp_version: version,
      state_name: state,
      session_id: this.sessionId,
      ...fields,
      event_schema_version: 2,
    });
  }

  /**
   * Writes an event unless it would be later than the world's end; whether it was written.
   * @param {Record<string, unknown>} event
   */
  #write(event) {
    this.writtenAt = Math.max(this.writtenAt + 1, this.time + this.random.int(30, 400));
    if (this.writtenAt > this.visit.end) return false;
    this.events.push({ at: this.writtenAt, event: { ...event, created_on: new Date(this.writtenAt).toISOString() } });
    return true;
  }
}
