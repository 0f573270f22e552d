/** Pages stay where they are while widgets load: the browser's own entries of layout shifts, as Web Vitals count them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';

/** Less than half of what Web Vitals call good. */
const MOST = 0.04;

function record() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources = [] } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, of: sources.map(({ node }) => node?.localName ?? node?.nodeName) });
  }).observe({ type: 'layout-shift', buffered: true });
}

const calm = () => {
  const busy = (root) =>
    [...root.querySelectorAll('*')].some((each) => each.getAttribute('aria-busy') === 'true' || (each.shadowRoot && busy(each.shadowRoot)));
  return !busy(document);
};

/** Every answer comes late, and each as late as no other: what is drawn in between is seen. */
async function slow(page) {
  let asked = 0;
  await page.route('**/*', async (route) => {
    const late = 100 + ((asked++ * 170) % 500);
    await new Promise((resolve) => setTimeout(resolve, late));
    await route.continue().catch(() => undefined);
  });
}

async function shiftsOf(page) {
  await page.locator('[part~="base"]').first().waitFor();
  await page.waitForFunction(calm);
  await page.waitForTimeout(300);
  const shifts = await page.evaluate(() => window.shifts);
  return { sum: shifts.reduce((all, { value }) => all + value, 0), told: JSON.stringify(shifts) };
}

describe('a page while its widgets load', () => {
  const { open } = stage();

  for (const path of ['/creator.html', '/at-risk.html', '/report.html', '/dashboard.html'])
    for (const width of [1280, 320])
      it(`does not move: ${path} at ${width} px`, async () => {
        const page = await open(path, { viewport: { width, height: 900 }, prepare: (each) => each.addInitScript(record) });
        const { sum, told } = await shiftsOf(page);
        assert.ok(sum <= MOST, `${sum.toFixed(4)}: ${told}`);
      });

  for (const width of [1280, 320])
    it(`does not move where all that it loads comes late: /creator.html at ${width} px`, async () => {
      const prepare = async (page) => {
        await page.addInitScript(record);
        await slow(page);
      };
      const { sum, told } = await shiftsOf(await open('/creator.html', { viewport: { width, height: 900 }, prepare }));
      assert.ok(sum <= MOST, `${sum.toFixed(4)}: ${told}`);
    });
});
