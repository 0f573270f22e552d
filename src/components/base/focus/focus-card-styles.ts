import { css } from 'lit';
import { text } from '../tokens.js';

/** Styles of the focus card: surface inverted. */
export const focusCardStyles = css`
  .card {
    position: absolute;
    inset: auto;
    z-index: 2;
    margin: 0;
    border: 0;
    inline-size: max-content;
    max-inline-size: min(var(--_card-width), 90vw);
    padding: var(--_space-2) var(--_space-3);
    color: var(--_surface);
    background: var(--_text);
    border-radius: var(--_radius-control);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
    ${text('body')}
  }
  .card[hidden] {
    display: none;
  }
  .card-title {
    font-weight: 600;
  }
  .card dl {
    display: grid;
    grid-template-columns: auto auto;
    column-gap: var(--_space-3);
    margin: 0;
  }
  .card .with-shares {
    grid-template-columns: auto auto auto;
  }
  .card dt {
    grid-column: 1;
  }
  .card dd {
    margin: 0;
    text-align: end;
  }
  .card.away {
    visibility: hidden;
  }
  .card.seen-through {
    pointer-events: none;
  }
  @media print {
    .card {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      animation: appear var(--_quick) ease-out;
    }
  }
  @media (forced-colors: active) {
    .card {
      border: var(--_hairline) solid CanvasText;
      color: CanvasText;
      background: Canvas;
    }
  }
`;
