/** The ⋮ menu of a whole report and a whole dashboard: one file of all parts, read back as readers of the file would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { chips, DASHBOARD, list, PAGE, show, TABS } from './support/dashboard.mjs';
import { stage } from './support/stage.mjs';
import { bar } from './support/widgets.mjs';

const REPORT = 'creator-stats-report';
const noReader =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'pdftotext is not here: install poppler-utils to have PDF files read back';

/** The file that an entry of the menu of a whole makes. */
async function file(page, tag, name) {
  const saved = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator(tag).locator('[part~="more-button"]').first().click();
  await page.locator(tag).getByRole('menuitem', { name }).click();
  const download = await saved;
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** The text of a PDF file without the marks that tell its directions, by page. */
function pagesOf({ path }) {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return stdout
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('\f')
    .slice(0, -1);
}

async function report(open, prepare) {
  const page = await open('/report.html', { prepare });
  await page.locator('creator-exploration-table').locator('[part~="pager"]').waitFor();
  return page;
}

const headings = (page) =>
  page
    .locator(REPORT)
    .evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('.parts > *')].map((part) => part.shadowRoot.querySelector('#heading').textContent.trim()),
    );

describe('the file of a whole', () => {
  const { open } = stage();

  it('is a PDF of the report with every part, its legends, its filters and its definitions', { skip: noReader }, async () => {
    const page = await report(open);
    await bar(page, 'creator-attempts-chart', 'What is a fraction').click();
    await page.locator('creator-trend-chart').getByRole('button', { name: '1 filter' }).waitFor();
    const made = await file(page, REPORT, 'Download PDF');
    assert.match(made.name, /^Creator stats report-.*\.pdf$/);
    const pages = pagesOf(made);
    const text = pages.join('\n').replace(/\s+/g, ' ');
    for (const heading of await headings(page)) assert.ok(text.includes(heading), heading);
    for (const part of ['Filters: Explorations: What is a fraction?', 'Timezone: UTC', 'Data as of:', 'Left here', 'How this is counted'])
      assert.ok(text.includes(part), part);
    pages.forEach((each, at) => assert.match(each, new RegExp(`Page ${at + 1} of ${pages.length}`)));
    assert.deepEqual(page.problems, []);
  });

  for (const [lang, dir, name] of [
    ['ar', 'rtl', /PDF/],
    ['hi', 'ltr', /PDF/],
    ['zh-Hans', 'ltr', /PDF/],
  ]) {
    it(`reads right in ${lang}`, { skip: noReader }, async () => {
      const page = await report(open);
      await page.evaluate(
        (those) => {
          document.documentElement.lang = those[0];
          document.documentElement.dir = those[1];
        },
        [lang, dir],
      );
      const english = 'Creator stats report';
      const heading = page.locator(REPORT).locator('.heading').first();
      await heading.filter({ hasNotText: english }).waitFor();
      const pages = pagesOf(await file(page, REPORT, name));
      const text = pages.join('\n').replace(/\s+/g, ' ');
      for (const title of [await heading.innerText(), ...(await headings(page))])
        assert.ok(text.includes(title), `${title} in ${text.slice(0, 2000)}`);
    });
  }

  it('is a PDF of the dashboard with the parts of every tab, and the chosen tab stays', { skip: noReader }, async () => {
    const page = await open(PAGE);
    await list(page).waitFor();
    await show(page, 'overview');
    await page.locator('at-risk-last-visit-chart').locator('[data-index]').first().waitFor();
    await page.locator('at-risk-never-started-table').locator('[part~="pager"]').waitFor();
    const before = await page.evaluate(() => document.documentElement.scrollWidth);
    const text = pagesOf(await file(page, DASHBOARD, 'Download PDF')).join('\n');
    for (const chapter of [
      'Overview',
      'Enrollment',
      'Engagement: Pages',
      'Engagement: Problems',
      'Engagement: Videos',
      'Performance',
      'Help',
    ])
      assert.match(text, new RegExp(`^ *${chapter}$`, 'm'));
    for (const part of [
      'Learners at risk by track',
      'Page engagement by section',
      'Video',
      'Course grades',
      'A learner chosen in the overview',
    ])
      assert.ok(text.includes(part), part);
    await page.locator('at-risk-track-chart').waitFor({ state: 'detached' });
    assert.equal(await page.locator(`${DASHBOARD} .parts > *`).count(), TABS.overview.length);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), before);
    assert.equal(await page.locator(`${DASHBOARD} .aside`).count(), 0);
    assert.deepEqual(page.problems, []);
  });

  it('is JSON of the dashboard as it is filtered', async () => {
    const page = await open(PAGE);
    await list(page).waitFor();
    await page.locator('at-risk-table').getByRole('rowheader').first().click();
    await chips(page).first().waitFor();
    const { filters, parts } = JSON.parse(await readFile((await file(page, DASHBOARD, 'Download JSON')).path, 'utf8'));
    assert.deepEqual(filters, ['1 learner']);
    const track = parts.find(({ title }) => title === 'Learners at risk by track');
    const drawn = track.rows.map((row) => row[1]);
    assert.deepEqual(
      drawn.toSorted((one, other) => one - other),
      [...drawn.slice(1).map(() => 0), 1],
      'one of the tracks has the learner, and the others are drawn as 0',
    );
    assert.ok(!JSON.stringify(filters).includes('@'));
  });

  it('prints all parts', async () => {
    const page = await report(open);
    await page.evaluate(() => {
      window.print = () => undefined;
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (node.nodeName === 'IFRAME') node.contentWindow.print = () => undefined;
      }).observe(document.body, { childList: true });
    });
    await page.locator(REPORT).locator('[part~="more-button"]').first().click();
    await page.locator(REPORT).getByRole('menuitem', { name: 'Print' }).click();
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').filter({ hasText: 'Creator stats report' }).waitFor({ state: 'attached' });
    const titles = await frame.locator('h2').allTextContents();
    for (const heading of await headings(page)) assert.ok(titles.includes(heading), heading);
  });
});
