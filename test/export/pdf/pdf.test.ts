import { expect } from '@open-wc/testing';
import { winAnsi } from '../../../src/export/pdf/helvetica.js';
import { Shaper } from '../../../src/export/pdf/shaper.js';
import { toPdf } from '../../../src/export/pdf/to-pdf.js';
import { node } from '../../../src/export/drawing/drawing.js';
import type { Drawing } from '../../../src/export/drawing/drawing.js';
import type { ExportDocument } from '../../../src/export/document.js';
import { pagesOf, readPdf, reference, textsOfPage, textString } from './pdf-reader.js';
import type { ReadPdf } from './pdf-reader.js';
import { sampleDocument, samplePart, sampleResult, STYLE } from '../sample.js';

const BAR: Drawing = {
  width: 200,
  height: 100,
  box: [0, 0, 200, 100],
  children: [
    {
      name: 'rect',
      attributes: [
        ['x', '10'],
        ['y', '20'],
        ['width', '50'],
        ['height', '30'],
        ['fill', '#ff0000'],
        ['fill-opacity', '0.5'],
      ],
      children: [],
    },
    {
      name: 'text',
      attributes: [
        ['x', '10'],
        ['y', '90'],
        ['font-size', '12'],
        ['fill', '#000000'],
      ],
      children: ['bar label'],
    },
  ],
};

async function made(more: Partial<ExportDocument>): Promise<ReadPdf> {
  return readPdf(new Uint8Array(await (await toPdf(sampleDocument(more), STYLE)).arrayBuffer()));
}

function allTexts(pdf: ReadPdf): readonly string[] {
  return pagesOf(pdf).flatMap((page) => textsOfPage(pdf, page));
}

