import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { fitBoth, fitEnds, fitText, measureIn, textScale, wrapText } from '../../../src/components/charts/text-width.js';

const ten = (text: string): number => text.length * 10;

describe('text at an axis', () => {
  it('is cut off with an ellipsis where it does not fit', () => {
    expect(fitText('Fractions', 90, ten)).to.equal('Fractions');
    expect(fitText('Fractions', 80, ten)).to.equal('Fractio…');
    expect(fitText('Area of a square', 90, ten)).to.equal('Area of…');
    expect(fitText('Fractions', 1, ten)).to.equal('…');
  });

  it('loses its start where its end says more', () => {
    expect(fitText('STAT101+2026', 120, ten, 'end')).to.equal('STAT101+2026');
    expect(fitText('STAT101+2026', 60, ten, 'end')).to.equal('…+2026');
  });

  it('loses its end for a note, which loses its start where it has less than half of the width', () => {
    expect(fitBoth('Week 1', '2026', 130, ten)).to.equal('Week 1 · 2026');
    expect(fitBoth('Week 1', '2026', 120, ten)).to.equal('Week… · 2026');
    expect(fitBoth('Week 1', 'STAT101+2026', 180, ten)).to.equal('Week 1…101+2026');
    expect(fitBoth('Week 1: Looking', 'STAT101+2026', 180, ten)).to.equal('Week 1:…101+2026');
  });

  it('keeps both its ends where others begin alike', () => {
    expect(fitEnds('Fractions', 90, ten)).to.equal('Fractions');
    expect(fitEnds('Adding decimals in shops', 160, ten)).to.equal('Adding…n shops');
  });

  it('breaks between words into as many lines as there are', () => {
    expect(wrapText('Area of a rectangle', 100, ten, 2)).to.deep.equal(['Area of a', 'rectangle']);
    expect(wrapText('Area', 100, ten, 2)).to.deep.equal(['Area']);
    expect(wrapText('Adding and subtracting decimals', 110, ten, 2)).to.deep.equal(['Adding and', 'subtractin…']);
    expect(wrapText('Area of a rectangle', 100, ten, 1)).to.deep.equal(['Area of a…']);
    expect(wrapText('Photosynthesis is', 100, ten, 2)).to.deep.equal(['Photosynt…', 'is']);
  });

  it('grows with the text of the page', async () => {
    const element = await fixture<HTMLElement>(html`<div></div>`);
    element.style.setProperty('font-size', '13px');
    const once = measureIn(element)('Fractions');
    element.style.setProperty('font-size', '26px');
    expect(textScale(element)).to.equal(2);
    expect(measureIn(element)('Fractions')).to.be.closeTo(2 * once, 3);
  });
});
