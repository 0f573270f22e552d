import { setTimeout as wait } from 'node:timers/promises';
import { oppiaError } from './oppia.mjs';
import { wholeBody } from './reply.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */

/**
 * Changes the answer to a request.
 * @callback Wrapper
 * @param {() => Promise<Reply>} answer
 * @param {Asked} asked
 * @returns {Promise<Reply>}
 */

const LOGIN_PAGE = '<!DOCTYPE html>\n<html lang="en"><title>Sign in</title><h1>Sign in</h1><p>Sign in to go on.</p></html>\n';

/** The faults that a path can ask for, by what it begins with. Remembers which `500-then-200` keys have had their 500. */
export class Faults {
  constructor() {
    /** @type {Set<string>} */
    this.failed = new Set();
  }

  /**
   * The wrapper and the prefix that `path` begins with; undefined if it asks for none.
   * @param {string} path
   * @returns {{ prefix: string, wrap: Wrapper } | undefined}
   */
  find(path) {
    for (const [pattern, make] of this.#kinds()) {
      const match = pattern.exec(path);
      if (match !== null) return { prefix: match[0], wrap: make(match[1] ?? '') };
    }
    return undefined;
  }

  /** @returns {readonly (readonly [RegExp, (argument: string) => Wrapper])[]} */
  #kinds() {
    return [
      [/^\/cors(?=\/)/, () => withCors],
      [/^\/fault\/500-then-200\/([^/]+)(?=\/)/, (key) => (answer) => this.#failOnce(key, answer)],
      [/^\/fault\/500(?=\/)/, () => async () => oppiaError(500, 'Internal server error')],
      [/^\/fault\/401(?=\/)/, () => async () => oppiaError(401, 'You must be logged in to access this resource.')],
      [/^\/fault\/html(?=\/)/, () => async () => html()],
      [/^\/fault\/truncated(?=\/)/, () => truncated],
      [
        /^\/fault\/slow\/(\d+)(?=\/)/,
        (milliseconds) => async (answer) => {
          await wait(Number(milliseconds));
          return answer();
        },
      ],
      [/^\/fault\/no-worker(?=\/)/, () => withoutWorker],
    ];
  }

  /**
   * @param {string} key
   * @param {() => Promise<Reply>} answer
   */
  async #failOnce(key, answer) {
    if (this.failed.has(key)) return answer();
    this.failed.add(key);
    return oppiaError(500, 'Internal server error');
  }
}

/** @returns {Reply} */
function html() {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: LOGIN_PAGE };
}

/** @type {Wrapper} */
async function truncated(answer) {
  const reply = await answer();
  const bytes = await wholeBody(reply.body);
  return { ...reply, body: bytes.subarray(0, Math.floor(bytes.length * 0.6)), etag: `${reply.etag ?? 'body'}-truncated` };
}

/** @type {Wrapper} */
async function withoutWorker(answer) {
  const reply = await answer();
  const policy = reply.headers?.['Content-Security-Policy'];
  if (policy === undefined) return reply;
  const headers = { ...reply.headers, 'Content-Security-Policy': policy.replace('worker-src blob:', "worker-src 'none'") };
  return { ...reply, headers };
}

/** @type {Wrapper} */
async function withCors(answer, asked) {
  const headers = {
    'Access-Control-Allow-Origin': asked.headers.origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'ETag, Content-Length, X-Experience-API-Version',
  };
  if (asked.method === 'OPTIONS') {
    const wanted = asked.headers['access-control-request-headers'] ?? '';
    return { status: 204, headers: { ...headers, 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': wanted } };
  }
  const reply = await answer();
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
