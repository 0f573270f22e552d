import { json } from './reply.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */
/** @typedef {import('./statement-store.mjs').StatementStore} StatementStore */

const LARGEST_PAGE = 500;
const VERSION_HEADERS = { 'X-Experience-API-Version': '1.0.3' };
const KNOWN = ['ascending', 'limit', 'offset'];

/**
 * A page of a Learning Record Store: at most 500 statements, the newest first unless `ascending=true`, and in `more` where the
 * next page is, '' on the last. Without `X-Experience-API-Version`, or with a parameter it does not know, it answers 400.
 * @param {Asked} asked
 * @param {StatementStore} store
 * @returns {Reply}
 */
export function lrsPage(asked, store) {
  const version = asked.headers['x-experience-api-version'];
  if (typeof version !== 'string' || !version.startsWith('1.0')) {
    return { ...json({ error: 'X-Experience-API-Version: 1.0.3 is required.' }, 400), ...withVersion() };
  }
  const unknown = [...asked.query.keys()].find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) return { ...json({ error: `Unknown parameter: ${unknown}.` }, 400), ...withVersion() };
  const limit = wholeNumber(asked.query.get('limit'), LARGEST_PAGE) || LARGEST_PAGE;
  const offset = wholeNumber(asked.query.get('offset'), store.count);
  const isAscending = asked.query.get('ascending') === 'true';
  const end = Math.min(store.count, offset + Math.min(limit, LARGEST_PAGE));
  const statements = isAscending ? store.slice(offset, end) : store.slice(store.count - end, store.count - offset).reverse();
  const next = new URLSearchParams({ ...(isAscending ? { ascending: 'true' } : {}), limit: String(limit), offset: String(end) });
  const more = end < store.count ? `${asked.mount}${asked.path}?${next.toString()}` : '';
  return { status: 200, ...withVersion(), body: `{"statements":[${statements.join(',')}],"more":${JSON.stringify(more)}}` };
}

function withVersion() {
  return { headers: { 'Content-Type': 'application/json; charset=utf-8', ...VERSION_HEADERS } };
}

/**
 * A whole number from 0 to `most`; 0 where the text is none.
 * @param {string | null} text
 * @param {number} most
 */
function wholeNumber(text, most) {
  const value = text === null ? 0 : Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 0;
}
