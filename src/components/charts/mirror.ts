import type { Box, Line, Point } from './layout.js';

/** Turns what was laid out from left to right around, where the reading direction is the other one. */
export interface Mirror {
  readonly x: (x: number) => number;
  readonly point: (point: Point) => Point;
  readonly line: (line: Line) => Line;
  readonly box: (box: Box) => Box;
}

/** The mirror of a drawing of that width; it changes nothing where reading goes from left to right. */
export function mirrorOf(width: number, rtl: boolean): Mirror {
  const x = (at: number): number => (rtl ? width - at : at);
  const point = (at: Point): Point => ({ x: x(at.x), y: at.y });
  return {
    x,
    point,
    line: ({ from, to }) => ({ from: point(from), to: point(to) }),
    box: (box) => ({ ...box, x: rtl ? width - box.x - box.width : box.x }),
  };
}
