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

/** The text, or as much of it as fits into `width`, with an ellipsis. */
export function fitText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

/** The text in at most so many lines of that width, broken between words; the last one is cut off with an ellipsis. */
export function wrapText(text: string, width: number, measure: Measure, lines: number): readonly string[] {
  const words = text.split(' ');
  const wrapped: string[] = [];
  while (words.length > 0 && wrapped.length < lines - 1) {
    let taken = 1;
    while (taken < words.length && measure(words.slice(0, taken + 1).join(' ')) <= width) taken++;
    wrapped.push(fitText(words.splice(0, taken).join(' '), width, measure));
  }
  return words.length === 0 ? wrapped : [...wrapped, fitText(words.join(' '), width, measure)];
}
