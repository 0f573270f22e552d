import { cellText } from '../files/about.js';
import { bandsOf, fitted, hasNamesakes, numbered, sampleRows } from '../print/bands.js';
import { directionOf } from '../drawing/direction.js';
import { isNumeric } from '../document.js';
import type { ExportColumn, ExportPart } from '../document.js';
import { PRINT } from './flow.js';
import type { Flow, PrintKind } from './flow.js';

const PADDING = 4;
const WIDEST = 170;
const NARROWEST = 28;
/** Rows that are drawn before the page gets its turn again. */
const STRETCH = 100;
/** Rows that stay together on a page, and take no more room in two bands than it is high. */
export const FEW_ROWS = 12;

/** A column of a table on paper. */
interface PlacedColumn {
  readonly column: ExportColumn;
  readonly start: number;
  readonly width: number;
}

/** The text of a cell. */
interface Wrapped {
  readonly lines: readonly string[];
  readonly direction: 'ltr' | 'rtl';
}

/** The widths that the columns of a table want, in points; `isLeast` for those that their longest words need. */
export function columnWidths(flow: Flow, { columns, length }: ExportPart, isLeast = false): readonly number[] {
  return columns.map((column) => {
    const words = column.label.split(' ').map((word) => flow.measure(word, 'strong'));
    const texts = sampleRows(length).map((row) => cellText(column, row, flow.style.texts));
    const cells = (isLeast ? texts.flatMap((text) => text.split(' ')) : texts).map((text) => flow.measure(text, 'body'));
    return Math.max(NARROWEST, Math.min(WIDEST, Math.max(...words, ...cells) + 1)) + 2 * PADDING;
  });
}

/** A table in bands, as it fits the pages that lie or stand as this one does. */
function laidOut(flow: Flow, part: ExportPart, wanted: readonly number[]) {
  const widths = fitted(wanted, columnWidths(flow, part, true), flow.width);
  const bands = bandsOf(widths, flow.width);
  if (bands.length < 2 || !hasNamesakes(part, flow.style.texts)) return { part, widths, bands };
  const counted = numbered(part);
  const all = [...columnWidths(flow, { ...counted, columns: counted.columns.slice(0, 1) }), ...wanted];
  return { part: counted, widths: all, bands: bandsOf(all, flow.width, 2) };
}

/**
 * A table of any number of rows and columns: its header stands on every page, columns that do not fit follow in further bands. The
 * page stays responsive meanwhile.
 */
export async function drawTable(flow: Flow, given: ExportPart, wanted: readonly number[]): Promise<void> {
  const { part, widths, bands } = laidOut(flow, given, wanted);
  for (const band of bands) await drawBand(flow, part, placedIn(flow, part, band, widths));
}

/** Least height that a table wants on the page that it begins on. */
export function beginning(flow: Flow, given: ExportPart, wanted: readonly number[]): number {
  const { part, widths, bands } = laidOut(flow, given, wanted);
  return bands.length === 0 ? 0 : leastHeight(flow, part, placedIn(flow, part, bands[0] ?? [], widths));
}

function placedIn(flow: Flow, part: ExportPart, band: readonly number[], widths: readonly number[]): readonly PlacedColumn[] {
  let start = 0;
  return band.flatMap((at): PlacedColumn[] => {
    const [column, width] = [part.columns[at], Math.min(widths[at] ?? 0, flow.width)];
    if (column === undefined) return [];
    start += width;
    return [{ column, width, start: start - width }];
  });
}

async function drawBand(flow: Flow, part: ExportPart, columns: readonly PlacedColumn[]): Promise<void> {
  const width = columns.reduce((sum, placed) => sum + placed.width, 0);
  const header = columns.map((placed) => wrapped(flow, placed.column.label, 'strong', placed));
  const heading = (): void => {
    flow.box(0, flow.y, width, heightOf(header), flow.style.look.sunken);
    drawLines(flow, columns, header, 'strong');
    flow.y += heightOf(header);
  };
  flow.need(leastHeight(flow, part, columns));
  heading();
  for (let row = 0; row < part.length; row++) {
    if (row % STRETCH === STRETCH - 1)
      await new Promise((settle) => {
        setTimeout(settle);
      });
    let cells = columns.map((placed) => wrapped(flow, cellText(placed.column, row, flow.style.texts), 'body', placed));
    const wanted = Math.min(heightOf(cells), flow.height - heightOf(header));
    if (wanted > flow.room) overleaf(flow, heading);
    while (heightOf(cells) > flow.room) {
      const fitting = Math.max(1, Math.floor((flow.room - PADDING) / PRINT.body.line));
      drawLines(
        flow,
        columns,
        cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting) })),
        'body',
      );
      cells = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(fitting) }));
      overleaf(flow, heading);
    }
    drawLines(flow, columns, cells, 'body');
    flow.y += heightOf(cells);
    flow.box(0, flow.y - 0.5, width, 0.5, flow.style.look.border);
  }
  flow.y += PRINT.body.line;
}

/** The height of a header with its rows where they are few, which stay together; with the first ones where they are more. */
function leastHeight(flow: Flow, { length }: ExportPart, columns: readonly PlacedColumn[]): number {
  const header = heightOf(columns.map((placed) => wrapped(flow, placed.column.label, 'strong', placed)));
  const least = header + 2 * PRINT.body.line;
  if (length > FEW_ROWS) return least;
  const rows = Array.from({ length }, (_, row) =>
    heightOf(columns.map((placed) => wrapped(flow, cellText(placed.column, row, flow.style.texts), 'body', placed))),
  );
  const all = rows.reduce((sum, height) => sum + height, header);
  return all > flow.height / 3 ? least : all;
}

function overleaf(flow: Flow, heading: () => void): void {
  flow.turn();
  heading();
}

function drawLines(flow: Flow, columns: readonly PlacedColumn[], cells: readonly Wrapped[], kind: PrintKind): void {
  for (const [at, { column, start, width }] of columns.entries()) {
    const { lines, direction } = cells[at] ?? { lines: [], direction: 'ltr' };
    for (const [line, text] of lines.entries()) {
      const y = flow.y + PADDING / 2 + line * PRINT[kind].line;
      flow.write(text, kind, { start: start + PADDING, width: width - 2 * PADDING, y, end: isNumeric(column), direction });
    }
  }
}

function wrapped(flow: Flow, text: string, kind: PrintKind, { width }: PlacedColumn): Wrapped {
  return { lines: flow.lines(text, kind, width - 2 * PADDING), direction: directionOf(text, flow.document.direction) };
}

function heightOf(cells: readonly Wrapped[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * PRINT.body.line + PADDING;
}
