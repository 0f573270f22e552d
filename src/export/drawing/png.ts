import type { Drawing } from './drawing.js';
import { marksOf, placedAt } from './marks.js';
import { paintMarks } from './paint-canvas.js';

/** Longest side that every browser's canvas takes, in pixels. */
const LONGEST = 8192;

/**
 * A drawing as a PNG file, `scale` pixels to a CSS px, and fewer where a side would be longer than 8,192 pixels. It is painted by the
 * page itself: web fonts of the page show, and no image has to be loaded. Throws an Error where the browser has no canvas to give.
 */
export async function toPng(drawing: Drawing, scale = 2): Promise<Blob> {
  const zoom = Math.min(scale, LONGEST / Math.max(drawing.width, drawing.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawing.width * zoom);
  canvas.height = Math.round(drawing.height * zoom);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no canvas to paint the picture on.');
  paintMarks(context, marksOf(drawing, placedAt(drawing, 0, 0, zoom)));
  const blob = await new Promise<Blob | null>((settle) => {
    canvas.toBlob(settle, 'image/png');
  });
  if (blob === null) throw new Error('The browser could not write the picture.');
  return blob;
}
