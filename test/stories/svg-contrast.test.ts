import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { faintTexts, textsDrawn } from '../support/svg-contrast.js';
import { runStory, storyModules } from './run-story.js';

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files.filter((file) => /chart|dashboard|report|comparison|dataset/.test(file)));

/** States in which nothing is written in a drawing. */
const WITHOUT_DRAWING = ['Loading', 'OfflineWithoutData', 'ServerError', 'SignedOut'];

describe('a text of a drawing has contrast enough with what is painted behind it, light and dark', () => {
  let drawn = 0;

  for (const module of modules) {
    for (const name of Object.keys(module).filter((key) => key !== 'default' && !WITHOUT_DRAWING.includes(key))) {
      it(`${module.default.component}, ${name}`, async () => {
        const element = await runStory(module, name);
        const page = element.closest('main');
        if (page === null) throw new Error('A story is drawn into a main.');
        drawn += textsDrawn(page);
        expect(faintTexts(page), 'light').to.deep.equal([]);
        page.style.setProperty('color-scheme', 'dark');
        page.style.setProperty('background', 'Canvas');
        await nextFrame();
        expect(faintTexts(page), 'dark').to.deep.equal([]);
        element.shadowRoot?.querySelector('[role=option]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        await nextFrame();
        expect(faintTexts(page), 'dark, with a mark chosen').to.deep.equal([]);
      });
    }
  }

  it('of which there are some', () => {
    expect(drawn).to.be.greaterThan(1000);
  });
});

describe('what looks for faint texts', () => {
  it('finds grey on white, and a text on a bar, half see-through and in a pattern', async () => {
    const page = await fixture(html`
      <main style="background: #fff">
        <svg width="300" height="120">
          <defs>
            <pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse">
              <rect width="4" height="4" fill="#1b2226"></rect>
            </pattern>
          </defs>
          <text x="0" y="20" fill="#999">grey</text>
          <text x="0" y="40" fill="#1b2226">ink</text>
          <rect x="100" y="0" width="100" height="30" fill="#1f6f78"></rect>
          <text x="110" y="20" fill="#1b2226">bar</text>
          <rect x="100" y="40" width="100" height="30" fill="#000" opacity="0.5"></rect>
          <text x="110" y="60" fill="#fff">half</text>
          <rect x="100" y="80" width="100" height="30" fill="url(#lines)"></rect>
          <text x="110" y="100" fill="#1b2226">lines</text>
        </svg>
      </main>
    `);
    expect(faintTexts(page).map((found) => found.split(':')[0])).to.deep.equal(['"grey"', '"bar"', '"half"', '"lines"']);
  });
});
