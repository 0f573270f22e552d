import { moved } from './matrix.js';
import type { Matrix } from './matrix.js';

/** A step of an outline, in absolute coordinates: move, line, cubic curve with its two controls, or close. */
export type Step = readonly ['M' | 'L', number, number] | readonly ['C', number, number, number, number, number, number] | readonly ['Z'];

/** An outline after a transform. */
export function movedPath(matrix: Matrix, path: readonly Step[]): readonly Step[] {
  return path.map((step): Step => {
    if (step[0] === 'Z') return step;
    if (step[0] !== 'C') return [step[0], ...moved(matrix, step[1], step[2])];
    return ['C', ...moved(matrix, step[1], step[2]), ...moved(matrix, step[3], step[4]), ...moved(matrix, step[5], step[6])];
  });
}

/** The smallest box around the points and controls of an outline: left, top, right, bottom. */
export function boundsOf(path: readonly Step[]): readonly [number, number, number, number] {
  const numbers = path.flatMap((step) => step.slice(1) as number[]);
  const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** How many numbers each command takes. SVG 2, section 9.3. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** The attribute `d` of a path as steps; what follows an error is left out, as SVG 2 (section 9.5.4) asks. */
export function parsePath(data: string): readonly Step[] {
  const pen = new Pen();
  for (const [, command = '', rest = ''] of data.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const upper = command.toUpperCase();
    const arity = ARITY[upper] ?? 0;
    const numbers = numbersIn(rest, upper === 'A');
    if (arity === 0) pen.draw('Z', false, []);
    for (let at = 0; arity > 0 && at < Math.max(1, numbers.length); at += arity) {
      const values = numbers.slice(at, at + arity);
      if (values.length < arity) return pen.steps;
      pen.draw(upper === 'M' && at > 0 ? 'L' : upper, command !== upper, values);
    }
  }
  return pen.steps;
}

/** Numbers as paths write them: `1-2.5.5` are three; the flags of an arc may stand without space between them. */
function numbersIn(text: string, isArc: boolean): readonly number[] {
  const one = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?';
  if (!isArc) return [...text.matchAll(new RegExp(one, 'gi'))].map(([number]) => Number(number));
  const arc = new RegExp(`(${one})[\\s,]*(${one})[\\s,]*(${one})[\\s,]*([01])[\\s,]*([01])[\\s,]*(${one})[\\s,]*(${one})`, 'gi');
  return [...text.matchAll(arc)].flatMap(([, ...numbers]) => numbers.slice(0, 7).map(Number));
}

/** Follows the commands of a path from point to point. */
class Pen {
  readonly steps: Step[] = [];
  #x = 0;
  #y = 0;
  #start: readonly [number, number] = [0, 0];
  /** The last control point, which smooth curves mirror, and the kind of curve that it belongs to. */
  #control: readonly [x: number, y: number, of: 'C' | 'Q'] | undefined;

  draw(command: string, relative: boolean, values: readonly number[]): void {
    const [dx, dy] = relative ? [this.#x, this.#y] : [0, 0];
    const at = (index: number): number => (values[index] ?? 0) + (index % 2 === 0 ? dx : dy);
    switch (command) {
      case 'M':
        return this.#moveTo(at(0), at(1));
      case 'L':
        return this.#lineTo(at(0), at(1));
      case 'H':
        return this.#lineTo(at(0), this.#y);
      case 'V':
        return this.#lineTo(this.#x, (values[0] ?? 0) + dy);
      case 'C':
        return this.#curveTo(at(0), at(1), at(2), at(3), at(4), at(5));
      case 'S':
        return this.#curveTo(...this.#mirrored('C'), at(0), at(1), at(2), at(3));
      case 'Q':
        return this.#quadTo(at(0), at(1), at(2), at(3));
      case 'T':
        return this.#quadTo(...this.#mirrored('Q'), at(0), at(1));
      case 'A':
        return this.#arcTo(values, (values[5] ?? 0) + dx, (values[6] ?? 0) + dy);
      default:
        return this.#close();
    }
  }

  #to(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#control = undefined;
  }

  #moveTo(x: number, y: number): void {
    this.steps.push(['M', x, y]);
    this.#start = [x, y];
    this.#to(x, y);
  }

  #lineTo(x: number, y: number): void {
    this.steps.push(['L', x, y]);
    this.#to(x, y);
  }

  #curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.steps.push(['C', x1, y1, x2, y2, x, y]);
    this.#to(x, y);
    this.#control = [x2, y2, 'C'];
  }

  #quadTo(cx: number, cy: number, x: number, y: number): void {
    const [fromX, fromY] = [this.#x, this.#y];
    const third = (end: number, control: number): number => end + (2 / 3) * (control - end);
    this.#curveTo(third(fromX, cx), third(fromY, cy), third(x, cx), third(y, cy), x, y);
    this.#control = [cx, cy, 'Q'];
  }

  #arcTo([rx = 0, ry = 0, tilt = 0, large = 0, sweep = 0]: readonly number[], x: number, y: number): void {
    for (const step of arc([this.#x, this.#y], [Math.abs(rx), Math.abs(ry)], (tilt * Math.PI) / 180, large === 1, sweep === 1, [x, y]))
      this.steps.push(step);
    this.#to(x, y);
  }

  #close(): void {
    this.steps.push(['Z']);
    this.#to(...this.#start);
  }

  #mirrored(kind: 'C' | 'Q'): readonly [number, number] {
    const control = this.#control;
    return control === undefined || control[2] !== kind ? [this.#x, this.#y] : [2 * this.#x - control[0], 2 * this.#y - control[1]];
  }
}

