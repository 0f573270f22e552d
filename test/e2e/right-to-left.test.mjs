import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';

describe('a page that is read from right to left', () => {
  const { open } = stage();

  it('has bars that grow from the right, beside their labels', async () => {
    const page = await open('/creator.html?source=engagement-stats&lang=ar&dir=rtl');
    const chart = page.locator('creator-engagement-chart');
    await chart.getByRole('option').first().waitFor();
    const edges = await chart.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('[role="option"] rect.bar')]
        .slice(0, 5)
        .map((bar) => Math.round(bar.getBoundingClientRect().right)),
    );
    assert.ok(edges.length > 2);
    assert.equal(new Set(edges).size, 1, `all bars end at one edge: ${edges.join(', ')}`);
  });

  it('follows when the page turns its direction', async () => {
    const page = await open('/creator.html?source=engagement-stats');
    const chart = page.locator('creator-engagement-chart');
    await chart.getByRole('option').first().waitFor();
    const start = () =>
      chart.evaluate((element) => {
        const bar = element.shadowRoot.querySelector('[role="option"] rect.bar').getBoundingClientRect();
        return bar.left - element.getBoundingClientRect().left;
      });
    const before = await start();
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      document.documentElement.lang = 'ar';
    });
    await page.waitForFunction((left) => {
      const element = document.querySelector('creator-engagement-chart');
      const bar = element.shadowRoot.querySelector('[role="option"] rect.bar').getBoundingClientRect();
      return bar.left - element.getBoundingClientRect().left !== left;
    }, before);
  });
});
