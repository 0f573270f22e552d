import { toCsv, toDictionaryCsv } from './csv.js';
import type { CsvOptions } from './csv.js';
import type { ExportDocument, ExportPart } from '../document.js';
import { figureOf } from '../drawing/figure.js';
import { fileStem } from './file-name.js';
import { holdFonts } from '../fonts/held-fonts.js';
import { toJson } from './json.js';
import type { ExportStyle } from '../look.js';
import { toSvg } from '../drawing/svg.js';
import { zip } from './zip.js';
import type { ZipEntry } from './zip.js';

/**
 * A whole report as one ZIP file: a CSV file and, where there is a drawing, an SVG file for each part, numbered in its order, the data
 * dictionary of all of them with filters, timezone and age of the data, and everything as JSON.
 */
export async function toBundle(
  document: ExportDocument,
  style: ExportStyle,
  options: Omit<CsvOptions, 'texts' | 'about'> = {},
): Promise<Blob> {
  const csv = { ...options, texts: style.texts };
  const digits = String(document.parts.length).length;
  const fontsOf = holdFonts(document.parts.filter(({ drawing }) => drawing !== undefined).length);
  const entriesOf = async (part: ExportPart, at: number): Promise<readonly ZipEntry[]> => {
    const stem = `${String(at + 1).padStart(digits, '0')}-${fileStem(part.title)}`;
    const table = part.columns.length === 0 ? [] : [{ name: `${stem}.csv`, content: toCsv(document, csv, part) }];
    const figure = figureOf(document, part, style);
    if (figure === undefined) return table;
    const label = { title: part.title, description: part.headline, language: document.language };
    return [...table, { name: `${stem}.svg`, content: toSvg(figure, label, await fontsOf(figure)) }];
  };
  const parts = await Promise.all(document.parts.map(entriesOf));
  const whole = [
    { name: 'data-dictionary.csv', content: toDictionaryCsv(document, csv) },
    { name: `${fileStem(document.title)}.json`, content: toJson(document, style.texts) },
  ];
  return new Blob([zip([...parts.flat(), ...whole], document.generatedAt)], { type: 'application/zip' });
}
