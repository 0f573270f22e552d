import { MINUTE, mondayOf } from '../clock.mjs';

/** @typedef {import('./catalogue.mjs').Exploration} Exploration */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./world.mjs').OppiaWorld} OppiaWorld */

/**
 * Oppia's counters of one state, under the names of its statistics handler.
 * @typedef {object} StateCounts
 * @property {number} total_answers_count
 * @property {number} useful_feedback_count
 * @property {number} total_hit_count
 * @property {number} first_hit_count
 * @property {number} num_times_solution_viewed
 * @property {number} num_completions
 */

/**
 * What one exploration's sessions add up to. The counters `starts` to `states` are those of Oppia's latest version: what
 * a revert took back is not in them. The rest counts every session.
 * @typedef {object} ExplorationTally
 * @property {Exploration} exploration
 * @property {number} starts
 * @property {number} actualStarts
 * @property {number} completions
 * @property {Map<string, StateCounts>} states in the order of the exploration
 * @property {number} allStarts lifetime plays, also those of versions that were reverted
 * @property {[number, number, number, number, number]} ratings histogram of one to five stars
 * @property {Set<number>} learners
 * @property {number} attempts
 * @property {number} solutionViews
 * @property {number} hintViews
 * @property {number[]} engagementSeconds of each session that has an answer
 * @property {Map<string, WeekTally>} weeks by their Monday
 * @property {Map<string, number>} earlyQuits learners who left within five minutes, by state
 * @property {Map<string, number>} wrongRuns sessions with three or more answers in a state beside the right one, by state
 * @property {{ state: string, at: number, learner: number }[]} gaveUp
 */

/** @typedef {{ starts: number, completions: number, seconds: number, timed: number }} WeekTally */
/** @typedef {ReadonlyMap<string, ExplorationTally>} Tally */

/**
 * Counts every session of a world once: the only source of the statistics that the demo server answers.
 * @param {OppiaWorld} world
 * @returns {Tally} by exploration id
 */
export function tallyOf(world) {
  /** @type {Map<string, ExplorationTally>} */
  const tallies = new Map(world.explorations.map((exploration) => [exploration.id, emptyTally(exploration)]));
  for (const session of world.sessions()) {
    const tally = tallies.get(session.exploration.id);
    if (tally !== undefined && session.events.length > 0) addSession(tally, session);
  }
  return tallies;
}

/**
 * @param {Exploration} exploration
 * @returns {ExplorationTally}
 */
function emptyTally(exploration) {
  const names = [...exploration.states.map((state) => state.name), exploration.lastState];
  return {
    exploration,
    starts: 0,
    actualStarts: 0,
    completions: 0,
    allStarts: 0,
    ratings: [0, 0, 0, 0, 0],
    states: new Map(names.map((name) => [name, emptyState()])),
    learners: new Set(),
    attempts: 0,
    solutionViews: 0,
    hintViews: 0,
    engagementSeconds: [],
    weeks: new Map(),
    earlyQuits: new Map(),
    wrongRuns: new Map(),
    gaveUp: [],
  };
}

/** @returns {StateCounts} */
function emptyState() {
  return {
    total_answers_count: 0,
    useful_feedback_count: 0,
    total_hit_count: 0,
    first_hit_count: 0,
    num_times_solution_viewed: 0,
    num_completions: 0,
  };
}

/**
 * @param {ExplorationTally} tally
 * @param {Session} session
 */
function addSession(tally, session) {
  tally.allStarts += 1;
  tally.learners.add(session.learner);
  tally.hintViews += session.hintViews;
  if (session.activeSeconds !== undefined) tally.engagementSeconds.push(session.activeSeconds);
  if (!tally.exploration.revertedVersions.includes(session.version)) addCounters(tally, session);
  addWeek(tally, session);
  addIssues(tally, session);
  for (const { event } of session.events) {
    if (event['event'] === 'answer_submitted') tally.attempts += 1;
    if (event['event'] === 'solution_hit') tally.solutionViews += 1;
    if (event['event'] === 'rate') addRating(tally, Number(event['rating']), event['old_rating']);
  }
}

/**
 * The client's aggregated counters, as Oppia's player sends them.
 * @param {ExplorationTally} tally
 * @param {Session} session
 */
function addCounters(tally, session) {
  /** @type {Set<string>} */
  const seen = new Set();
  session.events.forEach(({ event }, index) => {
    const name = String(event['state_name']);
    const state = tally.states.get(name) ?? emptyState();
    switch (event['event']) {
      case 'start':
        tally.starts += 1;
        break;
      case 'actual_start':
        tally.actualStarts += 1;
        break;
      case 'complete':
        tally.completions += 1;
        break;
      case 'state_complete':
        state.num_completions += 1;
        break;
      case 'solution_hit':
        state.num_times_solution_viewed += 1;
        break;
      case 'state_hit':
        state.total_hit_count += 1;
        if (!seen.has(name)) state.first_hit_count += 1;
        seen.add(name);
        break;
      case 'answer_submitted':
        state.total_answers_count += 1;
        if (event['is_feedback_useful'] === true || leadsOn(session, index)) state.useful_feedback_count += 1;
        break;
    }
  });
}

/**
 * Whether the answer at `index` led to another state. The first answer is followed by "actual start".
 * @param {Session} session
 * @param {number} index
 */
function leadsOn(session, index) {
  const next = session.events[index + 1]?.event['event'];
  return (next === 'actual_start' ? session.events[index + 2]?.event['event'] : next) === 'state_hit';
}

/**
 * @param {ExplorationTally} tally
 * @param {Session} session
 */
function addWeek(tally, session) {
  const monday = mondayOf(session.start);
  const week = tally.weeks.get(monday) ?? { starts: 0, completions: 0, seconds: 0, timed: 0 };
  week.starts += 1;
  if (session.completed) week.completions += 1;
  if (session.activeSeconds !== undefined) {
    week.seconds += session.activeSeconds;
    week.timed += 1;
  }
  tally.weeks.set(monday, week);
}

/**
 * What Oppia's playthroughs look for: quits within five minutes, and three or more wrong answers.
 * @param {ExplorationTally} tally
 * @param {Session} session
 */
function addIssues(tally, session) {
  const end = session.events.at(-1)?.at ?? session.start;
  if (session.gaveUpIn !== undefined) {
    tally.gaveUp.push({ state: session.gaveUpIn, at: end, learner: session.learner });
    if (end - session.start < 5 * MINUTE) increment(tally.earlyQuits, session.gaveUpIn);
  }
  /** @type {Map<string, number>} */
  const answers = new Map();
  for (const { event } of session.events) {
    if (event['event'] === 'answer_submitted') increment(answers, String(event['state_name']));
  }
  for (const [state, count] of answers) {
    if (count > 3) increment(tally.wrongRuns, state);
  }
}

/**
 * @param {ExplorationTally} tally
 * @param {number} rating
 * @param {unknown} oldRating
 */
function addRating(tally, rating, oldRating) {
  tally.ratings[rating - 1] = (tally.ratings[rating - 1] ?? 0) + 1;
  if (typeof oldRating === 'number') tally.ratings[oldRating - 1] = (tally.ratings[oldRating - 1] ?? 0) - 1;
}

/**
 * @param {Map<string, number>} counts
 * @param {string} key
 */
function increment(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
