/** A creator dashboard built by Angular 11, webpack 4 and TypeScript 4.1, over the packed package and Oppia's handlers. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { createServer } from '../../examples/server.mjs';
import { SESSION } from '../../examples/server/session.mjs';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { serveHost } from './support/host-server.mjs';
import { testHost } from './support/test-host.mjs';

const BUILT = resolve(import.meta.dirname, 'angular-11', 'dist');
const STEPS = 100;

describe('a host of Angular 11', () => {
  const problems = [];
  const warnings = [];
  let browser, data, host, page;

  before(async () => {
    const { executablePath, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, args });
    data = await createServer({ port: 0 });
    host = await serveHost(BUILT, data.url);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ ...SESSION, url: host.url }]);
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto(host.url);
    await page.locator('#rows', { hasText: /[1-9]/ }).waitFor();
    await bars().first().waitFor();
  });

  after(async () => {
    await browser?.close();
    await host?.close();
    await data?.close();
  });

  const chart = () => page.locator('creator-engagement-chart');
  const bars = () => chart().getByRole('option');
  const checks = async () => Number(await page.locator('#checks').textContent());

  it('shows the chart and the table of what Oppia counted', async () => {
    assert.ok((await bars().count()) > 1, 'more than one exploration is drawn');
    assert.ok((await page.locator('creator-exploration-table').getByRole('row').count()) > 1, 'the table has rows');
  });

  it('runs the worker, although webpack 4 knows nothing of it', async () => {
    assert.equal(await chart().getAttribute('data-backend'), 'worker');
  });

  it(`moves the pointer ${STEPS} times without a change detection of the host`, async () => {
    await page.mouse.move(0, 0);
    const box = await chart().boundingBox();
    const before = await checks();
    let tooltips = 0;
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.move(box.x + (box.width * step) / STEPS, box.y + box.height * (0.4 + 0.4 * Math.sin(step)));
      if (step % 10 === 9) tooltips += await chart().locator('[part~="tooltip"]').count();
    }
    await nextFrames();
    assert.ok(tooltips > 0, 'the chart answers to the pointer');
    assert.equal(await checks(), before);
  });

  it(`walks over the bars by ${STEPS} keys without a change detection of the host`, async () => {
    await bars().first().focus();
    await nextFrames();
    const before = await checks();
    for (let step = 0; step < STEPS; step += 1) await page.keyboard.press(step % 10 < 5 ? 'ArrowRight' : 'ArrowLeft');
    await nextFrames();
    assert.equal(await checks(), before);
  });

  it('hears of a filter, and of its end', async () => {
    const before = await checks();
    await bars().first().click();
    await page.locator('#filter', { hasText: 'exploration' }).waitFor();
    assert.ok((await checks()) > before, 'a filter is news to the host');
    await bars().first().click();
    await page.locator('#filter', { hasText: 'none' }).waitFor();
  });

  it('follows the language and the direction of a wrapper', async () => {
    const english = await bars().first().getAttribute('aria-label');
    await page.locator('#language').click();
    await page.locator('.wrapper[lang="ar"][dir="rtl"]').waitFor();
    await page.waitForFunction((label) => {
      const bar = document.querySelector('creator-engagement-chart').shadowRoot.querySelector('[role="option"]');
      return bar !== null && bar.getAttribute('aria-label') !== label;
    }, english);
    assert.equal(await chart().evaluate((element) => getComputedStyle(element).direction), 'rtl');
    await page.locator('#language').click();
    await page.locator('.wrapper[lang="en"][dir="ltr"]').waitFor();
    assert.equal(await chart().evaluate((element) => getComputedStyle(element).direction), 'ltr');
  });

  describe('with a tag in the card of each exploration', () => {
    const cards = () => page.locator('.exploration');

    it('shows in each card the numbers of its own exploration, in the language and direction of the page', async () => {
      const ids = await cards().evaluateAll((those) => those.map((card) => card.dataset.id));
      assert.ok(ids.length > 5);
      const english = await allShown(ids);
      await inArabic(async () => {
        const arabic = await allShown(ids, 'ar');
        assert.notDeepEqual(Object.values(arabic), Object.values(english), 'words are others');
        for (const card of await cards().locator('creator-summary').all()) {
          assert.equal(await card.evaluate((element) => getComputedStyle(element).direction), 'rtl');
        }
      });
    });

    /** What every card says of its exploration, held against the handler of that one. */
    async function allShown(ids, language = 'en') {
      const said = {};
      for (const id of ids) {
        const counts = await statistics(id);
        const summary = page.locator(`.exploration[data-id="${id}"] creator-summary`);
        await summary.scrollIntoViewIfNeeded();
        const rate = summary.locator('[part~="tile"]').nth(1);
        if (counts.num_starts > 0) {
          const [completions, starts] = [counts.num_completions, counts.num_starts].map((count) =>
            new Intl.NumberFormat(language).format(count),
          );
          await rate
            .filter({ hasText: completions })
            .filter({ hasText: starts })
            .filter({ hasText: '%' })
            .or(rate.filter({ hasText: '٪' }))
            .waitFor();
        } else await rate.filter({ hasText: '–' }).waitFor();
        said[id] = await rate.innerText();
      }
      return said;
    }

    async function statistics(id) {
      const body = await (await page.request.get(`${host.url}/createhandler/statistics/${id}`)).text();
      return JSON.parse(body.slice(")]}'\n".length));
    }
  });

  /** Does something while the page is Arabic. */
  async function inArabic(work) {
    await page.locator('#language').click();
    await page.locator('.wrapper[lang="ar"][dir="rtl"]').waitFor();
    await work();
    await page.locator('#language').click();
    await page.locator('.wrapper[lang="en"][dir="ltr"]').waitFor();
  }

  describe('with the whole report on a tab of its own', () => {
    const PARTS = [
      'creator-summary',
      'creator-insights',
      'creator-engagement-chart',
      'creator-dropoff-chart',
      'creator-attempts-chart',
      'creator-demographics-chart',
      'creator-trend-chart',
      'creator-rating-chart',
      'creator-comparison',
      'creator-exploration-table',
      'creator-feedback-list',
    ];
    const part = (tag) => page.locator('creator-stats-report').locator(tag);
    /** What a part shows: an element whose words are all in its shadow has no text of its own. */
    const base = (tag) => part(tag).locator('[part~="base"]');

    before(async () => {
      await page.getByRole('button', { name: 'Stats report' }).click();
      await page.locator('creator-stats-report').waitFor();
    });
    after(() => page.getByRole('button', { name: 'My explorations' }).click());

    it('draws every part, each from the data of the handlers', async () => {
      for (const tag of PARTS) {
        await part(tag).scrollIntoViewIfNeeded();
        await part(tag).locator('[part~="base"][aria-busy="false"]').waitFor();
        assert.equal(await part(tag).locator('.state.error').count(), 0, tag);
        assert.notEqual((await base(tag).innerText()).trim(), '', tag);
      }
      assert.equal(await page.locator('#error').textContent(), 'none');
      const [first] = await dashboard();
      const row = part('creator-exploration-table').getByRole('row').filter({ hasText: first.title });
      await row.filter({ hasText: String(first.num_views) }).waitFor();
    });

    it('says of what Oppia does not record that it does not, and never 0', async () => {
      await base('creator-demographics-chart').filter({ hasText: 'Oppia records nothing about who its learners are.' }).waitFor();
      await base('creator-attempts-chart').filter({ hasText: 'Oppia does not record hints.' }).waitFor();
      await base('creator-engagement-chart').filter({ hasText: 'completion rates are shown instead' }).waitFor();
      const time = part('creator-summary').locator('[part~="tile"]').filter({ hasText: 'Average time' });
      assert.match(await time.innerText(), /–/);
    });

    it('opens the exploration of a bar in the other parts, and lets it go', async () => {
      const bar = part('creator-attempts-chart').getByRole('option').nth(1);
      const title = (await bar.getAttribute('aria-label')).split(': Attempts')[0];
      await bar.click();
      await part('creator-dropoff-chart').locator('[part~="subtitle"]').filter({ hasText: title }).waitFor();
      await part('creator-summary').locator('[part~="subtitle"]').filter({ hasText: title }).waitFor();
      await part('creator-attempts-chart').getByRole('option').nth(1).click();
      await part('creator-summary').locator('[part~="subtitle"]').filter({ hasText: 'All explorations together' }).waitFor();
    });

    it('speaks Arabic from right to left in every part as soon as the page does, and English again', async () => {
      const english = await titles();
      await inArabic(async () => {
        await nextFrames();
        for (const [at, title] of (await titles()).entries()) {
          assert.match(title, /\p{Script=Arabic}/u, PARTS[at]);
          assert.equal(await base(PARTS[at]).evaluate((element) => getComputedStyle(element).direction), 'rtl', PARTS[at]);
        }
        const others = await page.locator('creator-stats-report').evaluate(withoutArabic);
        assert.deepEqual(others, []);
      });
      await nextFrames();
      assert.deepEqual(await titles(), english);
    });

    it('hears of an error of the data on the element that names them', async () => {
      const withoutField = { detail: { origin: 'my-page' }, bubbles: true, composed: true };
      await page.locator('stats-dataset').evaluate((dataset, init) => {
        dataset.dispatchEvent(new CustomEvent('stats-filter', init));
      }, withoutField);
      await page.locator('#error', { hasText: 'bad-option' }).waitFor();
    });

    const titles = () => Promise.all(PARTS.map((tag) => part(tag).locator('#heading').innerText()));

    async function dashboard() {
      const body = await (await page.request.get(`${host.url}/creatordashboardhandler/data`)).text();
      return JSON.parse(body.slice(")]}'\n".length)).explorations_list;
    }
  });

  it('empties the cache where the reader signs out', async () => {
    await page.locator('#sign-out').click();
    await page.locator('#session', { hasText: 'closed' }).waitFor();
  });

  it('gives a widget a text of its own, by a key of its own', async () => {
    await page.goto(`${host.url}/?statistics`);
    await page.locator('#toggle').click();
    await page.locator('creator-trend-chart').getByRole('heading', { name: 'Plays of each week' }).waitFor();
    await page.locator('creator-engagement-chart').getByRole('heading', { name: 'Average engagement time' }).waitFor();
  });

  it('writes no error to the console, and no warning', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(warnings, []);
  });

  /** Two frames: what a step asked for has been drawn. */
  function nextFrames() {
    return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
});

/** In the page: headings, headlines and subtitles of the parts of a report that have no Arabic word. */
function withoutArabic(report) {
  return [...report.shadowRoot.querySelectorAll('.parts > *')].flatMap((part) =>
    [...part.shadowRoot.querySelectorAll('#heading, #headline, [part~="subtitle"]')]
      .map((element) => element.textContent.trim())
      .filter((text) => text !== '' && !/\p{Script=Arabic}/u.test(text)),
  );
}

testHost('a page of Angular 11 as every host has it', 'angular-11', { query: '?statistics' });
