/** A running total tells of no hidden period: what is hidden cannot be subtracted from the totals around it. */
import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-interactions-chart.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, textOf, widget } from '../../support/widgets.js';

/** Learners at risk who each visited in one month only, as many as are given of each month of 2023. */
function monthly(sizes: readonly number[]): Record<string, unknown> {
  const tables = course(400);
  const blocks = activeCourse(1)['blocks']!;
  const unit = blocks.find((block) => block['block_type'] === 'unit');
  const row = tables['enrollments']![0]!;
  const visits = sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, of) => ({
      course_key: row['course_key'],
      actor_id: `${at}-${of}`,
      block_id: unit?.['block_id'],
      visited_at: `2023-${String(at + 1).padStart(2, '0')}-10T00:00:00Z`,
    })),
  );
  const enrollments = visits.map(({ actor_id }) => ({
    ...row,
    actor_id,
    enrollment_status: 'registered',
    state: 'failed',
    last_visit: '2023-12-01T00:00:00Z',
  }));
  return { ...tables, blocks, enrollments, page_visits: visits };
}

const drawn = (sizes: readonly number[], audience: string, rules?: string): Promise<StatsElement> =>
  widget('at-risk-interactions-chart', { provider: 'tables', now: STORY_NOW, audience, rules, data: monthly(sizes) });

const spoken = (element: StatsElement): string[] =>
  all(element, '[role=option]').map((mark) => (mark.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, ''));

async function rowsOf(element: StatsElement): Promise<string[]> {
  const document = await widgetDocument(element.asExported, 'screen');
  const csv = toCsv(document, { texts: styleOf(element.asExported, 'screen').texts, header: 'name' });
  return [...csv.matchAll(/^2023-[^,]*,(.*)\r$/gm)].map(([, numbers]) => numbers ?? '');
}

describe('a running total in groups', () => {
  it('is hidden in every period as soon as one is hidden, as that could be subtracted', async () => {
    const element = await drawn([30, 4, 20, 9, 25], 'aggregate');
    expect(await rowsOf(element)).to.deep.equal(['hidden,30', 'hidden,hidden', 'hidden,20', 'hidden,hidden', 'hidden,25']);
    const marks = spoken(element);
    expect(marks.map((mark) => /In all by then hidden/.test(mark))).to.deep.equal([true, true, true, true, true]);
    expect(marks.map((mark) => /In the period (\w+)/.exec(mark)?.[1])).to.deep.equal(['30', 'hidden', '20', 'hidden', '25']);
    expect(textOf(element)).to.contain('2 groups are hidden');
    expect(textOf(element)).not.to.match(/54|88/);
  });

  it('is not known in a month without a row, by the rules of Aspects, nor is that nobody visited then', async () => {
    const element = await drawn([30, 0, 20], 'aggregate', 'aspects-v8');
    expect(spoken(element)).to.deep.equal([
      'In all by then 30, In the period 30',
      'In all by then not known, In the period not known',
      'In all by then 50, In the period 20',
    ]);
    expect(await rowsOf(element)).to.deep.equal(['30,30', ',', '50,20']);
    const byOurs = await rowsOf(await drawn([30, 0, 20], 'aggregate'));
    expect(byOurs, 'a group of nobody').to.deep.equal(['hidden,30', 'hidden,hidden', 'hidden,hidden']);
    expect(await rowsOf(await drawn([30, 0, 20], 'roster', 'aspects-v8'))).to.deep.equal(['30,30', '30,0', '50,20']);
  });

  it('is hidden where few come for the first time in a period of many', async () => {
    const data = monthly([30, 3, 20]);
    const visits = data['page_visits'] as { actor_id: string; visited_at: string }[];
    const again = visits
      .filter(({ actor_id }) => /^0-1?\d$/.test(actor_id))
      .map((visit) => ({ ...visit, visited_at: '2023-02-11T00:00:00Z' }));
    const shown = async (audience: string) =>
      rowsOf(
        await widget('at-risk-interactions-chart', {
          provider: 'tables',
          now: STORY_NOW,
          audience,
          data: { ...data, page_visits: [...visits, ...again] },
        }),
      );
    expect(await shown('roster')).to.deep.equal(['30,30', '33,23', '53,20']);
    expect(await shown('aggregate')).to.deep.equal(['hidden,30', 'hidden,23', 'hidden,20']);
  });

  it('is shown where every period is large enough, and to who may see single learners', async () => {
    expect(await rowsOf(await drawn([30, 14, 20], 'aggregate'))).to.deep.equal(['30,30', '44,14', '64,20']);
    expect(await rowsOf(await drawn([30, 4, 20], 'roster'))).to.deep.equal(['30,30', '34,4', '54,20']);
  });
});
