import { decimal } from '../drawing/drawing.js';
import { measureOf } from '../drawing/measure.js';
import type { Font } from '../drawing/measure.js';
import { helveticaWidth, winAnsi } from './helvetica.js';
import { PdfFile } from './pdf-file.js';
import type { ObjectId } from './pdf-file.js';
import { Shaper } from './shaper.js';
import type { ShapedText } from './shaper.js';
import { UnseenFont } from './unseen-font.js';

/** A text that stands as a picture: its shape, the name of its picture in the file, and the codes of its letters. */
export interface PicturedText {
  readonly shaped: ShapedText;
  readonly name: string;
  readonly codes: readonly number[];
}

/** From this weight on a text is bold. */
const BOLD = 600;

/** What all pages of a file share: fonts, pictures of texts, degrees of opacity. */
export class Assets {
  readonly file = new PdfFile();
  #shaper: Shaper;
  #unseen = new UnseenFont();
  #pictured = new Map<string, PicturedText>();
  #opacities = new Set<number>();

  constructor(language: string) {
    this.#shaper = new Shaper(language);
  }

  /** Takes what was measured with off the page. */
  close(): void {
    this.#shaper.close();
  }

  /** Width of a text; of the fonts of the file or, for other scripts, of the page. */
  width(text: string, font: Font): number {
    const codes = winAnsi(text);
    return codes === undefined ? measureOf(font)(text) : helveticaWidth(codes, font.size, font.weight >= BOLD);
  }

  /** Name of the font of the file for a weight. */
  fontName({ weight }: Font): 'F1' | 'F2' {
    return weight >= BOLD ? 'F2' : 'F1';
  }

  /** A text that the fonts of the file have no letters for. Equal texts share one picture. */
  pictured(text: string, font: Font, direction: 'ltr' | 'rtl'): PicturedText {
    const key = [font.size, font.weight, font.family, direction, text].join('\n');
    const known = this.#pictured.get(key);
    if (known !== undefined) return known;
    const shaped = this.#shaper.shape(text, font, direction);
    const codes = shaped.characters.map((character) => this.#unseen.code(character.text, (character.width / font.size) * 1000));
    const made = { shaped, name: `T${this.#pictured.size + 1}`, codes };
    this.#pictured.set(key, made);
    return made;
  }

  /** Name of the graphics state that paints with an opacity. */
  opacity(opacity: number): string {
    const percent = Math.round(opacity * 100);
    this.#opacities.add(percent);
    return `A${percent}`;
  }

  /** Writes the resources dictionary under its number, once all pages are drawn. */
  async write(resources: ObjectId): Promise<void> {
    const { file } = this;
    const standard = (name: string): ObjectId =>
      file.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
    const fonts = [
      ['F1', standard('Helvetica')],
      ['F2', standard('Helvetica-Bold')],
    ] as [string, ObjectId][];
    if (this.#pictured.size > 0) fonts.push(['F3', await this.#unseen.write(file)]);
    const pictures: string[] = [];
    for (const {
      name,
      shaped: { picture },
    } of this.#pictured.values()) {
      const entries = `/Type /XObject /Subtype /Image /Width ${picture.columns} /Height ${picture.rows} /ImageMask true /BitsPerComponent 1 /Decode [1 0] /Interpolate true`;
      pictures.push(`/${name} ${await file.addStream(entries, picture.bits)} 0 R`);
    }
    const states = [...this.#opacities].map(
      (percent) => `/A${percent} << /Type /ExtGState /ca ${decimal(percent / 100)} /CA ${decimal(percent / 100)} >>`,
    );
    file.set(
      resources,
      `<< /Font << ${fonts.map(([name, id]) => `/${name} ${id} 0 R`).join(' ')} >> /XObject << ${pictures.join(' ')} >> /ExtGState << ${states.join(' ')} >> >>`,
    );
  }
}
