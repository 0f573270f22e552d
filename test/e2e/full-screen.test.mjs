/** A widget on the whole screen: its own, or one of a dashboard. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DASHBOARD, PAGE } from './support/dashboard.mjs';
import { stage, withoutShared } from './support/stage.mjs';

const CHART = 'at-risk-last-visit-chart';
const skip = withoutShared('oracles/aspects');

const menu = (page, tag) => page.locator(tag).getByRole('button', { name: /^Menu of/ });
const choose = async (page, tag, entry) => {
  await menu(page, tag).press('Enter');
  await page.locator(tag).getByRole('menuitem', { name: entry, exact: true }).press('Enter');
};
/** The tag on the whole screen, wherever it stands; undefined for none. */
const filling = (page) =>
  page.evaluate(() => {
    let element = document.fullscreenElement;
    while (element?.shadowRoot?.fullscreenElement) element = element.shadowRoot.fullscreenElement;
    return element?.localName;
  });
const isFocused = (page, tag) => menu(page, tag).evaluate((button) => button.getRootNode().activeElement === button);

describe('the full screen', () => {
  const { open } = stage();

  for (const [where, path, tag] of [
    ['a page', '/at-risk.html?data=aspects', 'at-risk-track-chart'],
    ['a dashboard', PAGE, CHART],
  ]) {
    it(
      `shows a widget of ${where} with its title and a larger drawing, and gives it back with the focus where it was`,
      { skip },
      async () => {
        const page = await open(path);
        const heading = page.locator(tag).getByRole('heading').first();
        const drawing = page.locator(tag).locator('[part~="plot"]').first();
        const [title, before] = [await heading.textContent(), (await drawing.boundingBox()).height];
        await choose(page, tag, 'Full screen');
        await page.waitForFunction(() => document.fullscreenElement !== null);
        assert.equal(await filling(page), tag);
        assert.equal(await heading.textContent(), title);
        await page.waitForFunction(
          ([element, height]) => element.getBoundingClientRect().height > height + 100,
          [await drawing.elementHandle(), before],
        );
        assert.ok(await isFocused(page, tag), 'the focus is on its menu');

        await choose(page, tag, 'Leave full screen');
        await page.waitForFunction(() => document.fullscreenElement === null);
        assert.ok(await isFocused(page, tag), 'the focus is where it was');
        await choose(page, tag, 'Full screen');
        await page.waitForFunction(() => document.fullscreenElement !== null);
        // What Esc makes a browser do; a page without a window of its own never gets that key.
        await page.evaluate(() => document.exitFullscreen());
        assert.ok(await isFocused(page, tag), 'and also after Esc');
        assert.deepEqual(page.problems, []);
      },
    );
  }

  it('shows a whole dashboard, whose tabs still work', { skip }, async () => {
    const page = await open(PAGE);
    const own = page
      .locator(DASHBOARD)
      .locator('.head')
      .getByRole('button', { name: /^Menu of/ });
    await own.press('Enter');
    await page.locator(DASHBOARD).locator('.head').getByRole('menuitem', { name: 'Full screen' }).press('Enter');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    assert.equal(await filling(page), DASHBOARD);
    await page.getByRole('tab', { name: 'Performance' }).click();
    await page.locator('at-risk-grade-chart').getByRole('option').first().waitFor();
    const scrolls = await page
      .locator(DASHBOARD)
      .evaluate((element) => [element.scrollHeight > element.clientHeight, getComputedStyle(element).overflowY]);
    assert.ok(!scrolls[0] || scrolls[1] === 'auto', 'what does not fit can be scrolled to');
    assert.deepEqual(page.problems, []);
  });
});
