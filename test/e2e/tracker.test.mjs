import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundle, player } from './support/player.mjs';

const seconds = (statement) => Number(statement.result.duration.slice(2, -1));
const verbs = (statements) => statements.map(({ verb }) => verb.id.split('/').pop());

/** Calls a method of the handle on the page. */
const tell = (page, method, ...args) => page.evaluate(([name, those]) => globalThis.tracking[name](...those), [method, args]);

/** The packaged browser never hides a tab, so the page is told that it is hidden, or seen again. */
const show = (page, state) =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

const stored = (page) => page.evaluate(() => Object.entries(localStorage).map(([key, value]) => [key, JSON.parse(value)]));

describe('the tracker as a script', () => {
  it('is made of nothing but itself', async () => {
    const { metafile } = await bundle();
    assert.deepEqual(
      Object.keys(metafile.inputs).filter((file) => !file.startsWith('src/tracker/')),
      [],
    );
  });
});

describe('a tracked page', () => {
  const host = player();
  const { context, open, chart } = host;

  it('says when it is closed how long it was seen and used', async () => {
    const page = await open(await context());
    await tell(page, 'state', 'A');
    await page.clock.runFor(10_000);
    await tell(page, 'answer');
    await page.clock.runFor(20_000);
    await page.close();
    const end = await host.store.statement('terminated');
    assert.equal(end.result.duration, 'PT30S');
    assert.equal(end.result.completion, false);
    assert.equal((await host.store.statement('experienced')).result.duration, 'PT30S');
  });

  it('does not count the time in which its tab is hidden', async () => {
    const page = await open(await context());
    await page.clock.runFor(10_000);
    await show(page, 'hidden');
    assert.equal((await host.store.statement('suspended')).result.duration, 'PT10S');
    await page.clock.runFor(3_600_000);
    await show(page, 'visible');
    await page.clock.runFor(5_000);
    await page.close();
    assert.equal((await host.store.statement('terminated')).result.duration, 'PT15S');
  });

  it('counts idle time up to the cut-off, and goes on when the learner is back', async () => {
    const page = await open(await context(), '/player.html?idleAfter=60');
    await page.clock.runFor(600_000);
    await page.mouse.move(100, 100);
    await page.clock.runFor(30_000);
    await page.keyboard.press('Tab');
    await page.clock.runFor(40_000);
    await page.close();
    assert.equal((await host.store.statement('terminated')).result.duration, 'PT130S');
  });

  it('says after a crash, when it is opened again, what it knew', async () => {
    const browserContext = await context();
    const page = await open(browserContext);
    await host.store.statement('initialized');
    await tell(page, 'state', 'A');
    await page.clock.runFor(40_000);
    await tell(page, 'answer');
    await page.clock.runFor(20_000);
    const { name } = (await host.store.statement('initialized')).actor.account;
    const crashed = page.waitForEvent('crash');
    const devtools = await browserContext.newCDPSession(page);
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    assert.deepEqual(verbs(host.store.unique), ['initialized']);
    await open(browserContext);
    const known = await host.store.statement('suspended');
    assert.equal(known.actor.account.name, name);
    assert.ok(seconds(known) >= 45 && seconds(known) <= 60, known.result.duration);
    const visit = await host.store.statement('experienced');
    assert.equal(Object.values(visit.result.extensions)[0].answers, 1);
  });

  it('keeps its statements without a network, and sends them when it is back', async () => {
    const browserContext = await context();
    const page = await open(browserContext);
    await host.store.statement('initialized');
    await browserContext.setOffline(true);
    await tell(page, 'state', 'A');
    await page.clock.runFor(60_000);
    await tell(page, 'state', 'B');
    await page.clock.runFor(60_000);
    assert.deepEqual(verbs(host.store.unique), ['initialized']);
    await browserContext.setOffline(false);
    assert.equal((await host.store.statement('experienced')).result.duration, 'PT60S');
  });

  it('keeps its statements over a reload while the store is down', async () => {
    const browserContext = await context();
    const page = await open(browserContext);
    await host.store.statement('initialized');
    host.store.isDown = true;
    await page.clock.runFor(25_000);
    await page.reload();
    assert.deepEqual(verbs(host.store.unique), ['initialized']);
    host.store.isDown = false;
    await page.clock.runFor(15_000);
    assert.equal((await host.store.statement('terminated')).result.duration, 'PT25S');
    await page.waitForFunction(() => Object.values(localStorage).join('').includes('terminated') === false);
  });

  it('counts right when the clock is set back a day', async () => {
    const page = await open(await context());
    await tell(page, 'state', 'A');
    await page.clock.runFor(10_000);
    await page.clock.setSystemTime(new Date('2024-02-29T10:00:00Z'));
    await tell(page, 'state', 'B');
    await page.clock.runFor(10_000);
    await page.close();
    const end = await host.store.statement('terminated');
    assert.equal(end.result.duration, 'PT20S');
    const times = host.store.unique.map(({ timestamp }) => timestamp);
    assert.deepEqual(times, [...times].sort());
    assert.ok(
      times.every((time) => time.startsWith('2024-03-01')),
      times.join(),
    );
  });

  it('is interrupted by the back/forward cache, and goes on after it', async () => {
    const page = await open(await context());
    await page.clock.runFor(10_000);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await show(page, 'hidden');
    assert.equal((await host.store.statement('suspended')).result.duration, 'PT10S');
    await page.clock.runFor(120_000);
    await show(page, 'visible');
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.clock.runFor(4_000);
    await page.close();
    assert.equal((await host.store.statement('terminated')).result.duration, 'PT14S');
    assert.equal(new Set(host.store.unique.map(({ actor }) => actor.account.name)).size, 1);
    assert.deepEqual(verbs(host.store.unique), ['initialized', 'suspended', 'terminated']);
  });

  it('sends a beacon when it is closed where fetch cannot outlive it', async () => {
    const page = await open(await context({ script: 'delete Request.prototype.keepalive;' }));
    await host.store.statement('initialized');
    await page.clock.runFor(8_000);
    await page.close();
    assert.equal((await host.store.statement('terminated')).result.duration, 'PT8S');
  });

  for (const [name, script, path] of [
    ['without consent', '', '/player.html?consent=false'],
    ['under Do Not Track', 'Object.defineProperty(navigator, "doNotTrack", { value: "1" });', '/player.html'],
    ['under Global Privacy Control', 'Object.defineProperty(navigator, "globalPrivacyControl", { value: true });', '/player.html'],
  ]) {
    it(`stores and sends nothing ${name}`, async () => {
      const browserContext = await context({ script });
      const page = await open(browserContext, path);
      await tell(page, 'state', 'A');
      await tell(page, 'answer');
      await page.clock.runFor(60_000);
      await show(page, 'hidden');
      assert.deepEqual(await stored(page), []);
      await page.close();
      await open(await context());
      await host.store.statement('initialized');
      assert.deepEqual(verbs(host.store.unique), ['initialized']);
    });
  }

  it('records from when consent is given, and forgets when it is taken back', async () => {
    const page = await open(await context(), '/player.html?consent=false');
    await page.clock.runFor(60_000);
    await tell(page, 'consent', true);
    const { name } = (await host.store.statement('initialized')).actor.account;
    await page.clock.runFor(5_000);
    await tell(page, 'answer');
    assert.equal((await stored(page)).length, 1);
    await tell(page, 'consent', false);
    assert.deepEqual(await stored(page), []);
    await page.close();
    await open(await context());
    await host.store.statement('initialized', ({ actor }) => actor.account.name !== name);
    assert.deepEqual(verbs(host.store.unique), ['initialized', 'initialized']);
  });

  it('fills the engagement chart of a creator', async () => {
    const browserContext = await context();
    for (const [first, second] of [
      [30, 45],
      [10, 15],
    ]) {
      const page = await open(browserContext);
      await tell(page, 'state', 'A');
      await page.clock.runFor(first * 1000);
      await tell(page, 'answer', { correct: true });
      await tell(page, 'state', 'B');
      await page.clock.runFor(second * 1000);
      await tell(page, 'complete');
      await page.close();
      await host.store.statement('terminated', (end) => seconds(end) === first + second);
    }
    host.store.statements.push(...host.store.statements);
    const page = await chart();
    const bar = page.locator('creator-engagement-chart').getByRole('option').first();
    const label = await bar.getAttribute('aria-label');
    assert.match(label, /^Fractions: Average time 50\u00a0s, Shortest time 25\u00a0s, Longest time 1\u00a0min\u00a015\u00a0s/);
    assert.equal(await page.locator('creator-engagement-chart').getByRole('option').count(), 1);
  });
});
