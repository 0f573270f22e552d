import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/** A colour of both modes. */
export interface ColorToken {
  readonly light: string;
  readonly dark: string;
}

/** A series: its colour, and what tells it from the others without colour. */
export interface SeriesToken extends ColorToken {
  readonly dash: string;
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'ring' | 'open-square' | 'open-triangle' | 'open-diamond';
  readonly pattern: 'plain' | 'slash' | 'dots' | 'backslash' | 'horizontal' | 'vertical' | 'grid' | 'cross';
}

export type ColorName =
  | 'surface'
  | 'sunken'
  | 'text'
  | 'muted'
  | 'axis'
  | 'border'
  | 'grid'
  | 'accent'
  | 'focus'
  | 'selected'
  | 'ghost'
  | 'notice'
  | 'notice-surface'
  | 'error'
  | 'error-surface';

/** A size of text, by what it is used for. */
export type TextName = 'figure' | 'headline' | 'title' | 'body' | 'small';

/** Ink, surfaces and roles, by the name in `--stats-color-<name>`. */
export const COLORS: Readonly<Record<ColorName, ColorToken>> = {
  surface: { light: '#ffffff', dark: '#14181b' },
  sunken: { light: '#f6f7f8', dark: '#1d2327' },
  text: { light: '#1b2226', dark: '#e8ecee' },
  muted: { light: '#566168', dark: '#a3aeb5' },
  axis: { light: '#79848b', dark: '#75828a' },
  border: { light: '#d3d9dd', dark: '#384147' },
  grid: { light: '#e3e7ea', dark: '#2a3136' },
  accent: { light: '#0f6370', dark: '#7bc6ce' },
  focus: { light: '#0b57d0', dark: '#8ab4f8' },
  selected: { light: '#e3f1f2', dark: '#1d3a3e' },
  ghost: { light: '#c9d3d8', dark: '#3b464d' },
  notice: { light: '#7a5200', dark: '#f0c15c' },
  'notice-surface': { light: '#fff6e0', dark: '#33290f' },
  error: { light: '#a3241b', dark: '#ff9a90' },
  'error-surface': { light: '#fdeceb', dark: '#3b1a18' },
};

/** The eight series, in order. */
export const SERIES: readonly SeriesToken[] = [
  { light: '#1f6f78', dark: '#58b5bd', dash: '', marker: 'circle', pattern: 'plain' },
  { light: '#a07f02', dark: '#a8ae4d', dash: '6 3', marker: 'square', pattern: 'slash' },
  { light: '#391d79', dark: '#7865b7', dash: '2 3', marker: 'triangle', pattern: 'dots' },
  { light: '#982d48', dark: '#cb898c', dash: '8 3 2 3', marker: 'diamond', pattern: 'backslash' },
  { light: '#5992cc', dark: '#c1cefc', dash: '', marker: 'ring', pattern: 'horizontal' },
  { light: '#4c3306', dark: '#fecca2', dash: '6 3', marker: 'open-square', pattern: 'vertical' },
  { light: '#7b9662', dark: '#488241', dash: '2 3', marker: 'open-triangle', pattern: 'grid' },
  { light: '#7e53b0', dark: '#a1567c', dash: '8 3 2 3', marker: 'open-diamond', pattern: 'cross' },
];

/** Risk levels; glyph and word always stand beside the colour. */
export const RISK: Readonly<Record<'high' | 'medium' | 'low' | 'none', ColorToken>> = {
  high: { light: '#8f1d14', dark: '#ff8d82' },
  medium: { light: '#a86a00', dark: '#f0c75e' },
  low: { light: '#3a6ea5', dark: '#7fb2e5' },
  none: { light: '#566168', dark: '#a3aeb5' },
};

/** Heat cells, by quantile, least first. */
export const SEQUENTIAL: readonly ColorToken[] = [
  { light: '#e9f4f6', dark: '#1b292b' },
  { light: '#c8e4e7', dark: '#234043' },
  { light: '#90c9d0', dark: '#315d62' },
  { light: '#49a1ab', dark: '#4c969f' },
  { light: '#13676f', dark: '#77ced8' },
];

/** Type: size and line height in px at a root size of 16, set in rem so that 200 % works. */
export const TYPE: Readonly<Record<TextName, { readonly size: number; readonly line: number; readonly weight: 400 | 600 }>> = {
  figure: { size: 28, line: 32, weight: 600 },
  headline: { size: 16, line: 21, weight: 600 },
  title: { size: 14, line: 20, weight: 600 },
  body: { size: 13, line: 18, weight: 400 },
  small: { size: 12, line: 16, weight: 400 },
};

