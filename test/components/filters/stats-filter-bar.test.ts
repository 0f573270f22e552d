import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/define/stats-filter-bar.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { FilterChangeEvent } from '../../../src/components/base/events.js';
import type { StatsFilterBar } from '../../../src/components/filters/stats-filter-bar.js';
import { setStrings } from '../../../src/localize/texts.js';
import { locale as arabic } from '../../../src/locales/ar.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { creatorStats } from '../../../stories/support/creator-data.js';
import { show } from '../../../stories/support/show.js';
import { stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { handFed } from '../../support/hand-fed.js';
import type { HandFed } from '../../support/hand-fed.js';
import { all, one, textOf } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const COURSES = [
  ['North', 'Algebra', '2023'],
  ['North', 'Algebra', '2024'],
  ['South', 'Botany', '2024'],
] as const;
const data = {
  courses: COURSES.map(([org, course_name, course_run]) => ({
    course_key: `${org}+${course_name}+${course_run}`,
    org,
    course_name,
    course_run,
  })),
  learners: [{ actor_id: 'id-0', name: 'Ann' }],
  enrollments: COURSES.flatMap(([org, name, run], course) =>
    [0, 1, 2].map((learner) => ({
      course_key: `${org}+${name}+${run}`,
      actor_id: `id-${course * 2 + learner}`,
      enrollment_status: 'registered',
      state: 'failed',
      last_visit: ['2024-01-20', '2024-02-20', '2024-03-01'][learner]!,
    })),
  ),
};

async function bar(settings: Readonly<Record<string, unknown>> = { data }): Promise<StatsFilterBar> {
  const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, ...settings }));
  await waitUntil(() => all(element, '[data-control="org"]:enabled').length > 0, 'no options', { timeout: 10_000 });
  return element;
}

