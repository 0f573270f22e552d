import { isOfProblem, withoutPart } from './problem-parts.js';
import type { RawStatement, Said } from './raw-statement.js';
import { text } from './raw-statement.js';
import { COURSE_TYPE, EARNED, ENROLLMENT_VERBS, EVALUATED, NAVIGATED, OUTCOME_VERBS, VIDEO_VERBS } from './vocabulary.js';

/** What a statement is about. `activity` is every other verb: it only says that somebody was there. */
export type EventKind = 'enrollment' | 'visit' | 'grade' | 'problem' | 'video' | 'activity';

/** What follows from the texts of a statement. */
export interface Meaning {
  readonly kind: EventKind;
  /** Last part of the verb: `registered`, `navigated`, `played` … */
  readonly verb: string;
  /** Null where the statement names no course. */
  readonly course_key: string | null;
  /** What the statement is about, as `course_blocks` names it; a link that names no block stays whole. */
  readonly block_id: string;
  /** The object's id as it stands: a link. */
  readonly url: string;
  readonly track: string | null;
  /** Whether a grade is that of the course. */
  readonly of_course: boolean | null;
  readonly state: 'passed' | 'failed' | null;
}

/** What the provider keeps of one xAPI statement. Null is "not said". Of what is about a video alone position and length. */
export type XapiEvent = Omit<RawStatement, 'said'> & Meaning;

const KNOWN_KEY = /^(course|ccx)-v1:/;

/** What the texts of a statement mean. Course: the parent that is a course, else the first grouping, else the object. */
export function meaningOf(said: Said): Meaning {
  const { verb, object, type, grade } = said;
  const ofCourse = type === COURSE_TYPE || object.includes('/course/');
  const kind = kindOf(verb, object, ofCourse);
  return {
    kind,
    verb: lastPart(verb),
    course_key: courseOf(said, ofCourse),
    block_id: blockOf(object),
    url: object,
    track: kind === 'enrollment' ? text(said.track) : null,
    of_course: kind === 'grade' ? ofCourse : null,
    state: kind === 'grade' ? stateOf(verb, grade) : null,
  };
}

function kindOf(verb: string, url: string, ofCourse: boolean): EventKind {
  if (ENROLLMENT_VERBS.has(verb)) return 'enrollment';
  if (verb === NAVIGATED) return 'visit';
  if (verb === EVALUATED) return 'problem';
  if (verb === EARNED || (ofCourse && OUTCOME_VERBS.has(verb))) return 'grade';
  return VIDEO_VERBS.has(verb) && isOfVideo(url) ? 'video' : 'activity';
}

/** Whether a statement's object is a video. */
export function isOfVideo(url: string): boolean {
  return url.includes('video+block@');
}

function courseOf({ object, parent, parent_kind, parent_type, grouping }: Said, ofCourse: boolean): string | null {
  const above = text(parent);
  if (parent_type === COURSE_TYPE && above !== null) return text(lastPart(above));
  const group = parent_kind === 'Activity' || parent_kind === 'GroupActivity' ? text(grouping) : null;
  const key = lastPart(group ?? object);
  return group !== null || ofCourse || KNOWN_KEY.test(key) ? text(key) : null;
}

/** What follows `/xblock/`, of a part of a problem the problem; else the whole link. */
function blockOf(url: string): string {
  const start = url.indexOf('/xblock/');
  if (start < 0) return url;
  const id = url.slice(start + '/xblock/'.length);
  if (!isOfProblem(id)) return id;
  const end = id.indexOf('/');
  return withoutPart(end < 0 ? id : id.slice(0, end));
}

function stateOf(verb: string, classification: string | null): 'passed' | 'failed' | null {
  if (classification === 'Fail') return 'failed';
  if (classification === 'Pass') return 'passed';
  return OUTCOME_VERBS.get(verb) ?? null;
}

function lastPart(iri: string): string {
  return iri.slice(iri.lastIndexOf('/') + 1);
}
