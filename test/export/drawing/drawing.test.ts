import { expect, fixture, html } from '@open-wc/testing';
import { unsafeStatic, html as staticHtml } from 'lit/static-html.js';
import { attribute, idsIn, textOf } from '../../../src/export/drawing/drawing.js';
import type { Drawing, DrawingNode } from '../../../src/export/drawing/drawing.js';
import { marksOf, placedAt } from '../../../src/export/drawing/marks.js';
import { paintMarks } from '../../../src/export/drawing/paint-canvas.js';
import { toPng } from '../../../src/export/drawing/png.js';
import { readDrawing } from '../../../src/export/drawing/read-drawing.js';
import { toSvg, toSvgElement } from '../../../src/export/drawing/svg.js';
import { DRAWN } from './page-drawing.js';

const LABEL = { title: 'A <title> & more', description: 'What "it" says', language: 'ar' };
/** In the language of the page: browsers have other fonts for other languages. */
const OF_PAGE = { ...LABEL, language: 'en' };

async function stage(scheme = 'light'): Promise<{ plot: SVGSVGElement; key: SVGSVGElement }> {
  const host = await fixture(staticHtml`<div>${unsafeStatic(DRAWN)}</div>`);
  host.querySelector<HTMLElement>('.stage')!.style.colorScheme = scheme;
  return { plot: host.querySelector<SVGSVGElement>('.plot')!, key: host.querySelector<SVGSVGElement>('.key')! };
}

function all(nodes: readonly (DrawingNode | string)[]): readonly DrawingNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
}

function parsed(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(document.querySelector('parsererror')).to.equal(null);
  return document;
}

/** What an image shows, on white, in two pixels to a px. */
async function pixels(
  { width, height }: Drawing,
  paint: (canvas: CanvasRenderingContext2D) => Promise<void> | void,
): Promise<Uint8ClampedArray> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * 2);
  canvas.height = Math.round(height * 2);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await paint(context);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

async function painted(svg: string, canvas: CanvasRenderingContext2D): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  canvas.drawImage(image, 0, 0, canvas.canvas.width, canvas.canvas.height);
  URL.revokeObjectURL(image.src);
}

/** The element of the page with the styles of its page inside, without what no drawing keeps. */
function asInPage(plot: SVGSVGElement): string {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const styles = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  styles.textContent = plot.closest('div')?.parentElement?.querySelector('style')?.textContent ?? '';
  copy.querySelectorAll('a, foreignObject, script').forEach((element) => element.remove());
  copy.prepend(styles);
  copy.classList.add('stage');
  return new XMLSerializer().serializeToString(copy);
}

/** Share of pixels that differ by more than a quarter of the range in a channel. */
function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let differing = 0;
  for (let at = 0; at < one.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(one[at + channel]! - other[at + channel]!) > 64)) differing++;
  }
  return (4 * differing) / one.length;
}

describe('a drawing that is read from the page', () => {
  it('has its colours, fonts and sizes as attributes', async () => {
    const nodes = all(readDrawing((await stage()).plot).children);
    const bar = nodes.find(({ name }) => name === 'ellipse')!;
    expect(Object.fromEntries(bar.attributes)).to.deep.equal({ cx: '260', cy: '40', rx: '25', ry: '10', fill: '#1f6f78' });
    const label = nodes.find((node) => textOf(node) === 'end')!;
    expect(Object.fromEntries(label.attributes)).to.include({
      fill: '#1b2226',
      'font-size': '12',
      'font-weight': '400',
      'font-family': 'sans-serif',
      'text-anchor': 'end',
    });
  });

  it('leaves out what cannot be seen and what could do harm', async () => {
    const nodes = all(readDrawing((await stage()).plot).children);
    expect(new Set(nodes.map(({ name }) => name))).to.deep.equal(
      new Set(['defs', 'pattern', 'line', 'clipPath', 'rect', 'g', 'circle', 'path', 'polyline', 'ellipse', 'text']),
    );
    expect(nodes.filter(({ name }) => name === 'rect').map((node) => attribute(node, 'width'))).to.deep.equal(['100', '60', '60']);
    expect(nodes.flatMap(({ attributes }) => attributes).filter(([name]) => /^on|href|style|class/.test(name))).to.deep.equal([]);
  });

  it('takes the light colours for paper, and leaves the page as it was', async () => {
    const { plot } = await stage('dark');
    const before = plot.cloneNode(true);
    const fillOf = (drawing: Drawing): string | undefined =>
      attribute(
        all(drawing.children).find(({ name }) => name === 'circle')!,
        'fill',
      );
    expect(fillOf(readDrawing(plot))).to.equal('#58b5bd');
    expect(fillOf(readDrawing(plot, { scheme: 'light' }))).to.equal('#1f6f78');
    expect(plot.isEqualNode(before)).to.equal(true);
  });

  it('keeps its lines of text apart', async () => {
    const texts = all(readDrawing((await stage()).plot).children).filter(({ name }) => name === 'text');
    expect(texts.map((text) => [textOf(text), attribute(text, 'y')])).to.deep.equal([
      ['A & <b>', '75'],
      ['second "line"', '89'],
      ['end', '23.12'],
    ]);
  });

  it('widens to what is drawn beyond its edge', async () => {
    const { plot } = await stage();
    plot.querySelector('ellipse')!.setAttribute('cx', '310');
    expect(readDrawing(plot).box).to.deep.equal([0, 0, 335, 150]);
  });

  it('brings a pattern along that another drawing of its page defines', async () => {
    const drawing = readDrawing((await stage()).key);
    expect([...idsIn(drawing.children).keys()]).to.deep.equal(['hatch']);
    expect(drawing.box).to.deep.equal([0, 0, 12, 12]);
  });
});

