/** A host of Oppia that answers in part: what it does not tell is unknown, and why is said. */
import { expect } from '@open-wc/testing';
import '../../../src/define/creator-attempts-chart.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-summary.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { valueAt } from '../../../src/data/table.js';
import { json, stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { dashboardBody, issuesBody, listedExploration, statisticsBody, structureBody } from '../../support/oppia-bodies.js';
import { all, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const COUNTS = { first_hit_count: 50, total_hit_count: 50, total_answers_count: 50, num_times_solution_viewed: 0, num_completions: 40 };
const THREAD = { thread_id: 't1', status: 'open', subject: 'Why?', state_name: 'A', message_count: 1, last_updated_msecs: 1.6e12 };
const IDS = ['expA', 'expB', 'expC'];
const LOST = new Response('', { status: 404 });

describe('a host that answers in part', () => {
  let stub: FetchStub;
  /** Answers of handlers by the end of their URL, instead of whole ones. */
  let answers: ReadonlyMap<string, () => Response | Promise<Response>>;

  beforeEach(() => {
    answers = new Map();
    stub = stubFetch(({ url }) => {
      const found = [...answers].find(([path]) => url.includes(path))?.[1]();
      if (found !== undefined) return found;
      if (url.includes('/creatordashboardhandler/'))
        return json(dashboardBody(IDS.map((id) => listedExploration(id, { num_views: 100, num_total_threads: 2 }))));
      if (url.includes('/statistics/')) return json(statisticsBody([100, 90, 50], { A: COUNTS }));
      if (url.includes('/threadlisthandler/')) return json({ feedback_thread_dicts: [THREAD] });
      if (url.includes('/createhandler/data/')) return json(structureBody('A', { A: ['End'], End: [] }));
      return json(issuesBody());
    });
  });
  afterEach(() => stub.restore());

  const shown = async (tag: string, said: string | RegExp, settings: object = {}) => {
    const src = `/parts-${Math.random()}/creatordashboardhandler/data`;
    const element = await widget(tag, { provider: 'oppia', src, now: '2026-11-16T09:00:00Z', ...settings });
    const isSaid = () => (typeof said === 'string' ? textOf(element).includes(said) : said.test(textOf(element)));
    await waitUntil(isSaid, `does not say "${String(said)}": ${textOf(element)}`, { timeout: 10_000 });
    await element.settled();
    return element;
  };
  const columnsOf = async (element: Awaited<ReturnType<typeof widget>>) => {
    const { columns, length } = (await widgetDocument(element.asExported, 'paper')).parts[0]!;
    return new Map(columns.map(({ name, data }) => [name, Array.from({ length }, (_, row) => valueAt(data, row))]));
  };

  it('says nothing of notes on cards where it does not tell them, and that there is none where it tells that', async () => {
    const settings = { exploration: 'expB' };
    const whole = await shown('creator-dropoff-chart', 'in the order of the exploration', settings);
    expect((await columnsOf(whole)).get('noted')).to.deep.equal(['Nothing noted']);
    const unknown: readonly (readonly [string, () => Response])[] = [
      ['/issuesdatahandler/', () => new Response('', { status: 404 })],
      ['/issuesdatahandler/', () => json({})],
      ['/createhandler/data/', () => new Response('', { status: 404 })],
    ];
    for (const [path, answer] of unknown) {
      answers = new Map([[path, answer]]);
      const element = await shown('creator-dropoff-chart', 'About expB: its cards', settings);
      await waitUntil(() => stub.seen.some(({ url }) => url.includes(path)), 'never asked');
      await element.settled();
      expect([...(await columnsOf(element)).keys()], path).not.to.include('noted');
    }
  });

  for (const body of [{}, { feedback_thread_dicts: null }, { feedback_thread_dicts: [] }]) {
    it(`does not take ${JSON.stringify(body)} for a list without threads where the dashboard counts two`, async () => {
      answers = new Map([['/threadlisthandler/expB', () => json(body)]]);
      const list = await shown('creator-feedback-list', '2 threads');
      expect(textOf(list)).to.contain('Feedback of 2 of 3 explorations is loaded.');
      const one = await shown('creator-feedback-list', 'Feedback of 0 of 1 explorations is loaded.', { exploration: 'expB' });
      expect(textOf(one)).not.to.contain('There is no feedback yet.');
      const cards = await shown('creator-dropoff-chart', 'About expB: its cards', { exploration: 'expB' });
      expect([...(await columnsOf(cards)).keys()]).not.to.include('threads');
    });
  }

  it('gives as starts and completions those of the same explorations, and says of how many', async () => {
    answers = new Map([['/statistics/expB', () => json({ ...statisticsBody([900, 90, 0]), num_completions: null })]]);
    const element = await shown('creator-summary', 'of 2 of 3 explorations');
    expect(textOf(element)).to.contain('100 of 200 starts completed');
    const columns = await columnsOf(element);
    expect(['starts', 'completions', 'completion_rate'].map((name) => columns.get(name))).to.deep.equal([[200], [100], [0.5]]);
    const { notes } = await widgetDocument(element.asExported, 'paper');
    expect(notes).to.include.members(['Starts: of 2 of 3 explorations', 'Completions: of 2 of 3 explorations']);
  });

  for (const tag of ['creator-dropoff-chart', 'creator-attempts-chart']) {
    it(`names the exploration whose statistics could not be loaded, and blames no host for it (${tag})`, async () => {
      answers = new Map([['/statistics/expB', () => LOST.clone()]]);
      const element = await shown(tag, 'About expB could not be loaded: The server answered 404.', { exploration: 'expB' });
      expect(textOf(element)).to.contain('This needs the statistics of the exploration, which are not loaded.');
      expect(textOf(element)).not.to.contain('This host');
      expect(all(element, 'button').map((button) => button.textContent.trim())).to.include('Retry');
    });
  }

  it('says why rows stay empty where it wants a sign-in, in the language of the page, with the way to go on', async () => {
    answers = new Map([['/statistics/', () => new Response('', { status: 401 })]]);
    const element = await shown('creator-exploration-table', 'Sign in to see your learners.');
    answers = new Map();
    const goOn = all<HTMLButtonElement>(element, 'button').find((button) => button.textContent.trim() === 'Load the others');
    goOn?.click();
    await waitUntil(() => textOf(element).includes('50.0%'), `not loaded: ${textOf(element)}`, { timeout: 10_000 });
    expect(textOf(element)).not.to.contain('Sign in');
    answers = new Map([['/statistics/', () => new Response('', { status: 401 })]]);
    const french = await shown('creator-summary', /Connectez-vous|Identifiez-vous/, { lang: 'fr' });
    expect(textOf(french)).not.to.contain('createhandler');
  });

  it('is not said to have loaded what it failed to give', async () => {
    answers = new Map<string, () => Response | Promise<Response>>([
      ['/statistics/expA', () => LOST.clone()],
      ['/statistics/expB', () => new Promise(() => undefined)],
    ]);
    await shown('creator-summary', 'Totals need the statistics of all 3 explorations; 1 are loaded.');
  });

  it('of no exploration has no share of starts, whatever plays it counts', async () => {
    answers = new Map([['/creatordashboardhandler/', () => json(dashboardBody([]))]]);
    const element = await shown('creator-summary', 'Completion rate');
    expect(textOf(element)).to.contain('There is no exploration yet.').and.not.contain('Nobody has started');
  });
});
