import { durationSeconds } from './sessions-duration.js';
import type { RawStatement } from './raw-statement.js';
import { at, extensions, first, isJson, text } from './raw-statement.js';
import { meaningOf } from './statement.js';
import { SESSION_EXTENSION } from './vocabulary.js';

/** Verbs of a learning session, as `learner-elements/tracker` sends them, and the activities of cmi5. */
export const SESSION_VERBS = ['initialized', 'experienced', 'suspended', 'terminated'] as const;
export type SessionVerb = (typeof SESSION_VERBS)[number];

/** What the provider keeps of a statement of a learning session. Null is "not said". */
export interface SessionStatement {
  readonly verb: SessionVerb;
  readonly exploration: string;
  readonly title: string | null;
  readonly session: string;
  /** Of a visit: where. */
  readonly state: string | null;
  /** Of a visit: which one of the session, from 1. */
  readonly visit: number | null;
  /** Epoch milliseconds. */
  readonly time: number;
  /** Whether `time` is the midnight in UTC of a date that was told alone. */
  readonly day_only: boolean;
  /** Active time since the beginning of the session or visit. */
  readonly seconds: number | null;
  readonly completion: boolean | null;
  /** Since the beginning of the session or visit, as are the two below. */
  readonly answers: number | null;
  readonly solutions: number | null;
  readonly hints: number | null;
}

const TALLY_EXTENSION = 'https://www.npmjs.com/package/learner-elements#tally';
const PLAYER = /^https?:\/\/[^/?#]+\/explore\/([^/?#]+)/;

/**
 * What a statement says of a learning session; undefined if it is about none: another verb, a video, or no session named. The
 * session is cmi5's, else the registration. The exploration is the activity that began or ended, and of a visit the parent of the
 * state; of an address of Oppia's player its id, else the whole IRI. A duration or a count that cannot be read is not said.
 */
export function sessionStatement(statement: unknown, { said, time, day_only }: RawStatement): SessionStatement | undefined {
  if (!isJson(statement)) return undefined;
  const context = at(statement, 'context');
  const session = text(extensions(context)[SESSION_EXTENSION]) ?? text(context['registration']);
  if (session === null) return undefined;
  const { kind, verb: done, url } = meaningOf(said);
  const verb = SESSION_VERBS.find((known) => known === done);
  if (kind !== 'activity' || verb === undefined) return undefined;
  const parent = verb === 'experienced' ? text(first(at(context, 'contextActivities')['parent'])['id']) : null;
  const result = at(statement, 'result');
  const tally = at(extensions(result), TALLY_EXTENSION);
  const name = nameOf(at(at(at(statement, 'object'), 'definition'), 'name'));
  return {
    verb,
    exploration: explorationOf(parent ?? url),
    title: verb === 'experienced' ? null : name,
    session,
    state: parent === null ? null : (name ?? url),
    visit: count(tally['number']),
    time,
    day_only,
    seconds: durationSeconds(result['duration']),
    completion: typeof result['completion'] === 'boolean' ? result['completion'] : null,
    answers: count(tally['answers']),
    solutions: count(tally['solutions']),
    hints: count(tally['hints']),
  };
}

function explorationOf(iri: string): string {
  const id = PLAYER.exec(iri)?.[1];
  if (id === undefined) return iri;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The first name of a language map. */
function nameOf(names: Readonly<Record<string, unknown>>): string | null {
  return text(Object.values(names)[0]);
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
