import { expect } from '@open-wc/testing';
import { namesOf } from '../../../../src/components/base/clauses/clause-names.js';
import { PageDataset } from '../../../../src/components/base/dataset/page-dataset.js';
import { connect } from '../../../../src/workers/connect.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';

describe('names of what filters choose', () => {
  it('come to each who asks, whoever else asks for others meanwhile', async () => {
    const data = creatorStats(3);
    const dataset = new PageDataset(
      {
        provider: 'creator-engagement-stats',
        data,
        timezone: 'UTC',
        maxAge: 300,
        credentials: 'same-origin',
        idleCap: '30 min',
      },
      connect(),
    );
    dataset.retain();
    const [first, second] = data.explorations;
    const asked = [first!, second!, first!].map(({ id }) => namesOf(dataset, [{ origin: 'host', field: 'exploration', in: [id] }], true));
    expect((await Promise.all(asked)).map((names) => [...names.values()])).to.deep.equal([[first!.title], [second!.title], [first!.title]]);
    dataset.release(() => undefined);
  });
});
