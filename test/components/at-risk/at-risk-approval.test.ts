import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-approval.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { course, STORY_NOW, withPassMark } from '../../../stories/support/at-risk-data.js';
import { textOf, widget } from '../../support/widgets.js';

const text = async (data: unknown): Promise<string> =>
  textOf(await widget('at-risk-approval', { provider: 'tables', now: STORY_NOW, data }));

describe('<at-risk-approval>', () => {
  it('names the denominator of every number', async () => {
    const shown = await text(withPassMark(20));
    expect(shown).to.contain('Passed 20.0% 4 of 20 enrolled');
    expect(shown).to.contain('2 of 11 on the list');
  });

  it('tells who has no grade from who would not pass', async () => {
    expect(await text(withPassMark(20))).to.contain('Not known for 3 of them: no grade yet, or no pass mark.');
  });

  it('does not take unknown for 0 where the course names no pass mark', async () => {
    const shown = await text(course(20));
    expect(shown).to.contain('–not known of 13 on the listNot known: there is no grade yet, or the course names no pass mark.');
  });

  it('says in files of how many on the list it is not known whether they would pass', async () => {
    const element = await widget('at-risk-approval', { provider: 'tables', now: STORY_NOW, data: withPassMark(20) });
    const { notes } = await widgetDocument(element.asExported, 'screen');
    expect(notes).to.include.members([
      'Passed: 4 of 20 enrolled',
      'At risk, but the grade would pass now: of 11 on the list',
      'At risk, but the grade would pass now: Not known for 3 of them: no grade yet, or no pass mark.',
    ]);
  });

  it('says that nobody is enrolled', async () => {
    expect(await text(course(0))).to.contain('No learner is enrolled yet.');
  });
});
