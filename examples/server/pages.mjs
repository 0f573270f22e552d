import { join } from 'node:path';
import { creatorPage } from './creator-page.mjs';
import { fileReply } from './static.mjs';
import { SIGN_IN, SIGN_OUT } from './session.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */
/** @typedef {import('./oppia.mjs').OppiaHandlers} OppiaHandlers */

/** The strictest policy under which the tags still run; what it allows, a host has to allow. */
export const POLICY = "default-src 'self'; worker-src blob:; style-src 'self'";

/**
 * The demo pages and their files. A page signs the demo's creator in; with `?signed-out` it signs out.
 * @param {string} folder of the pages
 * @param {OppiaHandlers} oppia what the creator's page shows of its own
 * @param {Asked} asked
 * @returns {Promise<Reply | undefined>}
 */
export async function pageReply(folder, oppia, asked) {
  const path = asked.path === '/' ? '/index.html' : asked.path;
  const reply = await fileReply(folder, path);
  if (reply === undefined || !path.endsWith('.html')) return reply;
  const isSignedOut = asked.query.has('signed-out');
  const body = path === '/creator.html' ? creatorPage(String(reply.body), oppia.bodies, isSignedOut) : reply.body;
  const headers = {
    ...reply.headers,
    'Content-Security-Policy': POLICY,
    'Set-Cookie': isSignedOut ? SIGN_OUT : SIGN_IN,
    'X-Content-Type-Options': 'nosniff',
  };
  return { status: 200, headers, ...(body === undefined ? {} : { body }) };
}

/**
 * Where the pages are.
 * @param {string} root of the project
 */
export function pagesFolder(root) {
  return join(root, 'examples', 'pages');
}
