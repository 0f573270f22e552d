import { expect, nextFrame } from '@open-wc/testing';
import '../../../src/define/at-risk-page-engagement-chart.js';
import '../../../src/define/at-risk-interactions-chart.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { one, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

describe('a chart whose place changes', () => {
  for (const tag of ['at-risk-page-engagement-chart', 'at-risk-interactions-chart']) {
    it(`is drawn anew, and raises no error of the page where that makes it higher: ${tag}`, async () => {
      const place = document.createElement('main');
      place.style.setProperty('width', '900px');
      const element = await widget(tag, { provider: 'tables', now: STORY_NOW, data: activeCourse(60), lang: 'ar', dir: 'rtl' }, place);
      const errors: string[] = [];
      const hear = (event: ErrorEvent): void => {
        errors.push(event.message);
        event.stopImmediatePropagation();
        event.preventDefault();
      };
      window.addEventListener('error', hear, { capture: true });
      try {
        const drawn = (): number => one(element, '.marks svg').getBoundingClientRect().width;
        const before = element.offsetHeight;
        for (const width of [320, 700, 280]) {
          place.style.setProperty('width', `${width}px`);
          await waitUntil(() => drawn() <= width && drawn() > width / 2, 'drawn anew');
          await nextFrame();
        }
        expect(element.offsetHeight).to.be.greaterThan(before);
        element.style.setProperty('--stats-plot-height', '400px');
        await waitUntil(() => one(element, '.plot svg').getBoundingClientRect().height > 300, 'as high as it may be');
      } finally {
        window.removeEventListener('error', hear, { capture: true });
      }
      expect(errors).to.deep.equal([]);
    });
  }
});
