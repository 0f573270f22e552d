import { css, html } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import { boundNumbers } from '../text/bound-numbers.js';
import { renderFigure } from '../text/figure.js';
import { labelled } from '../focus/labelled.js';
import { text } from '../tokens.js';

/** One number with what it is of. */
export interface Tile {
  readonly label: string;
  /** The number as it is written; undefined where it is not known. */
  readonly figure: string | undefined;
  /** Lines under the number: its denominator, its change, why it is not known. */
  readonly notes: readonly TileNote[];
}

/** A line of a tile: a sentence, which may be drawn with more than its words. */
export type TileNote = string | { readonly sentence: string; readonly drawn: TemplateResult };

/** Styles of tiles. */
export const tileStyles: CSSResult = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--_tile-width, 14rem)), 1fr));
    gap: var(--_space-4) var(--_space-5);
    margin: 0;
  }
  dt {
    ${text('title')}
  }
  dd {
    margin: 0;
  }
  .figure {
    ${text('figure')}
  }
  .of {
    color: var(--_muted);
  }
  .bound {
    white-space: nowrap;
  }
`;

/** Numbers beside each other, as many in a line as there is room for. */
export function renderTiles(tiles: readonly Tile[]): TemplateResult {
  return html`<dl class="tiles">${tiles.map(renderTile)}</dl>`;
}

/** The lines of tiles as sentences, each with what it is about. */
export function tileSentences(tiles: readonly Tile[]): readonly string[] {
  return tiles.flatMap(({ label, notes }) => notes.map((note) => labelled(label, typeof note === 'string' ? note : note.sentence)));
}

function renderTile({ label, figure, notes }: Tile): TemplateResult {
  return html` <div part="tile">
    <dt>${label}</dt>
    <dd class="figure">${renderFigure(figure)}</dd>
    ${notes.map((note) => html`<dd class="of sentence">${typeof note === 'string' ? boundNumbers(note) : note.drawn}</dd>`)}
  </div>`;
}
