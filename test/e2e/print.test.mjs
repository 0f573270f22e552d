/** Whole pages as the browser prints them: what a table says of its rows is what is on the paper, and nothing lies over anything else. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PAGE, list } from './support/dashboard.mjs';
import { stage } from './support/stage.mjs';

const skip =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'pdftotext is not here: install poppler-utils to have PDF files read back';
/** A sheet of A4 between margins, in px. */
const PAPER = { width: 718, height: 1047 };

/** The texts of the pages that the browser prints. */
async function printed(page) {
  const path = join(await mkdtemp(join(tmpdir(), 'print-')), 'page.pdf');
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
  await page.pdf({ path, format: 'A4', margin });
  const { stdout, stderr } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\f').slice(0, -1);
}

async function report(open, query = '') {
  const page = await open(`/report.html${query}`);
  await page.locator('creator-feedback-list').locator('[part~="pager"]').waitFor();
  await page
    .locator('creator-insights')
    .getByRole('button', { name: /Show all/ })
    .waitFor();
  return page;
}

describe('a printed dashboard', () => {
  const { open } = stage();

  async function dashboard() {
    const page = await open(PAGE);
    await list(page).waitFor();
    await page.locator('at-risk-never-started-table').locator('[part~="pager"]').waitFor();
    return page;
  }

  it('counts the rows that are on the paper, and says how all of them get there', { skip }, async () => {
    const text = (await printed(await dashboard())).join('\n');
    assert.match(text, /1–50 of 67\. “Print” in the menu of this table prints all rows\./);
    assert.match(text, /1–29 of 29/);
    assert.equal(text.match(/ of 67\b/g).length, 1);
  });

  it('begins a table on the page that has room, goes on under its header, and what follows stands below', { skip }, async () => {
    const pages = await printed(await dashboard());
    assert.match(pages[0], /Course +Track/);
    assert.ok(pages.length > 2);
    assert.match(pages[1].split('\n').slice(0, 4).join(' '), /Name .*Course +Track/, 'the header is repeated');
    assert.match(pages[0], /[A-Z][a-z]{2} \d{1,2}, 2026 +\d+/, 'a date is in one line');
    const text = pages.join('\n');
    assert.ok(text.indexOf('1–50 of 67') < text.indexOf('Last visits'), 'the list ends before the chart begins');
    assert.ok(text.indexOf('Last visits') < text.indexOf('30 learners'));
  });

  it('counts in pages, too', { skip }, async () => {
    const page = await dashboard();
    await page.locator('at-risk-table').evaluate((table) => (table.paging = true));
    await page.locator('at-risk-table').getByRole('button', { name: 'Next page' }).click();
    await list(page).filter({ hasText: '51–67 of 67' }).waitFor();
    assert.match((await printed(page)).join('\n'), /51–67 of 67\. “Print”/);
  });
});

describe('a printed report', () => {
  const { open } = stage();

  it('has all that stands out', { skip }, async () => {
    const page = await report(open);
    const all = Number(
      /\d+/.exec(
        await page
          .locator('creator-insights')
          .getByRole('button', { name: /Show all/ })
          .innerText(),
      )[0],
    );
    const text = (await printed(page)).join('\n');
    const from = text.indexOf('What stands out');
    assert.ok(all > 3);
    assert.equal(text.slice(from, text.indexOf('Where learners leave')).match(/between .* with chance allowed for/g)?.length, all);
  });

  it('begins no page with the filters of a list that ends on the page before', { skip }, async () => {
    const text = (await printed(await report(open, '?source=events'))).join('\f');
    assert.match(text, /chance allowed for[^\f]*?Filters: /);
    assert.doesNotMatch(text, /chance allowed for[.\s]*\f\s*Filters: /);
  });

  it('keeps no room for a drawing that is not there', async () => {
    const page = await report(open, '?source=events');
    const place = page.locator('creator-demographics-chart').locator('.state.unknown');
    const height = () => place.evaluate((element) => element.clientHeight);
    const onScreen = await height();
    await page.emulateMedia({ media: 'print' });
    assert.ok((await height()) < onScreen / 3, `${await height()} px of ${onScreen}`);
  });

  it('draws charts as wide as the paper, and on the screen as before', async () => {
    const page = await report(open);
    const chart = page.locator('creator-rating-chart');
    const room = () =>
      chart.evaluate(({ shadowRoot }) => {
        const right = (part) => Math.round(shadowRoot.querySelector(part).getBoundingClientRect().right);
        return { body: right('.body'), drawing: right('.marks svg') };
      });
    const before = await room();
    await chart.evaluate(({ shadowRoot }) => {
      const right = (part) => Math.round(shadowRoot.querySelector(part).getBoundingClientRect().right);
      matchMedia('print').addEventListener('change', ({ matches }) => {
        if (matches) globalThis.onPaper = { body: right('.body'), drawing: right('.marks svg') };
      });
    });
    await printed(page);
    const onPaper = await page.evaluate(() => globalThis.onPaper);
    assert.notEqual(onPaper.body, before.body);
    assert.equal(onPaper.drawing, onPaper.body);
    await page.waitForFunction(() => !matchMedia('print').matches);
    assert.deepEqual(await room(), before);
  });

  it('keeps the table of explorations in its card, with room for titles', async () => {
    const page = await report(open);
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
    const { card, grid, title } = await page.locator('creator-exploration-table').evaluate(({ shadowRoot }) => {
      const right = (part) => shadowRoot.querySelector(part).getBoundingClientRect().right;
      const { width } = shadowRoot.querySelector('tbody th').getBoundingClientRect();
      return { card: right('.base'), grid: right('.grid'), title: width };
    });
    assert.ok(grid <= card, `the table ends at ${grid}, its card at ${card}`);
    assert.ok(title >= 100, `titles have ${title} px`);
  });

  it('draws lines around notices, as paper has no backgrounds, and keeps words apart from the number before', async () => {
    const page = await report(open);
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
    const { border, apart } = await page.locator('creator-exploration-table').evaluate(({ shadowRoot }) => {
      const styleOf = (part) => getComputedStyle(shadowRoot.querySelector(part));
      return { border: styleOf('.notice').borderTopWidth, apart: styleOf('tbody .number + td:not(.number)').paddingInlineStart };
    });
    assert.equal(border, '1px');
    assert.equal(apart, '8px');
  });

  it('breaks no notice across pages, which says how far a load has come in words alone', async () => {
    const page = await report(open);
    await page.emulateMedia({ media: 'print' });
    const looks = await page.locator('creator-feedback-list').evaluate(({ shadowRoot }) => {
      const styleOf = (part) => getComputedStyle(shadowRoot.querySelector(part));
      return [styleOf('.notice').breakInside, styleOf('.notice').breakAfter, styleOf('.notice progress').display];
    });
    assert.deepEqual(looks, ['avoid', 'avoid', 'none']);
  });
});
