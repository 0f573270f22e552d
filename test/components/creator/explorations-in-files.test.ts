/** What a file is about: explorations have their titles in it, however many, and also where the page has always chosen one. */
import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-track-chart.js';
import '../../../src/define/creator-rating-chart.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { textOf, widget } from '../../support/widgets.js';

const oppia = { provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z' };
const filtersOf = async (element: Awaited<ReturnType<typeof widget>>) => (await widgetDocument(element.asExported, 'screen')).filters;

describe('a file', () => {
  it('names the one exploration that its widget is about', async () => {
    const element = await widget('creator-rating-chart', { ...oppia, exploration: 'story_0002' });
    expect(await filtersOf(element)).to.deep.equal(['Explorations: What is a ratio?']);
  });

  it('names all explorations that are chosen, which the page counts', async () => {
    const element = await widget('creator-rating-chart', oppia);
    const ids = ['story_0001', 'story_0002', 'story_0003', 'story_0004'];
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration', in: ids }));
    await element.settled();
    const [filter = '', ...others] = await filtersOf(element);
    expect(others).to.deep.equal([]);
    expect(filter).to.match(/^Explorations: Fractions: parts of a whole, What is a ratio\?, /);
    expect(filter).not.to.contain('story_');
    expect(textOf(element)).to.contain('1 filter');
  });

  it('counts learners', async () => {
    const data = course(20);
    const element = await widget('at-risk-track-chart', { provider: 'tables', data, now: STORY_NOW });
    const ids = (data['enrollments'] as readonly { actor_id: string }[]).slice(0, 2).map(({ actor_id }) => actor_id);
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'actor_id', in: ids }));
    await element.settled();
    expect(await filtersOf(element)).to.deep.equal(['Learners: 2']);
  });
});
