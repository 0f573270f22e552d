import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chips, count, DASHBOARD, list, PAGE, rows, show, TABS } from './support/dashboard.mjs';
import { stage } from './support/stage.mjs';
import { bar } from './support/widgets.mjs';

/** The numbers of learners that a widget was answered with, by column. */
const learners = (page, tag) =>
  page
    .locator(tag)
    .evaluate((element) =>
      element.result.columns
        .filter(({ name }) => /^(learners|cumulative_learners|viewers|viewed_one|viewed_all|attempted_one|attempted_all)$/.test(name))
        .flatMap(({ data }) => [...data.values]),
    );

describe('the parts of the at-risk dashboard filter each other', () => {
  const { open, again } = stage();

  it('is filtered by a bar, by pointer and by keyboard, on another tab', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await show(page, 'enrollment');
    await bar(page, 'at-risk-track-chart', 'verified').click();
    await chips(page).filter({ hasText: 'Track: verified' }).waitFor();
    await show(page, 'overview');
    assert.ok((await rows(page, before)) < before);
    await show(page, 'enrollment');
    await page.locator('at-risk-track-chart').getByRole('option').first().focus();
    await page.keyboard.press('Escape');
    await chips(page).waitFor({ state: 'detached' });
  });

  it('is filtered by a range of dates, brushed by pointer and then by keyboard, until Esc', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const chart = page.locator('at-risk-last-visit-chart');
    await chart.scrollIntoViewIfNeeded();
    const plot = await chart.locator('svg.overlay').boundingBox();
    await page.mouse.move(plot.x + plot.width * 0.55, plot.y + plot.height / 2);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.8, plot.y + plot.height / 2, { steps: 4 });
    await page.mouse.up();
    await chips(page)
      .filter({ hasText: /Last visit: Jul .* Oct / })
      .waitFor();
    // The drag also chose fewer months on its way, and the list may still show those.
    await list(page)
      .filter({ hasText: /of 38\b/ })
      .waitFor();
    const brushed = await rows(page);
    assert.ok(brushed < before);
    const slider = chart.getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    const moved = await rows(page, brushed);
    await page.keyboard.press('Escape');
    await chips(page).waitFor({ state: 'detached' });
    assert.equal(await rows(page, moved), before);
  });

  it('is filtered by a range of grades and by having none, with Ctrl both', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await show(page, 'performance');
    const chart = page.locator('at-risk-grade-chart');
    await bar(page, 'at-risk-grade-chart', '10-19%').click();
    await chart.getByRole('button', { name: /^No grade yet/ }).click({ modifiers: ['Control'] });
    await show(page, 'overview');
    const grades = page.locator('at-risk-table td[data-column="grade_bucket"]');
    await rows(page, before);
    // The first choice alone may still be listed.
    for (const grade of ['10-19%', '–']) await grades.filter({ hasText: grade }).first().waitFor();
    const shown = new Set((await grades.allInnerTexts()).map((text) => text.trim().split(/\s/)[0]));
    assert.deepEqual([...shown].sort(), ['10-19%', '–'].sort());
  });

  it('is filtered on every tab by a learner who is chosen by keyboard on the overview', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    await page.locator('at-risk-table').getByRole('rowheader').first().focus();
    await page.keyboard.press('Enter');
    const name = await page.locator('at-risk-table').getByRole('rowheader').first().textContent();
    await chips(page)
      .filter({ hasText: `Learners: ${name.trim()}` })
      .waitFor();
    await count(page).filter({ hasText: /^1 of/ }).waitFor();
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const tag of tags.filter((each) => each !== 'at-risk-table')) {
        const applied = page.locator(tag).getByRole('button', { name: '1 filter' });
        const refused = page.locator(tag).getByText(/Not filtered by/);
        await applied.or(refused).first().waitFor();
        assert.equal(await refused.count(), 0, `${tag} cannot be filtered by a learner`);
      }
    }
    assert.deepEqual(page.problems, []);
  });

  it('is filtered by rows of each table of the course, which clear again', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const tag of tags.filter((each) => each.endsWith('-table') && each !== 'at-risk-table')) {
        const row = page.locator(tag).locator('tbody tr').first();
        await row.locator('td').first().click();
        await chips(page).first().waitFor();
        assert.equal(await row.getAttribute('aria-selected'), 'true', tag);
        await row.locator('td').first().click();
        await chips(page).first().waitFor({ state: 'detached' });
      }
    }
  });

  it('is filtered by a section: the list has as many learners as its row says', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await show(page, 'pages');
    const visitors = page.locator('at-risk-section-table').locator('tbody tr').first().locator('td').first();
    const said = Number(await visitors.innerText());
    await visitors.click();
    await page.locator('at-risk-visits-chart').getByRole('button', { name: '1 filter' }).waitFor();
    await show(page, 'enrollment');
    for (const tag of TABS.enrollment) await page.locator(tag).getByRole('button', { name: '1 filter' }).waitFor();
    await show(page, 'overview');
    assert.ok(said < before);
    assert.equal(await rows(page, before), said);
  });

  for (const [id, tag] of [
    ['enrollment', 'at-risk-track-chart'],
    ['pages', 'at-risk-page-engagement-chart'],
    ['problems', 'at-risk-problem-engagement-chart'],
    ['videos', 'at-risk-video-engagement-chart'],
    ['performance', 'at-risk-grade-chart'],
  ]) {
    it(`by a bar that is chosen and let go by keyboard: ${tag}`, async () => {
      const page = await again(PAGE);
      const before = await rows(page);
      await show(page, id);
      await page.locator(tag).getByRole('option').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await chips(page).first().waitFor();
      assert.equal(await page.locator(tag).getByRole('option', { selected: true }).count(), 1);
      await page.keyboard.press('Escape');
      await chips(page).first().waitFor({ state: 'detached' });
      await show(page, 'overview');
      assert.equal(await rows(page), before);
    });
  }

  for (const [id, tag] of [
    ['pages', 'at-risk-page-engagement-chart'],
    ['problems', 'at-risk-problem-engagement-chart'],
    ['videos', 'at-risk-video-engagement-chart'],
  ]) {
    it(`by a bar: the list has as many learners as it says, and its chip says what they did: ${tag}`, async () => {
      const page = await again(PAGE);
      await rows(page);
      await show(page, id);
      const last = page.locator(tag).getByRole('option').last();
      const [, name, did, said] = /- (.+?)(?: \([^)]*\))?: ((?:Viewed|Attempted) at least one \w+) (\d+)/.exec(
        await last.getAttribute('aria-label'),
      );
      await last.focus();
      await page.keyboard.press('Enter');
      await chips(page)
        .filter({ hasText: `${did}: ${name}` })
        .waitFor();
      assert.equal(await chips(page).count(), 1);
      await count(page)
        .filter({ hasText: new RegExp(`^${said} of`) })
        .waitFor();
    });
  }

  it('by rows of each table of the course that are chosen and let go by keyboard', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const tag of tags.filter((each) => each.endsWith('-table') && each !== 'at-risk-table')) {
        const row = page.locator(tag).locator('tbody tr').first();
        await row.getByRole('rowheader').focus();
        await page.keyboard.press('Enter');
        await chips(page).first().waitFor();
        assert.equal(await row.getAttribute('aria-selected'), 'true', tag);
        await page.keyboard.press('Enter');
        await chips(page).first().waitFor({ state: 'detached' });
      }
    }
  });

  it('by several learners, chosen with Ctrl by pointer, with Shift and Ctrl by keyboard', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    const header = (at) => page.locator('at-risk-table').getByRole('rowheader').nth(at);
    await header(0).click();
    await header(2).click({ modifiers: ['Control'] });
    await count(page).filter({ hasText: /^2 of/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Enter');
    await count(page).filter({ hasText: /^4 of/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await count(page).filter({ hasText: /^5 of/ }).waitFor();
    await page.keyboard.press('Escape');
    await chips(page).first().waitFor({ state: 'detached' });
  });

  it('so that every number of learners is of the one who is chosen', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    const unfiltered = new Map();
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const tag of tags) unfiltered.set(tag, await learners(page, tag));
    }
    await show(page, 'overview');
    await page.locator('at-risk-table').getByRole('rowheader').first().click();
    await count(page).filter({ hasText: /^1 of/ }).waitFor();
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const tag of tags.filter((each) => (unfiltered.get(each) ?? []).length > 0)) {
        await page.locator(tag).getByRole('button', { name: '1 filter' }).waitFor();
        assert.ok(Math.max(...unfiltered.get(tag)) > 1, `${tag} has more than one learner unfiltered`);
        assert.ok(Math.max(0, ...(await learners(page, tag))) <= 1, `${tag} counts another learner`);
      }
    }
  });

  it('and a part of the course is called by its name, in its chip and on a badge alike', async () => {
    const page = await again(PAGE);
    await show(page, 'pages');
    const rowsOfTable = page.locator('at-risk-section-table').locator('tbody tr');
    await rowsOfTable.first().getByRole('rowheader').click();
    // Of the row that is chosen, as others may stand first while data come.
    const chosen = rowsOfTable.and(page.locator('[aria-selected="true"]')).getByRole('rowheader');
    const name = /- (.*)$/.exec((await chosen.textContent()).trim())[1];
    await chips(page)
      .filter({ hasText: `Parts of the course: ${name}` })
      .waitFor();
    const chart = page.locator('at-risk-visits-chart');
    await chart.getByRole('button', { name: '1 filter' }).click();
    const item = chart.getByRole('menuitem').filter({ hasText: 'Clear this filter' });
    await item.waitFor();
    assert.ok((await item.textContent()).includes(`Parts of the course: ${name}`));
  });

  it('from the first paint on, where the address says what is set', async () => {
    const first = await open(PAGE);
    const all = await rows(first);
    await first
      .locator(DASHBOARD)
      .evaluate((element) => element.setState({ version: 1, clauses: [{ origin: 'host', field: 'track', in: ['verified'] }] }));
    const filtered = await rows(first, all);
    await first.waitForFunction(() => new URLSearchParams(location.search).has('stats-course'));
    const { search } = new URL(first.url());
    const prepare = (page) =>
      page.addInitScript(() => {
        globalThis.painted = new Set();
        const look = () => {
          const table = document.querySelector('at-risk-dashboard')?.shadowRoot?.querySelector('at-risk-table');
          const isPainted = /of [\d,]+/.test(table?.shadowRoot?.querySelector('[part~="pager"]')?.textContent ?? '');
          if (isPainted) globalThis.painted.add(table.result.applied.map(({ field }) => field).join());
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    const page = await open(`${PAGE}${search}`, { prepare });
    assert.equal(await rows(page), filtered);
    await chips(page).filter({ hasText: 'Track: verified' }).waitFor();
    assert.deepEqual(await page.evaluate(() => [...globalThis.painted]), ['track'], 'never without the filter, be it so far');
  });
});
