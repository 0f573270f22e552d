/** The whole report of a creator with many explorations: one line tells how far their statistics have come. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyExplorations } from './support/many-explorations.mjs';
import { stage } from './support/stage.mjs';

const site = stage();
const COUNT = 300;

async function report(prepare) {
  let host;
  const page = await site.open('/icon.svg', {
    prepare: async (opened) => {
      host = await manyExplorations(opened, { count: COUNT, states: 3 });
      await prepare?.(host);
    },
  });
  await page.route('**/report-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Report</title><script type="module" src="/cdn/learner-elements.js"></script>
        <creator-stats-report provider="oppia" src="/creatordashboardhandler/data"></creator-stats-report>`,
    }),
  );
  await page.goto(`${site.url()}/report-page`);
  return { page, host };
}

const REPORT = 'creator-stats-report';
/** What the shadow of the report alone holds, its parts left out. */
const own = (page, selector) =>
  page
    .locator(REPORT)
    .evaluate((element, wanted) => [...element.shadowRoot.querySelectorAll(wanted)].map((found) => found.innerText), selector);
/** Presses a button of the report's own line, once it is there. */
async function press(page, name) {
  await until(page, async () => (await own(page, '.notice button'))[0] === name, name);
  await page.locator(REPORT).evaluate((element) => element.shadowRoot.querySelector('.notice button').click());
}
/**
 * Buttons and bars of the parts that are about how far statistics have come; the list of feedback and the cards of one exploration wait for
 * something else.
 */
const ofParts = (page) =>
  page.locator(REPORT).evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('.parts > :not(creator-feedback-list, creator-dropoff-chart)')].flatMap((part) => {
      const buttons = [...part.shadowRoot.querySelectorAll('button')].filter(({ innerText }) =>
        /^(Stop|Load the others)$/.test(innerText.trim()),
      );
      const bars = [...part.shadowRoot.querySelectorAll('progress')];
      return [...buttons, ...bars].map(() => part.localName);
    }),
  );

async function until(page, isTrue, what) {
  for (let turn = 0; turn < 400; turn++) {
    if (await isTrue()) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`It never came: ${what}`);
}

test('one line says how many statistics are loaded, for all parts, and offers to load them', async () => {
  const { page } = await report();
  await until(page, async () => (await own(page, '.notice')).length === 1, 'the line');
  await until(
    page,
    async () => /^Statistics of \d+ of 300 explorations are loaded\./.test((await own(page, '.notice'))[0]),
    'its sentence',
  );
  assert.deepEqual(await own(page, '.notice button'), ['Load the others']);
  const waiting = page.locator('creator-attempts-chart .state.awaiting');
  await waiting.filter({ hasText: 'Not drawn before the statistics of all explorations are loaded.' }).waitFor();
  assert.deepEqual(await ofParts(page), []);
});

test('loading is stopped and gone on with there, and the line goes when all are loaded', async () => {
  const { page, host } = await report();
  await until(page, async () => (await own(page, '.notice button'))[0] === 'Load the others', 'the way to load');
  host.hold();
  await press(page, 'Load the others');
  await until(page, async () => (await own(page, '.notice button'))[0] === 'Stop', 'the way to stop');
  const most = await page.locator(REPORT).evaluate((element) => element.shadowRoot.querySelector('.notice progress').max);
  assert.equal(most, COUNT);
  assert.deepEqual(await ofParts(page), []);
  await press(page, 'Stop');
  host.release();
  await until(page, async () => (await own(page, '.notice button'))[0] === 'Load the others', 'the way to go on');
  // The worker asks for no more, be it that all are there or that it was told to stop.
  await page.waitForFunction(
    (name) => document.querySelector(name).pageDataset.demand.statuses.get('statistics')?.running === false,
    REPORT,
  );
  assert.ok(host.asked.length < COUNT / 2, `only those on screen are asked for, not ${host.asked.length}`);
  await press(page, 'Load the others');
  await until(page, async () => (await own(page, '.notice')).length === 0, 'the end of the line');
  assert.equal(new Set(host.asked).size, COUNT);
  assert.ok(host.mostAtOnce <= 6);
  await page.locator('creator-attempts-chart [role="option"]').first().waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});
