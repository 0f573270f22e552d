import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';

const exploration = (id: string, starts: number, completions: number) => ({
  id,
  title: `Title of ${id}`,
  num_starts: starts,
  num_completions: completions,
});

describe('the insights of a creator', () => {
  it('name what retains learners worse, with its evidence, and can be asked for one exploration', async () => {
    const explorations = [exploration('weak', 200, 20), exploration('usual', 200, 130), exploration('strong', 200, 180)];
    const dataset = await openDataset({ provider: 'creator-engagement-stats', data: { explorations }, now: 0 });
    const rows = dataset.view('creator.insights').rows();
    expect(rows.map((row) => [row['exploration'], row['title'], row['kind'], row['value']])).to.deep.equal([
      ['weak', 'Title of weak', 'retains-worse', 0.1],
      ['usual', 'Title of usual', 'retains-better', 0.65],
      ['strong', 'Title of strong', 'retains-better', 0.9],
    ]);
    const one = dataset.view('creator.insights', { clauses: [{ origin: 'test', field: 'exploration', in: ['strong'] }] }).rows();
    expect(one).to.have.length(1);
  });

  it('take the last week that is over, not the one that goes on', async () => {
    const week = (start: string, starts: number, completions: number) => ({
      week: start,
      num_starts: starts,
      num_completions: completions,
    });
    const weeks = [week('2026-11-02', 100, 80), week('2026-11-09', 100, 30), week('2026-11-16', 60, 0)];
    const explorations = [{ ...exploration('e', 260, 110), weekly: weeks }];
    const found = async (now: string) => {
      const dataset = await openDataset({ provider: 'creator-engagement-stats', data: { explorations }, now: Date.parse(now) });
      return dataset
        .view('creator.insights')
        .rows()
        .map((row) => [row['week'], row['value'], row['expected']]);
    };
    expect(await found('2026-11-18T09:00:00Z')).to.deep.equal([['2026-11-09', 0.3, 0.8]]);
    expect(await found('2026-11-23T00:00:00Z')).to.deep.equal([['2026-11-16', 0, 0.3]]);
  });

  it('are none where nothing can be compared', async () => {
    const dataset = await openDataset({
      provider: 'creator-engagement-stats',
      data: { explorations: [exploration('only', 900, 90)] },
      now: 0,
    });
    expect(dataset.view('creator.insights').rows()).to.deep.equal([]);
  });
});
