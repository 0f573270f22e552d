/** What the scripts of one family leave out, and that they say where it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pages } from './support/pages.mjs';

const SESSIONS = JSON.stringify(
  ['initialized', 'terminated'].map((verb, at) => ({
    id: `00000000-0000-4000-8000-00000000000${at}`,
    timestamp: `2024-03-01T00:0${at}:00Z`,
    actor: { account: { homePage: 'https://host.example', name: 'a' } },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: 'https://host.example/explore/fractions', definition: { name: { en: 'Fractions' } } },
    context: { registration: '10000000-0000-4000-8000-000000000000' },
  })),
);

describe('the script of one family', () => {
  const { addFile, open } = pages();

  it('reads for the creator’s tags what Oppia gives, and the tables of its views', async () => {
    const { page, problems, close } = await open({
      head: '<script src="/cdn/creator.js"></script>',
      body: '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>',
    });
    await page.getByText('Fractions').first().waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it('lists learners at risk from tables of a course', async () => {
    const { page, problems, close } = await open({
      head: '<script src="/cdn/at-risk.js"></script>',
      body: '<at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>',
    });
    await page.locator('at-risk-table').getByText('Amina Yusuf').first().waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it('goes on without an error when the network is back', async () => {
    const { page, problems, close } = await open({
      head: '<script src="/cdn/at-risk.js"></script>',
      body: '<at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>',
    });
    await page.locator('at-risk-table').getByText('Amina Yusuf').first().waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    assert.deepEqual(problems, []);
    await close();
  });

  it('names the scripts that have a provider which it leaves out', async () => {
    const { page, close } = await open({
      head: '<script src="/cdn/at-risk.js"></script>',
      body: '<at-risk-table provider="oppia" src="/dashboard"></at-risk-table>',
    });
    const { code, message } = await errorIn(page, 'at-risk-table');
    assert.equal(code, 'unknown-provider');
    assert.equal(message, 'provider: expected one of xapi, tables, got "oppia", which creator.js and learner-elements.js have.');
    await close();
  });

  for (const [script, tag, provider] of [
    ['creator', 'creator-engagement-chart', 'xapi'],
    ['learner-elements', 'at-risk-table', 'xapi'],
    ['at-risk', 'at-risk-table', 'tables'],
    ['learner-elements', 'at-risk-table', 'tables'],
  ])
    it(`says that ${script}.${provider}.js is missing where a host has left it out, and shows no number`, async () => {
      addFile('/sessions.json', SESSIONS);
      const { page, close } = await open({
        head: `<script src="/cdn/${script}.js"></script>`,
        body: `<${tag} provider="${provider}" src="/sessions.json"></${tag}>`,
        missing: new RegExp(`\\.${provider}\\.js$`),
      });
      const { code, message } = await errorIn(page, tag);
      assert.equal(code, 'missing-part');
      const said = `The part that reads "${provider}" could not be loaded.`;
      assert.ok(message.startsWith(said) && message.includes(`/cdn/${script}.${provider}.js`), message);
      await page.locator(tag).getByText(said).first().waitFor();
      await page.locator(tag).getByRole('button', { name: 'Retry' }).waitFor();
      assert.equal(await page.locator(tag).getByRole('row').count(), 0);
      await close();
    });

  it('names the script that has a view of the other family', async () => {
    addFile('/sessions.json', SESSIONS);
    const { page, close } = await open({
      head: '<script src="/cdn/creator.js"></script>',
      body: '<creator-engagement-chart provider="xapi" src="/sessions.json"></creator-engagement-chart>',
    });
    const chart = page.locator('creator-engagement-chart');
    await page.waitForFunction(() => document.querySelector('creator-engagement-chart').pageDataset?.info !== undefined);
    const said = await chart.evaluate((element) =>
      element.pageDataset.view('at-risk.learners', {}, 'test').catch(({ code, message }) => ({ code, message })),
    );
    assert.deepEqual(said, {
      code: 'unknown-view',
      message: 'There is no view "at-risk.learners" in this script; learner-elements.js has it.',
    });
    await close();
  });
});

function errorIn(page, tag) {
  return page.evaluate(
    (name) =>
      new Promise((resolve) => {
        const element = document.querySelector(name);
        element.addEventListener('stats-error', ({ detail: { code, message } }) => resolve({ code, message }));
        void element.refresh();
      }),
    tag,
  );
}
