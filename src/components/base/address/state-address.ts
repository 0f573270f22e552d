import { unlike } from '../../../workers/connect.js';
import type { StatsError } from '../../../workers/connect.js';
import { parseState } from './state-snapshot.js';
import type { DatasetState } from './state-snapshot.js';

/** Longer texts some servers refuse, with all of the address. */
const LONGEST = 2000;

/** The name of the parameter under which a dataset of that id keeps its state. */
export function addressParameter(id: string): string {
  return id === '' ? 'stats' : `stats-${id}`;
}

/** A state as text of letters, digits, `-` and `_`. */
export function encodeState({ clauses, params, tab }: DatasetState): string {
  const short = [
    1,
    clauses.map(({ origin, field, in: values, range }) => (range === undefined ? [origin, field, values] : [origin, field, 0, range])),
    params,
    tab,
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(short));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/**
 * The state that such a text stands for, as `parseState` reads it.
 * @throws StatsError `bad-option` for any other text.
 */
export function decodeState(text: string, refuse?: (error: StatsError) => void): DatasetState {
  const [version, clauses, params, tab] = parsed(text);
  const long = Array.isArray(clauses)
    ? clauses.map((clause: unknown) => {
        const [origin, field, values, range] = Array.isArray(clause) ? (clause as unknown[]) : [];
        return range === undefined ? { origin, field, in: values } : { origin, field, range };
      })
    : clauses;
  return parseState({ version, clauses: long, params, ...(tab === undefined || tab === null ? {} : { tab }) }, refuse);
}

/** The state without its longest lists of chosen values, where its text is too long for an address. */
export function fittingState(state: DatasetState): DatasetState {
  if (encodeState(state).length <= LONGEST) return state;
  const [longest] = state.clauses
    .filter((clause) => clause.in !== undefined)
    .sort((a, b) => JSON.stringify(b.in).length - JSON.stringify(a.in).length);
  return longest === undefined ? state : fittingState({ ...state, clauses: state.clauses.filter((clause) => clause !== longest) });
}

/** The text that the page's address has in a parameter. */
export function readAddress(parameter: string): string | undefined {
  return new URLSearchParams(location.search).get(parameter) ?? undefined;
}

/** An address with a text in that parameter, or without it; all else stays as it is written. */
export function addressWith(href: string, parameter: string, text: string | undefined): string {
  const [, page = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(href) ?? [];
  const isOwn = (part: string): boolean => new URLSearchParams(part).has(parameter);
  const own = text === undefined ? [] : [new URLSearchParams([[parameter, text]]).toString()];
  const parts = query === '' ? [] : query.split('&');
  const at = parts.findIndex(isOwn);
  const others = parts.map((part) => (isOwn(part) ? [] : [part]));
  const all = at < 0 ? [...parts, ...own] : [...others.slice(0, at), own, ...others.slice(at)].flat();
  return `${page}${all.length === 0 ? '' : `?${all.join('&')}`}${fragment}`;
}

/** Puts a text into the page's address, or takes it out, in the place of the entry of the history. A page that may not is left alone. */
export function writeAddress(parameter: string, text: string | undefined): void {
  if (readAddress(parameter) === text) return;
  try {
    history.replaceState(history.state, '', addressWith(location.href, parameter, text));
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
  }
}

function parsed(text: string): readonly unknown[] {
  let cause: unknown;
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))),
    );
    if (Array.isArray(value)) return value as unknown[];
  } catch (thrown) {
    cause = thrown;
  }
  throw unlike('bad-option', 'state', 'what this page has written into its address', text, cause);
}
