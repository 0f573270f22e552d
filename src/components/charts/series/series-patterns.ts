import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { SERIES, SIZES } from '../../base/tokens.js';
import type { SeriesToken } from '../../base/tokens.js';
import type { Point } from '../layout.js';

const SIZE = SIZES.hatch;

/** How a measure is filled: the colour of a series, plain or with a pattern over it. */
export type Fill = `fill-${number}` | 'fill-part' | 'fill-whole';

/** The patterns of the series, and the one of a whole whose part is plain; each has the class and the id of its fill. */
export function drawPatterns(): SVGTemplateResult {
  return svg`
    <defs>
      ${SERIES.map((token, at) => pattern(`fill-${at + 1}`, `series-${at + 1}`, motif(token.pattern)))}
      ${pattern('fill-whole', 'series-1 light', motif('slash'))}
    </defs>`;
}

/** The marker of a series at a point. */
export function drawMarker(at: number, { x, y }: Point, radius: number): SVGTemplateResult {
  const { marker } = SERIES[at % SERIES.length] ?? { marker: 'circle' };
  const open = marker === 'ring' || marker.startsWith('open');
  const name = `marker series-${at + 1}${open ? ' open' : ''}`;
  return svg`<path class=${name} d=${outline(marker, x, y, radius)}></path>`;
}

/** How a line of a series is dashed; empty for a solid one. */
export function dashOf(at: number): string {
  return SERIES[at % SERIES.length]?.dash ?? '';
}

function outline(marker: SeriesToken['marker'], x: number, y: number, r: number): string {
  switch (marker) {
    case 'circle':
    case 'ring':
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 'square':
    case 'open-square':
      return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case 'triangle':
    case 'open-triangle':
      return `M${x} ${y - r * 1.2}L${x + r * 1.1} ${y + r * 0.8}H${x - r * 1.1}Z`;
    case 'diamond':
    case 'open-diamond':
      return `M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z`;
  }
}

function pattern(id: string, series: string, strokes: string): SVGTemplateResult {
  return svg`
    <pattern id=${id} class=${series} width=${SIZE} height=${SIZE} patternUnits="userSpaceOnUse">
      <rect width=${SIZE} height=${SIZE}></rect>
      <path class="motif" d=${strokes}></path>
    </pattern>`;
}

/** Strokes that meet those of the neighbouring tiles. */
function motif(name: SeriesToken['pattern']): string {
  const half = SIZE / 2;
  switch (name) {
    case 'plain':
      return '';
    case 'slash':
      return `M${-half} ${half}L${half} ${-half}M0 ${SIZE}L${SIZE} 0M${half} ${SIZE + half}L${SIZE + half} ${half}`;
    case 'backslash':
      return `M${-half} ${half}L${half} ${SIZE + half}M0 0L${SIZE} ${SIZE}M${half} ${-half}L${SIZE + half} ${half}`;
    case 'dots':
      return `M${half - 1} ${half}h2`;
    case 'horizontal':
      return `M0 ${half}H${SIZE}`;
    case 'vertical':
      return `M${half} 0V${SIZE}`;
    case 'grid':
      return `M0 ${half}H${SIZE}M${half} 0V${SIZE}`;
    case 'cross':
      return `M0 0L${SIZE} ${SIZE}M0 ${SIZE}L${SIZE} 0`;
  }
}
