import { expect } from '@open-wc/testing';
import { HEADER, moveCell } from '../../../src/components/table/cell-focus.js';

const FREE = { ctrlKey: false, metaKey: false, altKey: false };
const size = { rows: 3, columns: 4, visible: 2 };
const press = (key: string, row: number, column: number, direction: 'ltr' | 'rtl' = 'ltr', ctrlKey = false) =>
  moveCell({ ...FREE, key, ctrlKey }, { row, column }, size, direction);

describe('the focus in a grid', () => {
  it('moves by arrows, into the header and no further', () => {
    expect(press('ArrowRight', 0, 0)).to.deep.equal({ row: 0, column: 1 });
    expect(press('ArrowRight', 0, 3)).to.deep.equal({ row: 0, column: 3 });
    expect(press('ArrowDown', 2, 1)).to.deep.equal({ row: 2, column: 1 });
    expect(press('ArrowUp', 0, 1)).to.deep.equal({ row: HEADER, column: 1 });
    expect(press('ArrowUp', HEADER, 1)).to.deep.equal({ row: HEADER, column: 1 });
  });

  it('moves in reading direction', () => {
    expect(press('ArrowLeft', 0, 0, 'rtl')).to.deep.equal({ row: 0, column: 1 });
    expect(press('ArrowRight', 0, 1, 'rtl')).to.deep.equal({ row: 0, column: 0 });
  });

  it('goes to the ends of the row, with Ctrl of the grid', () => {
    expect(press('End', 1, 1)).to.deep.equal({ row: 1, column: 3 });
    expect(press('Home', 1, 1)).to.deep.equal({ row: 1, column: 0 });
    expect(press('End', 0, 1, 'ltr', true)).to.deep.equal({ row: 2, column: 3 });
    expect(press('Home', 2, 1, 'ltr', true)).to.deep.equal({ row: 0, column: 0 });
  });

  it('leaves keys with Alt or Meta to the browser', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'PageDown'])
      for (const held of [{ altKey: true }, { metaKey: true }])
        expect(moveCell({ ...FREE, key, ...held }, { row: 1, column: 1 }, size, 'ltr'), key).to.equal(undefined);
  });

  it('moves by as many rows as are in sight, from the header to the first of them', () => {
    expect(press('PageDown', 0, 1)).to.deep.equal({ row: 2, column: 1 });
    expect(press('PageDown', 2, 1)).to.deep.equal({ row: 2, column: 1 });
    expect(press('PageUp', 2, 1)).to.deep.equal({ row: 0, column: 1 });
    expect(press('PageUp', HEADER, 1)).to.deep.equal({ row: HEADER, column: 1 });
    expect(press('PageDown', HEADER, 1)).to.deep.equal({ row: 1, column: 1 });
  });

  it('leaves other keys alone', () => {
    expect(press('Tab', 1, 1)).to.equal(undefined);
  });
});
