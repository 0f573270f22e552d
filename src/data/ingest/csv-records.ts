import { csvParseRows } from 'd3-dsv';

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const COMMA = 44;

/** Where in a record a text stands: before a cell, in one without quotes, in quotes, after what may be the closing one, after a return. */
type Place = 'start' | 'plain' | 'quoted' | 'quote' | 'return';

/** Cells of the records of CSV, of whatever pieces its text comes in: the same as `csvParseRows` finds in all of it. */
export class CsvRecords {
  #text = '';
  #place: Place = 'start';

  /** The records that end in this piece. */
  push(text: string): readonly string[][] {
    const before = this.#text.length;
    this.#text += text;
    const end = this.#endOfRecords(before);
    const records = recordsOf(this.#text.slice(0, end));
    this.#text = this.#text.slice(end);
    return records;
  }

  /** The record that no line break ends. */
  end(): readonly string[][] {
    return this.#text === '' ? [] : recordsOf(this.#text);
  }

  /** After the last line break that ends a record; a return may go on with the next piece. */
  #endOfRecords(from: number): number {
    const text = this.#text;
    let end = 0;
    let place = this.#place;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (place === 'return') {
        place = 'start';
        if (code === NEWLINE) {
          end = at + 1;
          continue;
        }
        end = at;
      }
      if (place === 'quoted') {
        if (code === QUOTE) place = 'quote';
      } else if (place === 'quote' && code === QUOTE) {
        place = 'quoted';
      } else if (place === 'start' && code === QUOTE) {
        place = 'quoted';
      } else if (code === NEWLINE) {
        place = 'start';
        end = at + 1;
      } else if (code === RETURN) {
        place = 'return';
      } else {
        // What follows a closing quote is taken as the end of the cell, as `csvParseRows` does.
        place = code === COMMA || place === 'quote' ? 'start' : 'plain';
      }
    }
    this.#place = place;
    return end;
  }
}

/** Records of a text that ends where a record ends; the line break of the last one starts no other. */
function recordsOf(text: string): readonly string[][] {
  if (text === '') return [];
  return /^\r?\n?$/.test(text) ? [['']] : csvParseRows(text);
}
