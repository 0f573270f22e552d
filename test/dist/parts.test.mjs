/** What stands in files beside a script: that it comes when it is needed, and that without it the numbers are the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { createServer } from '../../examples/server.mjs';
import { ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const SCRIPT = '<script src="/cdn/at-risk.js"></script>';
const BESIDE = /\/at-risk\.\w+\.js$/;
const SOURCE = 'provider="xapi" src="/statements.ndjson" tables="/tables.json" now="2026-11-16T09:00:00Z"';
const LIST = `<at-risk-table ${SOURCE}></at-risk-table>`;
const SMALL = '<at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>';

describe('the files beside a script', () => {
  const { addFile, open } = pages();
  before(async () => {
    // More statements than answers are worth cubes for.
    const demo = await createServer({ port: 0, events: 20_000 });
    for (const file of ['statements.ndjson', 'tables.json']) addFile(`/${file}`, await (await fetch(`${demo.url}xapi/${file}`)).text());
    await demo.close();
  });

  async function numbers({ missing, policy, backend = 'worker', body = LIST }) {
    const { page, problems, warnings, asked, close } = await open({ head: SCRIPT, body, missing, policy });
    const table = page.locator('at-risk-table');
    await table.getByRole('row').nth(2).waitFor();
    const answers = await table.evaluate(async (element) => {
      const views = ['at-risk.learners', 'at-risk.tracks', 'at-risk.visits-over-time', 'at-risk.page-engagement', 'at-risk.video-segments'];
      const clauses = [[], [{ origin: 'test', field: 'track', in: ['audit'] }]];
      const ask = async () =>
        Promise.all(views.flatMap((view) => clauses.map((set) => element.pageDataset.view(view, { clauses: set }, view + set.length))));
      await ask();
      const all = await ask();
      return JSON.stringify(
        all.map(({ columns, total }) => [
          total,
          columns.map(({ name, data }) => [name, Array.from(data.codes ?? data.values, String), data.dictionary]),
        ]),
      );
    });
    assert.equal(await table.getAttribute('data-backend'), backend);
    assert.deepEqual(problems, []);
    await close();
    return { answers, warnings, asked: [...new Set(asked.filter((path) => BESIDE.test(path)))] };
  }

  it('come with many statements, and without them the answers are the same and a warning says what is slower', async () => {
    const whole = await numbers({});
    assert.deepEqual(whole.asked, ['/cdn/at-risk.engine.js']);
    assert.deepEqual(whole.warnings, []);
    assert.ok(whole.answers.length > 10_000, `${whole.answers.length} characters of answers`);
    const alone = await numbers({ missing: BESIDE });
    assert.equal(alone.answers, whole.answers);
    assert.ok(
      alone.warnings.some((text) => text.includes('no fast reader')),
      alone.warnings.join(),
    );
  });

  it("come in the page's own thread too", async () => {
    const { asked, warnings } = await numbers({ policy: "script-src 'self' 'wasm-unsafe-eval'", backend: 'page' });
    assert.deepEqual(asked, ['/cdn/at-risk.engine.js']);
    assert.deepEqual(warnings, []);
  });

  it('are, for a small course, only what reads its tables', async () => {
    const { page, asked, close } = await open({ head: SCRIPT, body: SMALL });
    await page.locator('at-risk-table').getByText('Amina Yusuf').first().waitFor();
    assert.deepEqual(
      asked.filter((path) => BESIDE.test(path)),
      ['/cdn/at-risk.tables.js'],
    );
    await close();
  });

  it('have each what several of them need: statements and tables on one page, read by either first', async () => {
    const { page, problems, asked, close } = await open({
      head: '<script src="/cdn/learner-elements.js"></script>',
      body: `${SMALL}${LIST}`,
    });
    for (const at of [0, 1]) await page.locator('at-risk-table').nth(at).getByRole('row').nth(1).waitFor();
    await page.locator('at-risk-table').first().getByText('Amina Yusuf').first().waitFor();
    assert.deepEqual(
      ['tables', 'xapi'].filter((part) => !asked.includes(`/cdn/learner-elements.${part}.js`)),
      [],
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it('are refused where they are of another version', async () => {
    const engine = readFileSync(join(ROOT, 'cdn/at-risk.engine.js'), 'utf8');
    addFile('/other/at-risk.js', readFileSync(join(ROOT, 'cdn/at-risk.js')));
    addFile('/other/at-risk.engine.js', engine.replace(/(?<=at-risk )[\da-f]{12}/, '0123456789ab'));
    const { page, warnings, close } = await open({ head: '<script src="/other/at-risk.js"></script>', body: LIST });
    await page.locator('at-risk-table').getByRole('row').nth(2).waitFor();
    assert.ok(
      warnings.some((text) => text.includes('no fast reader')),
      warnings.join(),
    );
    await close();
  });

  it('may be loaded by the page beforehand, as by a bundle that knows no folder', async () => {
    addFile(
      '/bundle.js',
      `${readFileSync(join(ROOT, 'cdn/at-risk.js'), 'utf8')}\n${readFileSync(join(ROOT, 'cdn/at-risk.engine.js'), 'utf8')}`,
    );
    const { page, warnings, asked, close } = await open({ head: '<script src="/bundle.js"></script>', body: LIST });
    await page.locator('at-risk-table').getByRole('row').nth(2).waitFor();
    assert.deepEqual(warnings, []);
    assert.deepEqual(
      asked.filter((path) => BESIDE.test(path)),
      [],
    );
    await close();
  });

  it('keep a copy for a user, and without them none is kept', async () => {
    const body = SMALL.replace('<at-risk-table', '<at-risk-table user-key="u"');
    for (const [missing, kept] of [
      [undefined, 1],
      [/\.cache\.js$/, 0],
    ]) {
      const { page, problems, close } = await open({ head: SCRIPT, body, missing });
      const table = page.locator('at-risk-table');
      await table.getByText('Amina Yusuf').first().waitFor();
      // What is stored is stored after it is shown; where nothing is, a later question is answered before that is looked at.
      if (kept > 0) await until(async () => (await page.evaluate(countCopies)) > 0);
      await table.evaluate(async (element) => void (await element.pageDataset.view('at-risk.tracks', {})));
      assert.equal(await page.evaluate(countCopies), kept);
      assert.deepEqual(problems, []);
      await close();
    }
  });
});

/** In the page: how many data sets are kept. */
async function countCopies() {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('learner-elements')) return 0;
  const database = await new Promise((resolve) => (indexedDB.open('learner-elements').onsuccess = ({ target }) => resolve(target.result)));
  const counts = await Promise.all(
    [...database.objectStoreNames].map(
      (name) =>
        new Promise((resolve) => (database.transaction(name).objectStore(name).count().onsuccess = ({ target }) => resolve(target.result))),
    ),
  );
  database.close();
  return Math.max(0, ...counts);
}

async function until(isTrue) {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}
