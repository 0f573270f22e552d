/** Content Security Policies under which a widget works to the full, and what each refuses: of the recommended one, nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { createServer } from '../../examples/server.mjs';
import { ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const script = (attributes = '') => `<script ${attributes} src="/cdn/learner-elements.js"></script>`;
const LIST = '<at-risk-table provider="tables" src="/course.json" now="2024-03-13T00:00:00Z"></at-risk-table>';
const STATEMENTS =
  '<at-risk-table provider="xapi" src="/statements.ndjson" tables="/tables.json" now="2026-11-16T09:00:00Z"></at-risk-table>';
const CHART = '<creator-engagement-chart provider="creator-engagement-stats" src="/stats.json"></creator-engagement-chart>';
const FRENCH = /inactif|apprenant/i;

/** The header of the guide, for a page that serves the script itself. */
const RECOMMENDED = /```http\nContent-Security-Policy: ([^`]*?)\n```/
  .exec(readFileSync(join(ROOT, 'docs/policies.md'), 'utf8'))[1]
  .replace(/\s+/g, ' ');

const POLICIES = [
  { name: 'the recommended header', policy: RECOMMENDED },
  {
    name: "the recommended header without 'wasm-unsafe-eval'",
    policy: RECOMMENDED.replace(" 'wasm-unsafe-eval'", ''),
    refused: 'script-src: wasm-eval',
  },
  { name: 'a nonce', policy: "script-src 'nonce-abc' 'wasm-unsafe-eval'; worker-src blob:", attributes: 'nonce="abc"' },
  {
    name: "a nonce and 'strict-dynamic'",
    policy: "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; worker-src blob:",
    attributes: 'nonce="abc"',
  },
  {
    name: 'a script of another origin',
    policy: "script-src ELSEWHERE 'wasm-unsafe-eval'; worker-src blob:",
    head: '<script crossorigin="anonymous" src="ELSEWHERE/cdn/learner-elements.js"></script>',
  },
];

describe('a widget of the one script', () => {
  const { addFile, open } = pages();
  before(async () => {
    const demo = await createServer({ port: 0, events: 500 });
    for (const file of ['statements.ndjson', 'tables.json']) addFile(`/${file}`, await (await fetch(`${demo.url}xapi/${file}`)).text());
    await demo.close();
  });

  for (const { name, policy, attributes, head = script(attributes), refused } of POLICIES) {
    it(`works under ${name}: worker, data, translation`, async () => {
      const { page, problems, violations, close } = await open({ head, body: LIST, policy, attributes: 'lang="fr"' });
      const table = page.locator('at-risk-table');
      await table.getByText('Amina Yusuf').first().waitFor();
      assert.equal(await table.getAttribute('data-backend'), 'worker');
      await table.getByText(FRENCH).first().waitFor();
      assert.deepEqual(problems, []);
      assert.deepEqual(violations, []);
      await close();
    });

    it(`reads statements under ${name}`, async () => {
      const { page, violations, close } = await open({ head, body: STATEMENTS, policy });
      await page.locator('at-risk-table').getByRole('row').nth(2).waitFor();
      assert.deepEqual(new Set(violations), new Set(refused === undefined ? [] : [refused]));
      await close();
    });

    it(`writes files under ${name}`, async () => {
      const { page, violations, close } = await open({ head, body: LIST, policy });
      await page.locator('at-risk-table').getByText('Amina Yusuf').first().waitFor();
      await page.getByRole('button', { name: /^Menu of/ }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).first().click()]);
      assert.match(file.suggestedFilename(), /\.csv$/);
      assert.deepEqual(violations, []);
      await close();
    });
  }

  for (const [name, ending] of [
    [/PNG/, /\.png$/],
    [/SVG/, /\.svg$/],
    [/PDF/, /\.pdf$/],
  ])
    it(`draws a chart into a file under the recommended header without any image: ${ending.source}`, async () => {
      const { page, violations, close } = await open({ head: script(), body: CHART, policy: `${RECOMMENDED}; img-src 'none'` });
      await page.getByText('Fractions').first().waitFor();
      await page.getByRole('button', { name: /^Menu of/ }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).first().click()]);
      assert.match(file.suggestedFilename(), ending);
      assert.deepEqual(violations, []);
      await close();
    });
});
