/**
 * Pictures of four tags, pixel by pixel, and the drawings of all charts as text. `npm run test:looks` compares; `npm run test:looks --
 * --update` takes what is drawn now. Another version of the browser, or other fonts for Arabic, draw a little differently: there the
 * pictures are skipped, and the drawings compared all the same.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { filesUnder } from '../../scripts/lib/files.mjs';
import { startStage } from './stage.mjs';

const UPDATE = process.env.LOOKS_UPDATE === '1';
const FOLDER = join(import.meta.dirname, 'baselines');

/** Looks of the four: sizes, modes, languages. */
const LOOKS = {
  'light-768': {},
  'dark-768': { scheme: 'dark' },
  'forced-768': { forced: true },
  'light-320': { width: 320 },
  'light-1280': { width: 1280 },
  'ar-768': { lang: 'ar' },
};
const PICTURED = ['creator-engagement-chart', 'at-risk-page-engagement-chart', 'at-risk-last-visit-chart', 'at-risk-table'];
/** Share of pixels that may differ, by how much of a channel's 255. */
const MOST = { share: 0.001, channel: 24 };

const TAKEN_WITH = join(FOLDER, 'taken-with.json');

const stage = await startStage();
after(() => stage.end());
const here = await stage.drawsWith();
if (UPDATE) writeFileSync(TAKEN_WITH, `${JSON.stringify(here, undefined, 2)}\n`);
const then = JSON.parse(readFileSync(TAKEN_WITH, 'utf8'));
const skip = isDeepStrictEqual(here, then) ? false : `Pictures were taken with ${JSON.stringify(then)}; here is ${JSON.stringify(here)}.`;

describe('a picture', () => {
  for (const tag of PICTURED) {
    for (const [look, settings] of Object.entries(LOOKS)) {
      it(`of ${tag}, ${look}, is as it was`, { skip }, async () => {
        const page = await stage.open(tag, 'Example', settings);
        const now = await page.locator('main').screenshot();
        const file = join(FOLDER, `${tag}-${look}.png`);
        if (UPDATE) writeFileSync(file, now);
        const differing = await page.evaluate(differenceOf, [readFileSync(file).toString('base64'), now.toString('base64'), MOST.channel]);
        await page.context().close();
        assert.ok(differing <= MOST.share, `${(differing * 100).toFixed(2)} % of the pixels differ`);
      });
    }
  }
});

describe('a drawing', () => {
  for (const tag of filesUnder('stories', '-chart.stories.ts').map((file) => file.slice('stories/'.length, -'.stories.ts'.length))) {
    it(`of ${tag} says the same lines`, async () => {
      const page = await stage.open(tag, 'Example');
      const now = await page.evaluate(drawingOf);
      await page.context().close();
      const file = join(FOLDER, `${tag}.svg.txt`);
      if (UPDATE) writeFileSync(file, now);
      assert.equal(now, readFileSync(file, 'utf8'));
    });
  }
});

/** The share of pixels of two pictures of which a channel differs by more; 1 where their sizes differ. Runs in the page. */
async function differenceOf([one, other, channel]) {
  const pixels = async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((of) => Math.abs(a.data[at + of] - b.data[at + of]) > channel)) differing++;
  return differing / (a.width * a.height);
}

/** The shapes of a chart, one a line, in whole px. Runs in the page. */
function drawingOf() {
  const element = document.querySelector('main > *');
  const shapes = [...element.shadowRoot.querySelectorAll('.plot svg :is(rect, line, path, circle, text)')];
  const number = (text) => text.replace(/-?\d+\.\d+/g, (value) => String(Math.round(Number(value))));
  return `${shapes
    .filter((shape) => shape.closest('defs') === null)
    .map((shape) => {
      const attributes = [...shape.attributes]
        .filter(({ name }) => name !== 'aria-hidden')
        .map(({ name, value }) => `${name}=${number(value)}`);
      return [shape.localName, ...attributes, shape.textContent.trim()].filter((part) => part !== '').join(' ');
    })
    .join('\n')}\n`;
}
