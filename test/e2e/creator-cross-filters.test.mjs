import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';
import { bar, footer } from './support/widgets.mjs';

const PAGE = '/report.html?source=events';
const TABLE = 'creator-exploration-table';
const FIRST = 'What is a fraction? Sharing pizza fairly';

/** Parts whose numbers are of explorations, so that an exploration filters them. */
const FILTERED = [
  'creator-engagement-chart',
  'creator-dropoff-chart',
  'creator-attempts-chart',
  'creator-trend-chart',
  'creator-rating-chart',
];

/** How many explorations the table has, once they are others than before. */
async function rows(page, before) {
  await page.waitForFunction((old) => {
    const pager = document
      .querySelector('creator-stats-report')
      .shadowRoot.querySelector('creator-exploration-table')
      ?.shadowRoot.querySelector('[part~="pager"]');
    const total = /of ([\d,]+)/.exec(pager?.textContent ?? '')?.[1];
    return total !== undefined && Number(total) !== old;
  }, before ?? -1);
  return Number(/of ([\d,]+)/.exec(await footer(page, TABLE).textContent())[1]);
}

/** Waits until a chart is answered with so many rows. */
const marks = (page, tag, count) =>
  page.waitForFunction(
    ([name, many]) => document.querySelector('creator-stats-report').shadowRoot.querySelector(name).result?.length === many,
    [tag, count],
  );

const clauses = (page) =>
  page.locator('stats-dataset').evaluate((element) => element.getState().clauses.map(({ field, in: of, range }) => [field, of ?? range]));
const badge = (page, tag) => page.locator(tag).getByRole('button', { name: '1 filter' });
const noBadge = async (page, tags) => Promise.all(tags.map((tag) => badge(page, tag).waitFor({ state: 'detached' })));
const heading = (page, tag) => page.locator(tag).locator('.subtitle');

