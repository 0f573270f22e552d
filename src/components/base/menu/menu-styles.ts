import { css } from 'lit';
import { text } from '../tokens.js';

/** Styles of the ⋮ menu and the list of filters. */
export const menuStyles = css`
  .menu-anchor {
    position: relative;
  }
  .more,
  .badge {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    border-radius: var(--_radius-control);
  }
  .more svg {
    inline-size: 1rem;
    block-size: 1rem;
    fill: var(--_muted);
  }
  .more:hover svg,
  .more[aria-expanded='true'] svg {
    fill: var(--_text);
  }
  .badge {
    border: var(--_hairline) solid var(--_axis);
    padding-inline: var(--_space-2);
    white-space: nowrap;
    ${text('small')}
  }
  .more:hover,
  .badge:hover,
  .more[aria-expanded='true'],
  .badge[aria-expanded='true'] {
    background: var(--_sunken);
  }
  .menu {
    position: absolute;
    inset: auto;
    inset-block-start: calc(100% + var(--_space-1));
    inset-inline-end: 0;
    z-index: 3;
    margin: 0;
    inline-size: max-content;
    min-inline-size: var(--_menu-width);
    max-inline-size: min(var(--_card-width), 90vw);
    max-block-size: calc(100vh - var(--_space-2));
    max-block-size: calc(100dvh - var(--_space-2));
    overflow: auto;
    padding: var(--_space-1) 0;
    color: var(--_text);
    background: var(--_surface);
    border: var(--_hairline) solid var(--_border);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow);
  }
  .menu-item {
    display: grid;
    align-content: center;
    inline-size: 100%;
    min-block-size: var(--_row);
    padding: var(--_space-1) var(--_space-3);
    text-align: start;
    overflow-wrap: anywhere;
    ${text('body')}
  }
  .menu-item:hover,
  .menu-item:focus-visible {
    background: var(--_sunken);
  }
  .menu-item:focus-visible {
    outline-offset: calc(-1 * var(--_stroke));
  }
  .detail {
    color: var(--_muted);
    ${text('small')}
  }
  @container (inline-size < 30rem) {
    .menu-item {
      min-block-size: var(--_touch);
    }
    .more::after,
    .badge::after {
      content: '';
      position: absolute;
      inset-inline: 0;
      inset-block-start: 50%;
      block-size: var(--_touch);
      translate: 0 -50%;
    }
    .more {
      min-inline-size: var(--_touch);
    }
    /* On a card it reaches into the padding. */
    [part='header'] .more {
      margin-inline-end: calc(-1 * var(--_space-3));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .menu {
      animation: appear var(--_quick) ease-out;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
`;
