import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { ColumnWidths } from '../../../src/components/table/column-widths.js';

const WHOLE = { length: 1 };
const PART = { length: 1, soFar: { loaded: 1, total: 2 } };

async function table(): Promise<HTMLTableElement> {
  return fixture(
    html`<table>
      <colgroup>
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th>A</th>
          <th>B</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>short</td>
          <td>short</td>
        </tr>
      </tbody>
    </table>`,
  );
}

const widths = (of: HTMLTableElement): number[] => [...of.querySelectorAll('col')].map(({ style }) => parseFloat(style.inlineSize) || 0);

/** Puts a text into the first cell. */
function write(of: HTMLTableElement, text: string): void {
  of.tBodies[0]!.rows[0]!.cells[0]!.textContent = text;
}

describe('the widths of columns', () => {
  it('are fixed by whole data alone, and not by what has arrived so far', async () => {
    const [element, kept] = [await table(), new ColumnWidths()];
    kept.fix(element, PART, 'en a b');
    expect(element.classList.contains('fixed')).to.equal(false);
    write(element, 'a much longer text');
    kept.fix(element, WHOLE, 'en a b');
    expect(element.classList.contains('fixed')).to.equal(true);
    expect(widths(element)[0]).to.be.greaterThan(widths(element)[1]!);
  });

  it('are not fixed while rows are still asked for, but are while only numbers of rows are', async () => {
    const need = { kind: 'feedback', because: 'total', scope: [], columns: ['subject'], waiting: 1, failed: 0, of: 2 } as const;
    const [element, kept] = [await table(), new ColumnWidths()];
    kept.fix(element, { length: 1, parts: need }, 'en a b');
    expect(element.classList.contains('fixed')).to.equal(false);
    kept.fix(element, { length: 1, parts: { ...need, rows: Uint8Array.of(1) } }, 'en a b');
    expect(element.classList.contains('fixed')).to.equal(true);
  });

  it('stay where other rows come, and follow other columns or another language', async () => {
    const [element, kept] = [await table(), new ColumnWidths()];
    kept.fix(element, WHOLE, 'en a b');
    const before = widths(element);
    write(element, 'a much longer text');
    kept.fix(element, WHOLE, 'en a b');
    expect(widths(element)).to.deep.equal(before);
    kept.fix(element, WHOLE, 'ar a b');
    expect(widths(element)[0]).to.be.greaterThan(before[0]!);
  });

  it('wait for a row, and for the table to be laid out', async () => {
    const [element, kept] = [await table(), new ColumnWidths()];
    kept.fix(null, WHOLE, 'en a b');
    kept.fix(element, { length: 0 }, 'en a b');
    expect(element.classList.contains('fixed'), 'without a row').to.equal(false);
    element.style.setProperty('display', 'none');
    kept.fix(element, WHOLE, 'en a b');
    expect(element.classList.contains('fixed'), 'not drawn').to.equal(false);
    element.style.removeProperty('display');
    kept.fix(element, WHOLE, 'en a b');
    expect(element.classList.contains('fixed')).to.equal(true);
  });
});
