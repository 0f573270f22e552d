/** The report over the same creator's numbers from three hosts: three honest answers about time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './support/stage.mjs';

const site = stage();
const PARTS = ['creator-summary', 'creator-engagement-chart', 'creator-dropoff-chart', 'creator-attempts-chart', 'creator-insights'];

async function report(source) {
  const page = await site.open(`/report.html?source=${source}`);
  for (const tag of PARTS) {
    await page.locator(tag).scrollIntoViewIfNeeded();
    await page.locator(tag).locator('[part~="base"][aria-busy="false"]').waitFor();
  }
  return page;
}

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();
const tile = (page, label) => page.locator('creator-summary [part~="tile"]').filter({ hasText: label });
const time = async (page) => words(tile(page, 'Average time'));

test("today's Oppia: time is not recorded, and completion stands in by its own name", async () => {
  const page = await report('handlers');
  assert.match(
    await time(page),
    /^Average time – not known Oppia keeps no usable engagement time; it can be derived from the session events/,
  );
  assert.equal(await words(page.locator('creator-engagement-chart [part~="heading"]')), 'Completion rate');
  assert.match(
    await words(page.locator('creator-engagement-chart [part~="notice"]')),
    /^This host records no engagement time; completion rates are shown instead\. Oppia keeps no usable engagement time/,
  );
  assert.match(await words(tile(page, 'Completion rate')), /^Completion rate [\d.]+% [\d,]+ of [\d,]+ starts completed$/);
  const cells = page.locator('creator-exploration-table tbody [data-column="average_engagement_seconds"]');
  await cells.first().waitFor({ state: 'attached' });
  assert.deepEqual(
    [...new Set(await cells.allTextContents())].map((text) => text.trim()),
    ['–not known'],
  );
  assert.deepEqual(page.problems, []);
});

test('with the session events: time in cards, of how many sessions, and by which recipe', async () => {
  const page = await report('events');
  assert.match(
    await time(page),
    /^Average time (?:\d+ min )?\d+ s The time of [\d,]+ of [\d,]+ sessions is known\. Time in cards, from answers and the last leave \(recipe R1\)\.$/,
  );
  assert.equal(await words(page.locator('creator-engagement-chart [part~="heading"]')), 'Average engagement time');
  assert.match(
    await words(page.locator('creator-engagement-chart [part~="subtitle"]')),
    /recipe R1.*The time of [\d,]+ of [\d,]+ sessions is known/,
  );
  assert.deepEqual(page.problems, []);
});

test("with the host's own counts: time as it is supplied, and what the host does not supply says so", async () => {
  const page = await report('engagement-stats');
  assert.match(
    await time(page),
    /^Average time (?:\d+ min )?\d+ s As the host supplies it\. The average time of all is the mean of their averages, weighted by starts\.$/,
  );
  assert.match(await words(tile(page, 'Open feedback')), /– not known/);
  assert.equal(
    await words(page.locator('creator-dropoff-chart .state')),
    'This host does not tell the cards of explorations apart. Definition',
  );
  assert.deepEqual(page.problems, []);
});

test('feedback comes from the handler as soon as the list is on screen, without names and texts of messages', async () => {
  await site.clearLog();
  const page = await site.open('/report.html?source=handlers&user-key=ada');
  const asked = async () => (await site.log()).filter(({ path }) => path.startsWith('/threadlisthandler/'));
  await page.locator('creator-summary [part~="tile"]').filter({ hasText: 'starts completed' }).waitFor();
  assert.ok((await asked()).length <= 1, 'before the list is on screen, at most that of the cards that are shown');
  await page.locator('creator-feedback-list').scrollIntoViewIfNeeded();
  await page
    .locator('creator-feedback-list [part~="headline"]')
    .filter({ hasText: /^\d+ threads$/ })
    .waitFor();
  const paths = (await asked()).map(({ path, query }) => path + query);
  assert.equal(new Set(paths).size, paths.length);
  const stored = await page.evaluate(async () => {
    const open = (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all = (store) =>
      new Promise((resolve, reject) => {
        const request = store.getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await open('learner-elements');
    const transaction = database.transaction(['entries', 'bodies']);
    const [entries, bodies] = await Promise.all([all(transaction.objectStore('entries')), all(transaction.objectStore('bodies'))]);
    return JSON.stringify(entries) + (await Promise.all(bodies.map((body) => body.text()))).join('');
  });
  assert.ok(stored.includes('creator'), 'something is stored');
  const subjects = await page.locator('creator-feedback-list tbody [data-column="subject"]').allInnerTexts();
  assert.ok(subjects.length > 3);
  for (const subject of subjects.map((text) => text.trim()).filter((text) => text.length > 3))
    assert.ok(!stored.includes(subject), subject);
  assert.ok(!stored.includes('exploration.'), 'no thread is stored');
  assert.deepEqual(page.problems, []);
});

test('threads beside a card are not known before they have come, and then they are counted', async () => {
  let release;
  const held = new Promise((open) => (release = open));
  const page = await site.open('/report.html?source=handlers', {
    prepare: (opened) => opened.route('**/threadlisthandler/*', (route) => held.then(() => route.continue()).catch(() => undefined)),
  });
  const cards = page.locator('creator-dropoff-chart [role="option"]');
  await page.locator('creator-dropoff-chart').scrollIntoViewIfNeeded();
  await cards.first().waitFor({ state: 'attached' });
  const labels = () => cards.evaluateAll((those) => those.map((card) => card.getAttribute('aria-label')));
  assert.ok(
    (await labels()).every((label) => !/thread/i.test(label)),
    'no count of what has not come',
  );
  release();
  await page.waitForFunction(() => {
    const chart = document.querySelector('creator-stats-report').shadowRoot.querySelector('creator-dropoff-chart');
    return [...chart.shadowRoot.querySelectorAll('[role="option"]')].every((card) => /thread/i.test(card.getAttribute('aria-label')));
  });
  assert.deepEqual(page.problems, []);
});