describe('an SVG file', () => {
  it('is well-formed, says its title, description and language, and needs nothing from outside', async () => {
    const text = toSvg(readDrawing((await stage()).plot), LABEL);
    const root = parsed(text).documentElement;
    expect(root.querySelector('title')?.textContent).to.equal(LABEL.title);
    expect(root.querySelector('desc')?.textContent).to.equal(LABEL.description);
    expect(root.getAttribute('xml:lang')).to.equal('ar');
    expect(root.getAttribute('viewBox')).to.equal('0 0 300 150');
    expect(text).not.to.match(/var\(|light-dark|<style|class=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it('keeps text text, whatever it is', () => {
    const hostile = ['<script>alert(1)</script>', ']]>', '&amp;', '"><svg onload=alert(1)>', '\0\u0008\ufffe', '\ud800', '🙂', 'क्षे'];
    const drawing: Drawing = {
      width: 1,
      height: 1,
      box: [0, 0, 1, 1],
      children: hostile.map((text) => ({ name: 'text', attributes: [['data-x', text]], children: [text] })),
    };
    const texts = [...parsed(toSvg(drawing, { title: hostile.join(''), description: '', language: '"' })).querySelectorAll('text')];
    expect(texts.map((text) => text.textContent)).to.deep.equal([...hostile.slice(0, 4), '', '', '🙂', 'क्षे']);
    expect(texts.every((text) => text.children.length === 0)).to.equal(true);
  });

  it('looks as the page draws it', async () => {
    const { plot } = await stage();
    const drawing = readDrawing(plot);
    const own = await pixels(drawing, (canvas) => painted(toSvg(drawing, OF_PAGE), canvas));
    const page = await pixels(drawing, (canvas) => painted(asInPage(plot), canvas));
    expect(difference(own, page)).to.be.below(0.005);
  });

  it('is the same as an element of a page', async () => {
    const drawing = readDrawing((await stage()).plot);
    const host = await fixture(html`<p></p>`);
    host.append(toSvgElement(drawing, document));
    expect(readDrawing(host.querySelector('svg')!).children).to.deep.equal(drawing.children);
  });
});

describe('a PNG file', () => {
  it('shows what the SVG file shows', async () => {
    const drawing = readDrawing((await stage()).plot);
    const svg = await pixels(drawing, (canvas) => painted(toSvg(drawing, OF_PAGE), canvas));
    const own = await pixels(drawing, (canvas) => paintMarks(canvas, marksOf(drawing, placedAt(drawing, 0, 0, 2))));
    expect(difference(own, svg)).to.be.below(0.01);
    const blank = await pixels(drawing, () => undefined);
    expect(difference(own, blank)).to.be.above(0.05);
  });

  it('has the size that was asked for, and never a side over 8,192 pixels', async () => {
    const drawing = readDrawing((await stage()).plot);
    const sizeOf = async (blob: Blob): Promise<readonly [number, number]> => {
      const bitmap = await createImageBitmap(blob);
      return [bitmap.width, bitmap.height];
    };
    const png = await toPng(drawing, 3);
    expect(png.type).to.equal('image/png');
    expect(await sizeOf(png)).to.deep.equal([900, 450]);
    expect(await sizeOf(await toPng(drawing))).to.deep.equal([600, 300]);
    expect(await sizeOf(await toPng({ ...drawing, height: 20_000 }))).to.deep.equal([123, 8192]);
  });
});
