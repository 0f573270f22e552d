import type { Agent, Statement } from './statement.js';
import { uuid } from './uuid.js';

/** Statements that wait to be taken by a store; kept over reloads, crashes and times without a network. */
export interface Outbox {
  /** Puts statements in line. */
  add(statements: readonly Statement[]): void;
  /** Keeps statements for the case that the page ends without a word; they are sent at the next start. Replaces those kept before. */
  keep(statements: readonly Statement[]): void;
  /** Sends what is in line and not under way; `leaving` where the page may not see the answer. */
  flush(leaving?: boolean): void;
  /** Lets go of everything that this page has not sent. */
  forget(): void;
}

/** How requests are made. */
export interface RequestOptions {
  /** Headers besides those of xAPI, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether cookies go along; `same-origin` if left out. */
  readonly credentials?: RequestCredentials;
}

/** What the names of all records begin with; by itself the name of none, but of the word to other tabs. */
const STORED = 'learner-elements/tracker ';
/** The newest statements that are kept. */
const MOST_KEPT = 300;
/** Characters of one request: at most three bytes each, below the 64 KiB that browsers send for a page that is left. */
const BATCH_LENGTH = 20_000;
/** Answers after which the same statement would be refused again. */
const REFUSED = [400, 409, 413];

/** What each recording of this page does when a learner refuses. */
export const refusing = new Set<() => void>();
/** Statements that are sent and not answered. What is let go meanwhile is none of them, so that no answer brings it back. */
const underWay = new Set<Statement>();

/**
 * An outbox that first takes over what earlier pages left for the same endpoint and the same `actor`: what one may send of another, a
 * store may refuse. Without storage it lives as long as the page.
 */
export function openOutbox(endpoint: string, { headers, credentials = 'same-origin' }: RequestOptions, actor?: Agent): Outbox {
  const prefix = `${STORED}${digestOf(endpoint + JSON.stringify(actor))} `;
  const key = prefix + uuid();
  let most = 99;
  let line: Statement[] = takeStored(prefix);
  let kept: readonly Statement[] = [];

  const save = (): void => {
    line = line.slice(-MOST_KEPT);
    const all = line.concat(kept);
    withStorage((storage) => (all[0] ? storage.setItem(key, JSON.stringify(all)) : storage.removeItem(key)));
  };
  /** What was refused with others is sent again alone; after any other failure it waits behind the others. */
  const settle = (batch: readonly Statement[], { ok, status, redirected, headers: said }: Response): void => {
    const isRefused = REFUSED.includes(status);
    const isLost = isRefused && !batch[1];
    // A session that is over is often answered by a login page, as a success.
    const isTaken = ok && !redirected && !/html/.test(String(said.get('Content-Type')));
    most = isTaken ? 99 : 1;
    if (isLost) console.warn(`${endpoint.replace(/[?#].*/, '')} answered ${status}: a statement is lost.`);
    if (!isRefused || isLost) line = line.filter((statement) => !batch.includes(statement)).concat(isTaken || isLost ? [] : batch);
    save();
    if (isTaken || isRefused) flush();
  };
  const flush = (leaving = false): void => {
    const batch = firstBatch(line.filter((statement) => !underWay.has(statement)).slice(0, most));
    if (!batch[0] || !navigator.onLine) return;
    const body = JSON.stringify(batch);
    if (leaving && !('keepalive' in Request.prototype)) {
      navigator.sendBeacon(endpoint, new Blob([body], { type: 'application/json' }));
      return;
    }
    for (const statement of batch) underWay.add(statement);
    const done = (): Statement | undefined => batch.filter((statement) => underWay.delete(statement))[0];
    fetch(endpoint, {
      method: 'POST',
      body,
      credentials,
      keepalive: body.length <= BATCH_LENGTH,
      headers: Object.assign({ 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' }, headers),
    }).then((response) => {
      if (done()) settle(batch, response);
    }, done);
  };

  save();
  return {
    flush,
    add(statements) {
      line = line.concat(statements);
      save();
    },
    keep(statements) {
      kept = statements;
      save();
    },
    forget() {
      line = [];
      kept = [];
      save();
    },
  };
}

/** Lets go of everything that pages of this site have stored, for whichever endpoint and actor. */
export function forgetStored(): void {
  underWay.clear();
  takeStored(STORED);
}

/** Ends every recording of this page and of the other tabs of this site, and lets go of everything that is stored. */
export function refuse(): void {
  hearRefusal();
  withStorage((storage) => {
    storage.setItem(STORED, '1');
    storage.removeItem(STORED);
  });
}

/** Calls `act` when a learner refuses, in this page or in another tab, until it is taken out of `refusing`. */
export function onRefusal(act: () => void): void {
  refusing.add(act);
  window.addEventListener('storage', hearOtherTab);
}

function hearRefusal(): void {
  for (const act of refusing) act();
  forgetStored();
}

/** One listener for all recordings: the same one is added but once. */
function hearOtherTab({ key, newValue }: StorageEvent): void {
  if (newValue && key === STORED) hearRefusal();
}

/** Removes and returns every statement that is stored under a prefix. */
function takeStored(prefix: string): Statement[] {
  const found: Statement[] = [];
  withStorage((storage) => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(prefix)) continue;
      const text = storage.getItem(key);
      storage.removeItem(key);
      found.push(...parsed(text));
    }
  });
  return found;
}

/** An endpoint and an actor stand in names of records by their digest, as an address may hold what is secret. */
function digestOf(text: string): number {
  let digest = 0;
  for (const character of text) digest = (31 * digest + character.charCodeAt(0)) | 0;
  return digest;
}

function parsed(text: string | null): Statement[] {
  try {
    // What is no list has nothing to filter with, and ends below.
    return (JSON.parse(text ?? '') as Statement[]).filter((statement: Statement | null) => statement?.id);
  } catch {
    return [];
  }
}

/** As many as one request may hold, from the first on, which is sent however long it is. */
function firstBatch(statements: readonly Statement[]): Statement[] {
  let length = 2;
  return statements.filter((statement, at) => (length += JSON.stringify(statement).length + 1) <= BATCH_LENGTH || at === 0);
}

function withStorage(use: (storage: Storage) => void): void {
  try {
    use(localStorage);
  } catch {
    // Storage may be refused by the browser, or full.
  }
}
