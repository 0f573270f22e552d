/** A creator with 2,000 explorations of 50 cards: statistics come on demand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf, manyExplorations, startsOf } from './support/many-explorations.mjs';
import { longTasks } from './support/long-tasks.mjs';
import { stage } from './support/stage.mjs';

const site = stage();
const COUNT = 2000;
const TABLE = 'creator-exploration-table';

/** A page with these tags over the handlers; further attributes by tag. */
async function creator(tags, { count = COUNT, states = 50, prepare, attributes = {}, page: given } = {}) {
  let host;
  const page = await site.open('/icon.svg', {
    prepare: async (opened) => {
      host = await manyExplorations(opened, { count, states });
      await prepare?.(host);
    },
    ...given,
  });
  await page.route('**/creator-page', (route) => {
    const elements = tags.map((tag) => {
      const all = { provider: 'oppia', src: '/creatordashboardhandler/data', ...attributes };
      return `<${tag} ${Object.entries(all)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ')}></${tag}>`;
    });
    const body = `<!doctype html><html lang="en"><title>Creator</title><script type="module" src="/cdn/learner-elements.js"></script>${elements.join('')}`;
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto(`${site.url()}/creator-page`);
  return { page, host };
}

const column = (page, name) => page.locator(`${TABLE} tbody [data-column="${name}"]`);
const notice = (page, tag = TABLE) => page.locator(`${tag} [part~="notice"]:not([data-kind="unrecorded"])`);
const button = (page, name, tag = TABLE) => page.locator(tag).getByRole('button', { name, exact: true });
const sortBy = (page, name) => page.locator(`${TABLE} thead [data-column="${name}"] button`).click();

/** Waits until the worker asks for no statistics any more, whether because all are there or because it was told to stop. */
const idle = (page, tag) =>
  page.waitForFunction((name) => document.querySelector(name).pageDataset.demand.statuses.get('statistics')?.running === false, tag);

/** In the page: whether a copy is stored that has so many cards. */
async function storedCards(count) {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'learner-elements')) return false;
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await done(indexedDB.open('learner-elements'));
  const entries = await done(database.transaction('entries').objectStore('entries').getAll());
  database.close();
  return entries.some(({ header }) => header.tables.some(({ name, length }) => name === 'states' && length === count));
}

/** Waits until `isTrue` holds of what the browser asked for. */
async function until(page, isTrue, what) {
  for (let turn = 0; turn < 1200; turn++) {
    if (await isTrue()) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`It never came: ${what}`);
}

const loaded = (page, at, text) => column(page, 'starts').nth(at).filter({ hasText: text }).waitFor();

test('what the dashboard says shows at once; what was not asked for is neither 0 nor unknown', async () => {
  const { page, host } = await creator([TABLE], { prepare: (held) => held.hold() });
  await column(page, 'plays').nth(0).filter({ hasText: '2,000' }).waitFor();
  assert.equal(await column(page, 'starts').nth(0).innerText(), '…\nnot loaded yet');
  assert.equal(await column(page, 'average_rating').nth(0).innerText(), '3.33');
  host.release();
  await loaded(page, 0, '20');
});

test('statistics are asked for the rows on screen only, at most six at once', async () => {
  const { page, host } = await creator([TABLE]);
  const shown = Number(/–(\d+) of/.exec(await page.locator(`${TABLE} [part~="pager"]`).filter({ hasText: 'of 2,000' }).innerText())[1]);
  await loaded(page, shown - 1, String(startsOf(shown - 1, COUNT).toLocaleString('en')));
  assert.deepEqual([...host.asked].sort(), idsOf(shown));
  await page
    .locator(`${TABLE} .frame`)
    .evaluate((frame) => frame.scrollTo({ top: 1000 * frame.querySelector('tr[part="row"]').offsetHeight }));
  await until(page, () => host.asked.includes('exp01000'), 'the rows that were scrolled to');
  await page
    .locator(`${TABLE} tr[aria-rowindex="1002"] [data-column="starts"]`)
    .filter({ hasText: startsOf(1000, COUNT).toLocaleString('en') })
    .waitFor();
  assert.ok(host.asked.length < 3 * shown, `${host.asked.length} calls`);
  assert.ok(host.mostAtOnce <= 6);
  assert.equal(new Set(host.asked).size, host.asked.length, 'nothing is asked for twice');
  assert.deepEqual(page.problems, []);
});

test('a sort asks for all with progress, can be stopped, and goes on from there', async () => {
  const { page, host } = await creator([TABLE], { count: 400, states: 3 });
  await loaded(page, 0, '20');
  host.hold();
  await sortBy(page, 'starts');
  await button(page, 'Stop').waitFor();
  host.release();
  await notice(page)
    .filter({ hasText: /Sorted by what is loaded so far, \d+ of 400 explorations; the others stand last\./ })
    .waitFor();
  assert.equal(await notice(page).locator('progress').getAttribute('max'), '400');
  host.hold();
  await button(page, 'Stop').click();
  host.release();
  await button(page, 'Load the others').waitFor();
  await idle(page, TABLE);
  assert.ok(host.asked.length < 400, 'nothing more is asked for');
  await button(page, 'Load the others').click();
  await notice(page).waitFor({ state: 'detached' });
  assert.equal(new Set(host.asked).size, 400);
  assert.equal(host.mostAtOnce, 6);
  assert.deepEqual((await column(page, 'starts').allInnerTexts()).slice(0, 3), ['419', '418', '417']);
});

