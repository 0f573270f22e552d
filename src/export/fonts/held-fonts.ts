import { attribute, numberAttribute, textOf } from '../drawing/drawing.js';
import type { Drawing, DrawingNode } from '../drawing/drawing.js';
import { fontFile } from './font-file.js';
import { familyName, pageFaces } from './page-faces.js';
import type { PageFace } from './page-faces.js';

/** How many characters of fonts a file holds at most. */
const MOST = 1_500_000;

/** How long all fonts together may take, in milliseconds. */
const PATIENCE = 5000;

/** Rules for the web fonts of a drawing, which hold them. */
export type HeldFonts = (drawing: Drawing) => Promise<string>;

/**
 * Takes the page's web fonts into files: for a drawing, `@font-face` rules with the faces that its texts need as `data:` URLs, of all
 * `files` together at most 1.5 MB. They are fetched as the page itself has fetched them, mostly from the browser's cache, each once. What
 * cannot be had, or is too large, is left out; what only this reader's system has cannot be had.
 */
export function holdFonts(files = 1): HeldFonts {
  const faces = pageFaces();
  const rules = new Map<PageFace, Promise<string>>();
  const patience = new AbortController();
  setTimeout(() => patience.abort(), PATIENCE);
  const rule = (face: PageFace): Promise<string> => {
    const made = rules.get(face) ?? ruleOf(face, patience.signal);
    rules.set(face, made);
    return made;
  };
  return async (drawing) => {
    let room = MOST / files;
    let held = '';
    for (const one of await Promise.all(facesOf(drawing, faces).map(rule))) {
      if (one.length > room) continue;
      room -= one.length;
      held += one;
    }
    return held;
  };
}

/** The faces that the texts of a drawing need, those of the first text first. */
function facesOf({ children }: Drawing, faces: readonly PageFace[]): readonly PageFace[] {
  const needed = textsIn(children).flatMap((text) => {
    const points = Array.from(textOf(text), (character) => character.codePointAt(0) ?? 0);
    const weight = numberAttribute(text, 'font-weight', 400);
    return (attribute(text, 'font-family') ?? '')
      .split(',')
      .flatMap((family) => nearest(faces, familyName(family), weight))
      .filter(({ range }) => isFor(range, points));
  });
  return [...new Set(needed)];
}

function textsIn(nodes: readonly (DrawingNode | string)[]): readonly DrawingNode[] {
  return nodes.flatMap((child) => (typeof child === 'string' ? [] : child.name === 'text' ? [child] : textsIn(child.children)));
}

/** The faces of a family that browsers draw an upright text of a weight with; several where they are for different characters. */
function nearest(faces: readonly PageFace[], family: string, weight: number): readonly PageFace[] {
  const ranked = faces.filter((face) => face.family === family).map((face) => ({ face, rank: rankOf(face, weight) }));
  const least = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === least).map(({ face }) => face);
}

/** How far a face is from an upright text of normal width: first its width counts, then its style, then its weight (CSS Fonts 4, 5.2). */
function rankOf({ weights: [lightest, heaviest], isUpright, isNormalWidth }: PageFace, weight: number): number {
  const next = Math.min(Math.max(weight, lightest), heaviest);
  const isMiddle = weight >= 400 && weight <= 500;
  const isSought = next === weight || (isMiddle ? next > weight && next <= 500 : next > weight === weight > 500);
  const side = isSought ? 0 : isMiddle && next > weight ? 2000 : 1000;
  return Math.abs(next - weight) + side + (isUpright ? 0 : 1e4) + (isNormalWidth ? 0 : 1e5);
}

/** Whether any of the code points is within ranges as CSS writes them. */
function isFor(range: string, points: readonly number[]): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    const [first, last] = [Number.parseInt(from.replace(/\?/g, '0'), 16), Number.parseInt(to.replace(/\?/g, 'f'), 16)];
    return points.some((point) => point >= first && point <= last);
  });
}

async function ruleOf({ descriptors, files, base }: PageFace, signal: AbortSignal): Promise<string> {
  for (const file of files) {
    const url = await fontFile(file, base, signal);
    if (url !== undefined) return `@font-face{${descriptors}src:url(${url})}`;
  }
  return '';
}
