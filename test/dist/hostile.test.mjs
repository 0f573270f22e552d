/** Pages that make it hard for whoever is embedded: what they do must not reach the widgets, nor the widgets what is theirs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const SCRIPT = '<script src="/cdn/learner-elements.js"></script>';
const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('a hostile page', () => {
  const { open, addFile } = pages();

  /** Waits for the chart and asserts that a reader sees all of it. */
  async function assertDrawn(page) {
    const chart = page.locator('creator-engagement-chart');
    await chart.getByText('Fractions').first().waitFor();
    const card = await chart.locator('[part~="base"]').boundingBox();
    assert.ok(card.width > 400 && card.height > 250, `the card is ${card.width} by ${card.height}`);
    const bars = chart.locator('[part~="bar"] .bar');
    assert.ok((await bars.count()) >= 2, 'bars are drawn');
    const { width, height } = await bars.first().boundingBox();
    assert.ok(width > 20 && height > 4, `a bar is ${width} by ${height}`);
    return chart;
  }

  for (const reset of [
    '* { all: unset }',
    '* { all: unset !important }',
    '* { all: initial !important; box-sizing: content-box !important }',
    '* { margin: 40px; padding: 40px; border: 5px solid red; color: red; background: yellow }',
    'svg, rect, text, g { display: none !important; fill: red !important } button, table, td { display: none !important }',
  ]) {
    it(`does not change the widget by ${reset}`, async () => {
      const { page, problems, close } = await open({ head: `<style>${reset}</style>${SCRIPT}`, body: CHART });
      const chart = await assertDrawn(page);
      const title = await chart.locator('#heading').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      assert.ok(title >= 12, `the title is ${title} px`);
      assert.notEqual(await chart.locator('#heading').evaluate((element) => getComputedStyle(element).color), 'rgb(255, 0, 0)');
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('may freeze what everything is made of', async () => {
    const frozen = `<script>
      for (const made of [Object, Array, Function, String, Number, Promise, Map, Set, Date, RegExp, EventTarget, Node, Element, HTMLElement, Event]) {
        Object.freeze(made);
        Object.freeze(made.prototype);
      }
    </script>`;
    const { page, problems, close } = await open({ head: frozen + SCRIPT, body: CHART });
    const chart = await assertDrawn(page);
    assert.equal(await chart.getAttribute('data-backend'), 'worker');
    assert.deepEqual(problems, []);
    await close();
  });

  it('may give elements and globals the names of ours and of what we look for', async () => {
    const names = [
      'LearnerElements',
      'LearnerElementsLocales',
      'LearnerElementsExport',
      'Zone',
      'trustedTypes',
      'exports',
      'module',
      'define',
    ];
    const body = names.map((name) => `<p id="${name}"></p>`).join('');
    const { page, problems, close } = await open({ head: '<script>var parts = 1, start = 2, require = 3;</script>', body });
    await page.addScriptTag({ url: '/cdn/learner-elements.js' });
    await page.evaluate(put, ['body', CHART]);
    await assertDrawn(page);
    assert.deepEqual(await page.evaluate(() => [parts, start, require]), [1, 2, 3]);
    assert.deepEqual(problems, []);
    await close();
  });

  for (const [how, patch, policy] of [
    ['refuses', 'throw new Error("refused")'],
    ['wraps', 'return real(...given)', "script-src 'self' 'unsafe-inline'"],
    [
      'gives no streams',
      'return real(...given).then((it) => Object.defineProperty(it, "body", { value: undefined }))',
      "script-src 'self' 'unsafe-inline'",
    ],
  ]) {
    it(`may have a fetch of its own that ${how}`, async () => {
      const own = `<script>const real = window.fetch; window.fetch = function (...given) { ${patch}; };</script>`;
      const { page, problems, close } = await open({ head: own + SCRIPT, body: CHART, policy });
      await assertDrawn(page);
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('runs from right to left', async () => {
    const { page, problems, close } = await open({ head: SCRIPT, body: CHART, attributes: 'dir="rtl"' });
    const chart = await assertDrawn(page);
    assert.equal(await chart.evaluate((element) => getComputedStyle(element).direction), 'rtl');
    assert.deepEqual(problems, []);
    await close();
  });

  it('keeps its globals, its prototypes, its elements and its style sheets', async () => {
    const head = `<style>p { color: green }</style><script>(${keepState})()</script>${SCRIPT}`;
    const { page, problems, close } = await open({ head, body: `<p id="mine">Mine</p><div id="place"></div>` });
    await page.evaluate(put, [
      '#place',
      `<stats-dataset provider="creator-engagement-stats" src="/stats.json" url-state>${CHART}<creator-exploration-table></creator-exploration-table></stats-dataset>`,
    ]);
    const chart = await assertDrawn(page);
    await chart.getByRole('option').first().click();
    await page
      .getByRole('button', { name: /^Menu of/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await chart.getByRole('option').first().click();
    const { added, changed, during } = await page.evaluate(() => {
      const { added, changed, page: during } = window.changedState();
      return { added, changed, during };
    });
    assert.deepEqual(
      added.filter((name) => !/^window\.(?:lit|reactiveElement)/.test(name)),
      ['window.LearnerElements'],
    );
    assert.deepEqual(changed, []);
    assert.deepEqual(during.outside, during.outsideBefore);
    await page.evaluate(() => document.querySelector('#place').replaceChildren());
    const after = await page.evaluate(() => window.changedState());
    assert.deepEqual(after.changed, []);
    assert.equal(after.page.html, after.page.htmlBefore);
    assert.deepEqual(problems, []);
    await close();
  });

  for (const [what, second] of [
    ['the same version twice', version],
    ['two versions', '99.0.0'],
  ]) {
    it(`may load ${what}: the first stays, one warning, no error`, async () => {
      const text = readFileSync(join(ROOT, 'cdn/learner-elements.js'), 'utf8').replaceAll(version, second);
      addFile(`/second-${second}.js`, text);
      const { page, problems, warnings, close } = await open({
        head: `${SCRIPT}<script src="/second-${second}.js"></script>`,
        body: CHART,
      });
      await assertDrawn(page);
      assert.equal(await page.evaluate(() => customElements.get('at-risk-table').version), version);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0], new RegExp(`learner-elements ${second} is loaded beside ${version}`));
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('may load modules beside the script', async () => {
    const head = `${SCRIPT}<script type="module" src="/cdn/creator-engagement-chart.js"></script><script type="module" src="/cdn/at-risk-table.js"></script>`;
    const { page, problems, warnings, close } = await open({ head, body: CHART });
    await assertDrawn(page);
    assert.equal(warnings.length, 1);
    assert.deepEqual(problems, []);
    await close();
  });

  it('may take its families from two scripts, where each widget names its own data', async () => {
    const head = '<script src="/cdn/creator.js"></script><script src="/cdn/at-risk.js"></script>';
    const body = `<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>
      <at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>`;
    const { page, problems, close } = await open({ head, body });
    await page.locator('creator-engagement-chart').getByText('Fractions').first().waitFor();
    await page.locator('at-risk-table').getByText('Amina Yusuf').first().waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it('is told which file to take where it takes its families from two, of which the first makes the datasets', async () => {
    const head = '<script src="/cdn/creator.js"></script><script src="/cdn/at-risk.js"></script>';
    const body =
      '<stats-dataset provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"><at-risk-table></at-risk-table></stats-dataset>';
    const { page, problems, warnings, close } = await open({ head, body });
    await page.locator('at-risk-table').getByText('learner-elements.js has it').first().waitFor();
    assert.equal(warnings.length, 1);
    assert.deepEqual(problems, []);
    await close();
  });
});

/** In the page: puts tags into an element. */
function put([place, text]) {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector(place).append(...document.importNode(body, true).childNodes);
}

/** In the page, before the script: what there is, and later what has changed of it. */
function keepState() {
  const kept = [['window', window]];
  for (const name of [
    'Object',
    'Array',
    'Function',
    'String',
    'Number',
    'Promise',
    'Map',
    'Date',
    'RegExp',
    'EventTarget',
    'Node',
    'Element',
    'HTMLElement',
    'ShadowRoot',
    'Document',
    'Event',
    'CustomElementRegistry',
    'History',
    'Storage',
    'Intl',
    'JSON',
    'Math',
    'console',
    'navigator',
    'history',
    'customElements',
  ]) {
    kept.push([name, window[name]]);
    if (typeof window[name] === 'function') kept.push([`${name}.prototype`, window[name].prototype]);
  }
  const before = kept.map(([, object]) => Object.getOwnPropertyDescriptors(object));
  const own = new Set(['changedState']);
  const outside = () => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector('#place')?.replaceChildren();
    return [
      new XMLSerializer().serializeToString(copy),
      document.styleSheets.length,
      document.adoptedStyleSheets.length,
      document.cookie,
      Object.keys(localStorage).length,
    ];
  };
  let first;
  addEventListener('load', () => (first = outside()));
  window.changedState = () => {
    const added = [];
    const changed = [];
    kept.forEach(([name, object], at) => {
      const now = Object.getOwnPropertyDescriptors(object);
      for (const key of Reflect.ownKeys(now)) {
        const was = before[at][key];
        if (was === undefined) own.has(key) || added.push(`${name}.${String(key)}`);
        else if (
          ['value', 'get', 'set', 'writable'].some((part) => !Object.is(was[part], now[key][part])) &&
          !['event', 'name', 'status'].includes(key)
        )
          changed.push(`${name}.${String(key)}`);
      }
      for (const key of Reflect.ownKeys(before[at])) if (!(key in now)) changed.push(`${name}.${String(key)} is gone`);
    });
    return { added, changed, page: { outside: outside(), outsideBefore: first, html: outside()[0], htmlBefore: first[0] } };
  };
}
