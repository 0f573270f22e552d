import { uuid } from './uuid.js';

/** What the tracker says: a session began, a state was visited, a session was interrupted, a session ended. */
export type TrackerVerb = 'initialized' | 'experienced' | 'suspended' | 'terminated';

/** Counts since the beginning of a session, or of one visit of a state. */
export interface Tally {
  answers: number;
  /** Of the answers, those that the host said to be correct. */
  correct_answers: number;
  hints: number;
  solutions: number;
}

/** Who learns, as xAPI 1.0.3 has it: an Agent with one identifier. */
export interface Agent {
  readonly objectType?: 'Agent';
  readonly account?: { readonly homePage: string; readonly name: string };
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
}

/** An activity of a statement. */
export interface Activity {
  readonly id: string;
  readonly definition?: { readonly name: { readonly und: string } };
}

/** An xAPI 1.0.3 statement of the tracker. It never changes once it has its id. */
export interface Statement {
  readonly id: string;
  readonly actor: Agent;
  readonly verb: { readonly id: string };
  readonly object: Activity;
  readonly result: StatementResult | undefined;
  readonly context: {
    readonly extensions: { readonly [SESSION_EXTENSION]: string };
    readonly contextActivities: { readonly parent: readonly Activity[] } | undefined;
  };
  /** ISO 8601. */
  readonly timestamp: string;
}

/** What came of it so far. All numbers count from the beginning of the session or visit, so that of several the largest stands. */
export interface StatementResult {
  /** Active time: ISO 8601, seconds with at most two decimals, never rounded up. */
  readonly duration: string;
  /** Of a session: whether the exploration was completed. */
  readonly completion?: boolean;
  readonly extensions: { readonly [TALLY_EXTENSION]: Tally & Partial<VisitNotes> };
}

/** What a visit of a state says besides its counts. */
export interface VisitNotes {
  /** 1 for the first visit of the session. Statements of one visit share it. */
  readonly number: number;
  /** When the state was entered: ISO 8601. */
  readonly entered: string;
}

/** Key of the counts in `result.extensions`. */
export const TALLY_EXTENSION = 'https://www.npmjs.com/package/learner-elements#tally';

/** Key of the session in `context.extensions`, as cmi5 names it. */
export const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

const VERBS = 'http://adlnet.gov/expapi/verbs/';

/** What every statement of a session says. */
export interface Speaker {
  readonly actor: Agent;
  readonly session: string;
  /** ISO 8601. */
  readonly instant: () => string;
}

/** A new statement about an activity, or about a part of the activity `whole`. */
export function statementOf(
  verb: TrackerVerb,
  { actor, session, instant }: Speaker,
  object: Activity,
  result?: StatementResult,
  whole?: Activity,
): Statement {
  return {
    id: uuid(),
    actor,
    verb: { id: VERBS + verb },
    object,
    result,
    context: { extensions: { [SESSION_EXTENSION]: session }, contextActivities: whole && { parent: [whole] } },
    timestamp: instant(),
  };
}

/** An activity with its name, if it has one. */
export function activityOf(id: string, name?: string): Activity {
  return name === undefined ? { id } : { id, definition: { name: { und: name } } };
}

/** A text as a part of an address; what is left of a character that is cut off would throw. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** Milliseconds as an ISO 8601 duration, cut to hundredths of a second: the parts of a time never add up to more than the whole. */
export function isoDuration(milliseconds: number): string {
  return `PT${Math.floor(milliseconds / 10) / 100}S`;
}
