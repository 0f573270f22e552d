import { forgetStored, onRefusal, openOutbox, refuse, refusing } from './outbox.js';
import type { Outbox, RequestOptions } from './outbox.js';
import { record } from './recording.js';
import type { Recording } from './recording.js';
import { activityOf, encoded } from './statement.js';
import type { Agent } from './statement.js';
import { uuid } from './uuid.js';

/** What is tracked, and where to it is sent. */
export interface TrackingOptions extends RequestOptions {
  /** The `statements` resource of a Learning Record Store, or a URL of the host that takes a POST of a list of statements. */
  readonly endpoint: string;
  /** Id of the exploration, or an absolute IRI. */
  readonly exploration: string;
  /** What the exploration is called. */
  readonly title?: string;
  /** The host's name for this load of the player; a random UUID if left out. */
  readonly session?: string;
  /** Who learns. If left out, an actor of this session alone, which nobody can be found by. */
  readonly actor?: Agent;
  /** `false`: nothing is recorded, stored or sent until `consent(true)`. */
  readonly consent?: boolean;
  /** Seconds without a sign of the learner that still count as active; 120 if left out. */
  readonly idleAfter?: number;
}

/** What a player tells the tracker. Every call is without effect while nothing may be recorded, and after `stop`. */
export interface Tracking {
  /** A state (card) is entered, and the one before it left. Naming the same one again changes nothing. */
  state(name: string): void;
  /** An answer was submitted. */
  answer(given?: { readonly correct?: boolean }): void;
  /** A hint was viewed. */
  hint(): void;
  /** A solution was viewed. */
  solution(): void;
  /** The exploration is completed; time goes on counting. */
  complete(): void;
  /**
   * The learner's choice. Taken back, everything that was not sent is forgotten, also what earlier pages left, and the other trackers of
   * this page and of other tabs of this site stop too; given again, a new session begins.
   */
  consent(given: boolean): void;
  /** Ends the session. */
  stop(): void;
}

const DEFAULT_IDLE_AFTER = 120;

/**
 * Tracks one load of a player, from now until `stop` or until the page is left. Where the browser says Do Not Track or Global
 * Privacy Control, nothing is ever recorded, stored or sent. Throws TypeError for an `endpoint` that is no URL and for an empty
 * `exploration`, RangeError for an `idleAfter` that is not above 0.
 */
export function startTracking(options: TrackingOptions): Tracking {
  const { exploration, title, session, actor, idleAfter = DEFAULT_IDLE_AFTER } = options;
  const endpoint = new URL(options.endpoint, document.baseURI).href;
  if (!exploration) throw new TypeError('exploration: expected an id');
  if (!(idleAfter > 0)) throw new RangeError(`idleAfter: expected seconds above 0, got ${idleAfter}`);
  const isAllowed = !refusesTracking();
  let sessionId = session ?? uuid();
  let outbox: Outbox | undefined;
  let recording: Recording | undefined;
  let isStopped = false;

  const begin = (): void => {
    outbox ??= openOutbox(endpoint, options, actor);
    recording = record(
      {
        exploration: activityOf(iriOf(exploration), title),
        session: sessionId,
        actor: actor ?? { objectType: 'Agent', account: { homePage: location.origin, name: sessionId } },
        idleAfter: idleAfter * 1000,
      },
      outbox,
    );
  };
  const forget = (): void => {
    if (recording) {
      recording.abandon();
      recording = undefined;
      sessionId = uuid();
    }
    outbox?.forget();
  };
  const consent = (isGiven: boolean): void => {
    if (!isGiven || !isAllowed) forgetStored();
    else if (!recording && !isStopped) outsideZone(begin);
  };
  consent(options.consent ?? true);
  outsideZone(() => onRefusal(forget));

  return {
    consent: (isGiven) => (isGiven ? consent(true) : refuse()),
    state: (name) => recording?.enter(name),
    answer: ({ correct = false } = {}) => recording?.count('answers', ...(correct ? (['correct_answers'] as const) : [])),
    hint: () => recording?.count('hints'),
    solution: () => recording?.count('solutions'),
    complete: () => recording?.complete(),
    stop() {
      isStopped = true;
      recording?.end();
      refusing.delete(forget);
    },
  };
}

/** An id as an address of Oppia's player on this site. */
function iriOf(exploration: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(exploration) ? exploration : `${location.origin}/explore/${encoded(exploration)}`;
}

function refusesTracking(): boolean {
  return navigator.doNotTrack === '1' || ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true);
}

/**
 * In an Angular host, outside zone.js: a moving pointer must not cause change detection. A page may call anything `Zone`, an element of
 * that id included.
 */
function outsideZone(work: () => void): void {
  const root = (window as { readonly Zone?: { readonly root?: { readonly run?: (work: () => void) => void } } }).Zone?.root;
  if (typeof root?.run === 'function') root.run(work);
  else work();
}
