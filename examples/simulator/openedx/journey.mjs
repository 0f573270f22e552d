import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../clock.mjs';
import { earned, enrolment, evaluated, asked, navigated, passed, playback } from './statements.mjs';

/** @typedef {import('../people.mjs').Traits} Traits */
/** @typedef {import('./courses.mjs').Course} Course */
/** @typedef {import('./courses.mjs').Item} Item */
/** @typedef {import('./courses.mjs').Unit} Unit */
/** @typedef {import('./statements.mjs').Speaker} Speaker */
/** @typedef {import('./statements.mjs').TimedStatement} TimedStatement */

/** The share of the course's graded problems that has to be right. */
export const PASSING_GRADE = 0.5;

/**
 * One learner in one course.
 * @typedef {object} Enrolment
 * @property {Speaker} speaker
 * @property {Traits} traits
 * @property {number} enrolledAt epoch ms
 * @property {boolean} staysInPlace watches and answers without ever leaving a unit by a click, so that no visit is recorded
 * @property {number} pace from 0 to 1: how much of a usual week's work there is, so that small worlds stay small
 */

/**
 * Where the learner stands.
 * @typedef {object} Progress
 * @property {number} unit index of the next unit
 * @property {number} graded right answers in graded problems
 * @property {boolean} hasPassed
 * @property {number} failing wrong answers since the last right one
 */

/**
 * All statements of one learner in one course, in order of time, up to `end`: enrols, perhaps changes the track, works week
 * by week with breaks, gives up, comes back, leaves the course, or passes. Some never come; some watch without navigating.
 * @param {Enrolment} enrolment
 * @param {number} end epoch ms
 * @returns {Generator<TimedStatement, void, undefined>}
 */
export function* journey(enrolment, end) {
  let last = -Infinity;
  for (const next of weeks(enrolment, end)) {
    if (next.at > end) return;
    const at = Math.max(next.at, last + 1);
    last = at;
    yield next.at === at ? next : { at, statement: { ...next.statement, timestamp: new Date(at).toISOString().replace('Z', '+00:00') } };
  }
}

/**
 * @param {Enrolment} one
 * @param {number} end
 * @returns {Generator<TimedStatement, void, undefined>}
 */
function* weeks(one, end) {
  const { speaker, enrolledAt } = one;
  const { course, random } = speaker;
  const units = course.sections.flatMap((section) => section.subsections).flatMap((subsection) => subsection.units);
  const isGhost = random.chance(0.08);
  const upgradesAfter = random.chance(0.18) ? random.int(2, 5) : Infinity;
  const leavesAfter = random.chance(0.05) ? random.int(1, 6) : Infinity;
  yield enrolment(speaker, enrolledAt, 'registered', random.chance(0.2) ? 'verified' : random.chance(0.06) ? 'honor' : 'audit');
  if (isGhost) return;
  /** @type {Progress} */
  const progress = { unit: 0, graded: 0, hasPassed: false, failing: 0 };
  let away = 0;
  const first = Math.max(course.start, enrolledAt);
  for (let week = 0; first + week * WEEK < Math.min(end, course.end); week += 1) {
    const weekStart = first + week * WEEK;
    if (week === upgradesAfter) yield enrolment(speaker, weekStart + 2 * HOUR, 'registered', 'verified');
    if (week === leavesAfter) {
      yield enrolment(speaker, weekStart + 3 * HOUR, 'unregistered', 'audit');
      return;
    }
    if (progress.unit >= units.length) return;
    away = weeksAway(away, progress, one);
    if (away === 0) yield* workWeek(one, progress, units, weekStart);
  }
}

/**
 * Weeks for which the learner stays away, this one included: a break of one to three, or for good, with a rare return.
 * @param {number} away
 * @param {Progress} progress
 * @param {Enrolment} one
 */
function weeksAway(away, progress, { traits, speaker: { random } }) {
  if (away === Infinity) return random.chance(0.06) ? 0 : Infinity;
  if (away > 1) return away - 1;
  const hazard = 0.03 + 0.05 * Math.min(3, progress.failing) + (progress.hasPassed ? 0.3 : 0);
  if (random.chance(hazard * (1.7 - traits.patience - 0.5 * traits.effort))) return Infinity;
  return away === 0 && random.chance(traits.breaks) ? random.int(1, 3) : 0;
}

