import { parseInstant } from '../../ingest/instant.js';
import {
  ATTEMPT_EXTENSION,
  COURSE_TYPE,
  EARNED,
  ENROLLMENT_VERBS,
  EVALUATED,
  GRADE_EXTENSION,
  LENGTH_EXTENSION,
  NAVIGATED,
  OUTCOME_VERBS,
  TIME_EXTENSION,
  TIME_FROM_EXTENSION,
  TRACK_EXTENSION,
  VIDEO_VERBS,
} from './vocabulary.js';

/** What a statement is about. `activity` is every other verb: it only says that somebody was there. */
export type EventKind = 'enrollment' | 'visit' | 'grade' | 'problem' | 'video' | 'activity';

/** What the provider keeps of one xAPI statement. Null is "not said". */
export interface XapiEvent {
  readonly id: string | null;
  readonly kind: EventKind;
  /** Last part of the verb: `registered`, `navigated`, `played` … */
  readonly verb: string;
  readonly actor_id: string;
  /** Null where the statement names no course. */
  readonly course_key: string | null;
  /** What the statement is about, as `course_blocks` names it; a link that names no block stays whole. */
  readonly block_id: string;
  /** The object's id as it stands: a link. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The statement gives a date and no time of day; `time` is then the start of that day in UTC. */
  readonly day_only: boolean;
  readonly track: string | null;
  /** Whether a grade is that of the course. */
  readonly of_course: boolean | null;
  readonly state: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly success: boolean | null;
  readonly attempt: number | null;
  readonly position: number | null;
  readonly length: number | null;
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};
const PROBLEM = /@problem\+block@/;
const CHILD_SUFFIX = /_\d+_\d+$/;
const KNOWN_KEY = /^(course|ccx)-v1:/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The event that an xAPI 1.0.3 statement stands for, or in a sentence why it cannot be read. Actor: `account.name`, else `mbox`,
 * else `mbox_sha1sum`. Course: the parent that is a course, else the first grouping, else the object. A statement without
 * `timestamp` happened when it was stored.
 */
export function parseStatement(value: unknown): XapiEvent | string {
  if (!isJson(value)) return `expected a statement, got ${Array.isArray(value) ? 'a list' : typeof value}`;
  const actorId = actorOf(value['actor']);
  if (actorId === undefined) return 'actor: expected account.name, mbox or mbox_sha1sum';
  const verbIri = at(value, 'verb')['id'];
  if (!isText(verbIri)) return `verb.id: expected an IRI, got ${shown(verbIri)}`;
  const object = at(value, 'object');
  const url = object['id'];
  if (!isText(url)) return `object.id: expected an IRI, got ${shown(url)}`;
  const stamp = value['timestamp'] ?? value['stored'];
  const time = typeof stamp === 'string' ? parseInstant(stamp) : undefined;
  if (time === undefined) return `timestamp: expected an ISO 8601 date and time, got ${shown(stamp)}`;

  const ofCourse = at(object, 'definition')['type'] === COURSE_TYPE || url.includes('/course/');
  const kind = kindOf(verbIri, url, ofCourse);
  const result = at(value, 'result');
  return {
    id: isText(value['id']) ? value['id'] : null,
    kind,
    verb: lastPart(verbIri),
    actor_id: actorId,
    course_key: courseOf(value, url, ofCourse),
    block_id: blockOf(url),
    url,
    time,
    day_only: typeof stamp === 'string' && DATE_ONLY.test(stamp),
    track: kind === 'enrollment' ? text(extensions(at(object, 'definition'))[TRACK_EXTENSION]) : null,
    of_course: kind === 'grade' ? ofCourse : null,
    state: kind === 'grade' ? stateOf(verbIri, result) : null,
    score: number(at(result, 'score')['scaled']),
    success: typeof result['success'] === 'boolean' ? result['success'] : null,
    attempt: number(extensions(at(object, 'definition'))[ATTEMPT_EXTENSION]),
    position: kind === 'video' ? positionOf(result) : null,
    length: kind === 'video' ? number(extensions(at(value, 'context'))[LENGTH_EXTENSION]) : null,
  };
}

function kindOf(verb: string, url: string, ofCourse: boolean): EventKind {
  if (ENROLLMENT_VERBS.has(verb)) return 'enrollment';
  if (verb === NAVIGATED) return 'visit';
  if (verb === EVALUATED) return 'problem';
  if (verb === EARNED || (ofCourse && OUTCOME_VERBS.has(verb))) return 'grade';
  return VIDEO_VERBS.has(verb) && url.includes('video+block@') ? 'video' : 'activity';
}

function actorOf(actor: unknown): string | undefined {
  if (!isJson(actor)) return undefined;
  return [at(actor, 'account')['name'], actor['mbox'], actor['mbox_sha1sum']].find(isText);
}

function courseOf(statement: Json, url: string, ofCourse: boolean): string | null {
  const activities = at(at(statement, 'context'), 'contextActivities');
  const parent = first(activities['parent']);
  if (at(parent, 'definition')['type'] === COURSE_TYPE && isText(parent['id'])) return text(lastPart(parent['id']));
  const part = parent['objectType'] === 'Activity' || parent['objectType'] === 'GroupActivity';
  const group = part ? text(first(activities['grouping'])['id']) : null;
  const key = lastPart(group ?? url);
  return group !== null || ofCourse || KNOWN_KEY.test(key) ? text(key) : null;
}

/** What follows `/xblock/`, of a part of a problem the problem; else the whole link. */
function blockOf(url: string): string {
  const start = url.indexOf('/xblock/');
  if (start < 0) return url;
  const id = url.slice(start + '/xblock/'.length);
  if (!PROBLEM.test(id)) return id;
  const end = id.indexOf('/');
  return (end < 0 ? id : id.slice(0, end)).replace(CHILD_SUFFIX, '');
}

function stateOf(verb: string, result: Json): 'passed' | 'failed' | null {
  const classification = extensions(result)[GRADE_EXTENSION];
  if (classification === 'Fail') return 'failed';
  if (classification === 'Pass') return 'passed';
  return OUTCOME_VERBS.get(verb) ?? null;
}

function positionOf(result: Json): number | null {
  return number(extensions(result)[TIME_EXTENSION]) ?? number(extensions(result)[TIME_FROM_EXTENSION]);
}

/** xAPI 1.0.3 lets a single activity stand where a list of them should. */
export function first(activities: unknown): Json {
  const activity: unknown = Array.isArray(activities) ? activities[0] : activities;
  return isJson(activity) ? activity : NOTHING;
}

/** The object under a key; an empty one where there is none. */
export function at(json: Json, key: string): Json {
  const value = json[key];
  return isJson(value) ? value : NOTHING;
}

/** The extensions of a part of a statement. */
export function extensions(json: Json): Json {
  return at(json, 'extensions');
}

function lastPart(iri: string): string {
  return iri.slice(iri.lastIndexOf('/') + 1);
}

/** Whether a value is an object and no list. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A text that is not empty, else null. */
export function text(value: unknown): string | null {
  return isText(value) ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
