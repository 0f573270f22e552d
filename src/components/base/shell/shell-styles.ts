import { css, unsafeCSS } from 'lit';
import { focusCardStyles } from '../focus/focus-card-styles.js';
import { menuStyles } from '../menu/menu-styles.js';
import { stateStyles } from '../states/state-styles.js';
import { rem, SIZES, text } from '../tokens.js';

/**
 * Styles of the shell: card, header, notices; with those of its states, menus and cards. `--stats-card: none` takes border, padding and
 * background away: as a padding it is invalid, and an invalid padding is 0. What the page says of every element it says of the host, too,
 * and that goes before `:host`; so the card repeats what a reader needs.
 */
export const shellStyles = [
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    :host,
    .base {
      color: var(--_text);
      font-family: var(--stats-font, inherit);
      font-style: normal;
      letter-spacing: normal;
      text-align: start;
      text-transform: none;
      ${text('body')}
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
    }
    p,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      margin: 0;
    }
    button {
      font: inherit;
      color: inherit;
      background: none;
      border: 0;
      padding: 0;
      cursor: pointer;
    }
    /* The beginning of a name whose letters run the other way: in Firefox by this, in Chromium by the dir of options. */
    select {
      unicode-bidi: plaintext;
      text-overflow: ellipsis;
    }
    :focus-visible {
      outline: var(--_stroke) solid var(--_focus);
      outline-offset: var(--_focus-offset);
    }
    .base {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
      border: var(--stats-card, var(--_hairline) solid var(--_border));
      padding: var(--stats-card, var(--_space-4));
      background: var(--stats-card, var(--_surface));
      border-radius: var(--_radius-card);
      font-variant-numeric: tabular-nums;
    }
    .tall {
      --_leading: 0.25rem;
    }
    header {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: var(--_space-2);
      row-gap: 0.125rem;
      margin-block-end: var(--_space-3);
    }
    .heading {
      align-self: center;
      overflow-wrap: anywhere;
      ${text('title')}
    }
    .headline,
    .subtitle {
      grid-column: 1 / -1;
      max-inline-size: 45rem;
      overflow-wrap: anywhere;
    }
    .headline {
      text-wrap: pretty;
      ${text('headline')}
    }
    .awaited {
      min-block-size: calc(var(--_line-headline) + var(--_leading));
      max-inline-size: 20rem;
      background: var(--_sunken);
      border-radius: var(--_radius-control);
    }
    .blank {
      background: none;
    }
    .read {
      inline-size: fit-content;
      max-inline-size: 100%;
      display: flex;
      align-items: center;
      padding-inline: var(--_space-2);
      color: var(--_notice);
      background: var(--_notice-surface);
      ${text('body')}
    }
    .headline .link {
      min-block-size: 0;
      ${text('body')}
    }
    .subtitle {
      grid-row: 3;
      color: var(--_muted);
      ${text('small')}
    }
    .held {
      visibility: hidden;
    }
    .late {
      opacity: 0.6;
    }
    .stands-back {
      animation: conceal 0s var(--_patience) both;
    }
    .waiting {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
      animation: reveal 0s var(--_patience) both;
    }
    @keyframes conceal {
      to {
        visibility: hidden;
      }
    }
    .controls {
      display: flex;
      gap: var(--_space-1);
      align-items: center;
      align-self: start;
      block-size: calc(var(--_line-title) + var(--_leading));
    }
    .link {
      color: var(--_accent);
      text-decoration: underline;
      text-underline-offset: 0.15em;
      margin-inline-start: calc(-1 * var(--_space-1));
      padding-inline: var(--_space-1);
      min-block-size: var(--_target);
      border-radius: var(--_radius-control);
    }
    .counted {
      margin-block-start: var(--_space-3);
      padding: var(--_space-3);
      background: var(--_sunken);
      border-radius: var(--_radius-control);
      ${text('body')}
    }
    .counted-head {
      display: flex;
      justify-content: space-between;
      gap: var(--_space-2);
    }
    .counted p,
    .counted dl,
    .counted dd {
      margin: 0;
    }
    .counted-title,
    .counted dt {
      font-weight: 600;
    }
    .counted dt {
      inline-size: fit-content;
      margin-block-start: var(--_space-2);
      outline-offset: 0;
    }
    :host(:fullscreen) {
      overflow: auto;
      padding: var(--_space-4);
      background: var(--_surface);
      --stats-plot-height: max(${unsafeCSS(rem(SIZES.plotHeight.full))}, calc(100vh - ${unsafeCSS(rem(SIZES.besidePlot))}));
      --stats-table-height: max(${unsafeCSS(rem(SIZES.plotHeight.full))}, calc(100vh - ${unsafeCSS(rem(SIZES.besidePlot))}));
    }
    .notice {
      color: var(--_notice);
      background: var(--_notice-surface);
      border-radius: var(--_radius-control);
      padding: var(--_space-1) var(--_space-2);
      margin-block-end: var(--_space-2);
      overflow-wrap: anywhere;
    }
    .notice .link {
      color: inherit;
    }
    :is(p, dd) > .link {
      min-block-size: 0;
    }
    .notice progress {
      display: block;
      margin-block: var(--_space-1);
    }
    .body {
      min-inline-size: 0;
      position: relative;
    }
    .bound {
      white-space: nowrap;
    }
    .visually-hidden {
      position: absolute;
      inline-size: 0.0625rem;
      block-size: 0.0625rem;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @container (inline-size < 30rem) {
      .waiting {
        white-space: normal;
      }
      .awaited {
        min-block-size: calc(2 * (var(--_line-headline) + var(--_leading)));
      }
      .base {
        padding: var(--stats-card, var(--_space-3));
      }
      .notice .link,
      .link {
        position: relative;
      }
      .link::after {
        content: '';
        position: absolute;
        inset-inline: 0;
        inset-block-start: 50%;
        block-size: var(--_touch);
        translate: 0 -50%;
      }
    }
    /* On paper Firefox draws no text of an SVG in a container. */
    @supports (-moz-appearance: none) {
      @media print {
        :host {
          container-type: normal;
        }
      }
    }
    .printed {
      display: none;
    }
    @media print {
      .printed {
        display: block;
        margin: var(--_space-2) 0 0;
        break-before: avoid;
        color: var(--_muted);
        ${text('small')}
      }
      .printed::before {
        content: attr(data-line);
      }
      .controls,
      .blank,
      .notice progress,
      .link {
        display: none;
      }
      .notice {
        break-inside: avoid;
      }
      .base {
        break-inside: avoid;
      }
    }
  `,
  stateStyles,
  menuStyles,
  focusCardStyles,
];
