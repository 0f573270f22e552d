import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';
import { add, attribute, clear, text } from './support/widgets.mjs';

const DATA = '/creatordashboardhandler/data';
const chart = (attributes) => ['creator-engagement-chart', attributes];

describe('a widget', () => {
  const { open, log } = stage();

  /** A page with the script and no widget. */
  const openEmpty = async (options) => {
    const page = await open('/plain.html', options);
    await clear(page);
    return page;
  };
  /** How often the server has been asked for a path; requests of the page's own widgets may arrive after these are taken away. */
  const callsOf = async (asked) => (await log()).filter(({ path }) => path === asked).length;

  it('gets over a server that fails once, by itself', async () => {
    const page = await openEmpty();
    await add(page, ...chart({ src: `/fault/500-then-200/by-itself${DATA}` }));
    await page.locator('creator-engagement-chart').getByRole('listbox').waitFor();
  });

  it('says that the server failed, and shows the data after the reader’s retry', async () => {
    const page = await openEmpty();
    let broken = true;
    await page.route(`**${DATA}`, (route) =>
      broken ? route.fulfill({ status: 500, body: '{"error":"out of order"}' }) : route.continue(),
    );
    await add(page, ...chart({ src: DATA }));
    await text(page, 'creator-engagement-chart', 'The server answered 500').waitFor();
    broken = false;
    await page.getByRole('button', { name: /retry/i }).click();
    await page.locator('creator-engagement-chart').getByRole('listbox').waitFor();
  });

  it('takes a page instead of JSON for a sign-in page', async () => {
    const page = await openEmpty();
    await add(page, ...chart({ src: `/fault/html${DATA}` }));
    await text(page, 'creator-engagement-chart', 'Sign in').waitFor();
  });

  it('says that a truncated answer cannot be read', async () => {
    const page = await openEmpty();
    await add(page, ...chart({ src: `/fault/truncated${DATA}` }));
    await text(page, 'creator-engagement-chart', 'cannot be read').waitFor();
  });

  it('says that the reader is signed out', async () => {
    const page = await openEmpty();
    await add(page, ...chart({ src: `/fault/401${DATA}` }));
    await text(page, 'creator-engagement-chart', 'Sign in').waitFor();
  });

  it('shares one load with another of the same source', async () => {
    const page = await openEmpty();
    const src = `/fault/slow/50${DATA}`;
    await add(page, ...chart({ src }));
    await add(page, 'creator-exploration-table', { src });
    await page.locator('creator-exploration-table').getByRole('grid').waitFor();
    assert.equal(await callsOf(src), 1);
  });

  it('removed during the load aborts its requests', async () => {
    const page = await openEmpty();
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/fault/slow/'));
    await add(page, ...chart({ src: `/fault/slow/20000${DATA}` }));
    await page.waitForRequest((request) => request.url().includes('/fault/slow/'));
    await page.locator('creator-engagement-chart').evaluate((element) => element.remove());
    assert.match((await aborted).failure().errorText, /ABORTED/);
  });

  it('goes on when the worker is killed', async () => {
    const prepare = (page) =>
      page.addInitScript(() => {
        const workers = (globalThis.startedWorkers = []);
        globalThis.Worker = class extends globalThis.Worker {
          constructor(...args) {
            super(...args);
            workers.push(this);
          }
        };
      });
    const page = await openEmpty({ prepare });
    await add(page, ...chart({ src: DATA }));
    await page.locator('creator-engagement-chart[data-backend="worker"]').getByRole('listbox').waitFor();
    await page.evaluate(() =>
      globalThis.startedWorkers.forEach((worker) => {
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
      }),
    );
    await add(page, 'creator-exploration-table', { src: DATA });
    await page.locator('creator-exploration-table').getByRole('grid').waitFor();
    assert.equal(await page.evaluate(() => globalThis.startedWorkers.length), 2);
  });

  it('works on the page’s own thread where the policy refuses blob workers', async () => {
    const prepare = (page) =>
      page.route('**/plain.html*', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': "default-src 'self'; worker-src 'self'; style-src 'self'" };
        await route.fulfill({ response, headers });
      });
    const page = await openEmpty({ prepare });
    await add(page, ...chart({ src: DATA }));
    await page.locator('creator-engagement-chart[data-backend="page"]').getByRole('listbox').waitFor();
    assert.equal(await attribute(page, 'creator-engagement-chart', 'data-backend'), 'page');
  });

  for (const [name, script] of [
    ['is missing', 'delete globalThis.indexedDB; Object.defineProperty(globalThis, "indexedDB", { value: undefined });'],
    ['throws', 'Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });'],
  ]) {
    it(`shows its data where IndexedDB ${name}`, async () => {
      const prepare = (page) => page.addInitScript(`${script} delete globalThis.Worker;`);
      const page = await openEmpty({ prepare });
      await add(page, ...chart({ src: DATA, 'user-key': 'creator-1' }));
      await page.locator('creator-engagement-chart[data-backend="page"]').getByRole('listbox').waitFor();
      assert.deepEqual(page.problems, []);
    });
  }
});
