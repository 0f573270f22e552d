/** What an image of a page shows, which has no fonts of the page: as wide as the page draws it, because the file holds the web font. */
import { expect } from '@open-wc/testing';
import { toBundle } from '../../../src/export/files/bundle.js';
import { exportMenu } from '../../../src/export/export-menu.js';
import type { ExportFormat } from '../../../src/export/export-menu.js';
import { node } from '../../../src/export/drawing/drawing.js';
import type { Drawing } from '../../../src/export/drawing/drawing.js';
import { boxFont } from '../../support/box-font.js';
import { stubFetch } from '../../support/fetch-stub.js';
import type { SeenRequest } from '../../support/fetch-stub.js';
import { saved } from '../../support/saved.js';
import { sampleDocument, samplePart, STYLE } from '../sample.js';
import { unzip } from '../files/unzip.js';

const FAMILY = 'Held Test';
/** Four letters of this size. */
const SIZE = 20;

/** A drawing of one text at x = 0 on the baseline y = 40. */
function drawingOf(text: string, { weight = 400, family = `"${FAMILY}", sans-serif` } = {}): Drawing {
  const font = { 'font-family': family, 'font-size': SIZE, 'font-weight': weight };
  return { width: 400, height: 60, box: [0, 0, 400, 60], children: [node('text', { x: 0, y: 40, fill: '#000000', ...font }, [text])] };
}

/** The address of a font whose letters are `advance` thousandths of an em wide. */
function addressOf(advance: number): string {
  const address = URL.createObjectURL(new Blob([boxFont(advance)], { type: 'font/ttf' }));
  made.add(address);
  return address;
}

const MISSING = '/none.woff2';
const made = new Set([new URL(MISSING, document.baseURI).href]);

/** Which fonts are asked for while the work goes on, which `answer` answers. */
async function askedFor(answer: () => Response | Promise<Response>, work: () => Promise<unknown>): Promise<readonly SeenRequest[]> {
  const { fetch } = globalThis;
  const isFont = ({ url }: SeenRequest): boolean => made.has(url);
  const stub = stubFetch((request) => (isFont(request) ? answer() : fetch(request.url, request.init)));
  try {
    await work();
  } finally {
    stub.restore();
  }
  return stub.seen.filter(isFont);
}

interface Face {
  readonly src: string;
  readonly more?: string;
}

/** Rules of web fonts, as a page has them that has drawn with them; taken away after the test. */
async function faces(...those: readonly Face[]): Promise<void> {
  const style = document.createElement('style');
  style.className = 'faces';
  style.textContent = those.map(({ src, more = '' }) => `@font-face { font-family: "${FAMILY}"; src: ${src}; ${more} }`).join('\n');
  document.head.append(style);
  await drawn();
}

async function drawn(): Promise<void> {
  await Promise.all([400, 600].map(async (weight) => document.fonts.load(`${weight} 12px "${FAMILY}"`, 'i').catch(() => [])));
}

async function saveAs(format: ExportFormat, drawing: Drawing): Promise<Blob> {
  const document = sampleDocument({ parts: [samplePart({ drawing })] });
  const entries = exportMenu({ hasDrawing: true, isWhole: false, make: () => Promise.resolve({ document, style: STYLE }) });
  const [file] = await saved(() => entries.find(({ id }) => id === format)!.run());
  return file!.blob;
}

const svgOf = async (drawing: Drawing): Promise<string> => (await saveAs('svg', drawing)).text();
const heldIn = (svg: string): number => svg.match(/@font-face/g)?.length ?? 0;

/** How far to the right an image shows ink of the drawing, from where the drawing begins, in px. */
async function inkOf(svg: string): Promise<number> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d')!;
  const [left, line] = placeIn(svg);
  // Some browsers paint an image before the fonts in it are ready.
  for (let turn = 0; turn < 3; turn++) {
    context.drawImage(image, 0, 0);
    await new Promise((settle) => setTimeout(settle, 50));
  }
  const { data, width } = context.getImageData(0, Math.round(line - 4), canvas.width, 1);
  let most = 0;
  for (let x = 0; x < width; x++) if (data[4 * x]! < 128) most = x + 1 - left;
  return most;
}

/** Where the drawing's text begins, and its line. */
function placeIn(svg: string): readonly [number, number] {
  const matrix = /matrix\(1 0 0 1 (\S+) (\S+)\)/.exec(svg)!;
  return [Number(matrix[1]), Number(matrix[2]) + 40];
}

