import { directionOf } from '../drawing/direction.js';
import { cssFont } from '../drawing/measure.js';
import type { Font } from '../drawing/measure.js';
import { segments } from '../drawing/wrap.js';

/** Pixels of a picture of text to one unit of its size: 576 to the inch where the unit is a point. */
const DETAIL = 8;

/** A line of text as the browser shapes it, in units of its size, with x = 0 at its left end and y = 0 on its baseline, upwards. */
export interface ShapedText {
  readonly width: number;
  /** Characters from left to right, as they are seen. */
  readonly characters: readonly { readonly text: string; readonly width: number }[];
  readonly picture: TextPicture;
}

/** Ink as one bit a pixel, rows from the top, each filled up to whole bytes; 1 is ink. */
export interface TextPicture {
  readonly bits: Uint8Array<ArrayBuffer>;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Lets the browser shape text. It joins Arabic letters, builds Hindi syllables, orders mixed directions and finds a font for every
 * script, which no PDF library does for all of them; it gives no outlines, so the text comes as a picture and the places of its letters.
 */
export class Shaper {
  #language: string;
  #host = document.createElement('div');
  #text = document.createTextNode('');
  #line = document.createElement('span');
  #canvas = document.createElement('canvas');

  constructor(language: string) {
    this.#language = language;
    Object.assign(this.#host.style, {
      all: 'initial',
      position: 'fixed',
      insetBlockStart: '0',
      left: '0',
      visibility: 'hidden',
      whiteSpace: 'pre',
      pointerEvents: 'none',
    });
    this.#host.lang = language;
    this.#host.setAttribute('aria-hidden', 'true');
    this.#line.append(this.#text);
    this.#host.attachShadow({ mode: 'open' }).append(this.#line);
    document.body.append(this.#host);
  }

  /** Takes what it measured with off the page. */
  close(): void {
    this.#host.remove();
  }

  /** Throws an Error where the browser has no canvas to give. */
  shape(text: string, font: Font, direction: 'ltr' | 'rtl'): ShapedText {
    const large = cssFont({ ...font, size: font.size * DETAIL });
    const { picture, width } = this.#paint(text, large, direction);
    return { width, characters: this.#characters(text, large, direction, width), picture };
  }

  #paint(text: string, font: string, direction: 'ltr' | 'rtl'): { picture: TextPicture; width: number } {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('The browser gave no canvas to paint text on.');
    const prepare = (): void => {
      Object.assign(context, { font, direction, textAlign: 'left', lang: this.#language });
    };
    prepare();
    const metrics = context.measureText(text);
    const [left, top] = [Math.ceil(metrics.actualBoundingBoxLeft) + 1, Math.ceil(metrics.actualBoundingBoxAscent) + 1];
    const columns = Math.max(1, left + Math.ceil(metrics.actualBoundingBoxRight) + 1);
    const rows = Math.max(1, top + Math.ceil(metrics.actualBoundingBoxDescent) + 1);
    this.#canvas.width = columns;
    this.#canvas.height = rows;
    prepare();
    context.fillText(text, left, top);
    const bits = packed(context.getImageData(0, 0, columns, rows).data, columns, rows);
    const picture = {
      bits,
      columns,
      rows,
      left: -left / DETAIL,
      bottom: (top - rows) / DETAIL,
      width: columns / DETAIL,
      height: rows / DETAIL,
    };
    return { picture, width: metrics.width / DETAIL };
  }

  #characters(text: string, font: string, direction: 'ltr' | 'rtl', width: number): ShapedText['characters'] {
    this.#host.style.font = font;
    this.#line.dir = direction;
    this.#text.data = text;
    const line = this.#line.getBoundingClientRect();
    const scale = line.width > 0 ? width / line.width : 0;
    const range = document.createRange();
    let at = 0;
    const found = segments(text, this.#language, 'grapheme').map((cluster) => {
      range.setStart(this.#text, at);
      at += cluster.length;
      range.setEnd(this.#text, at);
      const box = range.getBoundingClientRect();
      return { text: cluster, left: box.left, width: box.width * scale };
    });
    return found.sort((one, other) => one.left - other.left).flatMap(inReadingOrder);
  }
}

/** Marks and isolates, which only steer the direction of letters: these stand where they are seen already. */
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * A cluster as single characters, of which the base takes the whole width: readers of a file take no more than one character a code
 * for granted, and turn right-to-left letters round one by one, so there the marks stand before their base.
 */
function inReadingOrder({ text, width }: { readonly text: string; readonly width: number }): ShapedText['characters'] {
  const characters = Array.from(text)
    .filter((character) => !STEERING.test(character))
    .map((character, at) => ({ text: character, width: at === 0 ? width : 0 }));
  return directionOf(text, 'ltr') === 'rtl' ? characters.reverse() : characters;
}

function packed(pixels: Uint8ClampedArray, columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const stride = Math.ceil(columns / 8);
  const bits = new Uint8Array(stride * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if ((pixels[(row * columns + column) * 4 + 3] ?? 0) < 128) continue;
      const byte = row * stride + (column >> 3);
      bits[byte] = (bits[byte] ?? 0) | (0x80 >> (column & 7));
    }
  }
  return bits;
}