function choose(element: Element, control: string, value: string): void {
  const field = one<HTMLSelectElement>(element, `[data-control="${control}"]`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const options = (element: Element, control: string): (string | null)[] =>
  all(element, `[data-control="${control}"] option`).map((option) => option.textContent);
const chips = (element: Element): string[] => all(element, '.chip').map((chip) => (chip.textContent ?? '').trim());

describe('<stats-filter-bar>', () => {
  it('tells who may see groups only no number of learners, which filters would take apart', async () => {
    const element = await bar({ data, audience: 'aggregate' });
    const roster = await bar();
    await waitUntil(() => /Learners at risk: \d/.test(textOf(roster)));
    expect(textOf(element)).not.to.match(/\d of \d|at risk: \d/);
    choose(element, 'org', 'North');
    await waitUntil(() => chips(element).length === 1);
    expect(textOf(element)).not.to.match(/\d of \d|at risk: \d/);
    expect(options(element, 'course_name'), 'courses that are left would tell of whom').to.deep.equal(['All', 'Algebra', 'Botany']);
    element.setAttribute('audience', 'roster');
    await waitUntil(() => /at risk: \d|\d of \d learners at risk/.test(textOf(element)));
    await waitUntil(() => options(element, 'course_name').length === 2);
  });

  it('names a learner who is chosen only to who may see single ones', async () => {
    for (const [audience, text] of [
      ['roster', 'Learners: Ann'],
      ['aggregate', '1 learner'],
    ] as const) {
      const element = await bar({ data, audience });
      element.dispatchEvent(new FilterEvent({ origin: 'host', field: 'actor_id', in: ['id-0'] }));
      await waitUntil(() => chips(element).length === 1 && chips(element)[0]!.startsWith(text), chips(element).join());
    }
  });

  it('counts nobody as at risk, nor as not, where the tables do not say when learners last visited', async () => {
    const element = await bar();
    await waitUntil(() => /Learners at risk: \d/.test(textOf(element)));
    const enrollments = data.enrollments.map(({ last_visit: _, ...row }) => row);
    const unknown = await bar({ data: { ...data, enrollments } });
    expect(all(unknown, '.count')).to.have.length(1);
    expect(textOf(unknown)).not.to.match(/\d of \d/);
  });

  it('counts explorations where tables have no learners', async () => {
    const explorations = [
      { exploration: 'a', title: 'A', starts: 3 },
      { exploration: 'b', title: 'B', starts: 40 },
    ];
    const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, data: { explorations } }));
    await waitUntil(() => textOf(element).includes('Explorations: 2'), 'no count', { timeout: 10_000 });
    const changed = oneEvent(element, 'stats-filter-change');
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'starts', range: [10, 50] }));
    expect(((await changed) as FilterChangeEvent).detail).to.include({ shown: 1, total: 2 });
    await waitUntil(() => textOf(element).includes('1 of 2 explorations'));
  });

  it('offers fields of explorations where tables have no learners, and none of courses', async () => {
    const explorations = [
      { exploration: 'a', title: 'A', starts: 3, category: 'Art', status: 'public' },
      { exploration: 'b', title: 'B', starts: 40, category: 'Botany', status: 'public' },
    ];
    const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, data: { explorations } }));
    await waitUntil(() => textOf(element).includes('Explorations: 2'), 'no count', { timeout: 10_000 });
    expect(all(element, '[data-control]').map((control) => control.getAttribute('data-control'))).to.deep.equal(['status', 'category']);
    expect(options(element, 'category')).to.deep.equal(['All', 'Art', 'Botany']);
  });

  describe('of tables, of which it is not known yet whether they are of learners or of explorations,', () => {
    let stub: FetchStub;
    let body: HandFed;
    beforeEach(() => {
      body = handFed();
      stub = stubFetch(() => new Response(body.stream, { headers: { 'content-type': 'application/x-ndjson' } }));
    });
    afterEach(() => stub.restore());

    async function streamed(): Promise<StatsFilterBar> {
      const src = `/tables-${Math.random()}.ndjson`;
      const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, src }));
      await waitUntil(() => stub.seen.length > 0);
      await element.updateComplete;
      return element;
    }
    const line = (table: string, row: object): string => `${JSON.stringify({ table, ...row })}\n`;
    const seen = (element: Element): (string | undefined)[] =>
      all(element, '.controls-row [data-control]')
        .filter((control) => getComputedStyle(control).visibility === 'visible')
        .map(({ dataset }) => dataset['control']);

    it('shows no field of either, and keeps their room', async () => {
      const element = await streamed();
      expect(seen(element)).to.deep.equal([]);
      const { height } = one(element, '.controls-row').getBoundingClientRect();
      expect(height).to.be.at.least(40);
      body.feed(line('explorations', { exploration: 'a', title: 'A', category: 'Art' }));
      body.end();
      await waitUntil(() => textOf(element).includes('Explorations: 1'), 'no count', { timeout: 10_000 });
      expect(seen(element)).to.deep.equal(['category']);
    });

    it('shows those of learners once the first have come, long before all have', async () => {
      const element = await streamed();
      body.feed(data.enrollments.map((row) => line('enrollments', row)).join(''));
      await waitUntil(() => seen(element).includes('inactive-days'), 'no fields', { timeout: 10_000 });
      expect(one(element, '.count').textContent).to.equal('');
      body.end();
      await waitUntil(() => textOf(element).includes('Learners at risk: '), 'no count', { timeout: 10_000 });
    });
  });

  it('offers what the data have, and of each what the others leave', async () => {
    const element = await bar();
    expect(options(element, 'org')).to.deep.equal(['All', 'North', 'South']);
    choose(element, 'course_name', 'Botany');
    await waitUntil(() => options(element, 'org').length === 2);
    expect(options(element, 'org')).to.deep.equal(['All', 'South']);
    expect(options(element, 'course_run')).to.deep.equal(['All', '2024']);
    expect(options(element, 'course_name')).to.deep.equal(['All', 'Algebra', 'Botany']);
  });

  it('keeps the places of its fields while data load, where nothing can be chosen yet', async () => {
    const never = new ReadableStream<Uint8Array>();
    const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'xapi', data: never, now: STORY_NOW }));
    await waitUntil(() => all(element, 'select:disabled').length === 3);
    expect(options(element, 'org')).to.deep.equal(['All']);
  });

  it('keeps a chosen value among the options that another filter leaves it out of', async () => {
    const element = await bar();
    choose(element, 'org', 'South');
    await waitUntil(() => options(element, 'course_name').length === 2);
    element.pageDataset?.filter({ origin: 'host', field: 'org', in: ['North'] });
    await waitUntil(() => options(element, 'course_name').length === 1);
    expect(one<HTMLSelectElement>(element, '[data-control="org"]').value).to.equal('South');
  });

  it('offers a field of which the filters that stand from the start leave nothing', async () => {
    const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, data }));
    element.setState({ version: 1, clauses: [{ origin: 'test', field: 'actor_id', in: ['nobody'] }], params: {} });
    await waitUntil(() => /^0 of/.test(one(element, '.count').textContent));
    expect(all(element, '[data-control]').map(({ dataset }) => dataset['control'])).to.include.members([
      'org',
      'course_name',
      'course_run',
    ]);
    expect(options(element, 'org')).to.deep.equal(['All']);
  });

  it('says nothing of former data while others are to come, nor where they cannot be had', async () => {
    const element = await bar();
    await waitUntil(() => textOf(element).includes('Learners at risk: 7'));
    element.data = null;
    await element.updateComplete;
    expect(one(element, '.count').textContent).to.equal('');
    expect(all(element, '[data-control="org"]:disabled')).to.have.length(1);
    element.data = data;
    await waitUntil(() => textOf(element).includes('Learners at risk: 7'));
    element.data = 'no tables';
    await waitUntil(() => element.pageDataset?.status.kind === 'error');
    await element.updateComplete;
    expect(one(element, '.count').textContent).to.equal('');
    expect(all(element, '[data-control="org"]')).to.be.empty;
  });

  it('keeps the focus on a field while other data are awaited', async () => {
    const element = await bar();
    one(element, '[data-control="org"]').focus();
    element.data = null;
    await element.updateComplete;
    expect(all(element, '[data-control]:disabled').map((field) => field.dataset['control'])).to.deep.equal(['course_name', 'course_run']);
    element.data = data;
    await waitUntil(() => options(element, 'org').length === 3);
    expect(one(element, '[data-control="org"]').matches(':focus')).to.equal(true);
  });

  it('shows what is set by whomever, and lets go of it chip by chip', async () => {
    const element = await bar();
    choose(element, 'org', 'North');
    element.pageDataset?.filter({ origin: 'tracks', field: 'track', in: [null] });
    await waitUntil(() => chips(element).length === 2);
    expect(chips(element)).to.have.members(['Organisation: North', 'Track: not known']);
    one(element, '[aria-label="Clear: Organisation: North"]').click();
    await waitUntil(() => chips(element).length === 1);
    expect(chips(element)).to.deep.equal(['Track: not known']);
  });

  it('keeps the lines of a long chip off its edges', async () => {
    const element = await bar();
    element.style.setProperty('inline-size', '200px');
    element.pageDataset?.filter({ origin: 'list', field: 'last_visit', range: [0, 1] });
    await waitUntil(() => chips(element).length === 1);
    const chip = one(element, '.chip');
    const words = document.createRange();
    words.selectNodeContents(chip.firstElementChild!);
    const [{ top, bottom, height }, written] = [chip.getBoundingClientRect(), words.getBoundingClientRect()];
    expect(height, 'several lines').to.be.greaterThan(44);
    expect(written.top - top).to.be.at.least(3);
    expect(bottom - written.bottom).to.be.at.least(3);
  });

  it('has the room between the lines of a chip that letters of its language need', async () => {
    const lineOf = async (more: Readonly<Record<string, unknown>>): Promise<string> => {
      const element = await bar({ data, ...more });
      element.pageDataset?.filter({ origin: 'tracks', field: 'track', in: [null] });
      await waitUntil(() => chips(element).length === 1);
      return getComputedStyle(one(element, '.chip bdi')).lineHeight;
    };
    expect(await lineOf({})).to.equal('18px');
    setStrings({ ar: arabic.texts });
    expect(await lineOf({ lang: 'ar', dir: 'rtl' })).to.equal('22px');
  });

  it('names the learners that are chosen, where the site shares names', async () => {
    const element = await bar();
    element.pageDataset?.filter({ origin: 'list', field: 'actor_id', in: ['id-0'] });
    await waitUntil(() => chips(element)[0] === 'Learners: Ann');
    element.pageDataset?.filter({ origin: 'list', field: 'actor_id', in: ['id-1'] });
    await waitUntil(() => chips(element)[0] === '1 learner');
    element.pageDataset?.filter({ origin: 'list', field: 'actor_id', in: ['id-0', 'id-1'] });
    await waitUntil(() => chips(element)[0] === 'Learners: 2');
  });

  it('names what is chosen as the badges of widgets do', async () => {
    const dataset = await fixture(show('stats-dataset', { provider: 'creator-engagement-stats', data: creatorStats(3) }));
    const [element, chart] = [show('stats-filter-bar', {}), show('creator-engagement-chart', {})];
    dataset.append(element, chart);
    const badge = (): string => {
      const button = all(chart, '.badge')[0];
      if (button === undefined) return '';
      if (all(chart, '[role=menuitem]').length === 0) button.click();
      return all(chart, '[role=menuitem] bdi')[0]?.textContent ?? '';
    };
    await waitUntil(() => all(chart, '.bar').length > 0, 'no bars', { timeout: 10_000 });
    dataset.dispatchEvent(new FilterEvent({ origin: 'page', field: 'exploration', in: ['exp0001'] }));
    await waitUntil(() => chips(element)[0] === 'Explorations: Equivalent fractions' && badge() === chips(element)[0]);
    dataset.dispatchEvent(new FilterEvent({ origin: 'page', field: 'exploration', in: ['other'] }));
    await waitUntil(() => chips(element)[0] === '1 exploration' && badge() === chips(element)[0]);
  });

  it('says how many learners pass, and changes the rule for all', async () => {
    const element = await bar();
    await waitUntil(() => textOf(element).includes('Learners at risk: 7'));
    choose(element, 'inactive-days', '30');
    await waitUntil(() => textOf(element).includes('Learners at risk: 3'));
    expect(element.pageDataset?.rules).to.deep.equal({ inactiveDays: 30 });
    element.clearAll();
    await waitUntil(() => textOf(element).includes('Learners at risk: 7'));
    expect(element.getState()).to.deep.equal({ version: 1, clauses: [], params: {} });
  });

  it('moves nothing below it by its first chip', async () => {
    const element = await bar();
    await waitUntil(() => textOf(element).includes('Learners at risk: 7'));
    const { height } = element.getBoundingClientRect();
    choose(element, 'org', 'North');
    await waitUntil(() => chips(element).length === 1);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('takes no number of days that makes no sense, and says why, until another is set', async () => {
    const element = await bar();
    const field = one<HTMLInputElement>(element, '[data-control="inactive-days"]');
    choose(element, 'inactive-days', '-3');
    await waitUntil(() => one(element, '[role=status]').textContent.trim() === 'Set a number of days, 0 or more.');
    expect(element.pageDataset?.params).to.deep.equal({});
    expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal(['-3', 'true']);
    expect(one(element, `#${field.getAttribute('aria-describedby')}`).textContent).to.equal('Set a number of days, 0 or more.');
    await expect(element).to.be.accessible();
    choose(element, 'inactive-days', '');
    await element.updateComplete;
    expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal(['7', null]);
    expect(all(element, '.fault')).to.be.empty;
  });

  for (const [what, set] of [
    ['another number is set', (element: StatsFilterBar) => element.setState({ version: 1, clauses: [], params: { inactiveDays: 21 } })],
    ['all is cleared', (element: StatsFilterBar) => element.clearAll()],
    ['other data come', (element: StatsFilterBar) => Object.assign(element, { data: { ...data } })],
  ] as const) {
    it(`lets go of a number of days and of dates that it could not take once ${what}`, async () => {
      const element = await bar();
      const field = (): HTMLInputElement => one(element, '[data-control="inactive-days"]');
      choose(element, 'inactive-days', '-3');
      for (const [at, day] of ['2024-02-10', '2024-02-01'].entries()) {
        const date = all<HTMLInputElement>(element, '.dates input')[at]!;
        date.value = day;
        date.dispatchEvent(new Event('change', { bubbles: true }));
        await nextFrame();
        await waitUntil(() => date.value === day);
      }
      await waitUntil(() => all(element, '.fault').length === 2, 'no faults');
      set(element);
      await waitUntil(() => all(element, '[aria-invalid]').length === 0 && field().value !== '-3', 'the fault stays');
    });
  }

  it('lets go of a number of days that it could not take where the rules are those of Aspects', async () => {
    const element = await bar();
    const field = (): HTMLInputElement => one(element, '[data-control="inactive-days"]');
    choose(element, 'inactive-days', '-3');
    await waitUntil(() => field().value === '-3');
    element.rules = 'aspects-v8';
    await waitUntil(() => field().disabled && field().value === '7' && !field().hasAttribute('aria-invalid'));
  });

  it('takes a field of days that is emptied after what was none for the number of the host', async () => {
    const element = await bar();
    const field = (): HTMLInputElement => one(element, '[data-control="inactive-days"]');
    choose(element, 'inactive-days', '-3');
    await waitUntil(() => field().getAttribute('aria-invalid') === 'true');
    field().value = '';
    field().dispatchEvent(new FocusEvent('blur'));
    await waitUntil(() => field().value === '7' && !field().hasAttribute('aria-invalid'));
  });

  it('names no learner from the moment on at which who reads may not know them', async () => {
    const element = await bar();
    element.pageDataset!.filter({ origin: 'host', field: 'actor_id', in: ['id-0'] });
    await waitUntil(() => chips(element).some((chip) => chip.includes('Ann')), 'no name');
    element.audience = 'aggregate';
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('Ann');
  });

  it('leaves the rules of Aspects as they are', async () => {
    const element = await bar({ data, rules: 'aspects-v8' });
    expect(one<HTMLInputElement>(element, '[data-control="inactive-days"]').disabled).to.equal(true);
    expect(all(element, '.breaks')).to.be.empty;
    element.setState({ version: 1, clauses: [], params: { inactiveDays: 14, breaks: [['2024-02-01', '2024-02-02']] } });
    await element.updateComplete;
    expect(chips(element), 'of what does not hold').to.deep.equal([]);
  });

  it('is drawn where the breaks of the host’s rules cannot be read', async () => {
    for (const rules of [{ breaks: 'March' }, '{"breaks":"March"}', { breaks: [['2024-02-30', 'soon']] }]) {
      const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, data, rules }));
      await waitUntil(() => element.pageDataset?.status.kind === 'error', 'no error');
      await element.updateComplete;
      expect(textOf(element)).to.contain('No breaks');
    }
  });

  it('lets the page refuse a filter', async () => {
    const element = await bar();
    element.addEventListener('stats-filter', (event) => event.preventDefault());
    choose(element, 'org', 'North');
    await element.updateComplete;
    expect(element.getState().clauses).to.be.empty;
  });

  it('offers fields of explorations for a creator', async () => {
    const rows = creatorStats(3);
    const element = await fixture<StatsFilterBar>(show('stats-filter-bar', { provider: 'creator-engagement-stats', data: rows }));
    await waitUntil(() => textOf(element).includes('Explorations: 3'), 'no count', { timeout: 10_000 });
    expect(all(element, '[data-control="org"], [data-control="inactive-days"]')).to.be.empty;
  });

  it('says of a break that lacks a day, or whose days are the wrong way round, what is wrong, at its own fields', async () => {
    const element = await bar();
    one<HTMLDetailsElement>(element, '.breaks').open = true;
    const fields = all<HTMLInputElement>(element, '.break-card input');
    const said = (): string => one(element, '[role=status]').textContent.trim();
    const add = (): void => one(element, '.break-card > .button').click();
    const described = (): (string | null)[] =>
      fields.map((field) => one(element, `#${field.getAttribute('aria-describedby')}`).textContent);
    const type = (at: number, value: string): void => {
      fields[at]!.value = value;
      fields[at]!.dispatchEvent(new Event('change'));
    };
    type(0, '2024-02-10');
    await element.updateComplete;
    expect(all(element, '[aria-invalid]')).to.have.lengthOf(0);
    add();
    await waitUntil(() => said() === 'Set the first and the last day.');
    expect(described()).to.deep.equal([said(), said()]);
    type(1, '2024-02-01');
    add();
    await waitUntil(() => said() === 'The first day comes after the last.');
    expect(described()).to.deep.equal([said(), said()]);
    expect(all(element, '[aria-invalid]')).to.deep.equal(fields);
    type(1, '2024-02-20');
    add();
    await waitUntil(() => all(element, '.break').length === 1);
    const written = 'Feb 10, 2024 – Feb 20, 2024';
    expect(one(element, '.break bdi').textContent).to.equal(written);
    expect(one(element, '.break button').getAttribute('aria-label')).to.equal(`Remove the break ${written}`);
    expect(all(element, '[aria-invalid], .fault')).to.have.lengthOf(0);
  });

  it('says anew how many pass after each break, though as many do', async () => {
    const element = await bar();
    const status = one(element, '[role=status]');
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent.trim())).observe(status, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    const count = one(element, '.count').textContent;
    for (const year of [1990, 1991]) {
      element.setState({ version: 1, clauses: [], params: { breaks: [[`${year}-02-01`, `${year}-02-02`]] } });
      await waitUntil(() => said.length > year - 1990, `nothing said of ${year}`);
    }
    expect(one(element, '.count').textContent).to.equal(count);
    expect(said).to.deep.equal([count, count]);
  });
});
