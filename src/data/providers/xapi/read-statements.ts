import { wholeText } from '../../ingest/body-text.js';
import { peeked } from '../../ingest/peeked.js';
import { readJson } from '../../ingest/read-json.js';
import type { ReadRecords } from '../../ingest/ndjson.js';
import { skippedAt } from '../../ingest/skipped.js';
import type { FirstSkipped } from '../../ingest/skipped.js';
import type { Body } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { AfterPiece, StatementColumns } from './statement-columns.js';

/** How much of a body tells what it is. */
const HEAD_LENGTH = 512;
/** The key of a page, after none but those of plain values and of objects and lists of these. */
const PAGE = /^\uFEFF?\s*\{\s*(?:"[^"]*"\s*:(?:"(?:[^"\\]|\\.)*"|\{[^{}]*\}|\[[^[\]]*\]|[^"{}[\],])*,\s*)*"(?:statements|more)"\s*:/;

/** What a body of statements came to. */
export interface StatementBatch extends ReadRecords {
  /** Of an LRS page: where the next one is. */
  readonly more?: string;
}

/**
 * Takes every statement of a body: NDJSON, one JSON array, or one LRS page (`{"statements": […], "more": "…"}`, in any order). A statement
 * that cannot be read is skipped, counted and named. Throws as `readRecords` and `readJson` do, and `invalid` for a page whose `statements`
 * are no list.
 */
export async function readStatements(
  body: Body,
  place: string,
  statements: StatementColumns,
  afterPiece?: AfterPiece,
): Promise<StatementBatch> {
  const [head, whole] = await peeked(body, (text) => text.trimStart().length >= HEAD_LENGTH);
  if (!PAGE.test(head.trimStart().slice(0, HEAD_LENGTH))) return statements.read(whole, place, afterPiece);
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
  let first: FirstSkipped | undefined;
  for (const [at, statement] of statements.entries()) {
    try {
      into.take(statement);
    } catch (thrown) {
      if (!(thrown instanceof StatsError) || thrown.code !== 'invalid') throw thrown;
      count++;
      first ??= skippedAt(`record ${at + 1}`, thrown.message);
    }
  }
  const total = statements.length;
  return {
    total,
    ...(first === undefined ? {} : { skipped: { count, total, ...first } }),
    ...(typeof more === 'string' && more !== '' ? { more } : {}),
  };
}

function pageOf(page: unknown): { statements?: unknown; more?: unknown } {
  return typeof page === 'object' && page !== null ? page : {};
}
