import type { ReadRow, RecordColumns, RecordOptions } from './record-columns.js';
import type { WantedColumn } from './shape.js';

let reader: typeof RecordColumns | undefined;

/** Takes the place of `record-reader.ts` in a build that is one script: the fast reader stands in a file beside it. */
export async function loadRecordReader(): Promise<void> {
  try {
    reader ??= (await import('./record-columns.js')).RecordColumns;
  } catch (error) {
    console.warn('learner-elements: no fast reader, so reading takes longer.', error);
  }
}

/** What reads records fast; undefined where it cannot be had, and each is parsed. */
export function recordReader(columns: readonly WantedColumn[], readRow: ReadRow, options?: RecordOptions): RecordColumns | undefined {
  return reader?.create(columns, readRow, options);
}
