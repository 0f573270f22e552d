/** How the rows of a source are written. */
export type Format = 'csv' | 'ndjson' | 'json';

/** Bodies that are known to be smaller are read in the plain way, which needs no further file. */
const SMALL = 100_000;

/** Whether a body is not known to be small. */
export function mayBeLarge(headers: Headers): boolean {
  const length = headers.get('content-length');
  return length === null || !(Number(length) < SMALL);
}

/** The format that a Content-Type names; undefined for one that names none of them. */
export function formatOfType(contentType: string): Format | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/csv') return 'csv';
  if (type === 'application/json') return 'json';
  return /^application\/(x-)?(ndjson|jsonl|json-lines|jsonlines)$/.test(type) ? 'ndjson' : undefined;
}

/** The format as far as the first text tells: undefined where more must be known. */
export function formatOfStart(text: string): Format | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return undefined;
  if (!/^[[{<)]/.test(start)) return 'csv';
  if (!start.startsWith('{')) return 'json';
  const lineEnd = start.indexOf('\n');
  return lineEnd >= 0 && start.slice(lineEnd).trim() !== '' && isJson(start.slice(0, lineEnd)) ? 'ndjson' : undefined;
}

/** By the first character; an object is NDJSON if its first line is a whole value and others follow. */
export function formatOf(text: string): Format {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (!/^[[{<)]/.test(start)) return 'csv';
  if (!start.startsWith('{')) return 'json';
  const lineEnd = start.indexOf('\n');
  if (lineEnd < 0 || start.slice(lineEnd).trim() === '') return 'json';
  return isJson(start.slice(0, lineEnd)) || !isJson(start) ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
