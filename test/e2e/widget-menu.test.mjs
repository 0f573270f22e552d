/** The ⋮ menu of widgets: what a reader takes away, and what the numbers mean. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { stage, withoutShared } from './support/stage.mjs';

const CHART = 'at-risk-track-chart';
const LIST = 'at-risk-table';
const skip = withoutShared('oracles/aspects');
const noReader =
  spawnSync('pdftotext', ['-v']).error === undefined ? skip : 'pdftotext is not here: install poppler-utils to have PDF files read back';

const menu = (page, tag) => page.locator(tag).getByRole('button', { name: /^Menu of/ });

async function choose(page, tag, name) {
  await menu(page, tag).click();
  await page.locator(tag).getByRole('menuitem', { name }).click();
}

/** The file that an entry of the menu makes: its name and its bytes. */
async function file(page, tag, name) {
  const saved = page.waitForEvent('download');
  await choose(page, tag, name);
  const download = await saved;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), path: await download.path() };
}

async function opened(open) {
  const page = await open('/at-risk.html?data=aspects');
  await page.locator(LIST).getByRole('grid').waitFor();
  await page.locator(CHART).getByRole('option').first().waitFor();
  return page;
}

describe('the menu of a widget', () => {
  const { open } = stage();

  it('saves every row of the list as CSV, with filters, timezone and age of the data', { skip }, async () => {
    const page = await opened(open);
    await page
      .locator(CHART)
      .getByRole('option', { name: /^audit/ })
      .click();
    await page.locator(LIST).getByRole('button', { name: '1 filter' }).waitFor();
    const listed = Number(await page.locator(LIST).getByRole('grid').getAttribute('aria-rowcount')) - 1;
    const { name, bytes } = await file(page, LIST, 'Download CSV');
    assert.match(name, /\.csv$/);
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    assert.equal(lines.length, listed + 1);
    assert.ok(listed > 50, 'more than the page holds');
    assert.match(lines[0], /Name,/);
    assert.match(lines[1], /Track: audit/);
    assert.match(lines[1], /UTC/);
    assert.deepEqual(page.problems, []);
  });

  it('saves what a chart shows as JSON, and as drawn as SVG and PNG', { skip }, async () => {
    const page = await opened(open);
    const json = JSON.parse((await file(page, CHART, 'Download JSON')).bytes.toString('utf8'));
    assert.equal(json.timezone, 'UTC');
    const svg = (await file(page, CHART, 'Download SVG')).bytes.toString('utf8');
    assert.match(svg, /^<svg|^<\?xml/);
    assert.match(svg, /Learners at risk by track/);
    const png = (await file(page, CHART, 'Download PNG')).bytes;
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.deepEqual(page.problems, []);
  });

  it('saves a PDF file that says what the page says, by a script that is loaded then', { skip: noReader }, async () => {
    const page = await opened(open);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const { name, path } = await file(page, CHART, 'Download PDF');
    assert.match(name, /\.pdf$/);
    assert.deepEqual(
      asked
        .filter((each) => each.endsWith('.js'))
        .map((each) => each.split('/').at(-1))
        .sort(),
      ['definitions.js', 'export.js', 'learner-elements.documents.js'],
    );
    const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
    for (const part of ['Learners at risk by track', 'audit', 'UTC', 'How this is counted'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.deepEqual(page.problems, []);
  });

  for (const [what, file] of [
    ['what writes files', '**/export.js'],
    ['what makes documents', '**/learner-elements.documents.js'],
  ]) {
    it(`prints the page instead where ${what} cannot be loaded, and says so`, { skip }, async () => {
      const page = await opened(open);
      await page.route(file, (route) => route.abort());
      await page.evaluate(() => {
        window.printed = 0;
        window.print = () => window.printed++;
      });
      await choose(page, CHART, 'Download CSV');
      await page.locator(CHART).getByText('Files cannot be made here; it was printed instead.').waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => window.printed), 1);
    });
  }

  it('makes no file where the page prevents it', { skip }, async () => {
    const page = await opened(open);
    await page.evaluate(() => {
      window.heard = [];
      document.addEventListener('stats-export', (event) => {
        window.heard.push(event.detail);
        event.preventDefault();
      });
      document.addEventListener('download', () => window.heard.push('download'));
    });
    const saved = page.waitForEvent('download', { timeout: 1000 }).then(
      () => 'saved',
      () => 'nothing',
    );
    await choose(page, CHART, 'Download CSV');
    assert.equal(await saved, 'nothing');
    assert.deepEqual(await page.evaluate(() => window.heard), [
      { format: 'csv', view: 'at-risk.tracks', title: 'Learners at risk by track' },
    ]);
  });

  it('says what each number means, by keyboard, and goes away again', { skip }, async () => {
    const page = await opened(open);
    await menu(page, CHART).focus();
    await page.keyboard.press('Enter');
    await page.locator(CHART).getByRole('menuitem', { name: 'How is this counted?' }).focus();
    await page.keyboard.press('Enter');
    const counted = page.locator(CHART).getByRole('region', { name: 'How this is counted' });
    await counted.getByText(/A learner is counted once/).waitFor();
    await counted.getByRole('button', { name: 'Close' }).click();
    await counted.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator(CHART).getByRole('menuitem', { name: 'How is this counted?' }).click();
    await counted.waitFor();
    const below = await counted.evaluate((section) => section.getBoundingClientRect().bottom - innerHeight);
    assert.ok(below <= 1, 'all of it is in sight');
    await counted.locator('#counted:focus').waitFor();
    // The entry of the menu lay over a bar, whose card would take the key first.
    await page.mouse.move(0, 0);
    await page.locator(CHART).locator('[part=tooltip]').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await counted.waitFor({ state: 'detached' });
    assert.equal(await menu(page, CHART).evaluate((button) => button.matches(':focus')), true, 'back to the button');
  });

  it('copies a link that sets the same filters in another window', async () => {
    const page = await open('/dashboard.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator(LIST).getByRole('grid').waitFor();
    await page.locator(LIST).getByRole('rowheader').first().click();
    const chip = page.locator('stats-filter-bar [part~="chip"]').first();
    await chip.filter({ hasText: 'Learners: ' }).waitFor();
    await choose(page, LIST, 'Copy link');
    await page.locator(LIST).getByText('Link copied').waitFor({ state: 'attached' });
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await page.context().newPage();
    await other.goto(link);
    const same = other.locator('stats-filter-bar [part~="chip"]').filter({ hasText: await chip.innerText() });
    await same.waitFor();
    assert.equal(await same.count(), 1);
  });
});