describe('a PDF file', () => {
  it('says title, language and moment, and shows its title in the window', async () => {
    const pdf = await made({ title: 'परिणाम', language: 'hi' });
    const info = pdf.objects.get(reference(pdf.trailer, 'Info')) ?? '';
    const root = pdf.objects.get(reference(pdf.trailer, 'Root')) ?? '';
    expect(textString(/\/Title <([^>]*)>/.exec(info)?.[1] ?? '')).to.equal('परिणाम');
    expect(info).to.contain('/CreationDate (D:20240304233015Z)');
    expect(textString(/\/Lang <([^>]*)>/.exec(root)?.[1] ?? '')).to.equal('hi');
    expect(root).to.contain('/DisplayDocTitle true');
  });

  it('holds the texts of the table, the filters, the timezone, the age of the data and the definitions', async () => {
    const texts = allTexts(await made({}));
    for (const text of [
      'Filters: Track: audit; Status: public',
      'Timezone: Europe/Paris',
      'Fractions',
      '157,25',
      'hidden',
      'Completions per start. Unknown without starts. May exceed',
    ]) {
      expect(
        texts.some((other) => other.startsWith(text)),
        text,
      ).to.equal(true);
    }
    expect(texts.some((text) => text.startsWith('Data as of: Mon, 04 Mar 2024'))).to.equal(true);
    expect(texts.join('\n')).not.to.contain('secret-name');
  });

  it('draws charts as vectors', async () => {
    const pdf = await made({ parts: [samplePart({ drawing: BAR })] });
    const content = new TextDecoder().decode(pdf.streams.get(reference(pagesOf(pdf)[0] ?? '', 'Contents')));
    expect(content).to.match(/\/A50 gs\n1 0 0 rg\n[\d.]+ [\d.]+ m\n(?:[\d.]+ [\d.]+ l\n){3}h\nf/);
    expect(allTexts(pdf)).to.include('bar label');
    expect([...pdf.objects.values()].filter((body) => body.includes('/Subtype /Image'))).to.have.length(0);
  });

  it('begins a drawing that is higher than a page on the first one, and has all of it once', async () => {
    const step = 24;
    const labels = Array.from({ length: 80 }, (_, at) => `Bar ${at}`);
    const children = labels.map((label, at) => node('text', { x: 10, y: at * step + 12, 'font-size': 12, fill: '#000000' }, [label]));
    const height = labels.length * step;
    const pdf = await made({ parts: [samplePart({ drawing: { width: 400, height, box: [0, 0, 400, height], children } })] });
    const [first = [], ...others] = pagesOf(pdf).map((page) => textsOfPage(pdf, page).filter((text) => text.startsWith('Bar ')));
    expect(first.length).to.be.above(10);
    expect([...first, ...others.flat()]).to.deep.equal(labels);
  });

  it('says chapters before their first part, and of each part what holds for it alone', async () => {
    const parts = [
      samplePart({ chapter: 'Overview', filters: [], notes: ['No learner yet.'] }),
      samplePart({ chapter: 'Overview', title: 'Second' }),
      samplePart({ chapter: 'Videos', title: 'Third', columns: [], length: 0, total: 0, notes: ['Nothing is recorded.'] }),
    ];
    const texts = allTexts(await made({ title: 'Whole', parts }));
    expect(texts.filter((text) => ['Overview', 'Videos'].includes(text))).to.deep.equal(['Overview', 'Videos']);
    for (const text of ['Filters: none', 'No learner yet.', 'Nothing is recorded.']) expect(texts).to.include(text);
    expect(texts.filter((text) => text.startsWith('Filters:'))).to.have.length(2);
  });

  it('numbers its pages and repeats the headers of a table on each', async () => {
    const titles = Array.from({ length: 120 }, (_, at) => `Exploration ${at}`);
    const pdf = await made({ parts: [samplePart({}, sampleResult(titles))] });
    const pages = pagesOf(pdf).map((page) => textsOfPage(pdf, page));
    expect(pages.length).to.be.above(3);
    for (const [at, texts] of pages.entries()) {
      expect(texts).to.include(`Page ${at + 1} of ${pages.length}`);
      if (texts.some((text) => text.startsWith('Exploration ')))
        expect(texts, `page ${at + 1}`)
          .to.include('Title')
          .and.to.include('Learners');
    }
    const shown = allTexts(pdf).filter((text) => /^Exploration \d+$/.test(text));
    expect(shown).to.deep.equal(titles);
  });

  it('cuts nothing: columns that do not fit follow in bands that begin with the name of the row', async () => {
    const part = samplePart();
    const columns = Array.from({ length: 24 }, (_, at) => ({ ...part.columns[at === 0 ? 0 : 3]!, name: `c${at}`, label: `Column ${at}` }));
    const pdf = await made({ parts: [{ ...part, columns }] });
    const texts = allTexts(pdf);
    for (const { label } of columns) expect(texts, label).to.include(label);
    expect(texts.filter((text) => text === 'Fractions').length).to.be.above(1);
    for (const page of pagesOf(pdf)) expect(page).to.contain('/MediaBox [0 0 841.89 595.28]');
  });

  /** Columns of names and as many of a sentence each. */
  const sentences = (count: number, titles: readonly string[]) => {
    const [title] = samplePart({}, sampleResult(titles)).columns;
    const dictionary = ['a text of some words'];
    const data = { type: 'category', codes: new Int32Array(titles.length), dictionary } as const;
    const columns = Array.from({ length: count }, (_, at) => ({ name: `c${at}`, label: `C${at}`, unit: 'text' as const, data }));
    return samplePart({ columns: [title!, ...columns], length: titles.length, total: titles.length });
  };
  const LONG_NAME = 'The name of an exploration that has more words than most';

  it('makes columns narrower that are a little too wide, rather than to go on in another band', async () => {
    const pdf = await made({ parts: [sentences(8, [LONG_NAME, 'Short'])] });
    expect(allTexts(pdf).filter((text) => text === 'Short').length).to.equal(1);
    for (let at = 0; at < 8; at++) expect(allTexts(pdf)).to.include(`C${at}`);
  });

  it('numbers rows that go on in another band, so that two of one name are told apart', async () => {
    const texts = allTexts(await made({ parts: [sentences(20, ['Twice', 'Twice'])] }));
    const bands = texts.filter((text) => text === '#').length;
    expect(bands).to.be.above(1);
    const counts = ['Twice', '1', '2'].map((each) => texts.filter((text) => text === each).length);
    expect(counts).to.deep.equal([2 * bands, bands, bands]);
  });

  it('keeps few rows of a table together', async () => {
    const before = sentences(
      1,
      Array.from({ length: 24 }, (_, at) => `Before ${at}`),
    );
    for (const more of [0, 4, 8, 12]) {
      const rows = Array.from({ length: 24 + more }, (_, at) => `Before ${at}`);
      const few = { ...sentences(1, ['first', 'second', 'third', 'fourth', 'last']), title: 'Few' };
      const pdf = await made({ parts: [{ ...before, ...sentences(1, rows) }, few] });
      const pages = pagesOf(pdf);
      const on = (text: string): number => pages.findIndex((page) => textsOfPage(pdf, page).includes(text));
      expect([on('first'), on('last')], `${rows.length} rows before`).to.deep.equal([on('Few'), on('Few')]);
    }
  });

  it('keeps a wide table of few rows on the upright page that the parts around it stand on', async () => {
    const part = samplePart();
    const columns = Array.from({ length: 12 }, (_, at) => ({ ...part.columns[at === 0 ? 0 : 3]!, name: `c${at}`, label: `Column ${at}` }));
    const pdf = await made({
      parts: [
        { ...part, title: 'Wide', columns },
        { ...part, title: 'After it' },
      ],
    });
    const pages = pagesOf(pdf);
    for (const page of pages) expect(page).to.contain('/MediaBox [0 0 595.28 841.89]');
    const on = (text: string): number => pages.findIndex((page) => textsOfPage(pdf, page).includes(text));
    expect([on('Wide'), on('Column 11')]).to.deep.equal([0, 0]);
  });

  it('goes on overleaf with a cell that is longer than a page', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `w${at}`);
    const texts = allTexts(await made({ parts: [samplePart({}, sampleResult([words.join(' ')]))] }))
      .join(' ')
      .split(' ');
    expect(texts.filter((word) => /^w\d+$/.test(word))).to.deep.equal(words);
  });

  it('has a bookmark for each part and for the definitions', async () => {
    const pdf = await made({ parts: [samplePart(), samplePart({ title: 'تقرير' })] });
    const titles = [...pdf.objects.values()]
      .filter((body) => body.includes('/Dest'))
      .map((body) => textString(/\/Title <([^>]*)>/.exec(body)?.[1] ?? ''));
    expect(titles).to.deep.equal(['Explorations', 'تقرير', 'How this is counted']);
  });

  it('pictures a text of another script once, and lays its letters over it', async () => {
    const pdf = await made({ parts: [samplePart({}, sampleResult(['分数', '分数', '分数']))] });
    expect([...pdf.objects.values()].filter((body) => body.includes('/ImageMask true'))).to.have.length(1);
    expect(allTexts(pdf).filter((text) => text === '分数')).to.have.length(3);
  });

  it('leaves nothing on the page that it measured with', async () => {
    const before = document.body.childElementCount;
    await made({ title: 'تقرير' });
    expect(document.body.childElementCount).to.equal(before);
  });

  it('can be made of a document without parts', async () => {
    expect(allTexts(await made({ parts: [] }))).to.include('Page 1 of 1');
  });
});

