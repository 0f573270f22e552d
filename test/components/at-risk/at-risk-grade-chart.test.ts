import { expect, oneEvent } from '@open-wc/testing';
import '../../../src/define/at-risk-grade-chart.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import type { FilterEvent } from '../../../src/components/base/events.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, byRole, one, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const chart = () => widget('at-risk-grade-chart', { provider: 'tables', now: STORY_NOW, data: course(60) });

describe('<at-risk-grade-chart>', () => {
  it('shows all ten ranges, those of nobody too, and keeps who has no grade apart', async () => {
    const element = await chart();
    const said = all(element, '[role=option]').map((bar) => bar.getAttribute('aria-label'));
    expect(said).to.have.length(10);
    expect(said[9]).to.equal('90-100%: Learners 0');
    const graded = said.reduce((sum, text) => sum + Number(/Learners (\d+)/.exec(text ?? '')?.[1]), 0);
    expect(one(element, '.apart').textContent?.trim()).to.equal(`No grade yet: ${40 - graded}`);
  });

  it('does not say that everybody has a grade by the rules of Aspects, where a missing one is 0', async () => {
    const element = await widget('at-risk-grade-chart', { provider: 'tables', now: STORY_NOW, data: course(60), rules: 'aspects-v8' });
    expect(all(element, '.apart')).to.have.length(0);
    expect(all(element, '[role=option]').map((bar) => bar.getAttribute('aria-label'))[0]).to.match(/^0-9%: Learners [1-9]/);
  });

  it('chooses who has no grade by a button, as null', async () => {
    const element = await chart();
    const heard = oneEvent(element, 'stats-filter');
    one(element, '.apart').click();
    expect(((await heard) as FilterEvent).detail).to.deep.include({ field: 'grade_bucket', in: [null] });
    await waitUntil(() => one(element, '.apart').getAttribute('aria-pressed') === 'true');
    expect(all(element, '.faded')).to.have.length(10);
    await expect(element).to.be.accessible();
  });

  it('says in its files how many have no grade, who stand beside the drawing', async () => {
    const element = await chart();
    const { notes } = await widgetDocument(element.asExported, 'screen');
    expect(notes).to.include(one(element, '.apart').textContent?.trim());
  });

  it('names who has no grade in its table, too', async () => {
    const element = await chart();
    one(element, '[aria-haspopup=menu]').click();
    await waitUntil(() => byRole(element, 'menuitem', /View as table/) !== undefined);
    byRole(element, 'menuitem', /View as table/)!.click();
    await waitUntil(() => all(element, '.data-table tbody th').some((cell) => cell.textContent.trim() === 'No grade yet'));
  });
});