/** Steps of space in px, `--stats-space-1` to `-6`. */
export const SPACE = [4, 8, 12, 16, 24, 32] as const;

/** Numbers that drawings need, in px at a root size of 16, and pauses in ms. */
export const SIZES = {
  plotHeight: { compact: 160, default: 200, full: 280 },
  /** What stands above and below a drawing that fills the screen. */
  besidePlot: 224,
  /** `share` of the step, between `least` and `most`; a lying bar is `thickness` with `gap` to the next where there are many. */
  bar: { thickness: 16, gap: 8, least: 4, most: 48, mostLying: 28, share: 0.66 },
  /** Most bars that stand beside each other. */
  mostUpright: 25,
  tick: 4,
  dot: 4,
  cap: 4,
  hatch: 6,
  hatchLength: 32,
  /** The padlock where a number is withheld. */
  lock: 10,
  lineSmall: 16,
  labelWidth: 400,
  labelShare: 0.4,
  scrollbar: 12,
  /** Width in which a box fades at a side to which it can be scrolled on. */
  fade: 40,
  narrow: 480,
  tooltipDelay: 120,
  edge: 4,
  rowHeight: 32,
} as const;

const named: readonly (readonly [string, ColorToken])[] = [
  ...Object.entries(COLORS),
  ...SERIES.map((token, at) => [`series-${at + 1}`, token] as const),
  ...Object.entries(RISK).map(([level, token]) => [`risk-${level}`, token] as const),
  ...SEQUENTIAL.map((token, at) => [`sequential-${at + 1}`, token] as const),
];

const light = named.map(([name, color]) => `--_${name}: var(--stats-color-${name}, ${color.light});`).join('');
const both = named.map(([name, color]) => `--_${name}: var(--stats-color-${name}, light-dark(${color.light}, ${color.dark}));`).join('');
const type = Object.entries(TYPE)
  .map(
    ([name, { size, line }]) =>
      `--_text-${name}: var(--stats-text-${name}, ${rem(size)}); --_line-${name}: var(--stats-line-${name}, ${rem(line)});`,
  )
  .join('');
const space = SPACE.map((px, at) => `--_space-${at + 1}: var(--stats-space-${at + 1}, ${rem(px)});`).join('');
const plots = Object.entries(SIZES.plotHeight)
  .map(([name, px]) => `--_plot-${name}: var(--stats-plot-height, ${rem(px)});`)
  .join('');
const ink = [...SERIES.map((_, at) => `series-${at + 1}`), ...Object.keys(RISK).map((level) => `risk-${level}`)]
  .map((name) => `--_${name}: CanvasText;`)
  .join('');

/** Declarations for text of a size. The font itself is inherited from the host, which a `font` shorthand could not say. */
export function text(name: TextName): CSSResult {
  return unsafeCSS(
    `font-size: var(--_text-${name}); line-height: calc(var(--_line-${name}) + var(--_leading)); font-weight: ${TYPE[name].weight};`,
  );
}

/** A length for CSSOM and canvas, in px. */
export function px(length: number): string {
  return `${length}px`;
}

/**
 * The design tokens as custom properties. A host overrides any of them by its public name, `--stats-…`; styles of widgets read
 * the private `--_…` only. Dark follows the `color-scheme` of the host; browsers without `light-dark()` show light.
 */
export const tokens: CSSResult = css`
  :host {
    ${unsafeCSS(light)}
    ${unsafeCSS(type)}
    ${unsafeCSS(space)}
    ${unsafeCSS(plots)}
    --_leading: 0rem;
    --_radius-card: var(--stats-radius-card, 6px);
    --_radius-control: var(--stats-radius-control, 4px);
    --_hairline: 1px;
    --_stroke: 2px;
    --_accent-bar: 3px;
    --_focus-offset: 2px;
    --_target: 24px;
    --_touch: 44px;
    --_row: ${unsafeCSS(rem(SIZES.rowHeight))};
    --_menu-width: 13rem;
    --_card-width: 18rem;
    --_shadow: 0 4px 16px rgb(0 0 0 / 0.16);
    --_quick: 120ms;
    --_calm: 200ms;
    --_patience: 2s;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${unsafeCSS(both)}
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_sunken: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_axis: CanvasText;
      --_border: CanvasText;
      --_grid: GrayText;
      --_accent: LinkText;
      --_focus: Highlight;
      --_selected: Canvas;
      --_ghost: Canvas;
      --_notice: CanvasText;
      --_notice-surface: Canvas;
      --_error: CanvasText;
      --_error-surface: Canvas;
      ${unsafeCSS(ink)}
    }
  }
`;

/** A length of the design in rem, so that it grows with the reader’s text. */
export function rem(px: number): string {
  return `${px / 16}rem`;
}
