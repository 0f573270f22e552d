import { rawStatement } from '../../src/data/providers/xapi/raw-statement.js';
import type { XapiEvent } from '../../src/data/providers/xapi/statement.js';
import { meaningOf } from '../../src/data/providers/xapi/statement.js';

/** The event that an xAPI 1.0.3 statement stands for, or in a sentence why it cannot be read. */
export function parseStatement(value: unknown): XapiEvent | string {
  const raw = rawStatement(value);
  if (typeof raw === 'string') return raw;
  const { said, position, length, ...own } = raw;
  const meaning = meaningOf(said);
  return { ...own, ...meaning, ...(meaning.kind === 'video' ? { position, length } : { position: null, length: null }) };
}
