/** What makes a spreadsheet take a text for a formula: ASCII, control characters, and the full-width and small forms. */
const FIRST = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]/;

/** What spreadsheets skip before they look: spaces, invisible characters and quotation marks. */
const SKIPPED = /^[ \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff\u061c"'\u2018-\u201f\u00ab]+/;

/**
 * A text that no spreadsheet runs as a formula: a leading `'` where its first character, or the first after spaces and quotation
 * marks, would start one. For texts only: numbers are never guarded, so -5 stays -5. OWASP, "CSV Injection".
 */
export function guardFormula(text: string): string {
  return FIRST.test(text) || FIRST.test(text.replace(SKIPPED, '')) ? `'${text}` : text;
}
