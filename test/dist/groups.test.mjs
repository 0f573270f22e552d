/** What withholds small groups of learners, which modules load where an audience of groups asks: that no number is seen without it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pages } from './support/pages.mjs';

const MODULE = '<script type="module" src="/cdn/at-risk-track-chart.js"></script>';
const PART = /\/chunks\/groups-part-/;
const chart = (attributes) =>
  `<at-risk-track-chart provider="tables" src="/course.json" now="2024-03-13T00:00:00Z" ${attributes}></at-risk-track-chart>`;

describe('what withholds small groups, in modules', () => {
  const { open } = pages();

  it('comes for an audience of groups', async () => {
    const { page, asked, problems, close } = await open({ head: MODULE, body: chart('audience="aggregate"') });
    await page.getByText('Hidden: groups of fewer than 10 learners').first().waitFor();
    assert.ok(asked.some((path) => PART.test(path)));
    assert.deepEqual(problems, []);
    await close();
  });

  it('does not come for who may see single learners', async () => {
    const { page, asked, close } = await open({ head: MODULE, body: chart('') });
    await page.getByRole('option').first().waitFor();
    assert.deepEqual(
      asked.filter((path) => PART.test(path)),
      [],
    );
    await close();
  });

  it('leaves, where it cannot be had, an error and no number', async () => {
    const { page, close } = await open({ head: MODULE, body: chart('audience="aggregate"'), missing: PART });
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    assert.equal(await page.getByRole('option').count(), 0);
    await close();
  });
});
