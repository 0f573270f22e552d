import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-demographics-chart.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-summary.js';
import '../../../src/define/creator-trend-chart.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { all, one, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const report = (tag: string, settings: Readonly<Record<string, unknown>> = {}) =>
  widget(tag, { provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z', ...settings });
const way = (element: Element): HTMLElement => {
  const found = all(element, 'button.link').filter((button) => button.textContent.trim() === 'Definition');
  expect(found, 'one way to the definition').to.have.length(1);
  return found[0]!;
};
/** The entry that is read after the way to it was taken: its name, and all that it says. */
async function definition(element: Element): Promise<readonly [label: string, text: string]> {
  await waitUntil(() => element.shadowRoot!.activeElement?.id === 'asked', 'the definition in focus', { timeout: 10_000 });
  const asked = element.shadowRoot!.activeElement!;
  return [asked.textContent, asked.nextElementSibling!.textContent];
}

describe('what Oppia does not record', () => {
  for (const [tag, sentence, label, says] of [
    ['creator-attempts-chart', 'Oppia does not record hints.', 'Hints viewed', 'Oppia does not record hints: unknown there.'],
    ['creator-engagement-chart', 'Oppia keeps no usable engagement time', 'Average time', 'Oppia keeps no usable engagement time'],
    ['creator-summary', 'Oppia keeps no usable engagement time', 'Average time', 'Oppia keeps no usable engagement time'],
    ['creator-demographics-chart', 'Oppia records nothing about who its learners are.', 'Learners', 'records nothing about who'],
    ['creator-feedback-list', 'not what they are', 'Thread', 'thread_id'],
  ] as const) {
    it(`is said by ${tag} in a sentence, with the way to its definition beside it`, async () => {
      const element = await report(tag);
      const button = way(element);
      expect(button.parentElement!.textContent.replace(/\s+/g, ' ')).to.contain(sentence);
      button.click();
      const [name, text] = await definition(element);
      expect(name).to.equal(label);
      expect(text).to.contain(says);
      expect(all(element, '#asked')).to.have.length(1);
    });
  }

  it('is said of each column of the table that is shown, once the reader shows it', async () => {
    const element = await report('creator-exploration-table');
    const said = () => all(element, '.notice').map((notice) => notice.textContent.replace(/\s+/g, ' ').trim());
    expect(said()).to.deep.equal([
      'Average time: Oppia keeps no usable engagement time; it can be derived from the session events, if a host serves them. Definition',
      "Ownership: Oppia's dashboard lists what a creator owns and what they only edit without telling them apart, but for what the community owns. Definition",
    ]);
    for (const name of ['Learners', 'Hints viewed']) {
      const choice = all<HTMLInputElement>(element, 'label').find((label) => label.textContent.trim() === name)!;
      choice.querySelector('input')!.click();
      await element.updateComplete;
    }
    expect(said().filter((line) => /^(Hints|Learners)/.test(line))).to.deep.equal([
      'Hints viewed: Oppia does not record hints. Definition',
      'Learners: Oppia counts page loads, not learners. Definition',
    ]);
    all(element, '.notice button')[2]!.click();
    expect((await definition(element))[0]).to.equal('Learners');
  });

  it('is explained by keyboard alone', async () => {
    const element = await report('creator-attempts-chart');
    way(element).focus();
    await sendKeys({ press: 'Enter' });
    expect((await definition(element))[0]).to.equal('Hints viewed');
  });

  it('leads from each sentence to its own definition, though another is open', async () => {
    const element = await report('creator-trend-chart', { exploration: 'story_0001' });
    way(element).click();
    const [name] = await definition(element);
    expect(name).to.equal('Starts');
    one(element, '.counted-head button').click();
    await waitUntil(() => all(element, '.counted').length === 0);
    way(element).click();
    expect((await definition(element))[0]).to.equal('Starts');
  });

  it('is accessible with its definition open', async () => {
    const element = await report('creator-demographics-chart');
    way(element).click();
    await definition(element);
    await expect(element).to.be.accessible();
  });
});

describe('what a host does not supply', () => {
  it('leads to its definition, too', async () => {
    const element = await widget('creator-attempts-chart', { provider: 'creator-engagement-stats', data: creatorStats(4) });
    way(element).click();
    expect((await definition(element))[1]).to.contain('Formula: ');
  });

  it('has nothing to explain where a creator has no exploration', async () => {
    const empty = await widget('creator-attempts-chart', { provider: 'creator-engagement-stats', data: { explorations: [] } });
    expect(all(empty, 'button.link')).to.have.length(0);
  });
});
