import { msg } from '../../localize/msg.js';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { SIZES } from '../base/tokens.js';
import { dashOf, drawMarker, drawPatterns } from './series/series-patterns.js';
import type { Fill } from './series/series-patterns.js';

/** One entry of a legend. */
export interface LegendEntry {
  readonly name: string;
  /** What the entry looks like in the drawing: a filled mark, or the line of a series. */
  readonly looks: { readonly fill: Fill } | { readonly line: number };
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** How what is without filters is drawn behind the series. */
export type GhostLooks = 'ghost' | 'ghost-line';

const [WIDTH, FILLED, HEIGHT] = [SIZES.hatch * 4, SIZES.hatch * 3, SIZES.hatch * 2];

/** The names of the series in the order of the drawing, each a button that shows or hides it; the last that is shown stays. */
export function renderLegend(entries: readonly LegendEntry[], label: string): TemplateResult | typeof nothing {
  if (entries.length < 2) return nothing;
  const one = entries.filter(({ shown }) => shown).length === 1;
  return html` <div part="legend" class="legend" role="group" aria-label=${label}>
    ${entries.map(
      ({ name, looks, shown, toggle }) =>
        html` <button
          type="button"
          class="entry"
          aria-pressed=${String(shown)}
          aria-disabled=${String(one && shown)}
          @click=${one && shown ? nothing : toggle}
        >
          ${renderSwatch(looks)}<span>${name}</span>
        </button>`,
    )}
  </div>`;
}

/** What is drawn behind the marks while filters apply; after all controls, which stay where they are, or in the line of a text. */
export function renderGhostKey(looks: GhostLooks, place: 'legend' | 'key' = 'legend'): TemplateResult {
  return html` <span part="legend" class=${place}>
    <span class="entry">${renderSwatch(looks)}<span>${msg('Without filters', { id: 'card.whole' })}</span></span>
  </span>`;
}

function renderSwatch(looks: LegendEntry['looks'] | GhostLooks): TemplateResult {
  const isLine = looks === 'ghost-line' || (typeof looks === 'object' && 'line' in looks);
  return html`<svg class=${isLine ? '' : 'filled'} aria-hidden="true" width=${isLine ? WIDTH : FILLED} height=${HEIGHT}>
    ${swatch(looks)}
  </svg>`;
}

function swatch(looks: LegendEntry['looks'] | GhostLooks): SVGTemplateResult {
  const middle = HEIGHT / 2;
  if (looks === 'ghost') return svg`<rect class="ghost" width=${FILLED} height=${HEIGHT}></rect>`;
  if (looks === 'ghost-line') return svg`<line class="ghost-line" x2=${WIDTH} y1=${middle} y2=${middle}></line>`;
  if ('fill' in looks) return svg`${drawPatterns()}<rect class=${`bar ${looks.fill}`} width=${FILLED} height=${HEIGHT}></rect>`;
  return svg`
    <line class=${`line series-${looks.line + 1}`} stroke-dasharray=${dashOf(looks.line)} x1="0" x2=${WIDTH} y1=${middle} y2=${middle}></line>
    ${drawMarker(looks.line, { x: WIDTH / 2, y: middle }, SIZES.dot)}`;
}
