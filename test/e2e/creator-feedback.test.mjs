import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';

describe('feedback threads beside the cards of an exploration', () => {
  const { open } = stage();

  it('are asked for of the exploration that is shown alone, and told once they have come', async () => {
    const asked = [];
    const page = await open('/report.html', {
      prepare: (opened) =>
        opened.on('request', (request) => {
          const [, id] = /threadlisthandler\/(.+)$/.exec(request.url()) ?? [];
          if (id !== undefined) asked.push(id);
        }),
    });
    await page.locator('creator-dropoff-chart').evaluate((element) => {
      document.body.replaceChildren();
      const alone = document.createElement('creator-dropoff-chart');
      Object.assign(alone, { provider: 'oppia', src: '/creatordashboardhandler/data', now: '2026-11-16T09:00:00Z' });
      document.body.append(alone);
      return element.localName;
    });
    asked.length = 0;
    const chart = page.locator('creator-dropoff-chart');
    const summary = chart.locator('summary', { hasText: /^Feedback on these cards: \d+ threads?$/ });
    await summary.waitFor();
    assert.deepEqual(asked, ['fRacPizza001']);
    await summary.click();
    await chart.getByText('The button does nothing on my phone').waitFor();
    assert.match(await chart.locator('[data-index]').nth(2).getAttribute('aria-label'), /^Name the parts: .*Feedback threads [1-9]/);
    assert.deepEqual(page.problems, []);
  });

  it('that have not come are said to be on their way once, in the place of the list', async () => {
    const page = await open('/report.html', { prepare: (opened) => opened.route('**/threadlisthandler/*', () => undefined) });
    const list = page.locator('creator-feedback-list');
    await list.scrollIntoViewIfNeeded();
    await list.getByText(/^Feedback of \d+ of \d+ explorations is loaded\./).waitFor();
    assert.equal(await list.getByText(/Feedback of \d+ of/).count(), 1);
    assert.deepEqual(page.problems, []);
  });
});
