import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SIZES } from '../base/tokens.js';
import type { PlacedGap, Point } from './layout.js';
import { drawBox, drawText } from './shapes.js';

/** A hatched gap where no number is shown: with a dash where it is not known, with a lock where it is withheld. */
export function drawGap({ box, dash, isHidden }: PlacedGap): SVGTemplateResult {
  return svg`${drawBox(box, 'gap')}${isHidden ? drawLock(lockBeside(dash)) : drawText(dash, 'tick')}`;
}

/** A padlock, its middle at that place. */
export function drawLock({ x, y }: Point): SVGTemplateResult {
  const half = SIZES.lock / 2;
  const body = `M${x - half} ${y - half / 4}h${2 * half}v${half * 1.25}h${-2 * half}z`;
  const shackle = `M${x - half / 2} ${y - half / 4}v${-half / 2}a${half / 2} ${half / 2} 0 0 1 ${half} 0v${half / 2}`;
  return svg`<path class="lock" aria-hidden="true" d=${`${body}${shackle}`}></path>`;
}

function lockBeside({ x, y, anchor }: PlacedGap['dash']): Point {
  const half = SIZES.lock / 2;
  return { x: anchor === 'middle' ? x : x + half, y: y - half };
}
