/** xAPI 1.0.3 statements, shaped as Open edX's event router writes them. */

/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./courses.mjs').Course} Course */
/** @typedef {import('./courses.mjs').Item} Item */
/** @typedef {Record<string, unknown>} Json */
/** @typedef {{ at: number, statement: Json }} TimedStatement */

const LMS = 'https://lms.northfield.example';
const VIDEO = 'https://w3id.org/xapi/video';
const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';

const VERBS = {
  registered: 'http://adlnet.gov/expapi/verbs/registered',
  unregistered: 'http://id.tincanapi.com/verb/unregistered',
  navigated: 'https://w3id.org/xapi/dod-isd/verbs/navigated',
  evaluated: 'https://w3id.org/xapi/acrossx/verbs/evaluated',
  asked: 'http://adlnet.gov/expapi/verbs/asked',
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  played: `${VIDEO}/verbs/played`,
  paused: `${VIDEO}/verbs/paused`,
  seeked: `${VIDEO}/verbs/seeked`,
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  earned: 'http://id.tincanapi.com/verb/earned',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
};

/** @typedef {keyof typeof VERBS} Verb */

/**
 * What every statement of one learner in one course shares.
 * @typedef {object} Speaker
 * @property {Course} course
 * @property {string | undefined} externalId
 * @property {string} email used where the learner has no external id
 * @property {string} session of the browser; another one each day
 * @property {Random} random
 */

/**
 * @param {Speaker} speaker
 * @param {number} at epoch ms
 * @param {Verb} verb
 * @param {Json} object
 * @param {{ result?: Json, extensions?: Json, hasParent?: boolean }} [more]
 * @returns {TimedStatement}
 */
function statement(speaker, at, verb, object, { result, extensions = {}, hasParent = true } = {}) {
  const { course, externalId, email, session, random } = speaker;
  const actor = externalId === undefined ? { mbox: `mailto:${email}` } : { account: { homePage: LMS, name: externalId } };
  const parent = {
    id: `${LMS}/course/${course.key}`,
    objectType: 'Activity',
    definition: { name: { 'en-US': course.name }, type: COURSE_TYPE },
  };
  return {
    at,
    statement: {
      id: random.uuid(),
      version: '1.0.3',
      actor: { objectType: 'Agent', ...actor },
      verb: { id: VERBS[verb], display: { en: verb } },
      object: { objectType: 'Activity', ...object },
      ...(result === undefined ? {} : { result }),
      context: {
        extensions: {
          'https://w3id.org/xapi/openedx/extension/transformer-version': 'event-routing-backends@9.3.0',
          'https://w3id.org/xapi/openedx/extensions/session-id': session,
          ...extensions,
        },
        ...(hasParent ? { contextActivities: { parent: [parent] } } : {}),
      },
      timestamp: new Date(at).toISOString().replace('Z', '+00:00'),
    },
  };
}

/**
 * @param {Course} course
 * @param {Json} [extensions]
 */
function courseObject(course, extensions) {
  const definition = { type: COURSE_TYPE, name: { en: course.name }, ...(extensions === undefined ? {} : { extensions }) };
  return { id: `${LMS}/course/${course.key}`, definition };
}

/**
 * Enrolling, changing the track (also `registered`) or leaving; these have no parent.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {'registered' | 'unregistered'} verb
 * @param {string} track
 */
export function enrolment(speaker, at, verb, track) {
  const object = courseObject(speaker.course, { 'https://w3id.org/xapi/acrossx/extensions/type': track });
  return statement(speaker, at, verb, object, { hasParent: false });
}

/**
 * Leaving a unit by a click.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {string} unitId
 * @param {number} position of the unit in its sequence
 */
export function navigated(speaker, at, unitId, position) {
  const object = { id: `${LMS}/xblock/${unitId}`, definition: { type: 'http://id.tincanapi.com/activitytype/resource' } };
  const extensions = {
    'http://id.tincanapi.com/extension/starting-position': position,
    'http://id.tincanapi.com/extension/ending-point': 'next unit',
  };
  return statement(speaker, at, 'navigated', object, { extensions });
}

/**
 * One checked answer.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {Item} problem
 * @param {number} attempt
 * @param {boolean} success
 */
export function evaluated(speaker, at, problem, attempt, success) {
  const object = {
    id: `${LMS}/xblock/${problem.id}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      name: { en: problem.name },
      extensions: { 'http://id.tincanapi.com/extension/attempt-id': attempt },
    },
  };
  const score = { scaled: success ? 1 : 0, raw: success ? 1 : 0, min: 0, max: 1 };
  return statement(speaker, at, 'evaluated', object, { result: { response: success ? 'choice_2' : 'choice_0', score, success } });
}

/**
 * A request to see the answer.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {Item} problem
 */
export function asked(speaker, at, problem) {
  return statement(speaker, at, 'asked', { id: `${LMS}/xblock/${problem.id}/answer`, definition: {} });
}

/**
 * An event of the video player. `seconds` is the position; a seek says where from and where to.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {Item} video
 * @param {'initialized' | 'played' | 'paused' | 'seeked' | 'completed' | 'terminated'} verb
 * @param {number} [seconds]
 * @param {number} [to]
 */
export function playback(speaker, at, video, verb, seconds, to) {
  const object = { id: `${LMS}/xblock/${video.id}`, definition: { type: `${VIDEO}/activity-type/video`, name: { en: video.name } } };
  const extensions = { [`${VIDEO}/extensions/length`]: video.seconds };
  const position =
    to === undefined
      ? { [`${VIDEO}/extensions/time`]: seconds }
      : { [`${VIDEO}/extensions/time-from`]: seconds, [`${VIDEO}/extensions/time-to`]: to };
  const result = { extensions: position, ...(verb === 'completed' ? { completion: true } : {}) };
  return statement(speaker, at, verb, object, seconds === undefined ? { extensions } : { result, extensions });
}

/**
 * The course grade after a graded problem.
 * @param {Speaker} speaker
 * @param {number} at
 * @param {number} grade from 0 to 1
 * @param {boolean} isPass
 */
export function earned(speaker, at, grade, isPass) {
  const result = {
    score: { scaled: grade, raw: grade, min: 0, max: 1 },
    extensions: { 'http://www.tincanapi.co.uk/activitytypes/grade_classification': isPass ? 'Pass' : 'Fail' },
  };
  return statement(speaker, at, 'earned', courseObject(speaker.course), { result });
}

/**
 * The first time that a grade passes; no result and no parent.
 * @param {Speaker} speaker
 * @param {number} at
 */
export function passed(speaker, at) {
  return statement(speaker, at, 'passed', courseObject(speaker.course), { hasParent: false });
}
