import { expect } from '@open-wc/testing';
import { ColumnStore } from '../../../../src/data/ingest/columns/column-store.js';
import type { Column } from '../../../../src/data/table.js';

/** Rows of one piece, and pieces: several runs in all, the last of them not full. */
const PIECE = 8192;
const PIECES = 37;
const ROWS = PIECE * PIECES;
/** Texts become so many in the course of the rows that one byte, then two, hold no more of their codes. */
const textsAt = (row: number): number => (row < 100_000 ? 200 : row < 200_000 ? 60_000 : 70_000);
const codeAt = (row: number): number => (row % 11 === 0 ? -1 : (row * 7) % textsAt(row));
const numberAt = (row: number): number => (row % 13 === 0 ? NaN : row / 4);
const flagAt = (row: number): number => (row % 3) - 1;
const TEXTS = Array.from({ length: 70_000 }, (_, at) => `t${at}`);

describe('the store of a column', () => {
  for (const expected of [0, ROWS / 3, ROWS, 2 * ROWS]) {
    it(`gives all values in their order, and those of before unchanged, where ${expected} of ${ROWS} were expected`, () => {
      const stores = [new ColumnStore('category'), new ColumnStore('number'), new ColumnStore('boolean')] as const;
      const [texts, numbers, flags] = stores;
      const early: { readonly rows: number; readonly columns: readonly Column[] }[] = [];
      for (let piece = 0; piece < PIECES; piece++) {
        const rows = Array.from({ length: PIECE }, (_, at) => piece * PIECE + at);
        texts.append(Int32Array.from(rows, codeAt), textsAt((piece + 1) * PIECE - 1));
        numbers.append(Float64Array.from(rows, numberAt), 0);
        flags.append(Int8Array.from(rows, flagAt), 0);
        if (piece === 1) for (const store of stores) store.reserve(expected);
        if (piece % 9 === 8) early.push({ rows: (piece + 1) * PIECE, columns: stores.map((store) => store.build(TEXTS, true)) });
      }
      for (const { rows, columns } of [...early, { rows: ROWS, columns: stores.map((store) => store.build(TEXTS, true)) }]) {
        const all = Array.from({ length: rows }, (_, row) => row);
        expect(columns.map(plainly)).to.deep.equal([all.map(codeAt), all.map(numberAt), all.map(flagAt)]);
      }
    }).timeout(10_000);
  }
});

function plainly(column: Column): number[] {
  return [...(column.type === 'category' ? column.codes : column.values)];
}
