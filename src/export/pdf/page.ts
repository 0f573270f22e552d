import { channels } from '../drawing/color.js';
import { decimal } from '../drawing/drawing.js';
import type { Ink, Mark, Stroke, TextMark } from '../drawing/marks.js';
import { product } from '../drawing/matrix.js';
import type { Matrix } from '../drawing/matrix.js';
import type { Step } from '../drawing/path-data.js';
import type { Assets, PicturedText } from './assets.js';
import { winAnsi } from './helvetica.js';
import { hex } from './pdf-file.js';

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** One page: what is drawn on it, as operators. Marks come in points with y downwards from the top. ISO 32000-1, annex A. */
export class Page {
  readonly width: number;
  readonly height: number;
  #assets: Assets;
  #operators: string[] = [];

  constructor(assets: Assets, width: number, height: number) {
    this.#assets = assets;
    this.width = width;
    this.height = height;
  }

  /** The transform from points with y downwards to those of PDF. */
  get upwards(): Matrix {
    return [1, 0, 0, -1, 0, this.height];
  }

  /** The operators drawn so far. */
  get content(): string {
    return this.#operators.join('\n');
  }

  /** Draws marks that {@link upwards} has already been applied to. */
  draw(marks: readonly Mark[]): void {
    for (const mark of marks) {
      if (mark.kind === 'text') this.#text(mark);
      else if (mark.kind === 'clip') this.#clip(mark.path, mark.marks);
      else this.#path(mark);
    }
  }

  #path({ path, evenOdd, fill, stroke }: Extract<Mark, { kind: 'path' }>): void {
    const opacity = fill?.opacity ?? stroke?.opacity ?? 1;
    if (fill !== undefined && stroke !== undefined && stroke.opacity === opacity) {
      this.#painted([...this.#fill(fill), ...this.#stroke(stroke), ...outline(path), evenOdd ? 'B*' : 'B'], opacity);
      return;
    }
    if (fill !== undefined) this.#painted([...this.#fill(fill), ...outline(path), evenOdd ? 'f*' : 'f'], fill.opacity);
    if (stroke !== undefined) this.#painted([...this.#stroke(stroke), ...outline(path), 'S'], stroke.opacity);
  }

  #clip(path: readonly Step[], marks: readonly Mark[]): void {
    this.#operators.push('q', ...outline(path), 'W n');
    this.draw(marks);
    this.#operators.push('Q');
  }

  #text({ text, matrix, x, y, ink, align, direction, ...font }: TextMark): void {
    if (text.trim() === '') return;
    const codes = winAnsi(text);
    const width = codes === undefined ? this.#assets.pictured(text, font, direction).shaped.width : this.#assets.width(text, font);
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const onto = product(matrix, [1, 0, 0, -1, left, y]);
    const operators =
      codes === undefined
        ? pictureOperators(this.#assets.pictured(text, font, direction), font.size, onto)
        : [
            `BT /${this.#assets.fontName(font)} ${decimal(font.size)} Tf ${written(onto)} Tm <${codes.map((code) => hex(code, 2)).join('')}> Tj ET`,
          ];
    this.#painted([...this.#fill(ink), ...operators], ink.opacity);
  }

  #painted(operators: readonly string[], opacity: number): void {
    this.#operators.push('q', ...(opacity < 1 ? [`/${this.#assets.opacity(opacity)} gs`] : []), ...operators, 'Q');
  }

  #fill({ hex: color }: Ink): readonly string[] {
    return [`${channels(color).map(decimal).join(' ')} rg`];
  }

  #stroke({ hex: color, width, dash, cap, join }: Stroke): readonly string[] {
    const dashes = dash.length === 0 ? [] : [`[${dash.map(decimal).join(' ')}] 0 d`];
    return [`${channels(color).map(decimal).join(' ')} RG`, `${decimal(width)} w`, `${CAPS[cap]} J`, `${JOINS[join]} j`, ...dashes];
  }
}

/** The picture of a text, and over it the letters, which are not seen. */
function pictureOperators({ shaped: { picture }, name, codes }: PicturedText, size: number, onto: Matrix): readonly string[] {
  const place = product(onto, [picture.width, 0, 0, picture.height, picture.left, picture.bottom]);
  return [
    `q ${written(place)} cm /${name} Do Q`,
    `BT 3 Tr /F3 ${decimal(size)} Tf ${written(onto)} Tm <${codes.map((code) => hex(code, 4)).join('')}> Tj ET`,
  ];
}

function outline(path: readonly Step[]): readonly string[] {
  return path.map((step) => {
    if (step[0] === 'Z') return 'h';
    const operator = step[0] === 'M' ? 'm' : step[0] === 'L' ? 'l' : 'c';
    return `${step
      .slice(1)
      .map((value) => decimal(Number(value)))
      .join(' ')} ${operator}`;
  });
}

function written(matrix: Matrix): string {
  return matrix.map(decimal).join(' ');
}
