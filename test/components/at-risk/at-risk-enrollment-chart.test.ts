import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-enrollment-chart.js';
import { all, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const enrollment = (actor_id: string, first_enrolled_at: string, enrolled_at: string) => ({
  course_key: 'c',
  actor_id,
  enrollment_status: 'registered',
  state: 'failed',
  first_enrolled_at,
  enrolled_at,
  last_visit: '2024-03-02T00:00:00Z',
});

/** Ann and Bob enrolled in January, Cid in March; Bob changed his track in February. */
const DATA = {
  courses: [{ course_key: 'c', course_name: 'C' }],
  enrollments: [
    enrollment('ann', '2024-01-10T00:00:00Z', '2024-01-10T00:00:00Z'),
    enrollment('bob', '2024-01-12T00:00:00Z', '2024-02-02T00:00:00Z'),
    enrollment('cid', '2024-03-01T00:00:00Z', '2024-03-01T00:00:00Z'),
  ],
};

const CHANGES = ['January 2024: Learners 1', 'February 2024: Learners 1', 'March 2024, so far: Learners 1'];
const FIRST = ['January 2024: Learners 2', 'February 2024: Learners 0', 'March 2024, so far: Learners 1'];

const chart = () => widget('at-risk-enrollment-chart', { provider: 'tables', now: '2024-03-13T00:00:00Z', data: DATA });
const said = (element: Element) => all(element, '[role=option]').map((bar) => bar.getAttribute('aria-label') ?? '');
const choose = (element: Element, date: string) => {
  const list = one<HTMLSelectElement>(element, 'label.field select');
  list.value = date;
  list.dispatchEvent(new Event('change'));
};

describe('<at-risk-enrollment-chart>', () => {
  it('tells the first enrolment from its last change', async () => {
    const element = await chart();
    expect(said(element)).to.deep.equal(CHANGES);
    choose(element, 'first');
    await waitUntil(() => said(element)[0] === FIRST[0]);
    expect(said(element)).to.deep.equal(FIRST);
    expect(textOf(element)).to.contain('January 2024 saw the most first enrollments: 2 learners.');
    choose(element, 'last-change');
    await waitUntil(() => said(element)[0] === CHANGES[0]);
  });

  it('says beside its table and in its files that the last month is not over', async () => {
    const [element, note] = [await chart(), 'March 2024 is not over: its numbers are so far.'];
    expect(element.asExported.notes).to.include(note);
    element.asExported.own.find(({ label }) => label === 'View as table')!.act();
    await waitUntil(() => all(element, '.data-frame').length === 1, 'the table');
    expect(one(element, '.data-frame').textContent).to.contain(note);
    const over = await widget('at-risk-enrollment-chart', { provider: 'tables', now: '2024-04-13T00:00:00Z', data: DATA });
    expect(over.asExported.notes.join(' ')).not.to.contain('is not over');
  });

  it('filters by the date that is shown, and lets the choice go where the other one is shown', async () => {
    const element = await chart();
    const clauses: unknown[] = [];
    element.addEventListener('stats-filter', (event) => clauses.push((event as CustomEvent).detail));
    one(element, '[role=option]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await waitUntil(() => clauses.length === 1);
    expect(clauses[0]).to.include({ field: 'enrolled_at' });
    choose(element, 'first');
    await waitUntil(() => clauses.length === 2);
    expect(clauses[1]).to.not.have.property('range');
    await waitUntil(() => said(element)[0] === FIRST[0]);
    one(element, '[role=option]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await waitUntil(() => clauses.length === 3);
    expect(clauses[2]).to.include({ field: 'first_enrolled_at' });
  });

  it('takes any other date for that of the last change', async () => {
    const element = await chart();
    element.setAttribute('date', 'never');
    await waitUntil(() => said(element)[0] === CHANGES[0]);
    expect(one<HTMLSelectElement>(element, 'label.field select').value).to.equal('last-change');
    await expect(element).to.be.accessible();
  });
});
