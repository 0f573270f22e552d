/**
 * A request as the handlers see it: the path without the prefixes that asked for a fault or for CORS.
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} path
 * @property {URLSearchParams} query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} mount the prefixes that were taken off, to be put before the addresses in an answer
 */

/** Text or bytes, whole or in pieces. */
/** @typedef {string | Buffer | Iterable<string> | AsyncIterable<string | Buffer>} ReplyBody */

/**
 * What a handler answers. The `etag` of a body in pieces has to be given, since nothing is read before it is sent.
 * @typedef {object} Reply
 * @property {number} status
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {ReplyBody} [body]
 * @property {string} [etag] without quotes
 */

/**
 * @callback Handler
 * @param {Asked} asked
 * @returns {Reply | undefined | Promise<Reply | undefined>} undefined if the path is none of the handler's
 */

/**
 * JSON as a plain API answers it.
 * @param {unknown} value
 * @param {number} [status]
 * @returns {Reply}
 */
export function json(value, status = 200) {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/**
 * A sentence for whoever looks.
 * @param {number} status
 * @param {string} sentence
 * @returns {Reply}
 */
export function text(status, sentence) {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${sentence}\n` };
}

/**
 * Newline-delimited JSON.
 * @param {ReplyBody} body
 * @param {string} etag of what the lines are made from
 * @returns {Reply}
 */
export function ndjson(body, etag) {
  return { status: 200, headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' }, body, etag };
}

/** Lines of so many events are kept; those of more are made anew for each request, as all of them together need not fit into memory. */
const KEPT_EVENTS = 50_000;

/** Newline-delimited JSON of a world, which is the same at every request. */
export class WorldLines {
  /**
   * @param {() => Iterable<string>} lines
   * @param {{ seed: string | number, events: number }} options of the world
   * @param {string} name
   */
  constructor(lines, { seed, events }, name) {
    this.lines = lines;
    this.etag = `${name}-${seed}-${events}`;
    this.isKept = events <= KEPT_EVENTS;
    /** @type {Buffer | undefined} */
    this.kept = undefined;
  }

  /** @returns {Reply} */
  reply() {
    if (!this.isKept) return ndjson(inPieces(this.lines()), this.etag);
    this.kept ??= Buffer.concat([...inPieces(this.lines())].map((piece) => Buffer.from(piece)));
    return ndjson(this.kept, this.etag);
  }
}

const PIECE = 64 * 1024;

/**
 * Joins lines to pieces of some size: a write a line would be slow.
 * @param {Iterable<string>} lines
 */
export function* inPieces(lines) {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/**
 * The whole of a body as bytes.
 * @param {ReplyBody | undefined} body
 */
export async function wholeBody(body) {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string' || Buffer.isBuffer(body)) return Buffer.from(body);
  /** @type {Buffer[]} */
  const pieces = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/**
 * The value of a cookie.
 * @param {Asked} asked
 * @param {string} name
 */
export function cookie(asked, name) {
  const pairs = (asked.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
