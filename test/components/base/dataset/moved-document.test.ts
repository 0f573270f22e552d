import { expect, nextFrame } from '@open-wc/testing';
import '../../../../src/define/at-risk-help.js';
import '../../../../src/define/at-risk-page-engagement-chart.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { one, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const TAG = 'at-risk-page-engagement-chart';

describe('a chart that is moved into another document', () => {
  let element: StatsElement;
  let frame: HTMLIFrameElement;

  beforeEach(async () => {
    element = await widget(TAG, { provider: 'tables', now: STORY_NOW, data: activeCourse(60) });
    frame = document.createElement('iframe');
    frame.style.setProperty('width', '700px');
    frame.style.setProperty('height', '600px');
    document.body.append(frame);
  });
  afterEach(() => frame.remove());

  const drawn = (): number => one(element, '.plot svg').getBoundingClientRect().width;
  const inside = (width: number) => (): boolean => drawn() <= width && drawn() > width / 2;

  it('keeps its styles, is drawn at the width that it has there, and again once it is back', async () => {
    const before = element.offsetHeight;
    frame.contentDocument!.body.append(element);
    expect(getComputedStyle(one(element, '.plot')).position).to.equal('relative');
    await waitUntil(inside(700), 'drawn in the frame');
    frame.style.setProperty('width', '380px');
    await waitUntil(inside(380), 'drawn in a narrower frame');
    expect(element.offsetHeight).to.be.below(before * 2);
    document.querySelector('main')!.append(element);
    expect(getComputedStyle(one(element, '.plot')).position).to.equal('relative');
    await waitUntil(() => drawn() > 400, 'drawn in the page');
  });

  it('does not measure without end a drawing whose height nothing holds', async () => {
    // From frame to frame it grows, and the observer says that it does; that is for the page to see.
    const hear = (event: ErrorEvent): void => event.stopImmediatePropagation();
    window.addEventListener('error', hear, { capture: true });
    element.shadowRoot!.adoptedStyleSheets = [];
    element.requestUpdate();
    let updates = 0;
    while (!(await element.updateComplete)) if (++updates > 20) break;
    expect(updates).to.be.below(20);
    element.remove();
    await nextFrame();
    window.removeEventListener('error', hear, { capture: true });
  });
});

describe('a tag that is put into another document', () => {
  const frame = document.createElement('iframe');
  afterEach(() => frame.remove());

  for (const [tag, where, drawnBefore] of [
    ['at-risk-help', 'moved there', true],
    ['at-risk-help', 'made here for it', false],
    [TAG, 'made here for it', false],
  ] as const) {
    it(`has its styles there, and again here, where ${tag} is ${where}`, async () => {
      const element = document.createElement(tag);
      if (drawnBefore) {
        document.body.append(element);
        await element.updateComplete;
      }
      document.body.append(frame);
      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      expect(getComputedStyle(one(element, '[part=base]')).display).to.equal('flex');
      document.body.append(element);
      expect(getComputedStyle(one(element, '[part=base]')).display).to.equal('flex');
      element.remove();
    });
  }
});
