import { aTimeout, expect } from '@open-wc/testing';
import '../../../../src/define/at-risk-table.js';
import '../../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub } from '../../../support/fetch-stub.js';
import { failed, learner, listed, until } from '../../../support/listed-learners.js';

describe('a tag that takes the place of another one of the same address in one turn', () => {
  let stub: FetchStub;
  let src: string;
  let place: HTMLElement;

  beforeEach(() => {
    src = `/replaced-${Math.random()}.ndjson`;
    stub = stubFetch(() => new Response(learner('ann')));
    place = document.body.appendChild(document.createElement('main'));
  });
  afterEach(() => {
    place.remove();
    stub.restore();
  });

  const table = (more: string): string => `<at-risk-table provider="xapi" src="${src}" ${more}></at-risk-table>`;
  const made = (html: string): DocumentFragment => document.createRange().createContextualFragment(html);
  const put = (html: string): StatsElement => {
    place.replaceChildren(made(html));
    return place.firstElementChild as StatsElement;
  };
  /** Puts the second before the first is gone. */
  const replace = (html: string): StatsElement => {
    const former = place.firstElementChild!;
    former.before(made(html));
    former.remove();
    return place.firstElementChild as StatsElement;
  };

  for (const [way, change] of [
    ['is put there', put],
    ['is put beside it', replace],
  ] as const) {
    it(`is counted by its own settings, where it ${way}`, async () => {
      const former = put(table('now="2024-03-04" timezone="Asia/Tokyo"'));
      await until(() => former.pageDataset?.status.kind === 'ready');
      const element = change(table('now="2024-06-01"'));
      await until(() => listed(element) === 1);
      expect(element.pageDataset?.info?.timezone).to.equal('UTC');
    });

    for (const settings of ['now="2024-03-04"', 'now="2024-06-01"'])
      it(`tells once that its data are there, where it ${way} with ${settings}`, async () => {
        const former = put(table('now="2024-03-04"'));
        await until(() => former.pageDataset?.status.kind === 'ready');
        const heard: EventTarget[] = [];
        place.addEventListener('stats-load', ({ target }) => heard.push(target!));
        const element = change(table(settings));
        await until(() => heard.length > 0);
        await element.settled();
        await aTimeout(100);
        expect(heard).to.deep.equal([element]);
      });

    it(`has nothing of what was wrong with the former, where it ${way}`, async () => {
      const former = put(table('timezone="Mars/Base"'));
      await until(() => failed(former));
      const element = change(table('now="2024-06-01"'));
      await until(() => listed(element) === 1);
    });

    it(`has none of the filters of a reader, where it ${way}`, async () => {
      const dataset = `<stats-dataset provider="xapi" src="${src}" now="2024-06-01"></stats-dataset>`;
      const former = put(dataset) as unknown as StatsDataset;
      await until(() => former.pageDataset?.status.kind === 'ready');
      former.dispatchEvent(new FilterEvent({ origin: 'gone', field: 'track', in: ['audit'] }));
      await until(() => former.clauses.length === 1);
      former.pageDataset?.setParams({ inactiveDays: 3 });
      const element = change(dataset) as unknown as StatsDataset;
      await until(() => element.pageDataset?.status.kind === 'ready');
      expect(element.getState()).to.deep.equal({ version: 1, clauses: [], params: {} });
      expect(element.pageDataset?.id).to.equal(undefined);
    });
  }

  it('is the same one, moved, with its filters and the settings that it was given meanwhile', async () => {
    const element = put(`<stats-dataset provider="xapi" src="${src}" now="2024-06-01"></stats-dataset>`) as unknown as StatsDataset;
    await until(() => element.pageDataset?.status.kind === 'ready');
    element.dispatchEvent(new FilterEvent({ origin: 'host', field: 'track', in: ['audit'] }));
    await until(() => element.clauses.length === 1);
    element.remove();
    element.timezone = 'Asia/Tokyo';
    place.append(element);
    await until(() => element.pageDataset?.info?.timezone === 'Asia/Tokyo');
    expect(element.clauses).to.have.length(1);
    expect(stub.seen).to.have.length(1);
  });
});
