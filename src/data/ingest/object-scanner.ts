import { jsonFault } from './json-fault.js';
import { StatsError } from '../stats-error.js';

/** What takes the bytes of a list, from its opening bracket on. */
export interface ListTaker {
  readonly isClosed: boolean;
  /** Takes the next bytes up to the end of the list, and gives how many that were. */
  take(bytes: Uint8Array): number;
}

/** What becomes of the values of an object: lists that something takes are taken as they come, all else once it is there. */
export interface ObjectTakers {
  list(key: string): ListTaker | undefined;
  value(key: string, value: unknown): void;
}

type Expected = 'start' | 'key or }' | 'key' | 'colon' | 'value' | 'comma or }' | 'nothing';

/**
 * Follows one JSON object, of whatever pieces its bytes come in, and hands its values on. Throws StatsError `not-json` for what
 * is no JSON object or names a key twice, `truncated` for one that ends too early; and what the takers throw.
 */
export class ObjectScanner {
  readonly #takers: ObjectTakers;
  readonly #place: string;
  readonly #keys = new Set<string>();
  #expected: Expected = 'start';
  #list: ListTaker | undefined;
  #key = '';
  /** Bytes of a key or a value that is not at its end, and how far it is followed. */
  #part: Uint8Array[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;
  #seen = 0;

  constructor(takers: ObjectTakers, place: string) {
    this.#takers = takers;
    this.#place = place;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += this.#take(bytes.subarray(at));
    this.#seen += bytes.length;
  }

  end(): void {
    if (this.#expected === 'nothing') return;
    throw new StatsError('truncated', `${this.#place}: the JSON ends too early, after ${this.#seen} bytes.`);
  }

  /** Takes as many bytes as are of one thing. */
  #take(bytes: Uint8Array): number {
    if (this.#list !== undefined) {
      const taken = this.#list.take(bytes);
      if (this.#list.isClosed) this.#next('comma or }');
      return taken;
    }
    if (this.#part.length > 0) return this.#takePart(bytes);
    const byte = bytes[0] ?? 0;
    if (isSpace(byte) || (this.#expected === 'start' && BYTE_ORDER_MARK.has(byte))) return 1;
    switch (this.#expected) {
      case 'start':
        return this.#takeMark(byte === OPEN_BRACE, 'key or }', bytes);
      case 'colon':
        return this.#takeMark(byte === COLON, 'value', bytes);
      case 'comma or }':
        return byte === COMMA ? this.#takeMark(true, 'key', bytes) : this.#takeMark(byte === CLOSE_BRACE, 'nothing', bytes);
      case 'key or }':
        if (byte === CLOSE_BRACE) return this.#takeMark(true, 'nothing', bytes);
        return byte === QUOTE ? this.#takePart(bytes) : this.#refuse(bytes);
      case 'key':
        return byte === QUOTE ? this.#takePart(bytes) : this.#refuse(bytes);
      case 'value':
        if (byte === OPEN_BRACKET) this.#list = this.#takers.list(this.#key);
        return this.#list === undefined ? this.#takePart(bytes) : 0;
      default:
        return this.#refuse(bytes);
    }
  }

  #takeMark(isRight: boolean, next: Expected, bytes: Uint8Array): number {
    if (!isRight) return this.#refuse(bytes);
    this.#next(next);
    return 1;
  }

  #next(expected: Expected): void {
    this.#expected = expected;
    this.#list = undefined;
    this.#part = [];
    this.#depth = 0;
  }

  /** Takes bytes of a key or a value up to its end. */
  #takePart(bytes: Uint8Array): number {
    for (const [at, byte] of bytes.entries()) {
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inString = false;
          if (this.#expected !== 'value') return this.#endPart(bytes, at + 1);
        }
      } else if (byte === QUOTE) {
        this.#inString = true;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        this.#depth++;
      } else if (this.#depth > 0) {
        if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth--;
      } else if (byte === COMMA || byte === CLOSE_BRACE) {
        return this.#endPart(bytes, at);
      }
    }
    this.#part.push(bytes.slice());
    return bytes.length;
  }

  #endPart(bytes: Uint8Array, end: number): number {
    const text = decoded([...this.#part, bytes.subarray(0, end)]);
    const value = this.#parsed(text);
    if (this.#expected === 'value') {
      this.#takers.value(this.#key, value);
      this.#next('comma or }');
    } else {
      this.#key = String(value);
      if (this.#keys.has(this.#key)) throw new StatsError('not-json', `${this.#place}: expected each key once, got ${text} twice.`);
      this.#keys.add(this.#key);
      this.#next('colon');
    }
    return end;
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new StatsError('not-json', `${this.#where()}: expected JSON. ${jsonFault(text)?.reason ?? ''}.`);
    }
  }

  #refuse(bytes: Uint8Array): never {
    const got = JSON.stringify(decoded([bytes.subarray(0, EXCERPT)]));
    throw new StatsError('not-json', `${this.#where()}: expected ${WORDS[this.#expected]}, got ${got}.`);
  }

  /** The place, and the key that is the last known. */
  #where(): string {
    return this.#key === '' ? this.#place : `${this.#place}, at ${JSON.stringify(this.#key)}`;
  }
}

const WORDS: Readonly<Record<Expected, string>> = {
  start: 'an object',
  'key or }': 'a key',
  key: 'a key',
  colon: 'a colon',
  value: 'a value',
  'comma or }': 'a comma or the end of the object',
  nothing: 'nothing after the object',
};
const EXCERPT = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BYTE_ORDER_MARK: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

function decoded(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
}
