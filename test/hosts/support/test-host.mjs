/** The one test of every host: its page shows widgets, listens to them, filters them, and takes them away without a trace. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHost } from './host-page.mjs';

const STEPS = 100;
const CYCLES = 200;
/** Cycles after which what is made once, as templates and caches, is there. */
const WARM = 20;

/**
 * @param {string} title of the host
 * @param {string} name folder of the host
 * @param {Parameters<typeof openHost>[1]} [options]
 */
export function testHost(title, name, options) {
  describe(title, () => {
    let host, page, untouched;

    before(async () => {
      host = await openHost(name, options);
      page = host.page;
      await page.locator('#toggle').waitFor();
      await letDriverSettle();
      untouched = await traces();
    });
    after(() => host?.close());

    const chart = () => page.locator('creator-engagement-chart');
    const bars = () => chart().getByRole('option');
    const trend = () => page.locator('creator-trend-chart');
    const toggle = () => page.locator('#toggle').click();

    it('shows the widgets', async () => {
      await toggle();
      await bars().first().waitFor();
      await trend().locator('.track [role="option"]').first().waitFor();
      assert.ok((await bars().count()) > 1, 'more than one exploration is drawn');
    });

    it('runs the worker', async () => {
      assert.equal(await chart().getAttribute('data-backend'), 'worker');
      assert.equal(page.workers().length, 1);
    });

    it('hears of a filter, and of its end', async () => {
      const before = await renders();
      await bars().first().click();
      await page.locator('#chosen', { hasNotText: 'none' }).waitFor();
      if (before !== undefined) assert.ok((await renders()) > before, 'a filter is news to the host');
      await bars().first().click();
      await page.locator('#chosen', { hasText: 'none' }).waitFor();
    });

    it('sets a filter, and lets it go', async () => {
      await page.locator('#published').click();
      await chart().getByText('1 filter').first().waitFor();
      const { clauses } = await page.locator('stats-dataset').evaluate((dataset) => dataset.getState());
      assert.deepEqual(clauses, [{ origin: 'my-page', field: 'status', in: ['public'] }]);
      await page.locator('#published').click();
      await chart().getByText('1 filter').waitFor({ state: 'detached' });
    });

    it(`does not render, nor change anything, while a reader takes a brush over ${STEPS} steps`, async () => {
      const track = trend().locator('.track');
      await track.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await track.boundingBox();
      await page.mouse.move(x + 1, y + height / 2);
      await nextFrames();
      await page.evaluate(watchPage);
      const before = await renders();
      await page.mouse.down();
      for (let step = 1; step <= STEPS; step += 1) {
        const there = Math.abs(((step * 0.17) % 2) - 1);
        await page.mouse.move(x + 1 + (width - 2) * (1 - there), y + height / 2);
        await nextFrames();
      }
      await page.mouse.up();
      await nextFrames();
      const { filters, changes } = await page.evaluate(() => window.watched());
      assert.ok(filters >= STEPS / 2, `the widgets were filtered while it went on: ${filters} times`);
      assert.deepEqual(changes, []);
      assert.equal(await renders(), before);
      await page.keyboard.press('Escape');
      await page.locator('stats-dataset').evaluate((dataset) => dataset.clearFilters());
    });

    it(`leaves nothing behind when it takes the widgets away, ${CYCLES} times`, async () => {
      await toggle();
      await page.locator('stats-dataset').waitFor({ state: 'detached' });
      await page.evaluate(showAndHide, WARM);
      await settled();
      const { nodes, jsEventListeners } = await counters();
      await page.evaluate(showAndHide, CYCLES);
      await settled();
      const later = await counters();
      assert.ok(later.nodes - nodes < CYCLES / 4, `${later.nodes - nodes} nodes more than before`);
      assert.ok(later.jsEventListeners - jsEventListeners < CYCLES / 4, `${later.jsEventListeners - jsEventListeners} listeners more`);
    });

    it('writes no error to the console', () => {
      assert.deepEqual(host.problems, []);
    });

    /** Waits until nothing is left of the widgets, and says what is where something stays. */
    async function settled() {
      const deadline = Date.now() + 30_000;
      for (;;) {
        const left = { ...(await traces()), workers: page.workers().length, requests: host.pending.size };
        try {
          assert.deepEqual(left, { ...untouched, workers: 0, requests: 0 });
          return;
        } catch (error) {
          if (Date.now() > deadline) throw error;
          await page.waitForTimeout(250);
        }
      }
    }

    const traces = () => page.evaluate(() => window.traces());

    async function counters() {
      await host.devtools.send('HeapProfiler.collectGarbage');
      await nextFrames();
      await host.devtools.send('HeapProfiler.collectGarbage');
      return host.devtools.send('Memory.getDOMCounters');
    }

    /** How often the host rendered, where it is a host that renders. */
    async function renders() {
      const output = page.locator('#renders');
      return (await output.count()) === 0 ? undefined : Number(await output.textContent());
    }

    /** What drives the browser has listeners of its own in the page from its first evaluation and its first movement. */
    async function letDriverSettle() {
      await page.locator('#toggle').hover();
      await page.locator('#toggle').evaluate(() => undefined);
      await page.locator('#toggle', { hasText: 'Statistics' }).waitFor();
      await nextFrames();
    }

    /** Two frames: what a step asked for has been drawn. */
    function nextFrames() {
      return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
  });
}

/** In the page: counts filter events, and what changes in the page itself. */
function watchPage() {
  let filters = 0;
  const changes = [];
  const count = () => (filters += 1);
  const observer = new MutationObserver((records) =>
    changes.push(...records.map(({ type, target, attributeName }) => `${attributeName ?? type} of ${target.nodeName}`)),
  );
  document.addEventListener('stats-filter', count);
  observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  window.watched = () => {
    document.removeEventListener('stats-filter', count);
    observer.disconnect();
    return { filters, changes };
  };
}

/** In the page: has the host show the widgets and take them away, every third time before they have drawn anything. */
async function showAndHide(cycles) {
  const until = async (test) => {
    while (!test()) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const shown = () => document.querySelector('creator-engagement-chart');
  const isDrawn = (root) => root !== null && root.querySelector('[role="option"]') !== null;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    document.querySelector('#toggle').click();
    await until(() => shown() !== null);
    if (cycle % 3 !== 0) await until(() => isDrawn(shown().shadowRoot));
    document.querySelector('#toggle').click();
    await until(() => document.querySelector('stats-dataset') === null);
  }
}
