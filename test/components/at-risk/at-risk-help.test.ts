import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { AtRiskDashboard } from '../../../src/components/at-risk/at-risk-dashboard.js';
import '../../../src/define/at-risk-dashboard.js';
import { setStrings } from '../../../src/localize/texts.js';
import { locale as arabic } from '../../../src/locales/ar.js';
import { all } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const OWN = 'Our own handbook';

/** The links of the Help tab that a reader sees, wherever they come from. */
function links(dashboard: Element): readonly string[] {
  const help = all(dashboard, 'at-risk-help')[0];
  const root = help?.shadowRoot;
  if (help === undefined || root === null || root === undefined) return [];
  const given = root.querySelector<HTMLSlotElement>('slot[name="links"]')!.assignedElements({ flatten: true });
  return [...all(help, 'a'), ...given].map((link) => link.textContent?.trim() ?? '');
}

const shown = (light: string): Promise<Element> => fixture(`<at-risk-dashboard tab="help">${light}</at-risk-dashboard>`);

describe('the Help tab of the dashboard', () => {
  it('links to the documentation of Aspects, as at-risk-help does alone', async () => {
    const dashboard = await shown('');
    await waitUntil(() => links(dashboard).length > 0);
    expect(links(dashboard)).to.deep.equal(['Documentation of Open edX Aspects']);
  });

  it('does not call documentation at another address that of Aspects', async () => {
    const dashboard = await fixture('<at-risk-dashboard tab="help" help-url="https://docs.example.org/learners"></at-risk-dashboard>');
    await waitUntil(() => links(dashboard).length > 0);
    expect(links(dashboard)).to.deep.equal(['Documentation']);
  });

  it('links to that of Aspects again once another address is taken away, and keeps its level where that is', async () => {
    const dashboard = await fixture<AtRiskDashboard>(
      '<at-risk-dashboard tab="help" heading="Ours" heading-level="2" help-url="https://docs.example.org/learners"></at-risk-dashboard>',
    );
    await waitUntil(() => links(dashboard).length > 0);
    Object.assign(dashboard, { helpUrl: null, headingLevel: null });
    await waitUntil(() => links(dashboard)[0] === 'Documentation of Open edX Aspects', 'the documentation of Aspects');
    expect(all(all(dashboard, 'at-risk-help')[0]!, '#heading')[0]!.localName).to.equal('h4');
  });

  it('links to what the operator puts into its slot instead, also later, and back', async () => {
    const dashboard = await shown(`<a slot="help-links" href="/handbook">${OWN}</a>`);
    await waitUntil(() => links(dashboard).length === 1);
    expect(links(dashboard)).to.deep.equal([OWN]);

    dashboard.firstElementChild!.remove();
    await waitUntil(() => links(dashboard)[0] !== OWN && links(dashboard).length === 1);
    expect(links(dashboard)).to.deep.equal(['Documentation of Open edX Aspects']);
  });

  it('has the room between its lines that letters of a language need', async () => {
    const lineOf = async (language: string): Promise<string> => {
      const help = await fixture<LitElement>(`<at-risk-help lang="${language}"></at-risk-help>`);
      await help.updateComplete;
      return getComputedStyle(all(help, 'li')[0]!).lineHeight;
    };
    expect(await lineOf('en')).to.equal('18px');
    setStrings({ ar: arabic.texts });
    expect(await lineOf('ar')).to.equal('22px');
  });
});
