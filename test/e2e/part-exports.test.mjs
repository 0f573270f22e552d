/** The ⋮ menu of each part of the report: three files, each saying what it is of, read back as readers of the file would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';

const noReader =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'pdftotext is not here: install poppler-utils to have PDF files read back';
const FILTER = 'Status: Published';
/** What the host counts of all explorations together, which no filter reaches; it says so. */
const TOTALS = 'creator-summary';
const PARTS = [
  'creator-summary',
  'creator-insights',
  'creator-engagement-chart',
  'creator-dropoff-chart',
  'creator-attempts-chart',
  'creator-trend-chart',
  'creator-rating-chart',
  'creator-comparison',
  'creator-exploration-table',
  'creator-feedback-list',
];

describe('each part of the report', () => {
  const { open } = stage();
  let page;

  async function file(tag, name) {
    const saved = page.waitForEvent('download');
    await page.locator(tag).locator('[part~="more-button"]').first().click();
    await page.locator(tag).getByRole('menuitem', { name, exact: true }).click();
    const download = await saved;
    return { name: download.suggestedFilename(), path: await download.path() };
  }

  async function filtered() {
    if (page !== undefined) return;
    page = await open('/report.html?source=events&timezone=Europe/Paris', { lasts: true });
    await page.locator('creator-exploration-table').locator('[part~="pager"]').waitFor();
    await page.locator('stats-dataset').evaluate((dataset) => {
      const detail = { origin: 'page', field: 'status', in: ['public'] };
      dataset.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
    });
  }

  for (const tag of PARTS) {
    it(`is saved by ${tag} as it is filtered, with timezone, age and definitions`, async () => {
      await filtered();
      const part = page.locator(tag);
      await part.scrollIntoViewIfNeeded();
      const told = tag === TOTALS ? part.getByText(/Not filtered by Status/).first() : part.getByRole('button', { name: '1 filter' });
      await told.waitFor();
      const title = (await part.locator('#heading').innerText()).trim();
      const json = await file(tag, 'Download JSON');
      const { dataAsOf, filters, notes, parts, timezone, title: named } = JSON.parse(await readFile(json.path, 'utf8'));
      assert.deepEqual([named, timezone, filters], [title, 'Europe/Paris', tag === TOTALS ? [] : [FILTER]]);
      if (tag === TOTALS) assert.match(notes.join(' '), /Not filtered by Status/);
      assert.match(dataAsOf, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.ok(parts[0].rows.length > 0, 'it has rows');
      for (const { name, definition } of parts[0].columns) assert.ok((definition ?? '') !== '', name);

      const [header, ...rows] = (await readFile((await file(tag, 'Download CSV')).path, 'utf8')).trim().split('\r\n');
      assert.equal(rows.length, parts[0].rows.length);
      assert.match(header, /Filters,Timezone,Data as of \(UTC\),Counted to \(UTC\)$/);
      for (const row of rows) assert.ok(row.includes(`${tag === TOTALS ? 'none' : FILTER},Europe/Paris,`), row);
      assert.deepEqual(page.problems, []);
    });

    it(`is saved by ${tag} as a PDF that says the same`, { skip: noReader }, async () => {
      await filtered();
      const title = (await page.locator(tag).locator('#heading').innerText()).trim();
      const { path } = await file(tag, 'Download PDF');
      const { stdout } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
      const text = stdout.replace(/\s+/g, ' ');
      for (const words of [
        title,
        `Filters: ${tag === TOTALS ? 'none' : FILTER}`,
        'Timezone: Europe/Paris',
        'Data as of:',
        'How this is counted',
      ])
        assert.ok(text.includes(words), `${words} in ${text.slice(0, 600)}`);
    });
  }

  it('that has no numbers offers no file of them, and says why', async () => {
    await filtered();
    const part = page.locator('creator-demographics-chart');
    await part.locator('[part~="more-button"]').first().click();
    assert.equal(await part.getByRole('menuitem', { name: /Download/ }).count(), 0);
    assert.match(await part.locator('[part~="base"]').innerText(), /Oppia records nothing about who its learners are\./);
  });
});
