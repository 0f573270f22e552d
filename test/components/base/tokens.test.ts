import { expect } from '@open-wc/testing';
import { COLORS, RISK, SEQUENTIAL, SERIES, TYPE, tokens } from '../../../src/components/base/tokens.js';
import type { ColorToken } from '../../../src/components/base/tokens.js';
import { ciede2000, contrast, difference, SIGHTS } from '../../support/color-science.js';

const MODES = ['light', 'dark'] as const;
const sights = Object.keys(SIGHTS) as (keyof typeof SIGHTS)[];

/** The least difference of any two, in any sight. */
function least(colors: readonly ColorToken[], mode: 'light' | 'dark', pairs: (a: number, b: number) => boolean = () => true): number {
  let found = Infinity;
  colors.forEach((one, a) =>
    colors.slice(a + 1).forEach((other, b) => {
      if (!pairs(a, a + 1 + b)) return;
      for (const sight of sights) found = Math.min(found, difference(one[mode], other[mode], sight));
    }),
  );
  return found;
}

describe('the science of the token tests', () => {
  it('measures CIEDE2000 as its authors do', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).to.be.closeTo(2.0425, 1e-4);
    expect(ciede2000([50, -0.001, 2.49], [50, 0.0011, -2.49])).to.be.closeTo(4.7461, 1e-4);
    expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).to.be.closeTo(1.2644, 1e-4);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).to.equal(21);
    expect(contrast('#777777', '#ffffff')).to.be.closeTo(4.48, 0.01);
  });
});

for (const mode of MODES) {
  const { surface, sunken, text, muted, axis, accent, focus, selected, ghost } = COLORS;

  describe(`the ${mode} colours`, () => {
    it('keep text at 4.5:1 wherever it stands', () => {
      for (const below of [surface, sunken, selected]) {
        expect(contrast(text[mode], below[mode])).to.be.at.least(7);
        expect(contrast(muted[mode], below[mode])).to.be.at.least(4.5);
      }
      expect(contrast(accent[mode], surface[mode])).to.be.at.least(4.5);
      expect(contrast(accent[mode], sunken[mode])).to.be.at.least(4.5);
      expect(contrast(COLORS.notice[mode], COLORS['notice-surface'][mode])).to.be.at.least(4.5);
      expect(contrast(COLORS.error[mode], COLORS['error-surface'][mode])).to.be.at.least(4.5);
    });

    it('keep axes, controls, the focus ring and the outline of ghosts at 3:1', () => {
      for (const below of [surface, sunken]) {
        expect(contrast(axis[mode], below[mode])).to.be.at.least(3);
        expect(contrast(focus[mode], below[mode])).to.be.at.least(3);
      }
      expect(contrast(SERIES[0]![mode], ghost[mode])).to.be.at.least(3);
    });

    it('keep every series at 3:1 on surface and sunken', () => {
      for (const series of SERIES) {
        expect(contrast(series[mode], surface[mode])).to.be.at.least(3);
        expect(contrast(series[mode], sunken[mode])).to.be.at.least(3);
      }
    });

    it('keep series apart in every kind of sight', () => {
      expect(least(SERIES, mode)).to.be.at.least(12);
      expect(least(SERIES.slice(0, 4), mode)).to.be.at.least(14);
      expect(least(SERIES, mode, (a, b) => b === a + 1)).to.be.at.least(20);
    });

    it('keep risk levels apart, and their glyphs visible', () => {
      expect(least(Object.values(RISK), mode)).to.be.at.least(11.25);
      for (const level of Object.values(RISK)) expect(contrast(level[mode], surface[mode])).to.be.at.least(3);
    });

    it('keep text on heat cells legible', () => {
      SEQUENTIAL.forEach((step, at) => {
        const white = mode === 'light' ? '#ffffff' : text.dark;
        const ink = mode === 'light' ? text.light : surface.dark;
        const on = mode === 'light' ? (at < 4 ? ink : white) : at < 3 ? white : ink;
        expect(contrast(on, step[mode])).to.be.at.least(4.5);
      });
    });
  });
}

describe('the tokens', () => {
  it('tell every series from the others without colour', () => {
    expect(new Set(SERIES.map(({ dash, marker }) => `${dash} ${marker}`)).size).to.equal(8);
    expect(new Set(SERIES.map(({ pattern }) => pattern)).size).to.equal(8);
  });

  it('set no text under 12 px', () => {
    for (const { size, line } of Object.values(TYPE)) {
      expect(size).to.be.at.least(12);
      expect(line).to.be.greaterThan(size);
    }
  });

  it('let a host override a colour by its public name, and follow its colour scheme', () => {
    const host = document.createElement('div');
    host.style.setProperty('color-scheme', 'dark');
    host.style.setProperty('--stats-color-accent', 'rgb(1, 2, 3)');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokens.styleSheet!];
    const probe = document.createElement('p');
    probe.style.setProperty('color', 'var(--_accent)');
    probe.style.setProperty('background-color', 'var(--_surface)');
    root.append(probe);
    document.body.append(host);
    const { color, backgroundColor } = getComputedStyle(probe);
    expect(color).to.equal('rgb(1, 2, 3)');
    expect(backgroundColor).to.equal('rgb(20, 24, 27)');
    host.remove();
  });
});
