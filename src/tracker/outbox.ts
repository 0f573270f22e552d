import type { Statement } from './statement.js';
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

/** The newest statements that are kept. */
const MOST_KEPT = 300;
/** Characters of one request: at most three bytes each, below the 64 KiB that browsers send for a page that is left. */
const BATCH_LENGTH = 20_000;
/** Answers after which the same statements would be refused again. */
const REFUSED = [400, 409, 413];

/** An outbox that first takes over what earlier pages left for the same endpoint. Without storage it lives as long as the page. */
export function openOutbox(endpoint: string, { headers, credentials = 'same-origin' }: RequestOptions): Outbox {
  const key = prefixOf(endpoint) + uuid();
  const underWay = new Set<Statement>();
  let line: Statement[] = takeStored(endpoint);
  let kept: readonly Statement[] = [];

  const save = (): void => {
    line = line.slice(-MOST_KEPT);
    const all = line.concat(kept);
    withStorage((storage) => (all.length > 0 ? storage.setItem(key, JSON.stringify(all)) : storage.removeItem(key)));
  };
  const settle = (batch: readonly Statement[], isDone: boolean): void => {
    for (const statement of batch) underWay.delete(statement);
    if (!isDone) return;
    line = line.filter((statement) => !batch.includes(statement));
    save();
    flush();
  };
  const flush = (leaving = false): void => {
    const batch = firstBatch(line.filter((statement) => !underWay.has(statement)));
    if (batch.length === 0 || !navigator.onLine) return;
    const body = JSON.stringify(batch);
    if (leaving && !('keepalive' in Request.prototype)) {
      navigator.sendBeacon(endpoint, new Blob([body], { type: 'application/json' }));
      return;
    }
    for (const statement of batch) underWay.add(statement);
    fetch(endpoint, {
      method: 'POST',
      body,
      credentials,
      keepalive: body.length <= BATCH_LENGTH,
      headers: Object.assign({ 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' }, headers),
    }).then(
      ({ ok, status }) => {
        const isRefused = REFUSED.includes(status);
        if (isRefused) console.warn(`${endpoint.replace(/[?#].*/, '')} answered ${status}: ${batch.length} statements are lost.`);
        settle(batch, ok || isRefused);
      },
      () => settle(batch, false),
    );
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

/** Removes and returns every statement that is stored for an endpoint. */
export function takeStored(endpoint: string): Statement[] {
  const found: Statement[] = [];
  withStorage((storage) => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(prefixOf(endpoint))) continue;
      const text = storage.getItem(key);
      storage.removeItem(key);
      found.push(...parsed(text));
    }
  });
  return found;
}

/** What an endpoint's records have in common: a digest, as an address may hold what is secret. */
function prefixOf(endpoint: string): string {
  let digest = 0;
  for (const character of endpoint) digest = (31 * digest + character.charCodeAt(0)) | 0;
  return `learner-elements/tracker ${digest} `;
}

function parsed(text: string | null): Statement[] {
  try {
    // What is no list has nothing to filter with, and ends below.
    return (JSON.parse(text ?? '') as unknown[]).filter(isStatement);
  } catch {
    return [];
  }
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function firstBatch(statements: readonly Statement[]): Statement[] {
  let length = 2;
  const end = statements.findIndex((statement) => (length += JSON.stringify(statement).length + 1) > BATCH_LENGTH);
  return statements.slice(0, end < 0 ? statements.length : Math.max(end, 1));
}

/** Storage may be refused by the browser, or full. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(localStorage);
  } catch {
    return;
  }
}
