import { peeked } from '../../ingest/peeked.js';
import type { Body } from '../../provider.js';

/** How the rows of a source are written. */
export type Format = 'csv' | 'ndjson' | 'json';

/** Bytes, or characters, from which reading fast is worth a further file. */
const LARGE = 100_000;

/** A body, and whether it is large: as its header says, else by what comes first. */
export async function sized(body: Body, headers: Headers): Promise<[isLarge: boolean, body: Body]> {
  const length = headers.get('content-length');
  if (length !== null) return [Number(length) >= LARGE, body];
  const [head, whole] = await peeked(body, (text) => text.length >= LARGE);
  return [head.length >= LARGE, whole];
}

/** How the rows of one table can be read from bytes into columns, by the format and the first bracket. */
export function ofOneTable(format: Format | undefined, start: string | undefined): 'lines' | 'list' | undefined {
  if (format === 'ndjson') return 'lines';
  return format === 'json' && start === '[' ? 'list' : undefined;
}

/** The same of several tables: in an object, which what is lines of objects must not be taken for. */
export function ofTables(declared: Format | undefined, start: string | undefined): 'object' | undefined {
  return declared === 'json' && start === '{' ? 'object' : undefined;
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
