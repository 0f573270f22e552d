/** What a finger does, which cannot point at anything without pressing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chips, PAGE, show } from './support/dashboard.mjs';
import { stage } from './support/stage.mjs';

/** A screen that is touched beside a mouse, as of many laptops. */
const LAPTOP = { viewport: { width: 390, height: 800 } };
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

describe('a chart that is touched', () => {
  const { open } = stage();

  for (const [device, options] of [
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ]) {
    it(`takes each tap for the bar under it, also where the card of another lies over that, on a ${device}`, async () => {
      const page = await open(PAGE, options);
      await show(page, 'pages');
      const chart = page.locator('at-risk-visits-chart');
      const bars = chart.locator('.marks').getByRole('option');
      const middleOf = (at) =>
        bars.nth(at).evaluate(async (bar) => {
          bar.scrollIntoView({ block: 'center' });
          for (let before = NaN; before !== bar.getBoundingClientRect().y;) {
            before = bar.getBoundingClientRect().y;
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          }
          const { x, y, width, height } = bar.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        });
      const session = await page.context().newCDPSession(page);
      const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
      for (const [at, month] of ['Feb', 'Mar', 'Apr', 'May'].entries()) {
        const [x, y] = await middleOf(at);
        await touch('touchStart', [{ x, y }]);
        await touch('touchEnd', []);
        await chips(page)
          .filter({ hasText: new RegExp(`Visits: ${month} 1, 2026`) })
          .waitFor();
        assert.equal(await chips(page).count(), 1);
      }
    });
  }

  it('takes the first tap for the bar under it where a mouse has shown the card that lies over that', async () => {
    const page = await open(PAGE, LAPTOP);
    await show(page, 'pages');
    const chart = page.locator('at-risk-page-engagement-chart');
    await chart.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    const rows = chart.locator('.marks').getByRole('option');
    const { x, y, width, height } = await rows.nth(3).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    const card = chart.locator('.card');
    await card.waitFor();
    const over = await card.boundingBox();
    const middleOfCard = over.x + over.width / 2;
    const lies = async (at) => {
      const row = await rows.nth(at).boundingBox();
      const middle = row.y + row.height / 2;
      return middle > over.y && middle < over.y + over.height && middleOfCard < row.x + row.width
        ? { x: middleOfCard, y: middle }
        : undefined;
    };
    const others = await Promise.all([2, 4, 5].map(async (at) => ({ at, point: await lies(at) })));
    const { at, point } = others.find((other) => other.point !== undefined) ?? {};
    assert.ok(point !== undefined, 'the card lies over a row beside the one that it is of');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await chips(page).first().waitFor();
    const chosen = rows.nth(at);
    assert.equal(await chosen.getAttribute('aria-selected'), 'true');
  });

  it('lets the page scroll, and chooses nothing by that', async () => {
    const page = await open(PAGE, PHONE);
    await show(page, 'pages');
    const marks = page.locator('at-risk-visits-chart').locator('.marks').first();
    await marks.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await marks.boundingBox();
    const before = await page.evaluate(() => globalThis.scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type, up) => {
      const touchPoints = type === 'touchEnd' ? [] : [{ x: x + width / 2, y: y + height / 2 + up }];
      return session.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', 0);
    for (let up = 20; up <= 160; up += 20) await touch('touchMove', up);
    await touch('touchEnd');
    await page.waitForFunction((from) => globalThis.scrollY < from - 50, before);
    assert.deepEqual(await chips(page).allInnerTexts(), []);
  });
});