/**
 * @param {Enrolment} one
 * @param {Progress} progress
 * @param {readonly Unit[]} units
 * @param {number} weekStart epoch ms
 * @returns {Generator<TimedStatement, void, undefined>}
 */
function* workWeek(one, progress, units, weekStart) {
  const { traits, speaker, pace } = one;
  const { random } = speaker;
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => random.chance(pace * traits.effort * (day < 5 ? 0.5 : 0.35)));
  for (const day of days) {
    speaker.session = random.hex(32);
    let time = weekStart + day * DAY + random.int(7, 21) * HOUR + random.int(0, HOUR - 1);
    const count = Math.max(1, Math.round(random.logNormal(1 + 2 * traits.effort, 0.4)));
    for (let i = 0; i < count && progress.unit < units.length; i += 1) {
      const unit = /** @type {Unit} */ (units[progress.unit]);
      time = yield* studyUnit(one, progress, unit, progress.unit + 1, time);
      progress.unit += 1;
    }
  }
}

/**
 * Goes through a unit and leaves it by a click, unless the learner never clicks on.
 * @param {Enrolment} one
 * @param {Progress} progress
 * @param {Unit} unit
 * @param {number} position
 * @param {number} start
 * @returns {Generator<TimedStatement, number, undefined>} the time at the end
 */
function* studyUnit(one, progress, unit, position, start) {
  const { traits, speaker } = one;
  const { random } = speaker;
  let time = start;
  for (const item of unit.items) {
    if (!random.chance(0.45 + 0.5 * traits.effort)) continue;
    time = item.type === 'video' ? yield* watch(speaker, item, traits, time) : yield* solve(one, progress, item, time);
  }
  time += random.int(20, 200) * SECOND;
  if (!one.staysInPlace) yield navigated(speaker, time, unit.id, position);
  return time;
}

/**
 * @param {Speaker} speaker
 * @param {Item} video
 * @param {Traits} traits
 * @param {number} start
 * @returns {Generator<TimedStatement, number, undefined>}
 */
function* watch(speaker, video, traits, start) {
  const { random } = speaker;
  let time = start;
  let position = 0;
  yield playback(speaker, time, video, 'initialized');
  for (let part = 0; part < 4; part += 1) {
    time += random.int(1, 20) * SECOND;
    yield playback(speaker, time, video, 'played', position + random.int(0, 90) / 1000);
    const stop = random.chance(0.15 + 0.45 * traits.effort) ? video.seconds : random.int(Math.floor(position) + 1, video.seconds);
    time += (stop - position) * SECOND;
    position = stop;
    if (position >= video.seconds) {
      yield playback(speaker, time, video, 'completed', random.chance(0.5) ? video.seconds : undefined);
      return time;
    }
    if (random.chance(0.3)) {
      const to = random.int(0, video.seconds - 1);
      yield playback(speaker, time, video, 'seeked', position, to);
      position = to;
    } else if (random.chance(0.4)) {
      yield playback(speaker, time, video, 'terminated', position);
      return time;
    } else {
      yield playback(speaker, time, video, 'paused', position);
    }
  }
  return time;
}

/**
 * @param {Enrolment} one
 * @param {Progress} progress
 * @param {Item} problem
 * @param {number} start
 * @returns {Generator<TimedStatement, number, undefined>}
 */
function* solve({ speaker, traits }, progress, problem, start) {
  const { random, course } = speaker;
  let time = start;
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    time += Math.round(random.logNormal(50, 0.6)) * SECOND;
    const success = random.chance(1 / (1 + Math.exp(-(traits.ability - problem.difficulty + 0.5 * attempt))));
    yield evaluated(speaker, time, problem, attempt, success);
    if (success) {
      progress.failing = 0;
      if (problem.graded) progress.graded += 1;
      break;
    }
    progress.failing += 1;
    if (!random.chance(traits.patience)) break;
    if (attempt > 1 && random.chance(traits.solutionSeeking)) yield asked(speaker, (time += 15 * SECOND), problem);
  }
  if (problem.graded) {
    const grade = progress.graded / course.gradedProblems;
    const isPass = grade >= PASSING_GRADE;
    time += SECOND;
    yield earned(speaker, time, grade, isPass);
    if (isPass && !progress.hasPassed) yield passed(speaker, time + 5);
    progress.hasPassed ||= isPass;
  }
  return time + random.int(0, 2) * MINUTE;
}
