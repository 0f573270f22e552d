/** Characters of WinAnsiEncoding from 0x80 to 0x9f; U+0000 stands where there is none. ISO 32000-1, annex D.2. */
const UPPER_CONTROLS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Advance widths of codes 0x20 to 0xff in thousandths of the size, as Adobe's font metrics of the 14 standard fonts state them. */
const REGULAR = widths([
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556',
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556',
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 0',
  '556 0 222 556 333 1000 556 556 333 1000 667 333 1000 0 611 0 0 222 222 333 333 350 556 1000 333 1000 500 333 944 0 500 500',
  '278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 333 400 584 333 333 333 556 537 278 333 333 365 556 834 834 834 611',
  '667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611',
  '556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278 556 556 556 556 556 556 556 584 611 556 556 556 556 500 556 500',
]);
const BOLD = widths([
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611',
  '975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556',
  '333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 0',
  '556 0 278 556 500 1000 556 556 333 1000 667 333 1000 0 611 0 0 278 278 500 500 350 556 1000 333 1000 556 333 944 0 500 556',
  '278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 333 400 584 333 333 333 611 556 278 333 333 365 556 834 834 834 611',
  '722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611',
  '556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278 611 611 611 611 611 611 611 584 611 611 611 611 611 556 611 556',
]);

const CODES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 224 }, (_, at): [string, number] => [characterOf(at + 32), at + 32]).filter(([character]) => character !== '\0'),
);

/** What says nothing by itself and only steers the direction of letters, which this encoding needs not. */
const MARKS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The codes of a text in WinAnsiEncoding; undefined where a character of it has none. Narrow spaces become no-break spaces. */
export function winAnsi(text: string): readonly number[] | undefined {
  if (/^[ -~]*$/.test(text)) return Array.from(text, (character) => character.charCodeAt(0));
  const codes: number[] = [];
  for (const character of text
    .replace(MARKS, '')
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/\s/g, (space) => (space === '\u00a0' ? space : ' '))) {
    const code = CODES.get(character);
    if (code === undefined) return undefined;
    codes.push(code);
  }
  return codes;
}

/** Width of codes in Helvetica of a size, in the unit of the size. */
export function helveticaWidth(codes: readonly number[], size: number, bold: boolean): number {
  const table = bold ? BOLD : REGULAR;
  return (codes.reduce((sum, code) => sum + (table[code - 32] ?? 0), 0) * size) / 1000;
}

function widths(lines: readonly string[]): readonly number[] {
  return lines.join(' ').split(' ').map(Number);
}

function characterOf(code: number): string {
  if (code === 0x7f) return '\0';
  return code >= 0x80 && code < 0xa0 ? (UPPER_CONTROLS[code - 0x80] ?? '\0') : String.fromCharCode(code);
}
