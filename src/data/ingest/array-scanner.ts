/**
 * Splits the text of one JSON array into the texts of its elements, of whatever pieces it comes in. It only follows strings and
 * brackets; whether an element is JSON is for JSON.parse to say.
 */
export class ArrayScanner {
  readonly #onElement: (text: string) => void;
  readonly #parts: string[] = [];
  #depth = 0;
  #inString = false;
  #escaped = false;
  #elements = 0;
  #closed = false;
  /** What stood after the end of the array, if it was not blank. */
  #rest = '';

  constructor(onElement: (text: string) => void) {
    this.#onElement = onElement;
  }

  /** Whether the array was closed. */
  get closed(): boolean {
    return this.#closed;
  }

  get rest(): string {
    return this.#rest;
  }

  /** The text of the element that is not at its end. */
  get unfinished(): string {
    return this.#parts.join('');
  }

  /** Takes the next piece; the first begins with the opening bracket. */
  push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#closed) {
        this.#rest += text.slice(at).trim();
        return;
      }
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
      } else if (code === QUOTE) {
        this.#inString = true;
      } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
        if (++this.#depth === 1) from = at + 1;
      } else if (this.#depth > 1 && (code === CLOSE_BRACKET || code === CLOSE_BRACE)) {
        this.#depth--;
      } else if (code === CLOSE_BRACKET) {
        this.#end(text.slice(from, at), true);
        this.#closed = true;
      } else if (code === COMMA && this.#depth === 1) {
        this.#end(text.slice(from, at), false);
        from = at + 1;
      }
    }
    if (!this.#closed) this.#parts.push(text.slice(from));
  }

  #end(text: string, last: boolean): void {
    this.#parts.push(text);
    const element = this.#parts.join('');
    this.#parts.length = 0;
    if (last && this.#elements === 0 && element.trim() === '') return;
    this.#elements++;
    this.#onElement(element);
  }
}

const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
