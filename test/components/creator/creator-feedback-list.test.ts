import { expect } from '@open-wc/testing';
import '../../../src/define/creator-feedback-list.js';
import { dashboardBody, listedExploration } from '../../support/oppia-bodies.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { all, one, settled, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const TAG = 'creator-feedback-list';
const NOW = '2026-11-16T09:00:00Z';

const list = async (more: Readonly<Record<string, unknown>> = {}) =>
  widget(TAG, { provider: 'oppia', data: creatorReport(6, { feedback: true }), now: NOW, ...more });
const cells = (element: Element, column: string) =>
  all(element, `tbody [data-column="${column}"]`).map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());

describe('creator-feedback-list', () => {
  it('shows each thread with its card, its status and how learners fare on that card', async () => {
    const element = await list({ exploration: 'story_0001' });
    expect(cells(element, 'subject')).to.have.length(4);
    const row = cells(element, 'subject').indexOf('Is 2/4 not right, too?');
    expect(['state', 'status', 'first_hits', 'retention'].map((column) => cells(element, column)[row])).to.deep.equal([
      'Equal parts',
      'Fixed',
      '292',
      '81.1%',
    ]);
  });

  it('does not take explorations whose threads were not handed over for ones without feedback', async () => {
    const thread = { thread_id: 't1', status: 'open', subject: 'Why?', state_name: 'A', message_count: 1, last_updated_msecs: 1.6e12 };
    const [first, second] = ['e1', 'e2'].map((id) =>
      listedExploration(id, { num_open_threads: 1, num_total_threads: id === 'e1' ? 1 : 7 }),
    );
    const dataOf = (feedback: object) => ({ dashboard: dashboardBody([first, second]), feedback });
    const threads = (...dicts: readonly object[]) => ({ feedback_thread_dicts: dicts });
    const shown = async (feedback: object, exploration?: string) =>
      textOf(await list({ data: dataOf(feedback), ...(exploration === undefined ? {} : { exploration }) }));
    const all = 'Feedback of 1 of 2 explorations is loaded.';
    expect(await shown({ e1: threads(thread) }))
      .to.contain('1 thread')
      .and.contain(all);
    const unknown = await shown({ e1: threads(thread) }, 'e2');
    expect(unknown).to.contain('Feedback of 0 of 1 explorations is loaded.').and.not.contain('There is no feedback yet.');
    expect(await shown({ e1: threads(thread), e2: threads() }), 'none of seven').to.contain(all);
    expect(await shown({ e1: threads(thread), e2: threads({ ...thread, thread_id: 't2' }) })).not.to.contain('is loaded');
  });

  it('puts every status of Oppia into words, and shows one that it does not know as it is given', async () => {
    const data = creatorReport(6, { feedback: true }) as { feedback: Record<string, { feedback_thread_dicts: object[] }> };
    const codes = ['open', 'fixed', 'ignored', 'compliment', 'not_actionable', 'on_hold'];
    const thread = data.feedback['story_0001']?.feedback_thread_dicts[0];
    const feedback_thread_dicts = codes.map((status, at) => ({ ...thread, status, thread_id: `exploration.story_0001.t${at}` }));
    const element = await list({ data: { ...data, feedback: { story_0001: { feedback_thread_dicts } } } });
    const words = ['Compliment', 'Fixed', 'Ignored', 'Not actionable', 'Open', 'on_hold'];
    expect(cells(element, 'status').sort()).to.deep.equal(words);
    element.lang = 'fr';
    await waitUntil(() => cells(element, 'status').includes('Sans suite possible'), 'in French');
    expect(cells(element, 'status')).to.include.members(['Ouvert', 'Corrigé', 'Ignoré', 'Compliment', 'on_hold']);
  });

  it('knows nothing of the card of a thread that is about none', async () => {
    const element = await list({ exploration: 'story_0001' });
    const row = cells(element, 'subject').indexOf('Thank you');
    expect(cells(element, 'first_hits')[row]).to.match(/^–/);
  });

  it('sorts by status, and not by what comes from the cards', async () => {
    const element = await list();
    one<HTMLButtonElement>(element, '[data-column="status"] button').click();
    await waitUntil(() => cells(element, 'status')[0] === 'Compliment', 'sorted by status');
    const before = cells(element, 'subject');
    const beside = one<HTMLButtonElement>(element, '[data-column="retention"] button');
    expect(beside.getAttribute('aria-disabled')).to.equal('true');
    beside.click();
    await settled(element);
    expect(cells(element, 'subject')).to.deep.equal(before);
  });

  it('never holds the name of who wrote', async () => {
    expect(textOf(await list())).not.to.contain('learner-name');
  });

  it('says that the dashboard only tells how many threads there are', async () => {
    expect(textOf(await list({ data: creatorReport(6) }))).to.contain('how many feedback threads there are, not what they are');
  });

  it('is accessible', async () => {
    await expect(await list()).to.be.accessible();
  });
});
