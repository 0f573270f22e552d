/** The whole dashboard by keyboard alone: on each tab its widgets are reached by Tab, read by arrows, and filter each other. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chips, DASHBOARD, PAGE, show, TABS } from './support/dashboard.mjs';
import { stage } from './support/stage.mjs';

/** Stops of the Tab key that a tab of the dashboard may have at most before its last widget is reached. */
const MOST_STOPS = 80;

/** What has the focus, inside shadow roots: its role, its name, and the tag of the widget that it is in. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    const hosts = [];
    while (element?.shadowRoot?.activeElement) {
      hosts.push(element.localName);
      element = element.shadowRoot.activeElement;
    }
    const box = element?.getBoundingClientRect();
    return {
      role: element?.getAttribute('role') ?? element?.localName,
      name: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      widget: hosts.at(-1),
      seen: box !== undefined && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Presses Tab until something with the focus is right; answers it. */
async function tabTo(page, isRight) {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (isRight(at)) return at;
  }
  throw new Error(`Not reached by ${MOST_STOPS} stops.`);
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  return focused(page);
}

describe('the dashboard by keyboard alone', () => {
  const { open, again } = stage();

  for (const [id, tags] of Object.entries(TABS)) {
    it(`${id}: each widget is reached, and what has the focus is in sight`, async () => {
      const page = await again(PAGE);
      await show(page, id);
      await page.locator(DASHBOARD).getByRole('tab').first().focus();
      const reached = [];
      for (let stop = 0; stop < MOST_STOPS && reached.at(-1) !== tags.at(-1); stop++) {
        const at = await press(page, 'Tab');
        if (at.widget !== reached.at(-1) && tags.includes(at.widget)) reached.push(at.widget);
        assert.ok(at.seen, `${at.widget}: ${at.role} "${at.name}" is out of sight`);
      }
      assert.deepEqual([...reached].sort(), [...tags].sort());
      assert.deepEqual(page.problems, []);
    });

    for (const tag of tags.filter((each) => each.endsWith('-chart'))) {
      it(`${id}: ${tag} is read from the chart to its points, and filters within four keys`, async () => {
        const page = await again(PAGE);
        await show(page, id);
        await page.locator(DASHBOARD).getByRole('tab').first().focus();
        const chart = await tabTo(page, ({ role, widget }) => role === 'listbox' && widget === tag);
        assert.match(chart.name, /chart/);
        const point = await press(page, 'ArrowRight');
        assert.equal(point.role, 'option');
        assert.match(point.name, /\d/, 'a point says its number');
        await press(page, 'Enter');
        await chips(page).first().waitFor();
        await press(page, 'Escape');
        await chips(page).first().waitFor({ state: 'detached' });
      });
    }
  }

  it('opens the menu of a widget, shows its numbers as a table, and comes back', async () => {
    const page = await again(PAGE);
    await show(page, 'enrollment');
    await page.locator(DASHBOARD).getByRole('tab').first().focus();
    const button = await tabTo(page, ({ name, widget }) => /^Menu of/.test(name) && widget === 'at-risk-track-chart');
    assert.equal(button.role, 'button');
    await press(page, 'Enter');
    for (let entry = 0; entry < 10 && !/View as table/.test((await focused(page)).name); entry++) await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await page.locator('at-risk-track-chart').getByRole('table').waitFor();
    assert.match((await focused(page)).name, /^Menu of/);
  });

  it('fits into 320 px, as at 400 % zoom: nothing but tables and drawings scrolls sideways', async () => {
    const page = await open(PAGE, { viewport: { width: 320, height: 640 } });
    for (const id of [...Object.keys(TABS), 'help']) {
      await show(page, id);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(widest <= 320, `${id} is ${widest} px wide`);
    }
  });

  it('keeps every text of 200 % in its widget', async () => {
    const page = await open(PAGE, {
      prepare: (each) =>
        each.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))),
    });
    for (const id of Object.keys(TABS)) {
      await show(page, id);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1280, id);
    }
  });
});
