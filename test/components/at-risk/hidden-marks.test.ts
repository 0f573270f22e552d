/** A number that is withheld looks, is read and leaves the page as hidden, never as not known. */
import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-grade-chart.js';
import '../../../src/define/at-risk-last-visit-chart.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, widget } from '../../support/widgets.js';

const GROUPS = { provider: 'tables', now: STORY_NOW, audience: 'aggregate', minGroup: 4 };
const spoken = (element: StatsElement): string[] => all(element, '[role=option]').map((mark) => mark.getAttribute('aria-label') ?? '');

async function csvOf(element: StatsElement): Promise<string> {
  const document = await widgetDocument(element.asExported, 'screen');
  return toCsv(document, { texts: styleOf(element.asExported, 'screen').texts, header: 'name' });
}

/** A course of whose weeks some have no last visit, some few and some many. */
function visitsWithGaps(): Record<string, unknown> {
  const data = activeCourse(120);
  const now = Date.parse(STORY_NOW);
  const enrollments = data['enrollments']!.map((row, at) => {
    const weeks = 3 + 2 * (at % 9);
    const days = at % 9 < 4 && at > 20 ? 7 * 3 : 7 * weeks;
    return { ...row, last_visit: new Date(now - days * 86_400_000).toISOString() };
  });
  return { ...data, enrollments };
}

describe('a withheld number', () => {
  it('is spoken as hidden at its own bar, also where periods between have no row', async () => {
    const element = await widget('at-risk-last-visit-chart', {
      ...GROUPS,
      rules: 'aspects-v8',
      params: { grain: 'week' },
      data: visitsWithGaps(),
    });
    const marks = spoken(element).filter((label) => /hidden|Learners/.test(label));
    const hidden = marks.filter((label) => label.includes('hidden'));
    const rows = (await csvOf(element))
      .trim()
      .split('\r\n')
      .filter((row) => /^\d{4}-/.test(row));
    expect(hidden.length, marks.join('\n')).to.equal(rows.filter((row) => row.includes('hidden')).length);
    expect(hidden.length).to.be.greaterThan(0);
    const numbers = (texts: readonly string[], pattern: RegExp): string[] => texts.flatMap((text) => pattern.exec(text)?.[1] ?? []);
    expect(numbers(marks, /Learners (\d+)/)).to.deep.equal(numbers(rows, /,(\d+)$/));
  });

  it('has a lock where one that is not known has a dash', async () => {
    const element = await widget('at-risk-grade-chart', { ...GROUPS, data: activeCourse(90) });
    const hidden = spoken(element).filter((label) => label.includes('hidden'));
    expect(hidden.length).to.be.greaterThan(0);
    expect(all(element, '.lock')).to.have.length(hidden.length);
    expect(all(element, '.tick').map(({ textContent }) => textContent)).not.to.include('–');
  });
});
