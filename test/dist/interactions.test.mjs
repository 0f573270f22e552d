/** What a module loads after its first drawing: that it comes by itself, and what there is without it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pages } from './support/pages.mjs';

const MODULE = '<script type="module" src="/cdn/creator-engagement-chart.js"></script>';
const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const PART = /\/chunks\/interactions-/;

describe('what a module loads after its first drawing', () => {
  const { open } = pages();

  it('comes by itself, once something is drawn', async () => {
    const { page, asked, problems, warnings, close } = await open({ head: MODULE, body: CHART });
    await page.waitForRequest(PART, { timeout: 5000 }).catch(() => undefined);
    await page.getByText('Fractions').first().waitFor();
    const at = (pattern) => asked.findIndex((path) => pattern.test(path));
    assert.ok(at(PART) > at(/stats\.json/), asked.join());
    assert.deepEqual([problems, warnings], [[], []]);
    await close();
  });

  it('opens a menu that was clicked before it was there, with all entries, at the first', async () => {
    let arrive;
    const held = new Promise((resolve) => (arrive = resolve));
    const { page, problems, close } = await open({ head: MODULE, body: CHART, hold: [PART, held] });
    const chart = page.locator('creator-engagement-chart');
    const button = chart.getByRole('button', { name: /^Menu of/ });
    await chart.getByText('Fractions').first().waitFor();
    const before = await chart.boundingBox();
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    arrive();
    for (const name of ['Force refresh', 'View as table', 'How is this counted?', 'Download CSV', 'Copy link'])
      await chart.getByRole('menuitem', { name, exact: false }).first().waitFor();
    assert.match(await chart.evaluate((element) => element.shadowRoot.activeElement.textContent), /Force refresh/);
    assert.deepEqual(await chart.boundingBox(), before);
    assert.deepEqual(problems, []);
    await close();
  });

  it('leaves the focus to a reader who has gone on meanwhile', async () => {
    let arrive;
    const held = new Promise((resolve) => (arrive = resolve));
    const { page, close } = await open({ head: MODULE, body: `${CHART}<button>Next</button>`, hold: [PART, held] });
    const chart = page.locator('creator-engagement-chart');
    await chart.getByRole('button', { name: /^Menu of/ }).click();
    await page.getByRole('button', { name: 'Next' }).focus();
    const loaded = page.waitForResponse(PART);
    arrive();
    // What waits for the part before this does goes on before this does.
    await page.evaluate((part) => import(part), (await loaded).url());
    await chart.evaluate((element) => element.updateComplete);
    assert.equal(await chart.getByRole('menuitem').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Next');
    await close();
  });

  it('leaves, where it cannot be had, the table in the menu, and a warning that names what is missing', async () => {
    const { page, warnings, problems, close } = await open({ head: MODULE, body: CHART, missing: PART });
    const chart = page.locator('creator-engagement-chart');
    await chart.getByRole('button', { name: /^Menu of/ }).click();
    await chart.getByRole('menuitem', { name: 'View as table' }).click();
    await chart.getByRole('cell', { name: '2 min 37 s' }).first().waitFor();
    assert.ok(
      warnings.some((text) => text.includes('/chunks/interactions-')),
      warnings.join(),
    );
    assert.deepEqual(problems, []);
    await close();
  });
});
