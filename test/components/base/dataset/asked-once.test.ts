import { expect } from '@open-wc/testing';
import '../../../../src/define/at-risk-table.js';
import '../../../../src/define/at-risk-track-chart.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { textOf, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const common = { provider: 'tables', now: STORY_NOW };
const HIDDEN = 'Single learners are not shown here.';

/** How often these are asked for while the element is drawn once. */
async function asked(element: StatsElement, ...names: readonly string[]): Promise<number[]> {
  const counts = names.map(() => 0);
  for (const [at, name] of names.entries())
    Object.defineProperty(element, name, {
      configurable: true,
      get: () => {
        counts[at] = (counts[at] ?? 0) + 1;
        return Reflect.get(Object.getPrototypeOf(element) as object, name, element) as unknown;
      },
    });
  element.requestUpdate();
  await element.updateComplete;
  for (const name of names) Reflect.deleteProperty(element, name);
  return counts;
}

describe('a widget', () => {
  for (const tag of ['at-risk-track-chart', 'at-risk-table'])
    for (const audience of ['roster', 'aggregate'])
      it(`finds its state and its notices once for a drawing: ${tag} for ${audience}`, async () => {
        const element = await widget(tag, { ...common, audience, data: course(18) });
        expect(await asked(element, 'widgetState', 'notices')).to.deep.equal([1, 1]);
      });

  it('reads an attribute that is wrong once', async () => {
    const element = await widget('at-risk-track-chart', { ...common, 'min-group': 'ten', data: course(3) });
    const { error } = element.audienceSettings;
    expect(error?.message).to.contain('min-group');
    element.requestUpdate();
    await element.updateComplete;
    expect(element.audienceSettings.error).to.equal(error);
    element.minGroup = NaN;
    expect(element.audienceSettings.error?.message).to.contain('NaN');
    element.minGroup = 12;
    expect(element.audienceSettings).to.deep.include({ least: 12, error: undefined });
  });

  it('is read by another audience at once, be it drawn yet or not', async () => {
    const table = await widget('at-risk-table', { ...common, data: course(18) });
    expect(table.asExported.notes).not.to.include(HIDDEN);
    table.audience = 'aggregate';
    expect(table.asExported.notes).to.include(HIDDEN);
    await table.updateComplete;
    expect(textOf(table)).to.contain(HIDDEN);
    table.audience = 'roster';
    expect(table.asExported.notes).not.to.include(HIDDEN);
    await waitUntil(() => !textOf(table).includes(HIDDEN));
  });

  it('says what holds at another moment, drawn and taken away', async () => {
    const table = await widget('at-risk-table', { ...common, data: course(18) });
    const before = table.asExported.headline;
    expect(before).to.contain('12 of 18');
    table.now = '2024-01-02T00:00:00Z';
    await waitUntil(() => table.asExported.headline !== before);
    await table.settled();
    const { headline, notes } = table.asExported;
    for (const sentence of [headline, ...notes]) expect(textOf(table)).to.contain(sentence);
    expect(textOf(table)).not.to.contain(before);
  });

  it('says its state in another language, drawn and taken away', async () => {
    const table = await widget('at-risk-table', { ...common, data: course(0) });
    const [before] = table.asExported.notes;
    expect(before).to.equal('No learner is enrolled yet.');
    table.lang = 'fr';
    await waitUntil(() => !textOf(table).includes(before!));
    const [after] = table.asExported.notes;
    expect(after).not.to.equal(before);
    expect(textOf(table)).to.contain(after);
  });
});
