/** The report and the dashboard from top to bottom: with the keys of a keyboard alone, and as a reader of Arabic sees them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { walk } from './support/keyboard-walk.mjs';
import { stage } from './support/stage.mjs';

const PAGES = { '/report.html': 'creator-stats-report', '/dashboard.html': 'at-risk-dashboard' };
const IN_ARABIC = '?lang=ar&dir=rtl';
const WIDTH = 1280;

/** What a reader does at a stop of that role, and back: where it ends is where it began. */
const ROUND_TRIPS = {
  listbox: ['ArrowDown', 'ArrowDown', 'Enter', 'Escape', 'Escape'],
  summary: ['Enter', 'Enter'],
  tab: ['ArrowRight', 'ArrowLeft'],
  rowheader: ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp'],
  grid: ['ArrowDown', 'ArrowUp'],
};

describe('a whole page by keyboard alone', () => {
  const { open } = stage();

  for (const [path, tag] of Object.entries(PAGES)) {
    for (const lang of ['', IN_ARABIC]) {
      it(`is walked from top to bottom and back, each stop in sight, uncovered and marked: ${path}${lang}`, async () => {
        const page = await opened(path + lang, tag);
        const stops = await walk(page);
        assert.ok(stops.length > 20, `${stops.length} stops`);
        const wrong = (which) => stops.filter((stop) => !stop[which]).map(({ what }) => what);
        assert.deepEqual(wrong('isInSight'), [], 'out of sight');
        assert.deepEqual(wrong('isUncovered'), [], 'covered');
        assert.deepEqual(wrong('isMarked'), [], 'without a mark of the focus');
        const back = await walk(page, 'Shift+Tab');
        assert.deepEqual(
          back.map(({ id }) => id).reverse(),
          stops.map(({ id }) => id),
        );
        assert.deepEqual(page.problems, []);
      });
    }

    it(`goes through each card as it is read, top to bottom, before the next: ${path}`, async () => {
      const stops = await walk(await opened(path, tag));
      const cards = stops.map(({ widget }) => widget).filter((widget, at, all) => widget !== '' && widget !== all[at - 1]);
      assert.equal(new Set(cards).size, cards.length, cards.join(', '));
      for (const card of cards) {
        // The menu stands at the end of the first line.
        const tops = stops.filter(({ widget }) => widget === card).map(({ y }) => y);
        for (const [at, top] of tops.entries()) assert.ok(at === 0 || top >= tops[at - 1] - 8, `${card}: ${tops.join(', ')}`);
      }
    });

    it(`keeps the focus where a reader has it, whatever the keys do: ${path}`, async () => {
      const page = await opened(path, tag);
      const stops = await walk(page);
      const lost = [];
      for (let at = 0; at < stops.length; at++) {
        await page.keyboard.press('Tab');
        const before = await focusedId(page);
        const { role, what } = stops.find(({ id }) => id === before) ?? {};
        const keys = /button "(Menu of|‏?قائمة)/.test(what ?? '') ? ['Enter', 'ArrowDown', 'ArrowUp', 'Escape'] : (ROUND_TRIPS[role] ?? []);
        for (const key of keys) {
          await page.keyboard.press(key);
          // A menu has the focus once it is drawn.
          if (key === 'Enter' && keys.length === 4) await page.waitForFunction(isInMenu);
          if ((await focusedId(page)) === undefined) lost.push(`${what}: ${key}`);
        }
        if (keys.length > 0 && (await focusedId(page)) !== before) lost.push(`${what}: is not where it was after ${keys.join(' ')}`);
      }
      assert.deepEqual(lost, []);
      assert.deepEqual(page.problems, []);
    });

    it(`goes on from a mark in a chart to what follows the chart, and back to it: ${path}`, async () => {
      const page = await opened(path, tag);
      const stops = await walk(page);
      const charts = stops.filter(({ role }) => role === 'listbox');
      const seen = [];
      while (seen.length < charts.length) {
        await page.keyboard.press('Tab');
        const id = await focusedId(page);
        const at = stops.findIndex((stop) => stop.id === id);
        if (stops[at].role !== 'listbox') continue;
        seen.push(stops[at]);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Tab');
        assert.equal(await focusedId(page), stops[at + 1]?.id, `after a mark of ${stops[at].what}`);
        await page.keyboard.press('Shift+Tab');
        assert.equal(await focusedId(page), id, `before what follows ${stops[at].what}`);
      }
      assert.deepEqual(seen, charts);
    });

    it(`stands mirrored, part by part, for a reader of Arabic: ${path}`, async () => {
      const [left, right] = [await partsOf(await opened(path, tag), tag), await partsOf(await opened(path + IN_ARABIC, tag), tag)];
      assert.deepEqual(Object.keys(right), Object.keys(left));
      assert.ok(Object.keys(left).length >= 3);
      for (const [part, { from, to, menu }] of Object.entries(left)) {
        const mirrored = right[part];
        assert.ok(
          Math.abs(WIDTH - to - mirrored.from) < 3 && Math.abs(WIDTH - from - mirrored.to) < 3,
          `${part}: ${from}–${to}, ${mirrored.from}–${mirrored.to}`,
        );
        if (menu !== undefined) assert.ok(Math.abs(WIDTH - menu - mirrored.menu) < 3, `the menu of ${part}: ${menu}, ${mirrored.menu}`);
        assert.deepEqual(mirrored.cut, [], `${part}: texts that are cut`);
      }
    });
  }

  /** The page once nothing in it is busy any more. */
  async function opened(path, tag) {
    const page = await open(path);
    await page.locator(tag).first().waitFor();
    // What comes when it is near is there from the beginning.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => {
      const isBusy = (each) =>
        each.matches('[aria-busy=true], .state.loading') || (each.localName === 'button' && /^(Stop|إيقاف)$/.test(each.textContent.trim()));
      const busyIn = (root) =>
        [...root.querySelectorAll('*')].some((each) => isBusy(each) || (each.shadowRoot !== null && busyIn(each.shadowRoot)));
      return !busyIn(document);
    });
    await page.evaluate(() => scrollTo(0, 0));
    return page;
  }
});

