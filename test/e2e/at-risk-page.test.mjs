import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { SHARED, stage, withoutShared } from './support/stage.mjs';
import { allRows, bar, footer } from './support/widgets.mjs';

const ORACLE = 'oracles/aspects/at-risk.all.json.gz';
const PAGE = '/at-risk.html?data=aspects&now=2024-03-13T00:00:00Z&rules=aspects-v8';

describe('the at-risk page on the statements of Aspects', { skip: withoutShared(ORACLE) }, () => {
  const { open } = stage();
  const oracle = () => JSON.parse(gunzipSync(readFileSync(resolve(SHARED, ORACLE))).toString()).datasets.at_risk_learners;

  it('lists the learners that Aspects lists, row for row', async () => {
    const page = await open(PAGE);
    await footer(page, 'at-risk-table').filter({ hasText: 'of 257' }).waitFor();
    const shown = await allRows(page, 'at-risk-table', ['name', 'track']);
    const expected = oracle().map((row) => [row.name, row.enrollment_mode]);
    assert.deepEqual(shown.map(String).sort(), expected.map(String).sort());
    assert.deepEqual(page.problems, []);
  });

  it('shows only the learners of a track after a click on its bar, and all after the next', async () => {
    const page = await open(PAGE);
    await footer(page, 'at-risk-table').filter({ hasText: 'of 257' }).waitFor();
    const audit = oracle().filter((row) => row.enrollment_mode === 'audit');
    await bar(page, 'at-risk-track-chart', 'audit').click();
    await footer(page, 'at-risk-table')
      .filter({ hasText: `of ${audit.length}` })
      .waitFor();
    const tracks = await allRows(page, 'at-risk-table', ['track']);
    assert.deepEqual([...new Set(tracks.map(String))], ['audit']);
    await bar(page, 'at-risk-track-chart', 'audit').click();
    await footer(page, 'at-risk-table').filter({ hasText: 'of 257' }).waitFor();
  });
});
