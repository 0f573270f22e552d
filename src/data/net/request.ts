import { StatsError } from '../stats-error.js';
import { isOffline } from './counted-body.js';
import { errorOf, isLoginPage, placeOf, signedOut } from './http-error.js';
import { MAX_RETRIES, mayPass, pauseBefore } from './retry.js';
import { abortedError } from './wait.js';
import type { Wait } from './wait.js';

/** Header names and values. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** How a request is sent. */
export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly credentials: RequestCredentials;
  readonly cacheMode: RequestCache;
  readonly wait: Wait;
  /** The host's hook for headers; asked once more with `renewed` after a 401. What it answers is kept nowhere. */
  readonly headers?: (url: string, renewed: boolean) => Promise<HeaderRecord | undefined>;
}

/** An answer, or why there is none, and what of the request must not show in a message. */
interface Outcome {
  readonly response: Response | undefined;
  readonly cause?: unknown;
  readonly secrets: readonly string[];
}

/**
 * One GET, answered by a success with a body or a 304. 408, 429, 5xx and lost connections are tried `MAX_RETRIES` times more, other
 * failures are not. Throws StatsError `offline`, `signed-out`, `http`, `aborted` or `bad-option`.
 */
export async function request(url: string, own: HeaderRecord, options: RequestOptions): Promise<Response> {
  checkUrl(url);
  let outcome = await insist(url, own, false, options);
  if (outcome.response?.status === 401 && options.headers !== undefined) {
    await discard(outcome.response);
    outcome = await insist(url, own, true, options);
  }
  const { response, cause, secrets } = outcome;
  if (response === undefined) throw new StatsError('offline', `${placeOf(url)}: no answer from the server.`, { cause });
  if (response.status === 304) return response;
  if (!response.ok || response.status === 204 || response.status === 205) throw await errorOf(url, response, secrets);
  if (isLoginPage(response)) {
    await discard(response);
    throw signedOut(url, response.status);
  }
  return response;
}

async function insist(url: string, own: HeaderRecord, renewed: boolean, options: RequestOptions): Promise<Outcome> {
  for (let retry = 0; ; retry++) {
    const outcome = await attempt(url, own, renewed, options);
    const { response } = outcome;
    if (retry === MAX_RETRIES || isOffline() || (response !== undefined && !mayPass(response.status))) return outcome;
    const pause = pauseBefore(retry, response);
    if (pause === Infinity) return outcome;
    await discard(response);
    await options.wait(pause, options.signal);
  }
}

async function attempt(url: string, own: HeaderRecord, renewed: boolean, options: RequestOptions): Promise<Outcome> {
  const { signal, credentials, cacheMode } = options;
  if (signal.aborted) throw abortedError();
  const hooked = await askHook(url, renewed, options);
  const headers = sendable(url, own, hooked);
  const secrets = Object.values(hooked);
  try {
    return { response: await fetch(url, { headers, signal, credentials, cache: cacheMode }), secrets };
  } catch (cause) {
    if (signal.aborted) throw abortedError();
    return { response: undefined, cause, secrets };
  }
}

async function askHook(url: string, renewed: boolean, { headers }: RequestOptions): Promise<HeaderRecord> {
  try {
    return (await headers?.(url, renewed)) ?? {};
  } catch {
    throw new StatsError('signed-out', `${placeOf(url)}: the request hook of the page failed.`);
  }
}

/** Names are set one by one: of a record with two spellings of one name, both values would be sent. */
function sendable(url: string, own: HeaderRecord, hooked: HeaderRecord): Headers {
  try {
    const headers = new Headers(own);
    for (const [name, value] of Object.entries(hooked)) headers.set(name, value);
    return headers;
  } catch {
    throw new StatsError('bad-option', `${placeOf(url)}: the request hook gave a header that cannot be sent.`);
  }
}

function checkUrl(url: string): void {
  try {
    new URL(url, typeof location === 'undefined' || location.protocol === 'blob:' ? undefined : location.href);
  } catch {
    throw new StatsError('bad-option', `Expected an absolute URL, got ${JSON.stringify(placeOf(url).slice(0, 100))}.`);
  }
}

async function discard(response: Response | undefined): Promise<void> {
  await response?.body?.cancel().catch(() => undefined);
}
