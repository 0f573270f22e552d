import { expect } from '@open-wc/testing';
import { rowsByCode } from '../../../../src/data/engine/rows-by-code.js';
import { pairUp } from '../../../../src/data/engine/cube/distinct.js';
import { WindowCounts } from '../../../../src/data/engine/cube/window-counts.js';
import { Random } from '../../../support/random.js';

describe('counts of different texts in a window that moves', () => {
  const first = Math.floor(Math.random() * 1e9);

  it(`are those of the rows in the window, wherever it was before (seeds from ${first})`, () => {
    for (let seed = first; seed < first + 200; seed++) {
      const random = new Random(seed);
      const [size, cellCount, texts, length] = [1 + random.below(12), 1 + random.below(4), 1 + random.below(8), random.below(80)];
      const codes = Uint16Array.from({ length }, () => random.below(size));
      // A cell of `cellCount` is none, a text of -1 is unknown.
      const cells = Uint16Array.from({ length }, () => random.below(cellCount + 1));
      const textOf = Int32Array.from({ length }, () => random.below(texts + 1) - 1);
      const counts = new WindowCounts(
        { codes, size },
        rowsByCode(codes, size),
        pairUp(cells, cellCount, rowsByCode(textOf, texts)),
        cells,
        cellCount,
      );
      for (let move = 0; move < 20; move++) {
        const from = random.below(size + 1);
        const to = from + random.below(size + 1 - from);
        const met = Array.from({ length: cellCount }, () => new Set<number>());
        for (let row = 0; row < length; row++) {
          const [code, text] = [codes[row] ?? 0, textOf[row] ?? -1];
          if (code >= from && code < to && text >= 0) met[cells[row] ?? 0]?.add(text);
        }
        expect([...counts.at([from, to])], `seed ${seed}, move ${move}: ${from} to ${to}`).to.deep.equal(met.map((set) => set.size));
      }
    }
  });
});
