import { HOUR, MINUTE, SECOND } from '../clock.mjs';
import { SessionLog } from './session-log.mjs';

/** @typedef {import('../people.mjs').Traits} Traits */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./catalogue.mjs').Exploration} Exploration */
/** @typedef {import('./catalogue.mjs').State} State */
/** @typedef {import('./session-log.mjs').LoggedEvent} LoggedEvent */

/** Longest single gap that counts as engagement; what the package's `idle-cap` defaults to. */
export const IDLE_CAP_SECONDS = 1800;

/**
 * One load of the player and what became of it. The fields beside `events` are what a host with its own recording would
 * know; Oppia keeps the events alone.
 * @typedef {object} Session
 * @property {Exploration} exploration
 * @property {number} version
 * @property {number} learner
 * @property {number} start epoch ms
 * @property {readonly LoggedEvent[]} events
 * @property {boolean} completed
 * @property {number | undefined} activeSeconds dwell by answers and the last leave, single gaps cut at the idle cap
 * @property {number} hintViews
 * @property {string | undefined} gaveUpIn state in which the learner left after at least one answer
 */

/**
 * @typedef {object} Visit
 * @property {Exploration} exploration
 * @property {number} version
 * @property {number} learner
 * @property {Traits} traits
 * @property {number} start epoch ms
 * @property {number} end epoch ms; what would happen later is not written
 * @property {number | undefined} oldRating what this learner gave before
 */

/**
 * How one learner goes through one exploration: thinks, answers, retries, looks at the solution, is led back, walks away
 * with the tab open, gives up or completes.
 * @param {Visit} visit
 * @param {Random} random
 * @returns {Session}
 */
export function simulateSession(visit, random) {
  const { exploration, traits } = visit;
  const log = new SessionLog(visit, random);
  const walk = { index: 0, wrong: 0, hintViews: 0, solved: false };
  let gaveUpIn;
  const first = /** @type {State} */ (exploration.states[0]);
  log.begin(first.name);
  const leavesAtOnce = random.chance(exploration.bounce * (1.5 - traits.effort));
  while (!leavesAtOnce && walk.index < exploration.states.length) {
    const state = /** @type {State} */ (exploration.states[walk.index]);
    if (givesUp(walk, state, traits, random) && log.answers > 0) {
      gaveUpIn = state.name;
      leave(log, state, exploration, random);
      break;
    }
    log.wait(thinkingTime(state, traits, random));
    getHelp(walk, log, state, traits, random);
    answer(walk, log, state, exploration, traits, random);
  }
  const completed = walk.index >= exploration.states.length && log.complete(exploration.lastState);
  if (completed) rate(visit, log, traits, random);
  return {
    exploration,
    version: visit.version,
    learner: visit.learner,
    start: visit.start,
    events: log.events,
    completed,
    activeSeconds: log.activeSeconds(IDLE_CAP_SECONDS),
    hintViews: walk.hintViews,
    gaveUpIn,
  };
}

/**
 * @typedef {object} Walk
 * @property {number} index of the current state
 * @property {number} wrong answers in a row in this state
 * @property {number} hintViews
 * @property {boolean} solved the solution was looked at
 */

/**
 * @param {Walk} walk
 * @param {State} state
 * @param {Traits} traits
 * @param {Random} random
 */
function givesUp(walk, state, traits, random) {
  const strain = 0.02 + 0.012 * walk.index + 0.06 * walk.wrong + 0.03 * Math.max(0, state.difficulty - traits.ability);
  return random.chance(strain * (1.6 - traits.patience - 0.4 * traits.effort));
}

/**
 * Milliseconds until the next answer; a learner who walks away leaves the tab open for half an hour to some hours.
 * @param {State} state
 * @param {Traits} traits
 * @param {Random} random
 */
function thinkingTime(state, traits, random) {
  const seconds = random.logNormal(state.seconds * (1.25 - 0.15 * traits.ability), 0.5);
  const away = random.chance(traits.idleTab) ? random.logNormal(70 * MINUTE, 0.6) : 0;
  return Math.round(Math.max(2, seconds) * SECOND + Math.min(away, 9 * HOUR));
}

/**
 * @param {Walk} walk
 * @param {SessionLog} log
 * @param {State} state
 * @param {Traits} traits
 * @param {Random} random
 */
function getHelp(walk, log, state, traits, random) {
  if (walk.wrong >= 1 && random.chance(0.4)) walk.hintViews += 1;
  if (walk.wrong >= 2 && !walk.solved && random.chance(traits.solutionSeeking)) {
    log.viewSolution(state.name);
    log.wait(random.int(5, 25) * SECOND);
    walk.solved = true;
  }
}

/**
 * @param {Walk} walk
 * @param {SessionLog} log
 * @param {State} state
 * @param {Exploration} exploration
 * @param {Traits} traits
 * @param {Random} random
 */
function answer(walk, log, state, exploration, traits, random) {
  const odds = 1 / (1 + Math.exp(-(traits.ability - state.difficulty + 0.7 * walk.wrong)));
  const right = walk.solved || random.chance(odds);
  const recognised = right ? random.chance(0.95) : random.chance(0.55);
  log.answer(state.name, recognised, walk.index === 0);
  if (right) {
    const next = exploration.states[walk.index + 1];
    log.moveOn(state.name, next === undefined ? exploration.lastState : next.name);
    walk.index += 1;
  } else {
    walk.wrong += 1;
    const back = exploration.states.findIndex((other) => other.name === state.remedial);
    if (back < 0 || !random.chance(0.3)) return;
    log.goBack(/** @type {string} */ (state.remedial));
    walk.index = back;
  }
  walk.wrong = 0;
  walk.solved = false;
}

/**
 * The browser may cancel a closing of the page, so that "leave" comes twice, or be gone before it could be sent.
 * @param {SessionLog} log
 * @param {State} state
 * @param {Exploration} exploration
 * @param {Random} random
 */
function leave(log, state, exploration, random) {
  log.wait(Math.round(random.logNormal(15, 0.7) * SECOND));
  if (exploration.refresher !== undefined && random.chance(0.2)) {
    log.leaveForRefresher(state.name, exploration.refresher);
    return;
  }
  if (random.chance(0.12)) {
    log.leave(state.name);
    log.wait(random.int(3, 40) * SECOND);
  }
  if (random.chance(0.85)) log.leave(state.name);
}

/**
 * @param {Visit} visit
 * @param {SessionLog} log
 * @param {Traits} traits
 * @param {Random} random
 */
function rate(visit, log, traits, random) {
  if (!random.chance(0.12)) return;
  const mood = random.normal(3.7 + 0.35 * traits.ability + 0.6 * traits.effort, 0.9);
  log.wait(random.int(2, 15) * SECOND);
  log.rate(Math.min(5, Math.max(1, Math.round(mood))), visit.oldRating);
}
