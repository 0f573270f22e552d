import { TEXT } from '../look.js';
import type { ExportLook } from '../look.js';

/** The style sheet of a printed document: headers of tables repeat, rows and drawings are never cut, wide parts lie on their page. */
export function printStyles({ surface, sunken, text, muted, border, family }: ExportLook): string {
  const font = (kind: keyof typeof TEXT): string =>
    `font-size: ${TEXT[kind].size}px; line-height: ${TEXT[kind].line / TEXT[kind].size}; font-weight: ${TEXT[kind].weight};`;
  return `
    @page { size: A4; margin: 15mm; }
    @page wide { size: A4 landscape; margin: 15mm; }
    html { color-scheme: light; background: ${surface}; color: ${text}; font-family: ${family === '' ? 'sans-serif' : family}; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    body { margin: 0; ${font('body')} }
    h1 { font-size: 24px; line-height: 1.3; margin: 0 0 8px; }
    h2 { font-size: 18px; line-height: 1.4; margin: 0; }
    h2.chapter { font-size: 21px; margin: 0 0 8px; }
    h1, h2, .headline, .subtitle, figure { break-after: avoid; }
    .headline { ${font('headline')} margin: 4px 0; }
    .subtitle { color: ${muted}; margin: 0 0 8px; }
    .about { color: ${muted}; margin: 0 0 16px; }
    .about div { display: block; }
    .about dt, .about dd { display: inline; margin: 0; }
    section { margin: 0 0 24px; }
    section.wide { page: wide; }
    figure { margin: 0 0 12px; break-inside: avoid; }
    figure svg { max-width: 100%; height: auto; display: block; }
    .legend { list-style: none; margin: 0 0 8px; padding: 0; }
    .legend li { display: inline-flex; align-items: center; gap: 4px; margin-inline-end: 12px; ${font('small')} }
    table { border-collapse: collapse; margin: 0 0 16px; font-variant-numeric: tabular-nums; ${font('small')} }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { padding: 3px 6px; border-block-end: 1px solid ${border}; text-align: start; vertical-align: top; overflow-wrap: break-word; }
    thead th { background: ${sunken}; font-weight: 600; vertical-align: bottom; overflow-wrap: normal; }
    tbody th { font-weight: 400; }
    .number { text-align: end; }
    td.number { white-space: nowrap; }
    .definitions dt { font-weight: 600; break-after: avoid; margin-block-start: 8px; }
    .definitions dd { margin: 0; break-inside: avoid; }
    .definitions .source { color: ${muted}; ${font('small')} }
  `;
}
