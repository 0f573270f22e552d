import { px, TYPE } from '../base/tokens.js';

/** Width in px of a text as it stands at an axis. */
export type Measure = (text: string) => number;

let context: CanvasRenderingContext2D | null | undefined;

/** Size of text in an element as a multiple of the designed size: 2 where the reader doubled it. */
export function textScale(element: Element): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  return Number.isFinite(size) && size > 0 ? size / TYPE.body.size : 1;
}

/** Measures small text in the font of an element. */
export function measureIn(element: Element): Measure {
  const { fontFamily } = getComputedStyle(element);
  const size = TYPE.small.size * textScale(element);
  context ??= document.createElement('canvas').getContext('2d');
  const canvas = context;
  if (canvas === null) return (text) => (text.length * size) / 2;
  return (text) => {
    canvas.font = `${TYPE.small.weight} ${px(size)} ${fontFamily}`;
    return canvas.measureText(text).width;
  };
}

/** The text, or as much of its start as fits into `width`, with an ellipsis; with `keeps` as much of its end. */
export function fitText(text: string, width: number, measure: Measure, keeps: 'start' | 'end' = 'start'): string {
  if (measure(text) <= width) return text;
  const cut = (length: number): string =>
    keeps === 'start' ? `${text.slice(0, length).trimEnd()}…` : `…${text.slice(text.length - length).trimStart()}`;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(cut(middle)) <= width) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}

/** Between a text and a note. */
const SEAM = ' · ';

/** A text with a note after it. */
export function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : text + SEAM + note;
}

/** The same in one line: the text loses its end, and the note its start where it is longer than half of the width. */
export function fitBoth(text: string, note: string, width: number, measure: Measure): string {
  const kept = fitText(note, Math.max(width / 2, width - measure(text + SEAM)), measure, 'end');
  if (kept !== note) return fitText(text, width - measure(kept), measure).replace(/…$/, '') + kept;
  return withNote(fitText(text, width - measure(SEAM + note), measure), note);
}

/** The text, or as much of its start and of its end as fits into `width`. */
export function fitEnds(text: string, width: number, measure: Measure): string {
  return measure(text) <= width ? text : fitBoth(text, text, width, measure);
}

/** The text in at most so many lines of that width, broken between words; the last one is cut by `fit`. */
export function wrapText(text: string, width: number, measure: Measure, lines: number, fit: typeof fitEnds = fitText): readonly string[] {
  const words = text.split(' ');
  const wrapped: string[] = [];
  while (words.length > 0 && wrapped.length < lines - 1) {
    let taken = 1;
    while (taken < words.length && measure(words.slice(0, taken + 1).join(' ')) <= width) taken++;
    wrapped.push(fitText(words.splice(0, taken).join(' '), width, measure));
  }
  return words.length === 0 ? wrapped : [...wrapped, fit(words.join(' '), width, measure)];
}
