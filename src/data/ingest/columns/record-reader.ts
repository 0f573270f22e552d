import { RecordColumns } from './record-columns.js';
import type { ReadRow, RecordOptions } from './record-columns.js';
import type { WantedColumn } from './shape.js';

/** Settles once `recordReader` can say whether there is a reader. */
export function loadRecordReader(): Promise<void> {
  return Promise.resolve();
}

/** What reads records fast; undefined where it cannot be had, and each is parsed. */
export function recordReader(columns: readonly WantedColumn[], readRow: ReadRow, options?: RecordOptions): RecordColumns | undefined {
  return RecordColumns.create(columns, readRow, options);
}
