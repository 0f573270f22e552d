/** Width of a text. */
export type Measure = (text: string) => number;

/**
 * A text as lines of at most `width`, broken where its language breaks words (also Chinese and Thai, which write no spaces), and
 * inside a word that is wider than a line. An empty text has no line.
 */
export function wrap(text: string, width: number, measure: Measure, language: string): readonly string[] {
  const whole = text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();
  if (whole === '' || measure(whole) <= width) return whole === '' ? [] : [whole];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(whole, language)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = measure(piece.trimEnd()) > width ? broken(line + piece, width, measure, language, lines) : (line + piece).replace(/^\s+/, '');
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Adds the full lines of a word that is wider than one, and gives back what is left of it. */
function broken(word: string, width: number, measure: Measure, language: string, lines: string[]): string {
  let line = '';
  for (const character of segments(word, language, 'grapheme')) {
    if (line !== '' && measure(line + character) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line;
}

/** What a line is not broken inside of: a word with the punctuation and spaces after it. */
function pieces(text: string, language: string): readonly string[] {
  const found: string[] = [];
  for (const segment of segments(text, language, 'word')) {
    const last = found.length - 1;
    const before = found[last];
    if (before !== undefined && (isClosing(segment) || isOpening(before))) found[last] = before + segment;
    else found.push(segment);
  }
  return found;
}

function isClosing(segment: string): boolean {
  return /^[\s.,:;!?%)\]}’”»/…\-–。，、；：！？）】」』》\u0964\u060c\u061b\u061f\u066a]+$/.test(segment);
}

function isOpening(segment: string): boolean {
  return /[([{‘“«（【「『《\u00a0]$/.test(segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words or graphemes of a text; by spaces or code points where the browser cannot tell. */
export function segments(text: string, language: string, granularity: 'word' | 'grapheme'): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return granularity === 'word' ? (text.match(/\s+|[^\s]+/g) ?? []) : Array.from(text);
  const key = `${granularity} ${language}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
