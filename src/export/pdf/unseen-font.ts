import { joined } from '../files/zip.js';
import { hex, utf16 } from './pdf-file.js';
import type { ObjectId, PdfFile } from './pdf-file.js';

/** Most codes that a font of two-byte codes has. */
const MOST = 0xffff;

/**
 * A font without outlines. What it writes is not seen, and is what readers of the file select, search and copy: it lies over
 * pictured text, each of its codes being a character with the width that it has in the picture.
 */
export class UnseenFont {
  #codes = new Map<string, number>();
  #characters: { readonly text: string; readonly width: number }[] = [];

  /** The code of a character that is `width` thousandths of the size wide. */
  code(text: string, width: number): number {
    const rounded = Math.max(0, Math.round(width));
    const key = `${rounded} ${text}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = Math.min(MOST, this.#characters.push({ text, width: rounded }));
    this.#codes.set(key, code);
    return code;
  }

  /** Writes the font, once all codes are known. ISO 32000-1, sections 9.7.4 and 9.10.3. */
  async write(file: PdfFile): Promise<ObjectId> {
    const program = trueType();
    const fontFile = await file.addStream(`/Length1 ${program.length}`, program);
    const descriptor = file.add(
      `<< /Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 -250 1000 1000] /ItalicAngle 0 /Ascent 1000 /Descent -250 /CapHeight 700 /StemV 80 /FontFile2 ${fontFile} 0 R >>`,
    );
    const glyphs = await file.addStream(
      '',
      Uint8Array.from({ length: 2 * (this.#characters.length + 1) }, (_, at) => at % 2),
    );
    const widths = this.#characters.map(({ width }) => width).join(' ');
    const descendant = file.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 0 /W [1 [${widths}]] /CIDToGIDMap ${glyphs} 0 R >>`,
    );
    const unicode = await file.addStream('', this.#toUnicode());
    return file.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
    );
  }

  #toUnicode(): string {
    const lines = this.#characters.map(({ text }, at) => `<${hex(at + 1, 4)}> <${utf16(text)}>`);
    const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100));
    return [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Unseen def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000> <FFFF>',
      'endcodespacerange',
      ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n');
  }
}

/** The smallest TrueType program: two glyphs, both empty. OpenType 1.9, chapters on head, hhea, hmtx, maxp, loca and glyf. */
function trueType(): Uint8Array<ArrayBuffer> {
  const tables: readonly (readonly [tag: string, words: readonly number[]])[] = [
    ['glyf', [0, 0]],
    ['head', [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8, 2, 0, 0]],
    ['hhea', [1, 0, 1000, 0xff06, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['hmtx', [1000, 0, 0]],
    ['loca', [0, 0, 0]],
    ['maxp', [1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
  ];
  const start = 12 + 16 * tables.length;
  let offset = start;
  const records: number[] = [];
  const bodies = tables.map(([tag, words]) => {
    const padded = words.length % 2 === 0 ? words : [...words, 0];
    records.push(...words32(tagOf(tag)), ...words32(checksum(padded)), ...words32(offset), ...words32(2 * words.length));
    offset += 2 * padded.length;
    return bytesOf(padded);
  });
  const header = bytesOf([1, 0, tables.length, 64, 2, 16 * tables.length - 64, ...records]);
  return joined([header, ...bodies]);
}

function bytesOf(words: readonly number[]): Uint8Array {
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 0xff]));
}

function words32(value: number): readonly number[] {
  return [value >>> 16, value & 0xffff];
}

function tagOf(tag: string): number {
  return tag.split('').reduce((value, character) => ((value << 8) | character.charCodeAt(0)) >>> 0, 0);
}

function checksum(words: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 2) sum = (sum + (((words[at] ?? 0) << 16) | (words[at + 1] ?? 0))) >>> 0;
  return sum;
}
