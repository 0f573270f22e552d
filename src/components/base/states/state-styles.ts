import { css } from 'lit';
import { text } from '../tokens.js';

/** Styles of what stands in the place of a drawing. */
export const stateStyles = css`
  .state {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--_space-2);
    min-block-size: var(--_plot-height, var(--_plot-default));
  }
  .state p {
    position: relative;
    max-inline-size: 60ch;
    overflow-wrap: anywhere;
  }
  .state.empty,
  .state.nobody,
  .state.filtered {
    border-block-end: var(--_hairline) solid var(--_axis);
  }
  .with-glyph {
    display: flex;
    gap: var(--_space-2);
  }
  .glyph {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-block-start: 0.1875rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
  }
  .alert {
    color: var(--_error);
    background: var(--_error-surface);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-control);
    inline-size: 100%;
  }
  .alert .link {
    color: inherit;
    min-block-size: 0;
  }
  .code {
    ${text('small')}
  }
  .skeleton {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_sunken);
  }
  .skeleton .line {
    fill: var(--_grid);
  }
  .progress {
    position: relative;
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-2);
    color: var(--_muted);
    background: var(--_surface);
    border-radius: var(--_radius-control);
    inline-size: min(16rem, 100%);
    animation: reveal 0s var(--_patience) both;
    ${text('small')}
  }
  @container (inline-size < 30rem) {
    .progress {
      inline-size: 100%;
    }
  }
  .progress .link {
    min-block-size: 0;
  }
  @keyframes reveal {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: var(--_space-1);
    border: 0;
    background: var(--_grid);
  }
  progress::-webkit-progress-bar {
    background: var(--_grid);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .state.hatched {
    border: var(--_hairline) dashed var(--_axis);
    border-radius: var(--_radius-control);
    padding: var(--_space-3);
  }
  .hatch {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .hatch line {
    stroke: var(--_axis);
    opacity: 0.45;
  }
  .hatched p {
    background: var(--_surface);
    padding: var(--_space-1) var(--_space-2);
    border-radius: var(--_radius-control);
  }
  /* Where there are no backgrounds: browsers print none by themselves. */
  @media print, (forced-colors: active) {
    .notice,
    .alert,
    .counted {
      border: var(--_hairline) solid var(--_border);
    }
  }
  @media print {
    .state {
      min-block-size: 0;
    }
  }
  @media (forced-colors: active) {
    .skeleton {
      stroke: var(--_grid);
    }
    progress {
      block-size: var(--_space-2);
      border: var(--_hairline) solid CanvasText;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
