/**
 * `node bench/creator-table.mjs 2000 50`: what the table of so many explorations of so many cards asks of the page's thread while all
 * statistics come, and while it is scrolled and sorted. Prints longtask entries (wall clock, so a busy machine has more) and the
 * longest task by the time that the thread ran. Needs `npm run build -- --script`.
 */
import process from 'node:process';
import { chromium } from 'playwright-core';
import { createServer } from '../examples/server.mjs';
import { findBrowser } from '../scripts/find-browser.mjs';
import { longTasks } from '../test/e2e/support/long-tasks.mjs';
import { manyExplorations } from '../test/e2e/support/many-explorations.mjs';

const TABLE = 'creator-exploration-table';
const [count = 2000, states = 50] = process.argv.slice(2).map(Number);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const server = await createServer({ port: 0 });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const host = await manyExplorations(page, { count, states });
await page.goto(`${server.url}plain.html`);
await page.evaluate((tag) => {
  const { document } = globalThis;
  const table = document.createElement(tag);
  table.setAttribute('src', '/creatordashboardhandler/data');
  document.body.replaceChildren(table);
}, TABLE);
await page.locator(`${TABLE} tbody [data-column="starts"]`).first().filter({ hasText: /\d/ }).waitFor();

console.log('| what | longtask entries | their longest, ms | longest task by thread time, ms |\n| --- | ---: | ---: | ---: |');
await row(`statistics of ${count} explorations come`, async () => {
  await sortBy('starts');
  while (new Set(host.asked).size < count) await page.waitForTimeout(100);
  await page.locator(`${TABLE} [part~="notice"]`).waitFor({ state: 'detached' });
});
await row('scrolled through', async () => {
  for (let at = 0; at < count; at += 90) {
    await page
      .locator(`${TABLE} .frame`)
      .evaluate((frame, to) => frame.scrollTo({ top: to * frame.querySelector('tr[part="row"]').offsetHeight }), at);
    await page.locator(`${TABLE} tr[aria-rowindex="${at + 2}"]`).waitFor();
  }
});
await row('sorted by each column, twice', async () => {
  const names = await page.locator(`${TABLE} thead [data-column]`).evaluateAll((those) => those.map((cell) => cell.dataset.column));
  for (const name of [...names, ...names]) {
    await sortBy(name);
    await page.waitForTimeout(300);
  }
});
await browser.close();
await server.close();

async function row(what, work) {
  const { entries, ran } = await longTasks(page, work);
  console.log(`| ${what} | ${entries.length} | ${Math.max(0, ...entries)} | ${Math.max(...ran).toFixed(1)} |`);
}

async function sortBy(name) {
  await page.locator(`${TABLE} thead [data-column="${name}"] button`).evaluate((button) => button.click());
}
