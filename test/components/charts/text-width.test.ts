import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { fitText, measureIn, textScale, wrapText } from '../../../src/components/charts/text-width.js';

const ten = (text: string): number => text.length * 10;

describe('text at an axis', () => {
  it('is cut off with an ellipsis where it does not fit', () => {
    expect(fitText('Fractions', 90, ten)).to.equal('Fractions');
    expect(fitText('Fractions', 80, ten)).to.equal('Fractio…');
    expect(fitText('Area of a square', 90, ten)).to.equal('Area of…');
    expect(fitText('Fractions', 1, ten)).to.equal('…');
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
