import { expect } from '@open-wc/testing';
import { PageDataset } from '../../../../src/components/base/dataset/page-dataset.js';
import type { DatasetSource } from '../../../../src/components/base/dataset/source.js';
import { connect } from '../../../../src/workers/connect.js';
import type { Connection } from '../../../../src/workers/connect.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { waitUntil } from '../../../support/wait-until.js';

/** Answers are copies, as they are across the boundary of a worker. */
function copying(connection: Connection): Connection {
  return new Proxy(connection, {
    get(of, name) {
      const value = of[name as keyof Connection] as unknown;
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        const answer = value.apply(of, given) as unknown;
        return answer instanceof Promise ? answer.then(structuredClone) : answer;
      };
    },
  });
}

describe('a dataset whose work is done in a worker tells that data are there', () => {
  let stub: FetchStub;
  let send: () => void;
  let dataset: PageDataset;
  let told: string[];
  const source: DatasetSource = {
    provider: 'creator-engagement-stats',
    src: '/told-once.json',
    timezone: 'UTC',
    maxAge: 300,
    credentials: 'same-origin',
    idleCap: '30 min',
  };

  beforeEach(() => {
    const sent = new Promise<void>((resolve) => (send = resolve));
    stub = stubFetch(() => sent.then(() => json(creatorStats(3))));
    dataset = new PageDataset(source, copying(connect()));
    told = [];
    dataset.subscribe((news) => {
      if (news.kind === 'loaded') told.push(news.info.timezone);
    });
    dataset.retain();
  });
  afterEach(() => {
    dataset.release(() => undefined);
    stub.restore();
  });

  const answered = (): Promise<unknown> => dataset.view('creator.explorations', {}, 'last');

  it('once where its settings change while they load', async () => {
    await waitUntil(() => stub.seen.length === 1, undefined, { timeout: 10_000 });
    const configured = [
      dataset.configure({ ...source, timezone: 'Asia/Tokyo' }),
      dataset.configure({ ...source, timezone: 'Europe/Paris' }),
    ];
    send();
    await Promise.all(configured);
    await answered();
    expect(told).to.deep.equal(['Europe/Paris']);
  });

  it('once where they are asked for anew twice at a time', async () => {
    send();
    await answered();
    await Promise.all([dataset.refresh(), dataset.refresh(), dataset.refresh(true)]);
    expect(told).to.deep.equal(['UTC', 'UTC']);
  });

  it('once more where other settings are counted by', async () => {
    send();
    await answered();
    await dataset.configure({ ...source, rules: { inactiveDays: 3 } });
    expect(told).to.deep.equal(['UTC', 'UTC']);
  });
});
