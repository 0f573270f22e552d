/** Where the inlined worker runs under the policies that a host may send, and that the page takes over where it must not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const SCRIPT = '<script src="/cdn/learner-elements.js"></script>';
const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const LIST = '<at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>';
const MODULE = '<script type="module" src="/cdn/creator-engagement-chart.js"></script>';
const GUIDE = readFileSync(join(ROOT, 'docs/policies.md'), 'utf8');

/** How the guide says that a host makes the worker, without Trusted Types and with them; the page serves it elsewhere. */
const OWN_WORKERS = [...GUIDE.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code.replace('/static/learner-elements/', '/cdn/'));
const [TYPES_OF_HOST] = /trusted-types [\w -]*my-page/.exec(GUIDE);

const POLICIES = [
  { name: 'no policy', backend: 'worker' },
  { name: "script-src 'self' alone", policy: "script-src 'self'", backend: 'page' },
  { name: "script-src 'self' with worker-src blob:", policy: "script-src 'self'; worker-src blob:", backend: 'worker' },
  { name: "worker-src 'self'", policy: "script-src 'self'; worker-src 'self'", backend: 'page' },
  { name: "style-src 'self' without 'unsafe-inline'", policy: "style-src 'self'", backend: 'worker' },
  {
    name: 'Trusted Types that name our policies',
    policy: "require-trusted-types-for 'script'; trusted-types lit-html learner-elements",
    backend: 'worker',
  },
  { name: 'Trusted Types that do not name ours', policy: "require-trusted-types-for 'script'; trusted-types lit-html", backend: 'page' },
];

describe('the worker of the built files', () => {
  const { open } = pages();

  for (const { name, policy, backend } of POLICIES) {
    for (const [kind, head] of [
      ['script', SCRIPT],
      ['module', MODULE],
    ]) {
      it(`runs in the ${backend === 'worker' ? 'worker' : "page's thread"} under ${name} (${kind})`, async () => {
        const { page, problems, close } = await open({ head, body: CHART, policy });
        const chart = page.locator('creator-engagement-chart');
        await chart.getByText('Fractions').first().waitFor();
        assert.equal(await chart.getAttribute('data-backend'), backend);
        assert.deepEqual(problems, []);
        await close();
      });
    }
  }

  for (const [backend, policy] of [['worker'], ['page', "script-src 'self'"]]) {
    it(`lists learners at risk from its ${backend}`, async () => {
      const { page, problems, close } = await open({ head: SCRIPT, body: LIST, policy });
      const table = page.locator('at-risk-table');
      await table.getByText('Amina Yusuf').first().waitFor();
      assert.equal(await table.getByText('Bo Lindqvist').count(), 0);
      assert.equal(await table.getAttribute('data-backend'), backend);
      assert.deepEqual(problems, []);
      await close();
    });
  }

  for (const [backend, what, missing] of [
    ['worker', 'as its classic script where workers import no modules', /\/chunks\/worker-/],
    ['page', "in the page's thread where no file of it can be had", /\/chunks\/worker-|stats\.worker\.js/],
  ]) {
    it(`runs ${what} (module)`, async () => {
      const { page, problems, close } = await open({ head: MODULE, body: CHART, missing });
      const chart = page.locator('creator-engagement-chart');
      await chart.getByText('Fractions').first().waitFor();
      assert.equal(await chart.getAttribute('data-backend'), backend);
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('loads what reads the data of the page, and nothing that reads others or stores them (module)', async () => {
    const { page, asked, close } = await open({ head: MODULE, body: CHART });
    await page.getByText('Fractions').first().waitFor();
    assert.ok(asked.some((path) => /\/chunks\/creator-engagement-stats-/.test(path)));
    assert.deepEqual(
      asked.filter((path) => /stats\.worker|\/chunks\/(?:oppia|xapi|snapshot-cache)-/.test(path)),
      [],
    );
    await close();
  });

  for (const [at, where, types] of [
    [0, '', ''],
    [1, ', by a policy of its own under Trusted Types', `; require-trusted-types-for 'script'; ${TYPES_OF_HOST}`],
  ]) {
    it(`runs in a worker of the host's own origin where the host makes it as the guide says${where}`, async () => {
      const { page, problems, close } = await open({ head: SCRIPT, policy: `script-src 'self'; worker-src 'self'${types}` });
      await page.evaluate(OWN_WORKERS[at]);
      await page.evaluate(() => {
        const chart = document.createElement('creator-engagement-chart');
        chart.setAttribute('provider', 'creator-engagement-stats');
        chart.setAttribute('src', '/stats.json');
        document.body.append(chart);
      });
      const chart = page.locator('creator-engagement-chart');
      await chart.getByText('Fractions').first().waitFor();
      assert.equal(await chart.getAttribute('data-backend'), 'worker');
      assert.deepEqual(problems, []);
      await close();
    });
  }
});