test('a filter on statistics asks for all, and its count is not told before they are there', async () => {
  const { page, host } = await creator([TABLE], { count: 300, states: 3 });
  await loaded(page, 0, '20');
  host.hold();
  await page.locator(TABLE).evaluate((element) => {
    const detail = { origin: 'host', field: 'starts', range: [20, 30] };
    element.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
  });
  await notice(page).filter({ hasText: 'Filtered by what is loaded so far' }).waitFor();
  assert.equal(await page.locator(`${TABLE} [part~="headline"]`).count(), 0);
  host.release();
  await page.locator(`${TABLE} [part~="headline"]`).filter({ hasText: '10 explorations' }).waitFor();
  assert.equal(new Set(host.asked).size, 300);
});

test('a total of very many waits for the reader, and never shows a part as the whole', async () => {
  const { page, host } = await creator(['creator-summary'], { count: 300, states: 3 });
  const tile = page.locator('creator-summary [part~="tile"]');
  await tile.filter({ hasText: 'Completion rate' }).filter({ hasText: 'not loaded yet' }).waitFor();
  await tile.filter({ hasText: 'Plays' }).filter({ hasText: '10' }).waitFor();
  assert.match(await notice(page, 'creator-summary').innerText(), /^Totals need the statistics of all 300 explorations; 0 are loaded\./);
  assert.deepEqual(host.asked, []);
  await button(page, 'Load the others', 'creator-summary').click();
  const [starts, completions] = [0, 1].map((what) =>
    idsOf(300).reduce((sum, _, at) => sum + (what === 0 ? startsOf(at, 300) : Math.floor(startsOf(at, 300) / 3)), 0),
  );
  const whole = `${completions.toLocaleString('en')} of ${starts.toLocaleString('en')} starts completed`;
  await tile.filter({ hasText: whole }).waitFor();
});

test('a total of few is asked for at once', async () => {
  const { page, host } = await creator(['creator-summary'], { count: 20, states: 3 });
  await page.locator('creator-summary [part~="tile"]').filter({ hasText: 'starts completed' }).waitFor();
  assert.equal(host.asked.length, 20);
});

test('a card of one exploration asks for that one alone', async () => {
  const tags = ['creator-summary', 'creator-dropoff-chart', 'creator-attempts-chart'];
  const { page, host } = await creator(tags, { attributes: { exploration: 'exp00042' } });
  await page.locator('creator-summary [part~="tile"]').filter({ hasText: 'starts completed' }).waitFor();
  await page.locator('creator-dropoff-chart [part~="subtitle"]').filter({ hasText: 'Exploration 42' }).waitFor();
  await page.locator('creator-attempts-chart [role="option"]').first().waitFor({ state: 'attached' });
  assert.deepEqual(host.asked, ['exp00042']);
});

test('an exploration whose call fails is named and asked for again, while the others stand', async () => {
  const { page, host } = await creator([TABLE], { count: 5, states: 3, prepare: (held) => held.refuse.add('exp00002') });
  await notice(page).filter({ hasText: 'Exploration 2 could not be loaded: The server answered 404.' }).waitFor();
  await loaded(page, 2, 'could not be loaded');
  assert.equal(await column(page, 'starts').nth(2).innerText(), '!\ncould not be loaded');
  await loaded(page, 1, String(startsOf(1, 5)));
  host.refuse.clear();
  await button(page, 'Retry').click();
  await loaded(page, 2, String(startsOf(2, 5)));
  await notice(page).waitFor({ state: 'detached' });
});

test('a reload within max-age asks for nothing that came before it', async () => {
  const { page, host } = await creator([TABLE], { count: 12, states: 3, attributes: { 'user-key': 'ada' } });
  for (let at = 0; at < 12; at++) await loaded(page, at, String(startsOf(at, 12)));
  await page.waitForFunction(storedCards, 12 * 3);
  const asked = host.asked.length;
  await page.reload();
  for (let at = 0; at < 12; at++) await loaded(page, at, String(startsOf(at, 12)));
  assert.deepEqual([host.asked.length, host.dashboards], [asked, 1]);
});

test("loading all, scrolling and sorting leave no long task on the page's thread", async () => {
  const { page, host } = await creator([TABLE]);
  await loaded(page, 0, '20');
  const loading = await longTasks(page, async () => {
    await sortBy(page, 'starts');
    await until(page, () => new Set(host.asked).size === COUNT, 'all statistics');
    await notice(page).waitFor({ state: 'detached' });
  });
  const moving = await longTasks(page, async () => {
    const frame = page.locator(`${TABLE} .frame`);
    for (let row = 0; row < COUNT; row += 90) {
      await frame.evaluate((element, to) => element.scrollTo({ top: to * element.querySelector('tr[part="row"]').offsetHeight }), row);
      await page.locator(`${TABLE} tr[aria-rowindex="${row + 2}"]`).waitFor();
    }
    for (const [name, text] of [
      ['plays', '2,000'],
      ['title', 'Exploration 0'],
      ['starts', '2,019'],
    ]) {
      await page.locator(`${TABLE} thead [data-column="${name}"] button`).evaluate((element) => element.click());
      await column(page, name).first().filter({ hasText: text }).waitFor();
    }
  });
  const longest = (tasks) => Math.max(...tasks.ran);
  assert.ok(longest(loading) < loading.long, `loading: ${longest(loading)} of ${loading.long} ms`);
  assert.ok(longest(moving) < moving.long, `scrolling and sorting: ${longest(moving)} of ${moving.long} ms`);
});
