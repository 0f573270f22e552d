import { expect } from '@open-wc/testing';
import type { ExportDocument } from '../../src/export/document.js';
import { exportMenu } from '../../src/export/export-menu.js';
import type { ExportEntry, ExportFormat } from '../../src/export/export-menu.js';
import { runExport } from '../../src/export/run-export.js';
import { saved } from '../support/saved.js';
import { textsOf } from './files/rfc4180.js';
import { sampleDocument, samplePart, sampleResult, STYLE } from './sample.js';
import { unzip } from './files/unzip.js';

const DRAWING = {
  width: 40,
  height: 20,
  box: [0, 0, 40, 20],
  children: [
    {
      name: 'rect',
      attributes: [
        ['width', '5'],
        ['height', '5'],
        ['fill', '#123456'],
      ],
      children: [],
    },
  ],
} as const;

/** Counts what would open the print dialogue of a frame, which some browsers open without a screen, too, and wait for. */
function countDialogues(): { count: number; restore: () => void } {
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  const dialogues = { count: 0, restore: () => Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own) };
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    ...own,
    get(this: HTMLIFrameElement) {
      const view = own.get!.call(this) as Window | null;
      if (view !== null) view.print = () => void (dialogues.count += 1);
      return view;
    },
  });
  return dialogues;
}

function entry(id: ExportFormat, document: ExportDocument, isWhole = false): ExportEntry {
  const entries = exportMenu({ hasDrawing: true, isWhole, make: () => Promise.resolve({ document, style: STYLE }) });
  return entries.find((other) => other.id === id)!;
}

describe('the menu of exports', () => {
  const document = sampleDocument({ parts: [samplePart({ drawing: DRAWING })] });

  it('offers pictures only where there is one drawing, and one file of all parts for a whole', () => {
    const ids = (hasDrawing: boolean, isWhole: boolean): readonly string[] =>
      exportMenu({ hasDrawing, isWhole, make: () => Promise.resolve({ document, style: STYLE }) }).map(({ id }) => id);
    expect(ids(true, false)).to.deep.equal(['csv', 'dictionary', 'json', 'png', 'svg', 'pdf', 'print']);
    expect(ids(false, false)).to.deep.equal(['csv', 'dictionary', 'json', 'pdf', 'print']);
    expect(ids(true, true)).to.deep.equal(['csv', 'json', 'pdf', 'print']);
  });

  for (const [id, ending, type] of [
    ['csv', 'csv', 'text/csv'],
    ['dictionary', 'dictionary.csv', 'text/csv'],
    ['json', 'json', 'application/json'],
    ['svg', 'svg', 'image/svg+xml'],
    ['png', 'png', 'image/png'],
    ['pdf', 'pdf', 'application/pdf'],
  ] as const) {
    it(`saves ${id} under the title and the local date`, async () => {
      const [file, ...more] = await saved(() => entry(id, document).run());
      expect(more).to.deep.equal([]);
      expect(file?.name).to.equal(`Explorations-2024-03-05.${ending}`);
      expect(file?.blob.type.split(';')[0]).to.equal(type);
      expect(file?.blob.size).to.be.above(50);
    });
  }

  it('says what was saved', async () => {
    let outcome: unknown;
    await saved(async () => {
      outcome = await entry('csv', document).run();
    });
    expect(outcome).to.deep.equal({ kind: 'saved', file: 'Explorations-2024-03-05.csv' });
  });

  it('saves a table that says its filters, timezone and age of data in every row', async () => {
    const [file] = await saved(() => entry('csv', document).run());
    const rows = textsOf((await file!.blob.text()).replace(/^\ufeff/, ''));
    expect(
      rows.slice(1).every((row) => row.slice(-3).join() === 'Track: audit; Status: public,Europe/Paris,2024-03-04T09:12:00.000Z'),
    ).to.equal(true);
  });

  it('saves an empty table with its dictionary, and several parts as one file', async () => {
    for (const parts of [[samplePart({}, sampleResult([]))], [samplePart(), samplePart()]]) {
      const [file] = await saved(() => entry('csv', sampleDocument({ parts }), true).run());
      expect(file?.name).to.equal('Explorations-2024-03-05.zip');
      const files = unzip(new Uint8Array(await file!.blob.arrayBuffer()));
      expect(files.find(({ name }) => name === 'data-dictionary.csv')?.text).to.contain('Europe/Paris');
    }
  });

  it('asks for light colours where it goes on paper', async () => {
    const media: string[] = [];
    const entries = exportMenu({
      hasDrawing: true,
      isWhole: false,
      make: (medium) => {
        media.push(medium);
        return Promise.resolve({ document, style: STYLE });
      },
    });
    await saved(async () => {
      for (const { id, run } of entries) if (id !== 'print') await run();
    });
    expect(media).to.deep.equal(['screen', 'screen', 'screen', 'screen', 'screen', 'paper']);
  });

  it('prints instead, and says so, where the PDF writer cannot be loaded', async () => {
    const dialogues = countDialogues();
    try {
      const missing = new TypeError('Failed to fetch dynamically imported module');
      const outcome = await runExport('pdf', document, STYLE, () => Promise.reject(missing));
      expect(outcome).to.deep.equal({ kind: 'printed', instead: true });
      expect(dialogues.count).to.equal(1);
    } finally {
      dialogues.restore();
      window.document.querySelectorAll('iframe').forEach((frame) => frame.remove());
    }
  });
});

describe('whatever the format', () => {
  /** A document whose withheld number is one that appears nowhere else. */
  const result = sampleResult(['One', 'Two', 'Three', 'Four']);
  const withheld = {
    ...result,
    columns: result.columns.map((column) =>
      column.name === 'learners'
        ? { ...column, data: { type: 'number' as const, values: Float64Array.of(120, 7654321, 5, 7654321) } }
        : column,
    ),
  };
  const document = sampleDocument({ parts: [samplePart({ drawing: DRAWING }, withheld)] });

  for (const id of ['csv', 'dictionary', 'json', 'svg', 'pdf'] as const) {
    it(`${id} holds no withheld number, and says filters, timezone and age of data`, async () => {
      const [file] = await saved(() => entry(id, document).run());
      const text = id === 'pdf' ? await textOfPdf(file!.blob) : await file!.blob.text();
      expect(text).not.to.match(/7[.,]?654[.,]?321/);
      expect(text)
        .to.contain('Track: audit')
        .and.to.contain('Europe/Paris')
        .and.to.match(/2024-03-04T09:12|04 Mar 2024 09:12/);
    });
  }
});

describe('a file made while data arrive, or after a refresh that failed', () => {
  const document = sampleDocument({
    notes: ['So far: 45% read'],
    parts: [samplePart({ drawing: DRAWING, notes: ['Shown as of 9:12; refresh failed.'] })],
  });

  for (const id of ['csv', 'dictionary', 'json', 'svg', 'pdf'] as const) {
    it(`says so as ${id}`, async () => {
      const [file] = await saved(() => entry(id, document).run());
      const text = id === 'pdf' ? await textOfPdf(file!.blob) : await file!.blob.text();
      expect(text).to.contain('So far: 45% read').and.to.contain('Shown as of 9:12; refresh failed.');
    });
  }
});

async function textOfPdf(blob: Blob): Promise<string> {
  const { pagesOf, readPdf, textsOfPage } = await import('./pdf/pdf-reader.js');
  const pdf = await readPdf(new Uint8Array(await blob.arrayBuffer()));
  return pagesOf(pdf)
    .flatMap((page) => textsOfPage(pdf, page))
    .join('\n');
}
