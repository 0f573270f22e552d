import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';
import { bar, footer } from './support/widgets.mjs';

describe('widgets of one dataset', () => {
  const { open } = stage();
  const all = (page) => footer(page, 'at-risk-table').filter({ hasText: /of \d+/ });

  it('tell the page which clauses are set, and how many learners pass', async () => {
    const page = await open('/at-risk.html');
    await all(page).waitFor();
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('stats-filter-change', ({ detail }) => resolve(detail), { once: true });
        }),
    );
    await bar(page, 'at-risk-track-chart', 'verified').click();
    const { dataset, clauses, shown, total } = await heard;
    assert.equal(dataset, 'course');
    assert.deepEqual(
      clauses.map(({ field, in: values }) => [field, values]),
      [['track', ['verified']]],
    );
    assert.ok(shown > 0 && shown < total);
  });

  it('are filtered by the page, from anywhere, by the dataset’s id', async () => {
    const page = await open('/at-risk.html');
    await all(page).waitFor();
    const before = await all(page).textContent();
    await page.evaluate(() =>
      document.dispatchEvent(
        new CustomEvent('stats-filter', {
          detail: { dataset: 'course', origin: 'test', field: 'track', in: ['verified'] },
        }),
      ),
    );
    await page.locator('at-risk-table').getByRole('button', { name: '1 filter' }).waitFor();
    assert.notEqual(await all(page).textContent(), before);
    await page.evaluate(() =>
      document.dispatchEvent(
        new CustomEvent('stats-filter', {
          detail: { dataset: 'course', origin: 'test', field: 'track' },
        }),
      ),
    );
    await all(page)
      .filter({ hasText: before.trim().replace(/\s+/g, ' ') })
      .waitFor();
  });

  it('are not filtered by an event that a listener of the page cancels', async () => {
    const page = await open('/at-risk.html');
    await all(page).waitFor();
    const before = await all(page).textContent();
    await page.evaluate(() => document.addEventListener('stats-filter', (event) => event.preventDefault()));
    await bar(page, 'at-risk-track-chart', 'verified').click();
    assert.equal(await all(page).textContent(), before);
    assert.equal(await bar(page, 'at-risk-track-chart', 'verified').getAttribute('aria-selected'), 'false');
  });

  it('show in the chart only the learner whose row is chosen, with all learners behind, until the row is clicked again', async () => {
    const page = await open('/at-risk.html');
    await all(page).waitFor();
    const row = page.locator('at-risk-table').getByRole('row').nth(1);
    await row.click();
    await page.locator('at-risk-track-chart').getByRole('button', { name: '1 filter' }).waitFor();
    assert.equal(await row.getAttribute('aria-selected'), 'true');
    await row.click();
    await page.locator('at-risk-track-chart').getByRole('button', { name: '1 filter' }).waitFor({ state: 'detached' });
  });

  it('answer to the keyboard alone', async () => {
    const page = await open('/at-risk.html');
    await all(page).waitFor();
    const first = page.locator('at-risk-track-chart').getByRole('option').first();
    await first.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('at-risk-table').getByRole('button', { name: '1 filter' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('at-risk-table').getByRole('button', { name: '1 filter' }).waitFor({ state: 'detached' });
  });
});

describe('a stored dataset', () => {
  const { open, log, clearLog } = stage();
  const dashboards = async () => (await log()).filter(({ path }) => path === '/creatordashboardhandler/data').length;
  const grid = (page) => page.locator('creator-exploration-table').getByRole('grid').waitFor();

  it('is shown without a request while it is fresh', async () => {
    const page = await open('/creator.html?user-key=creator-1');
    await grid(page);
    await page.waitForFunction(stored);
    await clearLog();
    await page.reload();
    await grid(page);
    assert.equal(await dashboards(), 0);
    assert.equal(await page.evaluate(() => document.querySelector('stats-dataset').pageDataset.info.fromCache), true);
  });

  it('is shown at once and fetched again when it is no longer fresh', async () => {
    const page = await open('/creator.html?user-key=creator-2&max-age=0');
    await grid(page);
    await page.waitForFunction(stored);
    await clearLog();
    await page.reload();
    await grid(page);
    await page.waitForFunction(() => document.querySelector('stats-dataset').pageDataset.status.kind === 'ready');
    assert.equal(await dashboards(), 1);
  });

  it('of learners whose ids are e-mail addresses is not stored at all', async () => {
    const page = await open('/at-risk.html?user-key=teacher-1');
    await footer(page, 'at-risk-table')
      .filter({ hasText: /of \d+/ })
      .waitFor();
    assert.equal(await page.evaluate(stored), false);
  });

  it('is not stored without a user key', async () => {
    const page = await open('/creator.html');
    await grid(page);
    const before = await dashboards();
    await page.reload();
    await grid(page);
    assert.equal(await dashboards(), before + 1);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
  });
});

/** Runs in the page: whether any record lies in its databases. */
async function stored() {
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counts = await Promise.all(
      [...database.objectStoreNames].map(
        (store) =>
          new Promise((resolve) => {
            const counting = database.transaction(store).objectStore(store).count();
            counting.onsuccess = () => resolve(counting.result);
          }),
      ),
    );
    database.close();
    if (counts.some((count) => count > 0)) return true;
  }
  return false;
}
