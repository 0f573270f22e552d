/** What the numbers mean is loaded when a reader asks for it, and where it is not there that is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pages } from './support/pages.mjs';

const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const BUILDS = [
  { kind: 'script', head: '<script src="/cdn/creator.js"></script>', file: /\/definitions\.js$/ },
  { kind: 'module', head: '<script type="module" src="/cdn/creator-engagement-chart.js"></script>', file: /\/chunks\/definitions-/ },
];

describe('the definitions of the built files', () => {
  const { open } = pages();

  for (const { kind, head, file } of BUILDS) {
    it(`come when a reader asks how it is counted (${kind})`, async () => {
      const { page, problems, asked, close } = await open({ head, body: CHART });
      await page.getByText('Fractions').first().waitFor();
      assert.deepEqual(
        asked.filter((path) => file.test(path)),
        [],
      );
      await explained(page).getByText('Mean engagement time of the sessions whose time is known.').first().waitFor();
      assert.equal(await page.getByText('could not be loaded').count(), 0);
      assert.deepEqual(problems, []);
      await close();
    });

    it(`are said to be missing where a host has left them out, and all else works (${kind})`, async () => {
      const { page, problems, close } = await open({ head, body: CHART, missing: file });
      await page.getByText('Fractions').first().waitFor();
      await explained(page).getByText('What the numbers mean could not be loaded.').waitFor();
      assert.ok((await page.getByText('Fractions').count()) > 0);
      assert.deepEqual(problems, []);
      await close();
    });
  }

  /** The region that opens by the menu. */
  function explained(page) {
    const chart = page.locator('creator-engagement-chart');
    void chart
      .getByRole('button', { name: /^Menu of/ })
      .click()
      .then(() => chart.getByRole('menuitem', { name: 'How is this counted?' }).click());
    return chart.getByRole('region', { name: 'How this is counted' });
  }
});
