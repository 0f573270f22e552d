import { expect } from '@open-wc/testing';
import { isExplorationId, statisticsUrl } from '../../../../src/data/providers/oppia/handler-url.js';
import { StatsError } from '../../../../src/data/stats-error.js';

describe('the URL of statistics', () => {
  it('stands beside the dashboard', () => {
    expect(statisticsUrl('https://oppia.example/creatordashboardhandler/data', 'a-_1')).to.equal(
      'https://oppia.example/createhandler/statistics/a-_1',
    );
    expect(statisticsUrl('http://localhost:8181/oppia/creatordashboardhandler/data', 'a')).to.equal(
      'http://localhost:8181/oppia/createhandler/statistics/a',
    );
  });

  it('stands beside a dashboard that is called otherwise', () => {
    expect(statisticsUrl('https://x.example/demo/dashboard.json', 'a')).to.equal('https://x.example/demo/createhandler/statistics/a');
    expect(statisticsUrl('https://x.example', 'a')).to.equal('https://x.example/createhandler/statistics/a');
  });

  it('has no parameter, not even one of the dashboard', () => {
    expect(statisticsUrl('https://x.example/creatordashboardhandler/data?v=1#top', 'a')).to.equal(
      'https://x.example/createhandler/statistics/a',
    );
  });

  it('cannot be made from a URL that is not absolute', () => {
    expect(() => statisticsUrl('/creatordashboardhandler/data', 'a'))
      .to.throw(StatsError, 'expected an absolute URL')
      .with.property('code', 'bad-option');
  });
});

describe('an exploration id', () => {
  it('has 1 to 12 letters, digits, hyphens and underscores', () => {
    const texts = ['hi27Jix1QGbT', 'a', '-_9', '', 'hi27Jix1QGbTx', 'a/b', 'a b', '..', 'é'];
    expect(texts.map(isExplorationId)).to.deep.equal([true, true, true, false, false, false, false, false, false]);
  });
});
