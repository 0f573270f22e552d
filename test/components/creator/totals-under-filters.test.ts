/** A creator's totals stay whole whatever filters leave; so does what stands beside them. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-summary.js';
import { all, widget } from '../../support/widgets.js';

const NOW = '2026-11-16T09:00:00Z';
const known = { starts: 100, completions: 60, average_rating: 4, ratings: 10, average_engagement_seconds: 100, sessions: 90 };
const explorations = [
  { exploration: 'a', title: 'A', ...known, unknown_sessions: 10 },
  { exploration: 'b', title: 'B', ...known, average_rating: 5, unknown_sessions: 20 },
  { exploration: 'c', title: 'C', starts: 100, open_feedback: 3 },
];

/** The texts of the tiles under a host's filter. */
async function tilesOf(rows: readonly object[], ids: readonly string[]): Promise<readonly string[]> {
  const element = await widget('creator-summary', { provider: 'tables', data: { explorations: rows }, now: NOW });
  if (ids.length > 0) {
    const detail = { origin: 'host', field: 'exploration', in: ids };
    element.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true }));
    await element.settled();
  }
  return all(element, '[part=tile]').map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
}

const tiles = (...ids: readonly string[]) => tilesOf(explorations, ids);

describe('<creator-summary> under filters that leave several explorations', () => {
  it('says of the same totals what they are of', async () => {
    const whole = await tiles();
    expect(whole.join()).to.contain('60.0%');
    expect(whole.filter((tile) => tile.includes('of 2 of 3 explorations')).length).to.equal(3);
    expect(whole.join()).to.contain('of 180 sessions');
    expect(whole.find((tile) => tile.startsWith('Open feedback'))).to.contain('Not known of every exploration.');
    expect(await tiles('a', 'b')).to.deep.equal(whole);
    expect(await tiles('b', 'c')).to.deep.equal(whole);
    expect(await tiles('none')).to.deep.equal(whole);
  });

  it('says what the average time of all is weighted by', async () => {
    const rows = [100, 300, 200].map((average_engagement_seconds, at) => ({
      exploration: `e${at}`,
      average_engagement_seconds,
      starts: 9,
    }));
    for (const ids of [[], ['e0', 'e1']]) expect((await tilesOf(rows, ids)).join()).to.contain('weighted by starts');
    expect((await tilesOf(rows, ['e0'])).join()).not.to.contain('weighted');
  });

  it('says of one exploration nothing of the others', async () => {
    expect((await tiles('b')).join()).not.to.contain('of 3 explorations');
  });
});
