import { parseInstant } from '../../ingest/instant.js';
import type { WantedColumn } from '../../ingest/columns/shape.js';
import { shown } from '../../unlike.js';
import type { Value } from '../../../metrics/types.js';
import {
  ATTEMPT_EXTENSION,
  GRADE_EXTENSION,
  LENGTH_EXTENSION,
  SESSION_EXTENSION,
  TIME_EXTENSION,
  TIME_FROM_EXTENSION,
  TRACK_EXTENSION,
} from './vocabulary.js';

/** What the provider reads of a statement, by its path. Null is "not said", or said as what it cannot be; a number may be a text. */
export interface RawStatement {
  readonly id: string | null;
  readonly actor_id: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The statement gives a date and no time of day; `time` is then the start of that day in UTC. */
  readonly day_only: boolean;
  readonly score: number | null;
  readonly success: boolean | null;
  readonly attempt: number | null;
  readonly position: number | null;
  readonly length: number | null;
  readonly said: Said;
}

/** The texts of a statement from which its meaning follows. */
export interface Said {
  readonly verb: string;
  readonly object: string;
  readonly type: string | null;
  readonly track: string | null;
  readonly grade: string | null;
  readonly parent: string | null;
  readonly parent_kind: string | null;
  readonly parent_type: string | null;
  readonly grouping: string | null;
}

const PARENT = ['context', 'contextActivities', { first: 'parent' }] as const;

/**
 * The columns in which statements are read. What the reader of columns does not foresee goes to `rawStatement`: a session is kept
 * apart, so a statement that names one is not foreseen (a text is no boolean).
 */
export const STATEMENT_COLUMNS = [
  { name: 'id', path: ['id'], type: 'category' },
  { name: 'account', path: ['actor', 'account', 'name'], type: 'category', required: 'any' },
  { name: 'mbox', path: ['actor', 'mbox'], type: 'category', required: 'any' },
  { name: 'mbox_sha1sum', path: ['actor', 'mbox_sha1sum'], type: 'category', required: 'any' },
  { name: 'verb', path: ['verb', 'id'], type: 'category', required: true },
  { name: 'object', path: ['object', 'id'], type: 'category', required: true },
  { name: 'type', path: ['object', 'definition', 'type'], type: 'category' },
  { name: 'track', path: ['object', 'definition', 'extensions', TRACK_EXTENSION], type: 'category' },
  { name: 'attempt', path: ['object', 'definition', 'extensions', ATTEMPT_EXTENSION], type: 'number' },
  { name: 'score', path: ['result', 'score', 'scaled'], type: 'number' },
  { name: 'success', path: ['result', 'success'], type: 'boolean' },
  { name: 'grade', path: ['result', 'extensions', GRADE_EXTENSION], type: 'category' },
  { name: 'at', path: ['result', 'extensions', TIME_EXTENSION], type: 'number' },
  { name: 'at_from', path: ['result', 'extensions', TIME_FROM_EXTENSION], type: 'number' },
  { name: 'length', path: ['context', 'extensions', LENGTH_EXTENSION], type: 'number' },
  { name: 'parent', path: [...PARENT, 'id'], type: 'category' },
  { name: 'parent_kind', path: [...PARENT, 'objectType'], type: 'category' },
  { name: 'parent_type', path: [...PARENT, 'definition', 'type'], type: 'category' },
  { name: 'grouping', path: ['context', 'contextActivities', { first: 'grouping' }, 'id'], type: 'category' },
  { name: 'time', path: ['timestamp'], type: 'time', required: true, written: true },
  { name: 'session', path: ['context', 'extensions', SESSION_EXTENSION], type: 'boolean' },
  { name: 'registration', path: ['context', 'registration'], type: 'boolean' },
] as const satisfies readonly WantedColumn[];

/** Name of a column in which statements are read. */
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number]['name'];

type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DURATION = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What an xAPI 1.0.3 statement says by the paths that count, or in a sentence why it cannot be read. Actor: `account.name`, else
 * `mbox`, else `mbox_sha1sum`. A statement without `timestamp` happened when it was stored.
 */
export function rawStatement(value: unknown): RawStatement | string {
  if (!isJson(value)) return `expected a statement, got ${Array.isArray(value) ? 'a list' : typeof value}`;
  const actorId = actorOf(value['actor']);
  if (actorId === undefined) return 'actor: expected account.name, mbox or mbox_sha1sum';
  const verb = at(value, 'verb')['id'];
  if (!isText(verb)) return `verb.id: expected an IRI, got ${shown(verb)}`;
  const object = at(value, 'object');
  const url = object['id'];
  if (!isText(url)) return `object.id: expected an IRI, got ${shown(url)}`;
  const stamp = value['timestamp'] ?? value['stored'];
  const time = typeof stamp === 'string' ? parseInstant(stamp) : undefined;
  if (time === undefined) return `timestamp: expected an ISO 8601 date and time, got ${shown(stamp)}`;

  const definition = at(object, 'definition');
  const result = at(value, 'result');
  const activities = at(at(value, 'context'), 'contextActivities');
  const parent = first(activities['parent']);
  return {
    id: text(value['id']),
    actor_id: actorId,
    time,
    day_only: typeof stamp === 'string' && DATE_ONLY.test(stamp),
    score: number(at(result, 'score')['scaled']),
    success: typeof result['success'] === 'boolean' ? result['success'] : null,
    attempt: number(extensions(definition)[ATTEMPT_EXTENSION]),
    position: seconds(extensions(result)[TIME_EXTENSION]) ?? seconds(extensions(result)[TIME_FROM_EXTENSION]),
    length: seconds(extensions(at(value, 'context'))[LENGTH_EXTENSION]),
    said: {
      verb,
      object: url,
      type: text(definition['type']),
      track: text(extensions(definition)[TRACK_EXTENSION]),
      grade: text(extensions(result)[GRADE_EXTENSION]),
      parent: text(parent['id']),
      parent_kind: text(parent['objectType']),
      parent_type: text(at(parent, 'definition')['type']),
      grouping: text(first(activities['grouping'])['id']),
    },
  };
}

/** A statement as a row of `STATEMENT_COLUMNS`; whichever name the actor has stands for the account's. */
export function rawRow(raw: RawStatement): readonly (Value | undefined)[] {
  const { said } = raw;
  // No spread: the one script is lowered to a language without it, where a copy of each of a million statements costs.
  const row: Partial<Record<StatementColumn, Value>> = {
    id: raw.id,
    account: raw.actor_id,
    verb: said.verb,
    object: said.object,
    type: said.type,
    track: said.track,
    attempt: raw.attempt,
    score: raw.score,
    success: raw.success,
    grade: said.grade,
    at: raw.position,
    length: raw.length,
    parent: said.parent,
    parent_kind: said.parent_kind,
    parent_type: said.parent_type,
    grouping: said.grouping,
    time: raw.time,
  };
  return STATEMENT_COLUMNS.map(({ name }) => row[name]);
}

function actorOf(actor: unknown): string | undefined {
  if (!isJson(actor)) return undefined;
  return [at(actor, 'account')['name'], actor['mbox'], actor['mbox_sha1sum']].find(isText);
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

/** A number, also where a text has nothing else (`"50"`); else null. */
function number(value: unknown): number | null {
  if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The same in seconds, also of an ISO 8601 duration (`"PT1M30.5S"`), as some players send it. */
function seconds(value: unknown): number | null {
  const [whole, hours = 0, minutes = 0, rest = 0] = (typeof value === 'string' && DURATION.exec(value)) || [];
  return whole === undefined ? number(value) : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
