import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { createServer } from '../../../examples/server.mjs';
import { SESSION } from '../../../examples/server/session.mjs';

/** The cookie of the demo's creator. */
export const SIGNED_IN = { Cookie: `${SESSION.name}=${SESSION.value}` };

/**
 * A small demo server that stops when the tests of the file are over.
 * @param {(close: () => Promise<void>) => void} after
 * @param {import('../../../examples/server.mjs').ServerOptions} [options]
 */
export async function startServer(after, options = {}) {
  const server = await createServer({ port: 0, seed: 7, events: 1500, ...options });
  after(() => server.close());
  return server.url.slice(0, -1);
}

/**
 * One request as it goes over the wire: nothing is decoded, followed or kept.
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, bytes: Buffer, text: string }>}
 */
export function ask(url, { method = 'GET', headers = {} } = {}) {
  return new Promise((done, fail) => {
    const sent = request(url, { method, headers, family: 4 }, (response) => {
      /** @type {Buffer[]} */
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', fail);
      response.on('end', () => {
        const bytes = Buffer.concat(pieces);
        const isGzip = response.headers['content-encoding'] === 'gzip' && bytes.length > 0;
        const text = (isGzip ? gunzipSync(bytes) : bytes).toString();
        done({ status: response.statusCode ?? 0, headers: response.headers, bytes, text });
      });
    });
    sent.on('error', fail);
    sent.end();
  });
}

/**
 * The JSON of a body, without Oppia's prefix.
 * @param {string} text
 */
export function parsed(text) {
  return JSON.parse(text.startsWith(")]}'\n") ? text.slice(5) : text);
}

/**
 * The JSON values of NDJSON.
 * @param {string} text
 */
export function parsedLines(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
