import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/at-risk-dashboard.js';
import type { AtRiskDashboard } from '../../../src/components/at-risk/at-risk-dashboard.js';
import { encodeState } from '../../../src/components/base/address/state-address.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { show } from '../../../stories/support/show.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { all, one } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const settings = { provider: 'tables', now: STORY_NOW, data: course(18) };

async function narrow(more: Readonly<Record<string, unknown>> = {}): Promise<HTMLElement> {
  const parent = document.createElement('main');
  parent.style.setProperty('inline-size', '320px');
  const element = await fixture<HTMLElement>(show('at-risk-dashboard', { ...settings, ...more }), { parentNode: parent });
  await waitUntil(() => all(element, '.head [role=tab]').length === 5, 'no tabs', { timeout: 10_000 });
  return element;
}

const box = (element: Element): DOMRect => element.getBoundingClientRect();

describe('the tabs of a dashboard at 320 px', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`stand in one line beside the menu, which fades where it goes on and scrolls to the chosen one: ${dir}`, async () => {
      const element = await narrow({ dir });
      const [tabs, list] = [all(element, '.head [role=tab]'), one(element, '.head .tabs')];
      const [outer, menu] = [box(list), box(one(element, '.head .more'))];
      expect(new Set(tabs.map((tab) => box(tab).top)).size).to.equal(1);
      expect(outer.right <= menu.left || outer.left >= menu.right, 'beside the menu').to.equal(true);
      expect(list.style.maskImage).to.contain('transparent');
      for (const tab of ['performance', 'overview', 'help']) {
        Object.assign(element, { tab });
        await waitUntil(() => {
          const { left, right } = box(one(element, `#tab-${tab}`));
          return left >= outer.left - 1 && right <= outer.right + 1;
        }, `${tab} is out of sight`);
      }
    });
  }
});

describe('a dashboard whose address names no tab of its own', () => {
  afterEach(() => history.replaceState(history.state, '', location.pathname));

  it('has the filters of it all the same, and says so once', async () => {
    const clause = { origin: 'tracks', field: 'track', in: ['audit'] };
    history.replaceState(history.state, '', `?stats=${encodeState({ version: 1, clauses: [clause], params: {}, tab: 'nowhere' })}`);
    const errors: string[] = [];
    const hear = ({ detail }: HTMLElementEventMap['stats-error']): void => void errors.push(detail.message);
    document.body.addEventListener('stats-error', hear);
    const element = await narrow({ 'url-state': '' });
    document.body.removeEventListener('stats-error', hear);
    expect((element as AtRiskDashboard).getState()).to.deep.equal({ version: 1, clauses: [clause], params: {} });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^state\.tab: expected overview, .* got "nowhere"$/);
  });
});

describe('the title of a dashboard', () => {
  it('is none where there is none any more', async () => {
    const element = await narrow({ heading: 'Who is at risk' });
    expect(one(element, '.dashboard > .heading').textContent).to.equal('Who is at risk');
    Object.assign(element, { heading: null });
    await waitUntil(() => all(element, '.dashboard > .heading').length === 0, 'an empty title');
  });
});

describe('a dashboard whose data cannot be loaded', () => {
  let stub: FetchStub;
  let isOffline: boolean;

  beforeEach(() => {
    isOffline = true;
    stub = stubFetch(() => {
      if (isOffline) throw new TypeError('Failed to fetch');
      return json(course(18));
    });
  });
  afterEach(() => stub.restore());

  const parts = (element: Element) => all(element, '.parts > *');
  const folded = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

  it('says so once, with the way to try again, and draws no number on any tab', async () => {
    const element = await fixture<HTMLElement>(show('at-risk-dashboard', { provider: 'tables', src: '/offline.json', now: STORY_NOW }));
    await waitUntil(() => all(element, '.alert').length === 1, 'no alert', { timeout: 10_000 });
    expect(folded(one(element, '.alert'))).to.equal('The server cannot be reached. Retry Code: offline');
    for (const tab of ['overview', 'performance']) {
      element.setAttribute('tab', tab);
      await waitUntil(
        () => parts(element).length > 0 && parts(element).every((part) => all(part, '.hatched .visually-hidden').length === 1),
        tab,
      );
      expect(parts(element).flatMap((part) => all(part, '.alert'))).to.deep.equal([]);
    }
    await expect(element).to.be.accessible();
  });

  it('shows its numbers after the reader’s retry, and says nothing more', async () => {
    const element = await fixture<HTMLElement>(show('at-risk-dashboard', { provider: 'tables', src: '/online.json', now: STORY_NOW }));
    await waitUntil(() => all(element, '.alert').length === 1, 'no alert', { timeout: 10_000 });
    isOffline = false;
    one(element, '.alert button').click();
    await waitUntil(() => all(parts(element)[0]!, '[part~=row]').length > 0, 'rows', { timeout: 10_000 });
    expect(parts(element).filter((part) => all(part, '.hatched').length > 0)).to.deep.equal([]);
    expect(all(element, '.alert')).to.deep.equal([]);
  });

  it('keeps no line in a part that never has a headline', async () => {
    const element = await fixture<HTMLElement>(show('at-risk-dashboard', { provider: 'tables', src: '/offline.json', tab: 'performance' }));
    await waitUntil(() => parts(element).length === 2 && all(parts(element)[1]!, '.state').length === 1);
    expect(parts(element).map((part) => all(part, '.awaited').length)).to.deep.equal([1, 0]);
  });
});