/** Runs in the page: whether an entry of a menu has the focus. */
function isInMenu() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute('role') === 'menuitem';
}

/** A number for what has the focus; undefined for nothing. */
function focusedId(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null || element === document.body) return undefined;
    globalThis.stopIds ??= new WeakMap();
    if (!globalThis.stopIds.has(element)) globalThis.stopIds.set(element, (globalThis.lastStopId = (globalThis.lastStopId ?? 0) + 1));
    return globalThis.stopIds.get(element);
  });
}

/** Where each part of a whole stands, where its menu does, and which of its headers have less room than they need. */
function partsOf(page, tag) {
  return page.evaluate((whole) => {
    const widthOf = (label) => {
      const text = document.createRange();
      text.selectNodeContents(label);
      return text.getBoundingClientRect().width;
    };
    const parts = [...document.querySelector(whole).shadowRoot.querySelectorAll('*')].filter(({ shadowRoot }) =>
      shadowRoot?.querySelector('.more'),
    );
    return Object.fromEntries(
      parts
        .filter((part) => part.getBoundingClientRect().width > 0)
        .map((part) => {
          const { left, right } = part.getBoundingClientRect();
          const more = part.shadowRoot.querySelector('.more')?.getBoundingClientRect();
          const headers = [...part.shadowRoot.querySelectorAll('.sort-label')];
          const cut = headers.filter((each) => widthOf(each) > each.closest('th').clientWidth).map(({ textContent }) => textContent.trim());
          return [part.id || part.localName, { from: left, to: right, menu: more && (more.left + more.right) / 2, cut }];
        }),
    );
  }, tag);
}