describe('the letters over a pictured text', () => {
  let shaper: Shaper;
  beforeEach(() => {
    shaper = new Shaper('en');
  });
  afterEach(() => shaper.close());

  const font = { size: 10, weight: 400, family: 'sans-serif' };
  const seen = (text: string, direction: 'ltr' | 'rtl'): string =>
    shaper
      .shape(text, font, direction)
      .characters.map((character) => character.text)
      .join('');

  it('stand as they are seen: right-to-left letters from the last to the first', () => {
    expect(seen('سلام', 'rtl')).to.equal('مالس');
    expect(seen('سلام 12 abc', 'rtl')).to.equal('abc 12 مالس');
    expect(seen('क्षेत्र', 'ltr')).to.equal('क्षेत्र');
  });

  it('have marks after their letter when they are turned round', () =>
    expect(Array.from(seen('تُب', 'rtl')).reverse().join('')).to.equal('تُب'));
  it('have no marks that only steer', () => expect(seen('\u200f\u2068سلام\u2069', 'rtl')).to.equal('مالس'));

  it('are as wide together as the text', () => {
    const { characters, width } = shaper.shape('完成率 परिणाम', font, 'ltr');
    expect(characters.reduce((sum, character) => sum + character.width, 0)).to.be.closeTo(width, 0.1);
  });

  it('lie over ink', () => {
    const { picture } = shaper.shape('完成', font, 'ltr');
    expect(picture.bits.some((byte) => byte !== 0)).to.equal(true);
    expect(picture.width).to.be.within(8, 30);
  });

  it('stay where they are on a page that is zoomed and styled', () => {
    const plain = shaper.shape('完成率', font, 'ltr');
    const style = document.createElement('style');
    style.textContent = '* { letter-spacing: 9px !important; } body { transform: scale(2); word-spacing: 9px; }';
    document.head.append(style);
    const styled = shaper.shape('完成率', font, 'ltr');
    style.remove();
    for (const [at, { width }] of styled.characters.entries()) expect(width).to.be.closeTo(plain.characters[at]!.width, 0.01);
  });
});

describe('the encoding of the standard fonts', () => {
  it('has Western European letters, typographic signs and spaces', () => {
    expect(winAnsi('Aé–’…€\u202f\u00a0')).to.deep.equal([0x41, 0xe9, 0x96, 0x92, 0x85, 0x80, 0xa0, 0xa0]);
  });

  it('drops marks that only steer the direction', () => expect(winAnsi('\u200ea\u2068b\u2069')).to.deep.equal([0x61, 0x62]));
  it('has no other letters', () =>
    expect(['ł', 'ع', 'न', '数', '−', '🙂', '\u0081'].map(winAnsi)).to.deep.equal(Array.from({ length: 7 }, () => undefined)));
});
