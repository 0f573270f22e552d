import { expect } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { one, widget } from '../../../support/widgets.js';
import { HeldTimers } from '../../../support/held-timers.js';
import { waitUntil } from '../../../support/wait-until.js';

describe('a widget whose answer is late', () => {
  it('says after a second that the numbers it shows, unlike an error, are not yet what was asked for', async () => {
    const element = await widget('at-risk-track-chart', { provider: 'tables', now: STORY_NOW, data: course(18) });
    const dataset = element.pageDataset!;
    const base = one(element, '[part=base]');
    const view = dataset.view.bind(dataset);
    let answerNow: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    let asked = 0;
    dataset.view = async (...question) => {
      asked++;
      await held;
      return view(...question);
    };
    const timers = new HeldTimers(1000);
    try {
      element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'actor_id', in: [] }));
      await waitUntil(() => asked > 0, 'nothing is asked');
      await element.updateComplete;
      expect(base.ariaBusy, 'at first').to.equal('false');
      timers.pass();
    } finally {
      timers.restore();
    }
    await waitUntil(() => base.ariaBusy === 'true', 'not busy', { timeout: 5000 });
    expect(getComputedStyle(one(element, '[part=plot]')).opacity).to.equal('0.6');
    element.setAttribute('audience', 'nonsense');
    await element.updateComplete;
    expect(base.textContent).to.contain('got "nonsense"');
    expect(base.ariaBusy, 'an error in place of numbers').to.equal('false');
    expect(getComputedStyle(one(element, '[part=plot]')).opacity).to.equal('1');
    element.removeAttribute('audience');
    answerNow();
    await waitUntil(() => base.ariaBusy === 'false', 'still busy', { timeout: 5000 });
    expect(getComputedStyle(one(element, '[part=plot]')).opacity).to.equal('1');
  });
});
