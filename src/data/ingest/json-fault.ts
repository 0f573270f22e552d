/** Where a text stops being JSON. */
export interface JsonFault {
  /** Index of the first character that cannot stand there; the length of the text where it ends too early. */
  readonly position: number;
  /** What is wrong in a few words, the same in every browser, and of the text one character: what follows may be a name. */
  readonly reason: string;
  /** Whether more text could make it JSON. */
  readonly truncated: boolean;
}

const LITERALS: readonly string[] = ['true', 'false', 'null'];
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/;
const NUMBER_START = /^-?((0|[1-9]\d*)(\.\d*)?([eE][+-]?\d*)?)?$/;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end';

/** Finds the fault of a text on which JSON.parse fails; undefined for a text that is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    if (at >= text.length) return expected === 'comma or end' && open.length === 0 ? undefined : ended(text);
    const character = text.charAt(at);
    const inside = open.at(-1);
    if (expected === 'colon') {
      if (character !== ':') return unexpected(text, at);
      expected = 'value';
      at++;
    } else if (expected === 'comma or end') {
      if (character === ',' && inside !== undefined) expected = inside === '{' ? 'key' : 'value';
      else if (character === (inside === '{' ? '}' : inside === '[' ? ']' : undefined)) open.pop();
      else return unexpected(text, at);
      at++;
    } else if ((expected === 'key or }' && character === '}') || (expected === 'value or ]' && character === ']')) {
      open.pop();
      expected = 'comma or end';
      at++;
    } else if ((expected === 'value' || expected === 'value or ]') && (character === '{' || character === '[')) {
      open.push(character);
      expected = character === '{' ? 'key or }' : 'value or ]';
      at++;
    } else {
      const key: boolean = expected === 'key' || expected === 'key or }';
      const end = character === '"' ? endOfString(text, at) : key ? at : endOfScalar(text, at);
      if (end === undefined) return ended(text);
      if (end === at || end < 0) return unexpected(text, end < 0 ? -end : at);
      expected = key ? 'colon' : 'comma or end';
      at = end;
    }
  }
}

/** The end of a string that starts at `at`; undefined if the text ends in it, a negative index where a character is wrong. */
function endOfString(text: string, at: number): number | undefined {
  for (let next = at + 1; next < text.length; next++) {
    const character = text.charAt(next);
    if (character === '"') return next + 1;
    if (character < ' ') return -next;
    if (character !== '\\') continue;
    const escape = text.slice(next + 1, next + 6);
    if (escape === '' || (/^u[\da-fA-F]{0,3}$/.test(escape) && next + 1 + escape.length === text.length)) return undefined;
    if (!/^(["\\/bfnrt]|u[\da-fA-F]{4})/.test(escape)) return -(next + 1);
    next++;
  }
  return undefined;
}

/** The end of a number or word that starts at `at`; `at` itself if there is none, undefined if the text ends in it. */
function endOfScalar(text: string, at: number): number | undefined {
  const rest = text.slice(at, at + 400);
  const literal = LITERALS.find((word) => rest.startsWith(word));
  if (literal !== undefined) return at + literal.length;
  const number = NUMBER.exec(rest)?.[0] ?? '';
  if (LITERALS.some((word) => word.startsWith(rest)) || (NUMBER_START.test(rest) && number !== rest)) return undefined;
  return at + number.length;
}

function ended(text: string): JsonFault {
  return { position: text.length, reason: `Unexpected end at position ${text.length}`, truncated: true };
}

function unexpected(text: string, position: number): JsonFault {
  const character = JSON.stringify(String.fromCodePoint(text.codePointAt(position) ?? 0));
  return { position, reason: `Unexpected ${character} at position ${position}`, truncated: false };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
