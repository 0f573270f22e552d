/** A page that is printed as it stands says under each widget what its badge and its menu say on the screen. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../../../src/define/at-risk-track-chart.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { isChromium } from '../../../support/engine.js';
import { all, one, textOf, widget } from '../../../support/widgets.js';

const chart = (data: unknown = course(20)) =>
  widget('at-risk-track-chart', { provider: 'tables', data, now: STORY_NOW, timezone: 'Europe/Paris' });
const line = (element: Element): string => one(element, '.printed').dataset['line']!;

describe('a widget on paper', () => {
  it('says that there are no filters, in which timezone, and of when its data are', async () => {
    expect(line(await chart())).to.match(/^Filters: none · Timezone: Europe\/Paris · Data as of: .*\d{4}/);
  });

  it('names its filters and counts learners', async () => {
    const data = course(20);
    const element = await chart(data);
    const ids = (data['enrollments'] as readonly { actor_id: string }[]).slice(0, 2).map(({ actor_id }) => actor_id);
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['audit', 'honor', 'verified', null] }));
    element.dispatchEvent(new FilterEvent({ origin: 'other', field: 'actor_id', in: ids }));
    await element.settled();
    expect(line(element)).to.contain('Filters: Track: audit, honor, verified, not known; Learners: 2 · ');
  });

  it('says so there alone', async () => {
    const element = await chart();
    const { display } = getComputedStyle(one(element, '.printed'));
    expect([display, textOf(element).includes('Timezone')]).to.deep.equal(['none', false]);
    // Other engines cannot be told to draw for paper here; that styles say so is the same in each.
    if (!isChromium) return;
    try {
      await emulateMedia({ media: 'print' });
      expect(getComputedStyle(one(element, '.printed')).display).to.equal('block');
      expect(getComputedStyle(one(element, '.printed'), '::before').content).to.contain('Filters: none');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('says nothing where it has no numbers', async () => {
    expect(all(await chart({ courses: [], enrollments: undefined }), '.printed')).to.deep.equal([]);
  });
});