describe('the parts of the creator stats report filter each other', () => {
  const { again } = stage();
  const ready = async () => {
    const page = await again(PAGE);
    assert.equal(await rows(page), 14);
    for (const tag of FILTERED) await page.locator(tag).locator('[data-index]').first().waitFor();
    return page;
  };

  it('by an exploration, chosen and let go by pointer in a chart', async () => {
    const page = await ready();
    await bar(page, 'creator-attempts-chart', 'Adding fractions').click();
    await heading(page, 'creator-dropoff-chart').filter({ hasText: 'Adding fractions' }).waitFor();
    assert.equal(await rows(page, 14), 1);
    for (const tag of FILTERED.filter((each) => each !== 'creator-attempts-chart')) await badge(page, tag).waitFor();
    await bar(page, 'creator-attempts-chart', 'Adding fractions').click();
    assert.equal(await rows(page, 1), 14);
    await noBadge(page, FILTERED);
    assert.deepEqual(page.problems, []);
  });

  it('by an exploration, chosen and let go by keyboard in each chart of explorations', async () => {
    const page = await ready();
    for (const tag of ['creator-engagement-chart', 'creator-attempts-chart']) {
      await page.locator(tag).getByRole('option').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(await rows(page, 14), 1, tag);
      assert.equal((await clauses(page)).length, 1, tag);
      await page.keyboard.press('Escape');
      assert.equal(await rows(page, 1), 14, tag);
    }
  });

  it('by a row of the table, which opens that exploration in all other parts, by pointer and by keyboard', async () => {
    const page = await ready();
    const row = page.locator(TABLE).getByRole('rowheader', { name: FIRST });
    const opened = async () => {
      for (const tag of FILTERED) await badge(page, tag).waitFor();
      for (const tag of ['creator-summary', 'creator-dropoff-chart']) await heading(page, tag).filter({ hasText: FIRST }).waitFor();
      await page.locator('creator-comparison').locator('thead th').nth(1).filter({ hasText: FIRST }).waitFor();
      assert.equal((await clauses(page))[0][0], 'exploration');
    };
    await row.click();
    await opened();
    await row.click();
    await noBadge(page, FILTERED);
    await row.focus();
    await page.keyboard.press('Enter');
    await opened();
    await page.keyboard.press('Escape');
    await noBadge(page, FILTERED);
  });

  it('by a finding, which opens its exploration', async () => {
    const page = await ready();
    const finding = page.locator('creator-insights').locator('[aria-pressed]').first();
    await finding.focus();
    await page.keyboard.press('Enter');
    assert.equal(await rows(page, 14), 1);
    assert.equal(await finding.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Enter');
    assert.equal(await rows(page, 1), 14);
  });

  it('by a range of completion, typed in the filters of the table, which opens and closes by keyboard', async () => {
    const page = await ready();
    const filters = page.locator(TABLE).locator('summary', { hasText: 'Filters' });
    await filters.focus();
    await page.keyboard.press('Enter');
    const least = page
      .locator(TABLE)
      .getByRole('group', { name: /^Completion rate/ })
      .getByLabel('at least');
    const most = page
      .locator(TABLE)
      .getByRole('group', { name: /^Completion rate/ })
      .getByLabel('at most');
    await least.fill('50');
    await least.press('Tab');
    const above = await rows(page, 14);
    await most.fill('60');
    await most.press('Tab');
    const within = await rows(page, above);
    assert.ok(within < above && above < 14, `${within} < ${above}`);
    const rates = await page.locator(TABLE).locator('tbody [data-column="completion_rate"]').allInnerTexts();
    for (const rate of rates.map((text) => Number.parseFloat(text))) assert.ok(rate >= 50 && rate <= 60, String(rate));
    await marks(page, 'creator-engagement-chart', within);
    for (const tag of [...FILTERED, TABLE]) await badge(page, tag).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator(TABLE).locator('details[open]').count(), 0);
    await badge(page, TABLE).click();
    await page.locator(TABLE).getByRole('menuitem').filter({ hasText: 'Clear this filter' }).click();
    assert.equal(await rows(page, within), 14);
    assert.equal(await page.locator(TABLE).locator('input[data-field="completion_rate"]').first().inputValue(), '');
  });

  it('by a week, chosen by pointer and by keyboard, which parts without weeks say they cannot follow', async () => {
    const page = await ready();
    const chart = page.locator('creator-trend-chart');
    const weeks = chart.locator('[data-index]');
    await weeks.nth(3).click();
    await page.waitForFunction(() => document.querySelector('stats-dataset').getState().clauses.length === 1);
    const [[field, chosen]] = await clauses(page);
    assert.equal(field, 'week');
    assert.equal(chosen.length, 1);
    const follows = page.locator('creator-attempts-chart').getByRole('button', { name: '1 filter' });
    await follows
      .or(page.locator('creator-attempts-chart').getByText(/Not filtered by Week/))
      .first()
      .waitFor();
    await weeks.nth(3).focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('stats-dataset').getState().clauses.length === 0);
    await weeks.nth(5).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('stats-dataset').getState().clauses.length === 1);
    assert.notDeepEqual((await clauses(page))[0][1], chosen);
    assert.equal(await chart.locator('[data-index][aria-selected="true"]').count(), 1);
  });

  it('by two explorations that are compared, and no more when that is let go', async () => {
    const page = await ready();
    const comparison = page.locator('creator-comparison');
    await comparison.getByRole('combobox').nth(1).selectOption({ index: 2 });
    await comparison.getByRole('button', { name: 'Show in the other parts' }).click();
    assert.equal(await rows(page, 14), 2);
    await marks(page, 'creator-engagement-chart', 2);
    await comparison.getByRole('button', { name: 'Show in the other parts' }).click();
    assert.equal(await rows(page, 2), 14);
  });

  it('together: an exploration of those within a range, each cleared by itself', async () => {
    const page = await ready();
    await page
      .locator('stats-dataset')
      .evaluate((element) =>
        element.dispatchEvent(
          new CustomEvent('stats-filter', { detail: { origin: 'host', field: 'completion_rate', range: [0.5, 2] }, cancelable: true }),
        ),
      );
    const within = await rows(page, 14);
    await page.locator(TABLE).getByRole('rowheader').first().click();
    await page.locator('creator-engagement-chart').getByRole('button', { name: '2 filters' }).waitFor();
    await marks(page, 'creator-engagement-chart', 1);
    await page.locator(TABLE).getByRole('rowheader').first().click();
    await page.locator('creator-engagement-chart').getByRole('button', { name: '1 filter' }).waitFor();
    await marks(page, 'creator-engagement-chart', within);
  });
});
