import { expect } from '@open-wc/testing';
import { printDocument } from '../../../src/export/print/print.js';
import { sampleDocument, samplePart, sampleResult, STYLE } from '../sample.js';
import { waitUntil } from '../../support/wait-until.js';

/** The frame that is printed from, and its document. */
async function printed(more: Parameters<typeof sampleDocument>[0] = {}): Promise<{ frame: Window; page: Document }> {
  let frame: Window | undefined;
  await printDocument(sampleDocument(more), STYLE, (view) => {
    frame = view;
  });
  return { frame: frame!, page: frame!.document };
}

const frames = (): number => document.querySelectorAll('iframe').length;

describe('printing', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  it('prints a page of its own with title, language and direction', async () => {
    const { page } = await printed({ title: 'تقرير', language: 'ar', direction: 'rtl' });
    expect([page.title, page.documentElement.lang, page.documentElement.dir]).to.deep.equal(['تقرير', 'ar', 'rtl']);
  });

  it('takes the frame away when the dialogue closes', async () => {
    const { frame } = await printed();
    expect(frames()).to.equal(1);
    frame.dispatchEvent(new Event('afterprint'));
    await waitUntil(() => frames() === 0);
  });

  it('leaves no frame with what was to be printed where the browser refuses to print', async () => {
    const refusal = new Error('refused');
    const refuse = (): never => {
      throw refusal;
    };
    expect(await printDocument(sampleDocument(), STYLE, refuse).catch((thrown: unknown) => thrown)).to.equal(refusal);
    expect(frames()).to.equal(0);
  });

  it('shows table, headers, filters, timezone, ages and definitions', async () => {
    const { page } = await printed();
    expect([...page.querySelectorAll('thead th')].map((cell) => cell.textContent)).to.deep.equal([
      'Title',
      'Average time',
      'Completion rate',
      'Last updated',
      'recorded',
      'Learners',
    ]);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[1]?.slice(0, 3)).to.deep.equal(['Algebra', '-5', '1,25']);
    expect(rows[3]).to.deep.equal(['Nothing known', '–', '–', '–', '–', 'hidden']);
    expect(page.querySelector('.about')?.textContent)
      .to.contain('Track: audit; Status: public')
      .and.to.contain('Europe/Paris')
      .and.to.contain('Mon, 04 Mar 2024 09:12');
    expect(page.querySelector('.definitions')?.textContent).to.contain('Completions per start.');
    expect(page.body.textContent).not.to.contain('secret-name');
  });

  it('repeats headers and keeps rows whole', async () => {
    const { frame, page } = await printed();
    const style = (selector: string): CSSStyleDeclaration => frame.getComputedStyle(page.querySelector(selector)!);
    expect(style('thead').display).to.equal('table-header-group');
    expect(style('tbody tr').breakInside).to.equal('avoid');
    expect(style('tbody th').textAlign).to.equal('start');
    expect(style('tbody .number').textAlign).to.equal('end');
  });

  it('keeps text text', async () => {
    const { page } = await printed({
      title: '<img src=x onerror=alert(1)>',
      parts: [samplePart({ headline: '<b>' }, sampleResult(['<script>alert(1)</script>']))],
    });
    expect(page.querySelectorAll('img, b, script')).to.have.length(0);
    expect(page.querySelector('h1')?.textContent).to.equal('<img src=x onerror=alert(1)>');
  });

  it('lays a wide table on lying pages, in bands that begin with the name of the row', async () => {
    const part = samplePart();
    const columns = Array.from({ length: 24 }, (_, at) => ({ ...part.columns[at === 0 ? 0 : 3]!, name: `c${at}`, label: `Column ${at}` }));
    const { page } = await printed({ parts: [{ ...part, columns }] });
    expect(page.querySelector('section')?.className).to.equal('wide');
    const bands = [...page.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('thead th')].map((cell) => cell.textContent),
    );
    expect(bands.length).to.be.above(1);
    expect(bands.every(([first]) => first === 'Column 0')).to.equal(true);
    expect(bands.flatMap((band) => band.slice(1))).to.deep.equal(columns.slice(1).map(({ label }) => label));
  });

  it('draws charts as vectors', async () => {
    const drawing = {
      width: 10,
      height: 10,
      box: [0, 0, 10, 10],
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
    const { page } = await printed({ parts: [samplePart({ drawing, legend: [{ label: 'all', swatch: drawing }] })] });
    expect(page.querySelector('figure svg rect')?.getAttribute('fill')).to.equal('#123456');
    expect(page.querySelector('.legend')?.textContent).to.equal('all');
  });
});
