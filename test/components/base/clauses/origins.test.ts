/** Who a widget is in clauses: what links name, and what must be the same whenever and in whatever order elements were made. */
import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/creator-stats-report.js';
import '../../../../src/define/creator-rating-chart.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { all, settled } from '../../../support/widgets.js';

const TAG = 'creator-rating-chart';
const chart = (): StatsElement => document.createElement(TAG);

describe('a widget in clauses', () => {
  it('is its tag and which of those in the page it is, however many came and went before', () => {
    const [first, second, third] = [chart(), chart(), chart()];
    document.body.append(first, second);
    expect([first.origin, second.origin]).to.deep.equal([`${TAG}-1`, `${TAG}-2`]);
    first.remove();
    document.body.append(third);
    expect([second.origin, third.origin]).to.deep.equal([`${TAG}-2`, `${TAG}-1`]);
    document.body.append(second);
    expect(second.origin).to.equal(`${TAG}-2`);
    for (const each of [second, third]) each.remove();
    document.body.append(first);
    expect(first.origin).to.equal(`${TAG}-1`);
    first.remove();
  });

  it('is the same part of a report, also where two explorations are compared', async () => {
    const report = await fixture<StatsElement>(`<creator-stats-report provider="creator-engagement-stats"></creator-stats-report>`);
    report.data = creatorStats(3);
    await report.updateComplete;
    const origins = (): string[] => all<StatsElement>(report, '.parts > *').map(({ origin }) => origin);
    const before = origins();
    expect(before).to.deep.equal(all(report, '.parts > *').map(({ localName }) => localName));
    report.pageDataset!.filter({ origin: 'host', field: 'exploration', in: ['exp0001', 'exp0002'] });
    await report.updateComplete;
    const two = origins();
    expect(new Set(two).size).to.equal(two.length);
    expect(two.filter((origin) => !before.includes(origin))).to.deep.equal([
      'creator-dropoff-chart-1',
      'creator-dropoff-chart-2',
      'creator-rating-chart-1',
      'creator-rating-chart-2',
    ]);
    await Promise.all(all<StatsElement>(report, '.parts > *').map(settled));
  });
});
