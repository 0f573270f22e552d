import { chunksOf, wholeText } from '../../ingest/body-text.js';
import { readJson } from '../../ingest/read-json.js';
import type { ReadRecords } from '../../ingest/ndjson.js';
import type { Body } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { AfterPiece, StatementColumns } from './statement-columns.js';

/** How much of a body tells what it is. */
const HEAD_LENGTH = 64;
const PAGE = /^\uFEFF?\s*\{\s*"(?:statements|more)"\s*:/;

/** What a body of statements came to. */
export interface StatementBatch extends ReadRecords {
  /** Of an LRS page: where the next one is. */
  readonly more?: string;
}

/**
 * Takes every statement of a body: NDJSON, one JSON array, or one LRS page (`{"statements": […], "more": "…"}`). A statement that
 * cannot be read is skipped, counted and named. Throws as `readRecords` and `readJson` do, and `invalid` for a page whose
 * `statements` are no list.
 */
export async function readStatements(
  body: Body,
  place: string,
  statements: StatementColumns,
  afterPiece?: AfterPiece,
): Promise<StatementBatch> {
  const [head, whole] = await peek(body);
  if (!PAGE.test(head)) return statements.read(whole, place, afterPiece);
  let bytes = 0;
  const page = readJson(
    await wholeText(whole, (count) => {
      bytes += count;
    }),
    place,
  );
  const read = readPage(page, place, statements);
  if (read.more !== undefined) await afterPiece?.(bytes);
  return { ...read, bytes };
}

/** Takes the statements of a parsed page or list. Throws `invalid` for anything else. */
export function readPage(page: unknown, place: string, into: StatementColumns): Omit<StatementBatch, 'bytes'> {
  const { statements, more } = Array.isArray(page) ? { statements: page as readonly unknown[], more: undefined } : pageOf(page);
  if (!Array.isArray(statements)) throw new StatsError('invalid', `${place}: expected statements, a list of them or a page of an LRS`);
  let count = 0;
  let first: string | undefined;
  for (const [at, statement] of statements.entries()) {
    try {
      into.take(statement);
    } catch (thrown) {
      if (!(thrown instanceof StatsError) || thrown.code !== 'invalid') throw thrown;
      count++;
      first ??= `record ${at + 1}: ${thrown.message}`;
    }
  }
  const total = statements.length;
  return {
    total,
    ...(first === undefined ? {} : { skipped: { count, total, first } }),
    ...(typeof more === 'string' && more !== '' ? { more } : {}),
  };
}

function pageOf(page: unknown): { statements?: unknown; more?: unknown } {
  return typeof page === 'object' && page !== null ? page : {};
}

/** The first characters of a body, and the body with them. */
async function peek(body: Body): Promise<[string, Body]> {
  if (typeof body === 'string') return [body.trimStart().slice(0, HEAD_LENGTH), body];
  const chunks = chunksOf(body);
  const decoder = new TextDecoder();
  const read: Uint8Array[] = [];
  let head = '';
  while (head.length < HEAD_LENGTH) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    head = (head + decoder.decode(next.value.subarray(0, HEAD_LENGTH * 16), { stream: true })).trimStart();
  }
  return [head, rejoined(read, chunks)];
}

async function* rejoined(read: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (const chunk of read) yield chunk;
    for await (const chunk of rest) yield chunk;
  } finally {
    await rest.return(undefined);
  }
}
