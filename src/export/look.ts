import type { ExportTexts } from './texts.js';

/** Colours and fonts of an export, from the tokens of the page; the light ones for paper. Colours are any CSS colour. */
export interface ExportLook {
  readonly surface: string;
  /** Behind the header of a table. */
  readonly sunken: string;
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  /** Font families as CSS lists them. */
  readonly family: string;
}

/** Size and line height in px, and weight, of each kind of text. */
export const TEXT = {
  title: { size: 14, line: 20, weight: 600 },
  headline: { size: 16, line: 21, weight: 600 },
  body: { size: 13, line: 18, weight: 400 },
  small: { size: 12, line: 16, weight: 400 },
} as const;

/** What everything that is drawn for the eye needs: words and looks. */
export interface ExportStyle {
  readonly texts: ExportTexts;
  readonly look: ExportLook;
}
