/** Code points of letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms. */
const RIGHT_TO_LEFT: readonly (readonly [from: number, to: number])[] = [
  [0x0591, 0x065f],
  [0x066b, 0x06ef],
  [0x06fa, 0x08ff],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfefc],
  [0x10800, 0x10fff],
  [0x1e800, 0x1efff],
];

/** Code points from Greek on that are no letters: Arabic digits and signs, punctuation, symbols, emoji. */
const NEUTRAL: readonly (readonly [from: number, to: number])[] = [
  [0x0660, 0x066a],
  [0x06f0, 0x06f9],
  [0x2000, 0x2bff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xfe00, 0xfe6f],
  [0xff01, 0xff20],
  [0x1f000, 0x1faff],
];

/**
 * The direction of a text by its first letter or direction mark, as `dir="auto"` finds it; `otherwise` where it has none. Unicode UAX 9,
 * rules P2 and P3.
 */
export function directionOf(text: string, otherwise: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  for (const character of text) {
    if (character === '\u200e') return 'ltr';
    if (character === '\u200f') return 'rtl';
    const code = character.codePointAt(0) ?? 0;
    if (within(code, RIGHT_TO_LEFT)) return 'rtl';
    if (character.toLowerCase() !== character.toUpperCase() || (code >= 0x370 && !within(code, NEUTRAL))) return 'ltr';
  }
  return otherwise;
}

function within(code: number, ranges: readonly (readonly [from: number, to: number])[]): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}
