import { expect } from '@open-wc/testing';
import '../../../src/define/creator-insights.js';
import { saved } from '../../support/saved.js';
import { all, byRole, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const exploration = (id: string, starts: number, completions: number) => ({
  id,
  title: `About ${id}`,
  num_starts: starts,
  num_completions: completions,
});
const shown = (explorations: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) =>
  widget('creator-insights', { provider: 'creator-engagement-stats', data: { explorations }, ...more });

describe('<creator-insights>', () => {
  it('says what stands out with the evidence beside it', async () => {
    const insights = await shown([exploration('weak', 200, 20), exploration('usual', 200, 130), exploration('strong', 200, 180)]);
    expect(textOf(insights)).to.contain('About weak: only 10.0% complete it, 77.5% your others.');
    expect(textOf(insights)).to.contain('Of 200 starts; between');
  });

  it('tells two rates apart that a decimal writes alike', async () => {
    const text = textOf(await shown([exploration('weak', 5_000_000, 60_500), exploration('usual', 5_000_000, 62_000)]));
    expect(text).to.contain('About weak: only 1.21% complete it, 1.24% your others.');
  });

  it('says no rate as none that is not', async () => {
    const text = textOf(await shown([exploration('weak', 50_000, 3), exploration('usual', 50_000, 22)]));
    expect(text).to.contain('About weak: only 0.006% complete it, 0.04% your others.');
    expect(text).not.to.match(/ 0\.0*%/);
  });

  it('says of a card that it loses a larger share than the others', async () => {
    const states = [
      { exploration: 'a', state: 'Large', hits: 10_000, answers: 9900, completions: 9500 },
      { exploration: 'a', state: 'Small', hits: 1000, answers: 900, completions: 700 },
    ];
    const data = { explorations: [{ exploration: 'a', title: 'Sums' }], states };
    const insights = await widget('creator-insights', { provider: 'tables', data });
    expect(textOf(insights)).to.contain('Sums loses a larger share at “Small”: 70.0% go on, 95.0% at its other cards.');
    const unknown = { exploration: 'a', state: 'Other', hits: 900, answers: null, completions: 800 };
    const other = await widget('creator-insights', { provider: 'tables', data: { ...data, states: [...states, unknown] } });
    expect(textOf(other)).not.to.contain('larger share');
  });

  it('names the week of a change, which need not be the last one', async () => {
    const weekly = [
      { week: '2026-03-02', num_starts: 100, num_completions: 80 },
      { week: '2026-03-09', num_starts: 100, num_completions: 30 },
    ];
    const insights = await shown([{ id: 'old', title: 'Old', weekly }], { now: '2026-11-20T00:00:00Z' });
    expect(textOf(insights)).to.contain('Old: 30.0% completed it in the week of Mar 9, 2026, 80.0% the week before.');
  });

  it('says that nothing stands out where chance explains all', async () => {
    expect(textOf(await shown([exploration('a', 40, 20), exploration('b', 40, 23)]))).to.contain(
      'Nothing stands out beyond chance, as far as is known.',
    );
  });

  it('shows three findings first, and all of them when asked', async () => {
    const insights = await shown(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, at) => exploration(id, 400, at % 2 === 0 ? 40 : 320)));
    const findings = (): number =>
      [...insights.shadowRoot!.querySelectorAll('li')].filter((finding) => finding.getClientRects().length > 0).length;
    const more = (): HTMLElement => one(insights, '.body button[aria-expanded]');
    expect(findings()).to.equal(3);
    expect(more().textContent.trim()).to.equal('Show all 8');

    more().click();
    await insights.updateComplete;
    expect(findings()).to.equal(8);

    expect(more().textContent.trim()).to.equal('Show fewer');
    more().click();
    await insights.updateComplete;
    expect(findings()).to.equal(3);
  });

  it('filters by the exploration of a finding, and lets go at the next click', async () => {
    const insights = await shown([exploration('weak', 200, 20), exploration('usual', 200, 130), exploration('strong', 200, 180)]);
    const details: unknown[] = [];
    insights.addEventListener('stats-filter', (event) => details.push(event.detail.in));
    insights.shadowRoot?.querySelector<HTMLElement>('.insight')?.click();
    await insights.updateComplete;
    expect(details).to.deep.equal([['weak']]);
    expect(byRole(insights, 'status', /.*/)).to.not.equal(undefined);
  });

  const file = async (insights: Element, name: RegExp): Promise<string> => {
    const [made] = await saved(async () => {
      one<HTMLButtonElement>(insights, '#more-anchor > button').click();
      await waitUntil(() => all(insights, '[role=menuitem]').length > 0, 'the menu');
      all(insights, '[role=menuitem]')
        .find((item) => name.test(item.textContent))!
        .click();
      await waitUntil(() => one(insights, '.visually-hidden[role=status]').textContent !== '', 'a file', { timeout: 15_000 });
    });
    return made!.blob.text();
  };
  const three = [exploration('weak', 200, 20), exploration('usual', 200, 130), exploration('strong', 200, 180)];

  it('saves the sentences that a reader sees with the numbers that they stand on, and no code', async () => {
    const insights = await shown(three);
    const csv = await file(insights, /Download CSV\s*$/);
    expect(csv).to.contain('"About weak: only 10.0% complete it, 77.5% your others."');
    expect(csv).to.match(/What stands out.*Rate.*Rate elsewhere.*At least.*At most.*Counted.*Counted elsewhere/);
    expect(csv).not.to.match(/retains-|completion_rate/);
    expect(csv.split('\r\n')[0], 'neither ids nor columns of which no finding has anything').not.to.match(/Exploration|Card|Week/);
  });

  it('saves them in the language of the page', async () => {
    const insights = await shown(three, { lang: 'fr' });
    await waitUntil(() => /terminent/.test(textOf(insights)), 'the French texts', { timeout: 10_000 });
    const { columns, rows } = (JSON.parse(await file(insights, /JSON/)) as { parts: { columns: { name: string }[]; rows: string[][] }[] })
      .parts[0]!;
    const at = columns.findIndex(({ name }) => name === 'sentence');
    expect(rows[0]![at]!.replace(/\s+/g, ' ')).to.equal('About weak : 10,0 % seulement la terminent, 77,5 % pour vos autres.');
    expect(JSON.stringify(rows)).not.to.contain('retains-');
  });
});
