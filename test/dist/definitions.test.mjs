/** What the numbers mean is loaded when a reader asks for it, and where it is not there that is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pages } from './support/pages.mjs';

const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const inSpanish = `<div lang="es">${CHART}</div>`;
const BUILDS = [
  { kind: 'script', head: '<script src="/cdn/creator.js"></script>', file: /\/definitions\.js$/, texts: /\/locales\/definitions\/es\.js$/ },
  {
    kind: 'module',
    head: '<script type="module" src="/cdn/creator-engagement-chart.js"></script>',
    file: /\/chunks\/definitions-/,
    texts: /\/chunks\/definition-texts-/,
  },
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

  for (const { kind, head, texts } of BUILDS) {
    it(`come in the language of the page, and not before they are asked for (${kind})`, async () => {
      const { page, problems, asked, close } = await open({ head, body: inSpanish });
      await page.getByText('Fractions').first().waitFor();
      await page.getByRole('heading', { name: 'Tiempo medio de dedicación' }).waitFor();
      const before = asked.length;
      const region = explained(page, /^Menú/, '¿Cómo se cuenta?', 'Cómo se cuenta');
      await region.getByText('Tiempo medio de dedicación de las sesiones cuyo tiempo se conoce.').first().waitFor();
      assert.doesNotMatch(await region.innerText(), /Unknown|as supplied|Mean /);
      assert.deepEqual(
        asked.slice(0, before).filter((path) => texts.test(path)),
        [],
      );
      assert.ok(asked.some((path) => texts.test(path)));
      assert.deepEqual(problems, []);
      await close();
    });

    it(`are in English where a host has left out those of its language (${kind})`, async () => {
      const { page, close } = await open({ head, body: inSpanish, missing: texts });
      await page.getByRole('heading', { name: 'Tiempo medio de dedicación' }).waitFor();
      const region = explained(page, /^Menú/, '¿Cómo se cuenta?', 'Cómo se cuenta');
      await region.getByText('Mean engagement time of the sessions whose time is known.').first().waitFor();
      await close();
    });
  }

  /** The region that opens by the menu. */
  function explained(page, menu = /^Menu of/, entry = 'How is this counted?', name = 'How this is counted') {
    const chart = page.locator('creator-engagement-chart');
    void chart
      .getByRole('button', { name: menu })
      .click()
      .then(() => chart.getByRole('menuitem', { name: entry }).click());
    return chart.getByRole('region', { name });
  }
});
