import {
  ATTEMPT_EXTENSION,
  COURSE_TYPE,
  EARNED,
  EVALUATED,
  GRADE_EXTENSION,
  LENGTH_EXTENSION,
  NAVIGATED,
  TIME_EXTENSION,
  TRACK_EXTENSION,
} from '../../src/data/providers/xapi/vocabulary.js';

/** Short names of verbs in tests. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['registered', 'http://adlnet.gov/expapi/verbs/registered'],
  ['unregistered', 'http://id.tincanapi.com/verb/unregistered'],
  ['navigated', NAVIGATED],
  ['evaluated', EVALUATED],
  ['earned', EARNED],
  ['passed', 'http://adlnet.gov/expapi/verbs/passed'],
  ['failed', 'http://adlnet.gov/expapi/verbs/failed'],
  ['completed', 'http://adlnet.gov/expapi/verbs/completed'],
  ['terminated', 'http://adlnet.gov/expapi/verbs/terminated'],
  ['initialized', 'http://adlnet.gov/expapi/verbs/initialized'],
  ['played', 'https://w3id.org/xapi/video/verbs/played'],
  ['paused', 'https://w3id.org/xapi/video/verbs/paused'],
  ['seeked', 'https://w3id.org/xapi/video/verbs/seeked'],
  ['viewed', 'http://id.tincanapi.com/verb/viewed'],
]);

/** A statement in short. */
export interface Said {
  readonly id?: string;
  readonly actor?: string | object;
  /** A short name or an IRI. */
  readonly verb: string;
  readonly time: string;
  readonly course?: string;
  /** The course if left out. */
  readonly object?: string | undefined;
  readonly track?: string | undefined;
  readonly score?: number;
  readonly grade?: 'Pass' | 'Fail' | undefined;
  readonly success?: boolean;
  readonly attempt?: number;
  readonly position?: number;
  readonly length?: number;
}

let made = 0;

/** A course of the tests. */
export const COURSE = 'course-v1:Org+C+R';

/** A unit, problem or video of the test course as an object of a statement. */
export function block(type: 'vertical' | 'sequential' | 'problem' | 'video', name: string): string {
  return `https://lms/xblock/block-v1:Org+C+R+type@${type}+block@${name}`;
}

/** The xAPI statement that says so, as Open edX sends it. */
export function statement(said: Said): Record<string, unknown> {
  const course = `https://lms/course/${said.course ?? COURSE}`;
  const object = said.object ?? course;
  const ofCourse = object.includes('/course/');
  const { track, attempt, grade, score, success, position, length } = said;
  return {
    id: said.id ?? `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
    version: '1.0.3',
    actor:
      typeof said.actor === 'object'
        ? said.actor
        : { objectType: 'Agent', account: { homePage: 'https://lms', name: said.actor ?? 'ann' } },
    verb: { id: VERBS.get(said.verb) ?? said.verb, display: { en: said.verb } },
    object: {
      id: object,
      objectType: 'Activity',
      definition: {
        ...(ofCourse ? { type: COURSE_TYPE } : {}),
        extensions: {
          ...(track === undefined ? {} : { [TRACK_EXTENSION]: track }),
          ...(attempt === undefined ? {} : { [ATTEMPT_EXTENSION]: attempt }),
        },
      },
    },
    result: {
      ...(score === undefined ? {} : { score: { scaled: score } }),
      ...(success === undefined ? {} : { success }),
      extensions: {
        ...(grade === undefined ? {} : { [GRADE_EXTENSION]: grade }),
        ...(position === undefined ? {} : { [TIME_EXTENSION]: position }),
      },
    },
    context: {
      ...(length === undefined ? {} : { extensions: { [LENGTH_EXTENSION]: length } }),
      ...(ofCourse ? {} : { contextActivities: { parent: [{ id: course, objectType: 'Activity', definition: { type: COURSE_TYPE } }] } }),
    },
    timestamp: said.time,
  };
}
