import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';

/** @typedef {import('./reply.mjs').Reply} Reply */
/** @typedef {import('./reply.mjs').ReplyBody} ReplyBody */
/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

const SMALLEST_GZIP = 256;
/** From this size on a better compression takes longer than sending what a quick one leaves. */
const LARGE = 1 << 20;
const FAST = 1;
const gzipped = promisify(gzip);
/** @type {WeakMap<Buffer, Buffer>} bodies that stay the same are compressed once */
const compressed = new WeakMap();

/**
 * Sends a reply: gzip where the client accepts it, a strong ETag for each of the two forms, and 304 where the client has it.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Reply} reply
 */
export async function send(request, response, reply) {
  const { body } = reply;
  const useGzip = acceptsGzip(request) && isWorthGzip(body);
  const etag = reply.status === 200 ? strongEtag(reply, useGzip) : undefined;
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', 'no-cache');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (etag !== undefined) response.setHeader('ETag', etag);
  if (etag !== undefined && isKnown(request, etag)) {
    response.removeHeader('Content-Type');
    response.writeHead(304).end();
    return;
  }
  if (useGzip) response.setHeader('Content-Encoding', 'gzip');
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    const bytes = await encoded(body ?? '', useGzip);
    response.writeHead(reply.status, { 'Content-Length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return;
  }
  response.writeHead(reply.status);
  if (request.method === 'HEAD') response.end();
  else await pour(Readable.from(body, { objectMode: true }), response, useGzip);
}

/**
 * Sends a body in pieces; a client that goes away ends the reading of it.
 * @param {Readable} pieces
 * @param {ServerResponse} response
 * @param {boolean} useGzip
 */
async function pour(pieces, response, useGzip) {
  try {
    if (useGzip) await pipeline(pieces, createGzip({ level: FAST }), response);
    else await pipeline(pieces, response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

/** @param {IncomingMessage} request */
function acceptsGzip(request) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*/));
  return accepted.some(([coding, quality = 'q=1']) => coding === 'gzip' && Number(quality.slice(2)) > 0);
}

/** @param {ReplyBody | undefined} body */
function isWorthGzip(body) {
  if (body === undefined) return false;
  return typeof body !== 'string' && !Buffer.isBuffer(body) ? true : body.length >= SMALLEST_GZIP;
}

/**
 * @param {Reply} reply
 * @param {boolean} useGzip
 */
function strongEtag(reply, useGzip) {
  const { body } = reply;
  const hashable = typeof body === 'string' || Buffer.isBuffer(body) ? body : undefined;
  const tag = reply.etag ?? (hashable === undefined ? undefined : createHash('sha256').update(hashable).digest('base64url').slice(0, 27));
  return tag === undefined ? undefined : `"${tag}${useGzip ? '-gzip' : ''}"`;
}

/**
 * @param {IncomingMessage} request
 * @param {string} etag
 */
function isKnown(request, etag) {
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/**
 * @param {string | Buffer} body
 * @param {boolean} useGzip
 */
async function encoded(body, useGzip) {
  if (!useGzip) return Buffer.from(body);
  if (typeof body === 'string') return compress(body);
  const bytes = compressed.get(body) ?? (await compress(body));
  compressed.set(body, bytes);
  return bytes;
}

/** @param {string | Buffer} body */
function compress(body) {
  return gzipped(body, body.length < LARGE ? {} : { level: FAST });
}
