/** Numbers of those on the list are parts of one whole: none of few can be subtracted from the others. */
import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-approval.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { textOf, widget } from '../../support/widgets.js';

/** Of forty on the list, how many would pass, and of how many it is not known; sixty have passed. */
async function approval(would: number, undecided: number, audience = 'aggregate'): Promise<{ text: string; csv: string }> {
  const tables = course(60);
  const row = tables['enrollments']![0]!;
  const gradeOf = (at: number): number | null => (at < undecided ? null : at < undecided + would ? 0.9 : 0.2);
  const enrollments = Array.from({ length: 100 }, (_, at) => ({
    ...row,
    actor_id: `learner-${at}`,
    enrollment_status: 'registered',
    last_visit: '2023-12-01T00:00:00Z',
    state: at < 40 ? 'failed' : 'passed',
    course_grade: gradeOf(at),
  }));
  const courses = (tables['courses'] ?? []).map((each) => ({ ...each, pass_mark: 0.5, lowest_passing_grade: 0.5 }));
  const data = { ...tables, courses, enrollments };
  const element = await widget('at-risk-approval', { provider: 'tables', now: STORY_NOW, audience, data });
  const document = await widgetDocument(element.asExported, 'screen');
  const csv = toCsv(document, { texts: styleOf(element.asExported, 'screen').texts, header: 'name' });
  return { text: textOf(element), csv };
}

describe('<at-risk-approval> for groups', () => {
  it('hides who would pass where those without a grade are few, and says that these are hidden', async () => {
    expect((await approval(34, 3, 'roster')).text).to.match(/34 ?of 40 on the list ?Not known for 3 of them/);
    const { text, csv } = await approval(34, 3);
    expect(text).to.match(/hidden ?of 40 on the list ?not known: hidden/);
    expect(text + csv).not.to.match(/\b34\b/);
    expect(csv).to.contain('hidden');
  });

  it('hides who would pass where less these and those without a grade few remain', async () => {
    const { text, csv } = await approval(17, 20);
    expect(text).to.match(/hidden ?of 40 on the list ?Not known for 20 of them/);
    expect(text + csv).not.to.match(/\b17\b/);
  });

  it('hides who would pass where all others on the list are few', async () => {
    expect((await approval(37, 0)).text).to.match(/hidden ?of 40 on the list/);
  });

  it('shows both where nobody of few can be told', async () => {
    expect((await approval(15, 12)).text).to.match(/15 ?of 40 on the list ?Not known for 12 of them/);
    const { text } = await approval(25, 0);
    expect(text).to.match(/25 ?of 40 on the list/);
    expect(text).not.to.match(/not known|hidden/i);
  });
});
