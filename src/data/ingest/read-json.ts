import { StatsError } from '../stats-error.js';
import { jsonFault } from './json-fault.js';

const PREFIX = /^\uFEFF?(\)\]\}',?[ \t]*\r?\n)?/;

/**
 * The value of a JSON text or its UTF-8 bytes, without a byte order mark and the line `)]}'` that hosts put before JSON so that
 * scripts cannot include it. Throws StatsError `truncated` for a text that ends too early, `signed-out` for a web page where data
 * were due, else `not-json`; the message starts with `place`. It has no cause: that of a browser quotes the text, in which names may stand.
 */
export function readJson(source: Uint8Array | string, place = 'JSON'): unknown {
  const text = (typeof source === 'string' ? source : new TextDecoder().decode(source)).replace(PREFIX, '');
  try {
    return JSON.parse(text);
  } catch {
    checkNoPage(text, place);
    const fault = jsonFault(text);
    if (fault?.truncated === true) throw new StatsError('truncated', `${place}: the JSON ends too early, after ${text.length} characters.`);
    throw new StatsError('not-json', `${place}: expected JSON. ${fault?.reason ?? ''}.`);
  }
}

/** Throws StatsError `signed-out` if the text is a web page: hosts send their login page once a session is over. */
export function checkNoPage(text: string, place: string): void {
  if (!/^\s*(<!--[^]*?-->\s*)*<(!doctype\s+html|html)\b/i.test(text.slice(0, 2000))) return;
  throw new StatsError('signed-out', `${place}: expected data, got a web page; the reader is probably signed out.`);
}
