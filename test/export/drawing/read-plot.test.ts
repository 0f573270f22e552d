import { expect, fixture, html } from '@open-wc/testing';
import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import { attribute } from '../../../src/export/drawing/drawing.js';
import type { Drawing } from '../../../src/export/drawing/drawing.js';
import { marksOf, placedAt } from '../../../src/export/drawing/marks.js';
import { boundsOf } from '../../../src/export/drawing/path-data.js';
import { readPlot } from '../../../src/export/drawing/read-plot.js';

const box = (width: number, height: number, fill: string): TemplateResult =>
  html`<svg width=${width} height=${height} display="block">${svg`<rect width=${width} height=${height} fill=${fill}></rect>`}</svg>`;

/** Where each colour stands in a drawing: left, top, right, bottom. */
function places(drawing: Drawing): ReadonlyMap<string, readonly number[]> {
  return new Map(
    marksOf(drawing, placedAt(drawing, 0, 0, 1)).flatMap((mark) =>
      mark.kind === 'path' ? [[mark.fill?.hex ?? '', boundsOf(mark.path).map(Math.round)] as const] : [],
    ),
  );
}

describe('a plot of several drawings', () => {
  it('shows a pinned axis, all that scrolls, and what stands behind it', async () => {
    const plot = await fixture<HTMLElement>(
      html` <div style="display: flex; width: 200px">
        ${box(30, 50, '#aa0000')}
        <div style="overflow: auto; width: 100px; position: relative">${box(400, 50, '#00aa00')}</div>
        ${box(20, 50, '#0000aa')}
      </div>`,
    );
    plot.querySelector('div')!.scrollLeft = 77;
    const drawing = readPlot(plot)!;
    expect([drawing.width, drawing.height]).to.deep.equal([450, 50]);
    expect(Object.fromEntries(places(drawing))).to.deep.equal({
      '#aa0000': [0, 0, 30, 50],
      '#00aa00': [30, 0, 430, 50],
      '#0000aa': [430, 0, 450, 50],
    });
  });

  it('runs the other way from right to left', async () => {
    const plot = await fixture<HTMLElement>(
      html` <div dir="rtl" style="display: flex; width: 200px">
        ${box(30, 50, '#aa0000')}
        <div style="overflow: auto; width: 100px; position: relative">${box(400, 50, '#00aa00')}</div>
        ${box(20, 50, '#0000aa')}
      </div>`,
    );
    plot.querySelector('div')!.scrollLeft = -77;
    expect(Object.fromEntries(places(readPlot(plot)!))).to.deep.equal({
      '#aa0000': [420, 0, 450, 50],
      '#00aa00': [20, 0, 420, 50],
      '#0000aa': [0, 0, 20, 50],
    });
  });

  it('puts an axis below all the bars that scroll', async () => {
    const plot = await fixture<HTMLElement>(
      html` <div style="width: 100px">
        <div style="overflow: auto; height: 60px; width: 100px">${box(80, 500, '#00aa00')}</div>
        ${box(80, 20, '#aa0000')}
      </div>`,
    );
    plot.querySelector('div')!.scrollTop = 123;
    expect(Object.fromEntries(places(readPlot(plot)!))).to.deep.equal({ '#00aa00': [0, 0, 80, 500], '#aa0000': [0, 500, 80, 520] });
  });

  it('keeps what lies over it in its place, and ids apart', async () => {
    const pattern = (fill: string): TemplateResult =>
      html`<svg width="40" height="40" style="position: absolute; left: 0; top: 0">
        ${svg`
      <defs><clipPath id="same"><rect width="10" height="10"></rect></clipPath></defs><g clip-path="url(#same)"><rect width="40" height="40" fill=${fill}></rect></g>`}
      </svg>`;
    const plot = await fixture<HTMLElement>(
      html`<div style="position: relative; width: 40px; height: 40px">${pattern('#aa0000')}${pattern('#00aa00')}</div>`,
    );
    const drawing = readPlot(plot)!;
    expect([drawing.width, drawing.height]).to.deep.equal([40, 40]);
    expect(drawing.children.map((child) => attribute(child, 'transform'))).to.deep.equal(['matrix(1 0 0 1 0 0)', 'matrix(1 0 0 1 0 0)']);
    expect(marksOf(drawing, placedAt(drawing, 0, 0, 1)).map(({ kind }) => kind)).to.deep.equal(['clip', 'clip']);
  });

  it('is none where there is no drawing', async () => {
    expect(readPlot(await fixture(html`<div><p>none</p></div>`))).to.equal(undefined);
  });
});