type Point = readonly [number, number];

/** An elliptical arc as cubic curves of at most a quarter turn. SVG 2, appendix B.2.4. */
function arc(from: Point, [rx, ry]: Point, tilt: number, large: boolean, sweep: boolean, to: Point): readonly Step[] {
  if (rx === 0 || ry === 0) return [['L', ...to]];
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [px, py] = [cos * halfX + sin * halfY, -sin * halfX + cos * halfY];
  const grown = Math.sqrt(Math.max(1, (px / rx) ** 2 + (py / ry) ** 2));
  const [a, b] = [rx * grown, ry * grown];
  const share = (a * py) ** 2 + (b * px) ** 2;
  const away = share === 0 ? 0 : Math.sqrt(Math.max(0, (a * b) ** 2 / share - 1)) * (large === sweep ? -1 : 1);
  const [ux, uy] = [(away * a * py) / b, (-away * b * px) / a];
  const begin = Math.atan2((py - uy) / b, (px - ux) / a);
  const end = Math.atan2((-py - uy) / b, (-px - ux) / a);
  const turn = end - begin + (sweep && end < begin ? 2 * Math.PI : 0) - (!sweep && end > begin ? 2 * Math.PI : 0);
  const place: Matrix = [
    cos * a,
    sin * a,
    -sin * b,
    cos * b,
    cos * ux - sin * uy + (from[0] + to[0]) / 2,
    sin * ux + cos * uy + (from[1] + to[1]) / 2,
  ];
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  return movedPath(
    place,
    Array.from({ length: pieces }, (_, at) => unitArc(begin + (turn * at) / pieces, turn / pieces)),
  );
}

/** The piece of the unit circle from an angle on, as one curve. */
function unitArc(from: number, turn: number): Step {
  const reach = (4 / 3) * Math.tan(turn / 4);
  const [x1, y1, x2, y2] = [Math.cos(from), Math.sin(from), Math.cos(from + turn), Math.sin(from + turn)];
  return ['C', x1 - reach * y1, y1 + reach * x1, x2 + reach * y2, y2 - reach * x2, x2, y2];
}
