import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { chips, count, DASHBOARD, list, PAGE, rows, show, TABS } from './support/dashboard.mjs';
import { stage, withoutShared } from './support/stage.mjs';
import { footer } from './support/widgets.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tab = (page, name) => page.locator(DASHBOARD).getByRole('tab', { name, exact: true });
const control = (page, name) => page.locator('stats-filter-bar').locator(`[data-control="${name}"]`);
describe('the at-risk dashboard', () => {
  const { open, again } = stage();

  it('has five tabs in order, of which only the shown one is there', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    const titles = await page.locator(DASHBOARD).getByRole('tab').allInnerTexts();
    assert.deepEqual(titles, ['Overview', 'Enrollment', 'Engagement', 'Performance', 'Help']);
    for (const [id, tags] of Object.entries(TABS)) {
      await show(page, id);
      for (const [other, those] of Object.entries(TABS)) {
        for (const tag of those) assert.equal(await page.locator(tag).count(), other === id ? 1 : 0, `${tag} on ${id}`);
      }
      assert.equal(tags.length, await page.locator(`${DASHBOARD} .parts > *`).count());
    }
    await tab(page, 'Help').click();
    await page.locator('at-risk-help').getByText('How filters work').waitFor();
    assert.deepEqual(page.problems, []);
  });

  it('walks its tabs by keyboard, and back in a page that reads from right to left', async () => {
    const page = await again(PAGE);
    await tab(page, 'Overview').focus();
    const press = async (key) => {
      await page.keyboard.press(key);
      return page.evaluate(() => document.activeElement.shadowRoot.activeElement.innerText);
    };
    assert.equal(await press('ArrowRight'), 'Enrollment');
    assert.equal(await press('End'), 'Help');
    assert.equal(await press('ArrowRight'), 'Overview');
    assert.equal(await press('ArrowLeft'), 'Help');
    assert.equal(await press('Home'), 'Overview');
    assert.equal(await tab(page, 'Overview').getAttribute('aria-selected'), 'true');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    assert.equal(await press('ArrowLeft'), 'Enrollment');
  });

  it('names for every tab the panel that it controls', async () => {
    const page = await open(`${PAGE}?tab=videos`);
    const controlled = await page.locator(DASHBOARD).evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('[role="tab"]')].map((each) => {
        const panel = element.shadowRoot.getElementById(each.getAttribute('aria-controls'));
        return panel?.getAttribute('aria-labelledby') === each.id && panel.hidden === (each.getAttribute('aria-selected') !== 'true');
      }),
    );
    assert.deepEqual(
      controlled,
      Array.from({ length: 8 }, () => true),
    );
  });

  it('filters by course, and then offers only the organisations and runs of that course', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const options = (name) => control(page, name).locator('option').allTextContents();
    const courses = await options('course_name');
    assert.ok(courses.length > 2, String(courses));
    const runs = await options('course_run');
    await control(page, 'course_name').selectOption(courses[1]);
    const fewer = await rows(page, before);
    assert.ok(fewer < before);
    await page.waitForFunction(
      (number) =>
        document
          .querySelector('at-risk-dashboard')
          .shadowRoot.querySelector('stats-filter-bar')
          .shadowRoot.querySelectorAll('[data-control="course_run"] option').length <= number,
      runs.length,
    );
    assert.deepEqual(await options('course_name'), courses);
    await chips(page)
      .getByRole('button', { name: new RegExp(`Clear: Course: ${courses[1]}`) })
      .click();
    assert.equal(await rows(page, fewer), before);
    assert.equal(await control(page, 'course_name').inputValue(), '');
  });

  it('lists fewer learners under a longer threshold, and says so on every part', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await control(page, 'inactive-days').fill('30');
    await control(page, 'inactive-days').press('Enter');
    assert.ok((await rows(page, before)) < before);
    await page.locator('at-risk-table').getByText('last visit 30 or more days ago').waitFor();
    await chips(page).filter({ hasText: 'Not seen for 30 days or more' }).waitFor();
    await page.locator('stats-filter-bar').getByRole('button', { name: 'Clear all' }).click();
    await chips(page).waitFor({ state: 'detached' });
    assert.equal(await control(page, 'inactive-days').inputValue(), '7');
  });

  it('leaves days of a break out', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const filters = page.locator('stats-filter-bar');
    await filters.locator('details.breaks summary').click();
    await filters.locator('details.breaks').getByLabel('From').fill('2026-10-20');
    await filters.locator('details.breaks').getByLabel('To').fill('2026-11-16');
    await filters.getByRole('button', { name: 'Add break' }).click();
    const fewer = await rows(page, before);
    assert.ok(fewer < before);
    await filters.getByRole('button', { name: /Remove the break/ }).click();
    assert.equal(await rows(page, fewer), before);
  });

  it('filters by dates of visits, both days included', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const dates = page.locator('stats-filter-bar fieldset.dates').first();
    await dates.getByLabel('From').fill('2026-10-01');
    assert.ok((await rows(page, before)) < before);
    await chips(page).filter({ hasText: 'Visits: from' }).waitFor();
    await dates.getByLabel('To').fill('2026-09-01');
    await dates.getByText('The first day comes after the last.').waitFor();
  });

  it('draws all time axes by the grain that is set', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    await control(page, 'grain').selectOption('quarter');
    const chart = page.locator('at-risk-last-visit-chart').getByRole('combobox');
    await page.waitForFunction(
      () =>
        document.querySelector('at-risk-dashboard').shadowRoot.querySelector('at-risk-last-visit-chart').pageDataset.params.grain ===
        'quarter',
    );
    assert.equal(await chart.inputValue(), 'quarter');
  });

  it('goes on asking nothing for tabs that are not shown', async () => {
    const page = await again(PAGE);
    await show(page, 'performance');
    await show(page, 'overview');
    await page.evaluate(() => {
      const dataset = document.querySelector('at-risk-dashboard').pageDataset;
      const ask = dataset.view.bind(dataset);
      globalThis.asked = [];
      dataset.view = (view, options, slot) => {
        globalThis.asked.push(typeof view === 'string' ? view : view.id);
        return ask(view, options, slot);
      };
    });
    const before = await rows(page);
    await control(page, 'course_name').selectOption({ index: 1 });
    await rows(page, before);
    const asked = await page.evaluate(() => globalThis.asked);
    assert.ok(asked.includes('at-risk.learners'));
    assert.deepEqual(
      asked.filter((view) => ['at-risk.grade-distribution', 'at-risk.undecided', 'at-risk.tracks'].includes(view)),
      [],
    );
  });

  it('says the outcome of a filter politely', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    await control(page, 'course_name').selectOption({ index: 1 });
    await page
      .locator('stats-filter-bar [role="status"]')
      .filter({ hasText: /^\d+ of \d+ learners at risk$/ })
      .waitFor();
  });

  for (const id of [...Object.keys(TABS), 'help']) {
    it(`has no fault that axe finds on the tab ${id}`, async () => {
      const page = await again(PAGE);
      await show(page, id);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => (await globalThis.axe.run('at-risk-dashboard')).violations);
      assert.deepEqual(
        violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 2)}`),
        [],
      );
    });
  }
});

describe('what is set on the dashboard', () => {
  const { open, again } = stage();
  const address = (page) => page.evaluate(() => new URLSearchParams(location.search).get('stats-course'));

  it('stands in the address, and is set again from there', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await control(page, 'course_name').selectOption({ index: 1 });
    const ofCourse = await rows(page, before);
    await control(page, 'inactive-days').fill('14');
    await control(page, 'inactive-days').press('Enter');
    const after = await rows(page, ofCourse);
    await tab(page, 'Performance').click();
    await page.waitForFunction(() => {
      const text = new URLSearchParams(location.search).get('stats-course');
      return text !== null && atob(text.replace(/-/g, '+').replace(/_/g, '/')).includes('performance');
    });
    await page.reload();
    assert.equal(await tab(page, 'Performance').getAttribute('aria-selected'), 'true');
    assert.equal(await control(page, 'inactive-days').inputValue(), '14');
    await tab(page, 'Overview').click();
    assert.equal(await rows(page), after);
    await page.locator('stats-filter-bar').getByRole('button', { name: 'Clear all' }).click();
    await page.waitForFunction(() => !new URLSearchParams(location.search).has('stats-course'));
  });

  it('is given and taken as plain JSON', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    await page
      .locator(DASHBOARD)
      .evaluate((element) =>
        element.setState({ version: 1, clauses: [{ origin: 'host', field: 'track', in: ['verified'] }], params: {}, tab: 'overview' }),
      );
    assert.ok((await rows(page, before)) < before);
    const state = await page.locator(DASHBOARD).evaluate((element) => JSON.parse(JSON.stringify(element.getState())));
    assert.deepEqual(state, { version: 1, clauses: [{ origin: 'host', field: 'track', in: ['verified'] }], params: {} });
  });

  it('never has what was searched for', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const name = (await page.locator('at-risk-table').getByRole('rowheader').first().textContent()).trim();
    await page.locator('at-risk-table').getByRole('searchbox').fill(name);
    assert.ok((await rows(page, before)) < before);
    await control(page, 'grain').selectOption('week');
    await page.waitForFunction(() => new URLSearchParams(location.search).has('stats-course'));
    assert.ok(
      !Buffer.from(await address(page), 'base64url')
        .toString()
        .includes(name),
    );
  });

  it('is left alone where the address has something else, with one error for the page', async () => {
    const prepare = (page) =>
      page.addInitScript(() => {
        globalThis.errors = [];
        document.addEventListener('stats-error', ({ detail }) => globalThis.errors.push(detail.code));
      });
    const page = await open(`${PAGE}?stats-course=bm9uc2Vuc2U`, { prepare });
    await list(page).waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.errors), ['bad-option']);
    assert.equal(await chips(page).count(), 0);
  });
});

describe('the list of learners on the dashboard', () => {
  const { open, again } = stage();

  it('keeps 100,000 rows out of the page', async () => {
    const page = await open('/plain.html');
    await page.evaluate(() => {
      const ids = Array.from({ length: 100_000 }, (_, at) => `learner-${at}`);
      const table = document.createElement('at-risk-table');
      Object.assign(table, {
        provider: 'tables',
        now: '2024-03-13T00:00:00Z',
        data: {
          courses: [{ course_key: 'c', course_name: 'C' }],
          enrollments: ids.map((actor_id) => ({
            course_key: 'c',
            actor_id,
            enrollment_status: 'registered',
            state: 'failed',
            last_visit: '2024-01-01T00:00:00Z',
          })),
        },
      });
      document.body.replaceChildren(table);
    });
    const grid = page.locator('at-risk-table').getByRole('grid');
    await grid.waitFor();
    assert.equal(await grid.getAttribute('aria-rowcount'), '100001');
    assert.ok((await page.locator('at-risk-table').getByRole('row').count()) <= 60);
    await footer(page, 'at-risk-table')
      .filter({ hasText: /^\s*1–1\d of 100,000/ })
      .waitFor();
    await page.locator('at-risk-table .frame').evaluate((frame) => frame.scrollTo({ top: frame.scrollHeight }));
    await page.locator('at-risk-table tr[aria-rowindex="100001"]').waitFor();
    await footer(page, 'at-risk-table')
      .filter({ hasText: /–100,000 of 100,000/ })
      .waitFor();
    assert.ok((await page.locator('at-risk-table').getByRole('row').count()) <= 60);
    await page.locator('at-risk-table').evaluate((table) => {
      table.paging = true;
    });
    await page.locator('at-risk-table').getByRole('table').waitFor();
    await page.locator('at-risk-table').getByRole('button', { name: 'Previous page' }).click();
    await footer(page, 'at-risk-table').filter({ hasText: '99,901–99,950 of 100,000' }).waitFor();
  });

  it('goes back to the first rows when a filter leaves fewer', { skip: withoutShared('oracles/aspects') }, async () => {
    const page = await open(`${PAGE}?data=aspects`);
    await list(page).waitFor();
    await page.locator('at-risk-table .frame').evaluate((frame) => frame.scrollTo({ top: frame.scrollHeight }));
    await list(page)
      .filter({ hasText: /–257 of 257/ })
      .waitFor();
    await page
      .locator(DASHBOARD)
      .evaluate((element) => element.setState({ version: 1, clauses: [{ origin: 'host', field: 'track', in: ['verified'] }] }));
    await list(page)
      .filter({ hasText: /^\s*1–/ })
      .waitFor();
  });

  it('shows other columns at the reader’s wish', async () => {
    const page = await again(PAGE);
    await list(page).waitFor();
    const table = page.locator('at-risk-table');
    await table.getByText('Columns', { exact: true }).click();
    await table.getByLabel('Track').uncheck();
    await table.getByRole('columnheader', { name: 'Track' }).waitFor({ state: 'detached' });
    await table.getByLabel('E-mail').check();
    await table.getByRole('columnheader', { name: 'E-mail' }).waitFor();
    await page.keyboard.press('Escape');
    await table.getByLabel('Track').waitFor({ state: 'hidden' });
    assert.equal(
      await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active.textContent.trim();
      }),
      'Columns',
    );
  });

  it('says that a search finds nobody, and shows all again', async () => {
    const page = await again(PAGE);
    const before = await rows(page);
    const table = page.locator('at-risk-table');
    await table.getByRole('searchbox').fill('no such learner');
    const nobody = 'No learner on the list matches “no such learner”.';
    await table.locator('bdi', { hasText: nobody }).waitFor();
    await table.getByRole('status').filter({ hasText: nobody }).waitFor({ state: 'attached' });
    assert.equal(await table.getByRole('searchbox').inputValue(), 'no such learner');
    await table.getByRole('button', { name: 'Clear filters' }).click();
    await table.getByRole('grid').waitFor();
    assert.equal(await rows(page), before);
  });

  it('copies and writes to the chosen learners, and gives their ids to the page', async () => {
    const page = await open(PAGE, { permissions: ['clipboard-read', 'clipboard-write'] });
    await list(page).waitFor();
    const table = page.locator('at-risk-table');
    await page.locator(DASHBOARD).evaluate((element) => {
      element.contact = true;
    });
    await table.getByRole('button', { name: 'Select all shown' }).click();
    const contact = table.getByRole('button', { name: /^Contact \d+ chosen$/ });
    const shown = Number(/\d+/.exec(await contact.textContent())[0]);
    const [listed] = /\d+/.exec(await count(page).textContent());
    assert.equal(shown, Number(listed), 'all that are on the list, also those out of sight');
    assert.ok(shown > 60);
    await table.getByRole('button', { name: `Copy addresses of ${shown} chosen` }).click();
    await table.getByText('addresses copied').waitFor({ state: 'attached' });
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split(', ');
    assert.ok(copied.length > 0 && copied.every((address) => address.includes('@')));
    await table.locator('summary').filter({ hasText: 'E-mail' }).click();
    const links = table.getByRole('link', { name: /Write to learners/ });
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((those) => those.map((link) => link.href));
    assert.ok(hrefs.every((href) => href.startsWith('mailto:?bcc=') && href.length <= 2000));
    assert.equal(hrefs.flatMap((href) => href.slice('mailto:?bcc='.length).split(',')).length, copied.length);
    const asked = page.evaluate(
      () => new Promise((resolve) => document.addEventListener('stats-contact', ({ detail }) => resolve(detail), { once: true })),
    );
    await contact.click();
    const detail = await asked;
    assert.deepEqual(Object.keys(detail), ['ids']);
    assert.equal(detail.ids.length, shown);
  });

  it('offers no addresses where the site shares none', async () => {
    const page = await open(`${PAGE}?tables=/xapi/tables-without-names.json`);
    await page.locator('at-risk-table').getByText('This site does not share names.').waitFor();
    assert.equal(
      await page
        .locator('at-risk-table')
        .getByRole('button', { name: /Copy addresses/ })
        .count(),
      0,
    );
  });
});