describe('an SVG file of a page with web fonts', () => {
  afterEach(() => {
    document.querySelectorAll('.faces').forEach((style) => style.remove());
    document.adoptedStyleSheets = [];
  });

  it('is drawn elsewhere as wide as the page draws it', async () => {
    await faces({ src: `url("${addressOf(1000)}")` });
    expect(await inkOf(await svgOf(drawingOf('iiii')))).to.be.closeTo(4 * SIZE, 1);
    document.querySelector('.faces')!.remove();
    expect(await inkOf(await svgOf(drawingOf('iiii')))).to.be.below(2 * SIZE);
  });

  it('holds the weight that a text has, or the next one that browsers take', async () => {
    await faces(
      { src: `url("${addressOf(1000)}")`, more: 'font-weight: 400' },
      { src: `url("${addressOf(1500)}")`, more: 'font-weight: 700' },
      { src: `url("${addressOf(2000)}")`, more: 'font-weight: 700; font-style: italic' },
      { src: `url("${addressOf(500)}")`, more: 'font-weight: 700; font-stretch: 75%' },
    );
    const [normal, bold] = [await svgOf(drawingOf('iiii')), await svgOf(drawingOf('iiii', { weight: 600 }))];
    expect([heldIn(normal), heldIn(bold)]).to.deep.equal([1, 1]);
    expect([await inkOf(normal), await inkOf(bold)].map(Math.round)).to.deep.equal([4 * SIZE, 6 * SIZE]);
  });

  it('holds of fonts in parts those that its texts have characters of', async () => {
    await faces(
      { src: `url("${addressOf(1000)}")`, more: 'unicode-range: U+20-69' },
      { src: `url("${addressOf(1500)}")`, more: 'unicode-range: U+6?' },
      { src: `url("${addressOf(2000)}")`, more: 'unicode-range: U+7A-7E, U+400-4FF' },
    );
    expect(heldIn(await svgOf(drawingOf('iijj')))).to.equal(2);
    expect(heldIn(await svgOf(drawingOf('HH')))).to.equal(1);
    expect(heldIn(await svgOf(drawingOf('Hz')))).to.equal(2);
  });

  it('finds rules in sheets that are adopted, imported or for this medium, and passes over those that may not be read', async () => {
    const sheet = new CSSStyleSheet();
    const rule = `@font-face { font-family: "${FAMILY}"; src: url("${addressOf(1000)}"); }`;
    sheet.replaceSync(`@media screen { ${rule} } @media print { @font-face { font-family: "${FAMILY}"; src: url("/none.woff2"); } }`);
    document.adoptedStyleSheets = [sheet];
    await faces();
    Object.defineProperty(document.querySelector<HTMLStyleElement>('.faces')!.sheet!, 'cssRules', {
      get: () => {
        throw new DOMException('not yours', 'SecurityError');
      },
    });
    expect(await inkOf(await svgOf(drawingOf('iiii')))).to.be.closeTo(4 * SIZE, 1);
  });

  it('takes WOFF2 before other formats, and the next file where there is none', async () => {
    await faces({ src: `url("${addressOf(1000)}") format("truetype"), url("${MISSING}") format("woff2")` });
    let count = 0;
    const asked = await askedFor(
      () => new Response(count++ === 0 ? 'Not found' : boxFont(1000)),
      async () => expect(heldIn(await svgOf(drawingOf('iiii')))).to.equal(1),
    );
    expect(asked.map(({ url }) => url.endsWith(MISSING))).to.deep.equal([true, false]);
  });

  it('takes a font that stands in the style sheet itself without asking for it', async () => {
    const content = btoa(String.fromCharCode(...boxFont(1000)));
    await faces({ src: `url("data:font/ttf;charset=utf-8;base64,${content}")` });
    const asked = await askedFor(
      () => new Response(),
      async () => expect(await inkOf(await svgOf(drawingOf('iiii')))).to.be.closeTo(4 * SIZE, 1),
    );
    expect(asked).to.deep.equal([]);
  });

  it('asks for a font as a page does, in all drawings of a report once, and for none before or that the page has not drawn with', async () => {
    await faces({ src: `url("${addressOf(1000)}")` });
    const font = (): Response => new Response(boxFont(1000));
    const none = await askedFor(font, async () => {
      await saveAs('csv', drawingOf('iiii'));
      await saveAs('png', drawingOf('iiii'));
      await svgOf(drawingOf('iiii', { family: '"Never Drawn", sans-serif' }));
    });
    expect(none).to.deep.equal([]);
    const [once, ...more] = await askedFor(font, async () => {
      const part = samplePart({ drawing: drawingOf('iiii') });
      const bundle = await toBundle(sampleDocument({ parts: [part, part] }), STYLE);
      const pictures = unzip(new Uint8Array(await bundle.arrayBuffer())).filter(({ name }) => name.endsWith('.svg'));
      expect(pictures.map(({ text }) => heldIn(text))).to.deep.equal([1, 1]);
    });
    expect(more).to.deep.equal([]);
    expect(once!.init).to.deep.include({ credentials: 'same-origin', cache: 'force-cache' });
    expect([...once!.headers]).to.deep.equal([]);
  });

  for (const [what, answer] of [
    ['cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is no longer there', () => new Response('Not found', { status: 404 })],
    ['is answered by a page to sign in', () => new Response('<h1>Sign in, ada@example.org</h1>')],
    ['is larger than 1.5 MB', () => new Response(new Blob([boxFont(1000), new Uint8Array(1_200_000)]))],
  ] as const) {
    it(`names a font that ${what}, as before`, async () => {
      const without = await svgOf(drawingOf('iiii'));
      await faces({ src: `url("${addressOf(1000)}")` });
      const asked = await askedFor(answer, async () => expect(await svgOf(drawingOf('iiii'))).to.equal(without));
      expect(asked).to.have.length(1);
    });
  }
});
