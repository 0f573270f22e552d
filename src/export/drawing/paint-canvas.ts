import type { Ink, Mark, TextMark } from './marks.js';
import { cssFont } from './measure.js';
import type { Step } from './path-data.js';

/** Paints marks on a canvas, with the fonts of the page. */
export function paintMarks(canvas: CanvasRenderingContext2D, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'text') {
      paintText(canvas, mark);
    } else if (mark.kind === 'clip') {
      canvas.save();
      canvas.clip(outline(mark.path));
      paintMarks(canvas, mark.marks);
      canvas.restore();
    } else {
      paintPath(canvas, mark);
    }
  }
}

function paintPath(canvas: CanvasRenderingContext2D, { path, evenOdd, fill, stroke }: Extract<Mark, { kind: 'path' }>): void {
  const shape = outline(path);
  if (fill !== undefined) {
    canvas.fillStyle = css(fill);
    canvas.fill(shape, evenOdd ? 'evenodd' : 'nonzero');
  }
  if (stroke !== undefined) {
    canvas.strokeStyle = css(stroke);
    canvas.lineWidth = stroke.width;
    canvas.lineCap = stroke.cap;
    canvas.lineJoin = stroke.join;
    canvas.setLineDash([...stroke.dash]);
    canvas.stroke(shape);
  }
}

function paintText(canvas: CanvasRenderingContext2D, { text, matrix, x, y, ink, align, direction, ...font }: TextMark): void {
  canvas.save();
  canvas.transform(...matrix);
  canvas.font = cssFont(font);
  canvas.direction = direction;
  canvas.textAlign = align;
  canvas.fillStyle = css(ink);
  canvas.fillText(text, x, y);
  canvas.restore();
}

function outline(path: readonly Step[]): Path2D {
  const shape = new Path2D();
  for (const step of path) {
    if (step[0] === 'M') shape.moveTo(step[1], step[2]);
    else if (step[0] === 'L') shape.lineTo(step[1], step[2]);
    else if (step[0] === 'C') shape.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else shape.closePath();
  }
  return shape;
}

/** `#rrggbb` with its opacity as two more digits. */
function css({ hex, opacity }: Ink): string {
  return (
    hex +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
