import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-video-segments-chart.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

describe('at-risk-video-segments-chart', () => {
  it('names no video of former data where others cannot be had', async () => {
    const chart = await widget('at-risk-video-segments-chart', { provider: 'tables', now: STORY_NOW, data: activeCourse(24) });
    await waitUntil(() => textOf(chart).includes('video 1'));
    chart.data = 'no tables';
    await waitUntil(() => chart.pageDataset?.status.kind === 'error');
    await chart.updateComplete;
    expect(textOf(chart)).not.to.contain('video 1');
  });
});
