/** IRIs of the statements that Open edX sends (event-routing-backends), and of xAPI itself. */

/** Verbs by what a statement of them says. */
export const ENROLLMENT_VERBS: ReadonlyMap<string, string> = new Map([
  ['http://adlnet.gov/expapi/verbs/registered', 'registered'],
  ['http://id.tincanapi.com/verb/unregistered', 'unregistered'],
]);

export const NAVIGATED = 'https://w3id.org/xapi/dod-isd/verbs/navigated';
export const EVALUATED = 'https://w3id.org/xapi/acrossx/verbs/evaluated';
export const EARNED = 'http://id.tincanapi.com/verb/earned';

/** Verbs that say how a course ended so far. */
export const OUTCOME_VERBS: ReadonlyMap<string, 'passed' | 'failed'> = new Map([
  ['http://adlnet.gov/expapi/verbs/passed', 'passed'],
  ['http://adlnet.gov/expapi/verbs/failed', 'failed'],
]);

/** Verbs of a video player; `initialized` says nothing of what was watched. */
export const VIDEO_VERBS: ReadonlyMap<string, 'played' | 'paused' | 'seeked' | 'completed' | 'terminated'> = new Map([
  ['https://w3id.org/xapi/video/verbs/played', 'played'],
  ['https://w3id.org/xapi/video/verbs/paused', 'paused'],
  ['https://w3id.org/xapi/video/verbs/seeked', 'seeked'],
  ['http://adlnet.gov/expapi/verbs/completed', 'completed'],
  ['http://adlnet.gov/expapi/verbs/terminated', 'terminated'],
]);

export const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';

export const TRACK_EXTENSION = 'https://w3id.org/xapi/acrossx/extensions/type';
export const ATTEMPT_EXTENSION = 'http://id.tincanapi.com/extension/attempt-id';
export const GRADE_EXTENSION = 'http://www.tincanapi.co.uk/activitytypes/grade_classification';
export const TIME_EXTENSION = 'https://w3id.org/xapi/video/extensions/time';
export const TIME_FROM_EXTENSION = 'https://w3id.org/xapi/video/extensions/time-from';
export const LENGTH_EXTENSION = 'https://w3id.org/xapi/video/extensions/length';
export const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** Request header without which an LRS need not answer. */
export const LRS_HEADERS: Readonly<Record<string, string>> = { 'X-Experience-API-Version': '1.0.3' };
