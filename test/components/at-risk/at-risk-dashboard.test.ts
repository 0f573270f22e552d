import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../../src/define/at-risk-dashboard.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { show } from '../../../stories/support/show.js';
import { all, one } from '../../support/widgets.js';

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
    it(`go round the menu in two rows, and none stands under it: ${dir}`, async () => {
      const element = await narrow({ dir });
      const [tabs, menu] = [all(element, '.head [role=tab]').map(box), box(one(element, '.head .more'))];
      expect(new Set(tabs.map(({ top }) => top)).size).to.equal(2);
      for (const tab of tabs)
        expect(tab.right <= menu.left || tab.left >= menu.right || tab.top >= menu.bottom, 'beside or below the menu').to.equal(true);
      expect(tabs[0]!.top).to.be.at.most(menu.top);
    });
  }
});
