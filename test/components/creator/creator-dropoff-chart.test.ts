import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/creator-dropoff-chart.js';
import { widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import {
  dashboardBody,
  issuesBody,
  listedExploration,
  loggedEvent,
  ndjson,
  statisticsBody,
  structureBody,
} from '../../support/oppia-bodies.js';
import { all, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const counts = (reached: number) => ({
  first_hit_count: reached,
  total_hit_count: reached,
  total_answers_count: reached,
  num_times_solution_viewed: 0,
  num_completions: reached - 1,
});
const STATES = { End: counts(40), Start: counts(38), Sum: counts(20), Help: counts(4) };
const STRUCTURE = structureBody('Start', { Start: ['Sum', 'End'], Sum: ['Help', 'End'], Help: ['Sum'], End: [] });
const chart = (more: Readonly<Record<string, unknown>> = {}, settings: Readonly<Record<string, unknown>> = {}) =>
  widget('creator-dropoff-chart', {
    provider: 'oppia',
    data: {
      dashboard: dashboardBody([listedExploration('exp1', { title: 'Sums', num_views: 40 })]),
      statistics: { exp1: statisticsBody([40, 38, 30], STATES) },
      ...more,
    },
    now: '2026-11-16T09:00:00Z',
    ...settings,
  });
const cards = (element: Element) => all(element, '[role=option]').map((option) => option.getAttribute('aria-label')?.split(':')[0]);
const subtitle = (element: Element) => one(element, '.subtitle').textContent.trim();

describe('the cards of creator-dropoff-chart', () => {
  it('stand in the order of the exploration, and it says so', async () => {
    const element = await chart({ explorations: { exp1: STRUCTURE } });
    expect(cards(element)).to.deep.equal(['Start', 'Sum', 'Help', 'End']);
    expect(subtitle(element)).to.equal('Sums: its cards in the order of the exploration. Reached counts sessions; all else counts times.');
  });

  it('stand in the order in which sessions went, or that a host gives, and it says which', async () => {
    const ofTables = (more: Readonly<Record<string, unknown>>) =>
      widget('creator-dropoff-chart', {
        provider: 'tables',
        data: {
          explorations: [{ exploration: 'exp1', title: 'Sums', starts: 40 }],
          states: ['Start', 'Sum', 'End'].map((state, at) => ({
            exploration: 'exp1',
            state,
            state_order: at,
            first_hits: at + 1,
            ...more,
          })),
        },
      });
    const [bySessions, byHost] = [await ofTables({ order_source: 'sessions' }), await ofTables({})];
    expect(cards(bySessions)).to.deep.equal(['Start', 'Sum', 'End']);
    expect(subtitle(bySessions)).to.match(/^Sums: its cards in the order in which sessions went through them\./);
    expect(subtitle(byHost)).to.match(/^Sums: its cards in the order that the host gives\./);
  });

  it('stand by how many reached them where nothing tells their order, and it says that it does not', async () => {
    const element = await chart();
    expect(cards(element)).to.deep.equal(['End', 'Start', 'Sum', 'Help']);
    expect(subtitle(element)).to.match(/^Sums: its cards, the most reached first, as their order is not known here\./);
  });

  it('are not said to be left most often where another one is not known', async () => {
    const card = (shown: number, left: number | null) => ({ ...counts(shown), num_completions: left === null ? null : shown - left });
    const headline = async (other: object) => {
      const states = { A: card(900, 10), B: card(500, 30), C: other, End: { ...counts(400), total_answers_count: 0 } };
      const statistics = { exp1: { ...statisticsBody([900, 890, 400]), state_stats_mapping: states } };
      return all(await chart({ statistics }), '.headline').map((line) => line.textContent.trim());
    };
    expect(await headline(card(1000, 20))).to.deep.equal(['Left most often: B, 30 of the 500 times it was shown.']);
    expect(await headline(card(1000, null))).to.deep.equal([]);
  });

  describe('of which one that everybody left without an answer', () => {
    const shown = (hits: number, answers: number, completions: number) => ({
      first_hit_count: hits,
      total_hit_count: hits,
      total_answers_count: answers,
      num_times_solution_viewed: 0,
      num_completions: completions,
    });
    const ways = { A: ['B'], B: ['C'], C: ['End'], End: [] };
    const counted = { A: shown(500, 480, 470), B: shown(470, 450, 430), C: shown(440, 0, 0), End: shown(0, 0, 0) };
    const headline = async (states: object, more: object = {}) => {
      const statistics = { exp1: { ...statisticsBody([500, 480, 0]), state_stats_mapping: states } };
      return all(await chart({ statistics, ...more }), '.headline').map((line) => line.textContent.trim());
    };

    it('is left most often where the structure says that it leads on', async () => {
      const explorations = { exp1: structureBody('A', ways) };
      expect(await headline(counted, { explorations })).to.deep.equal(['Left most often: C, 440 of the 440 times it was shown.']);
    });

    it('may be an end without the structure, so no other is said to be left most often', async () => {
      expect(await headline(counted)).to.deep.equal([]);
    });

    it('is drawn as unknown where the counts do not name it, and no other is said to be left most often', async () => {
      const { A, B, End } = counted;
      const explorations = { exp1: structureBody('A', ways) };
      expect(await headline({ A, B, End }, { explorations })).to.deep.equal([]);
      const statistics = { exp1: { ...statisticsBody([500, 480, 0]), state_stats_mapping: { A, B, End } } };
      const element = await chart({ statistics, explorations });
      expect(cards(element)).to.deep.equal(['A', 'B', 'C', 'End']);
      const table = await chart({ statistics, explorations });
      const spoken = all(table, '[role=option]').map((option) => option.getAttribute('aria-label') ?? '');
      expect(spoken[2]).to.contain('Reached not known');
    });
  });

  it('have no series of what no card tells, and it says why', async () => {
    const states = ['Start', 'End'].map((state, at) => ({ exploration: 'exp1', state, state_order: at, first_hits: 40 - at, answers: 30 }));
    const element = await widget('creator-dropoff-chart', {
      provider: 'tables',
      data: { explorations: [{ exploration: 'exp1', title: 'Sums', starts: 40 }], states },
    });
    expect(all(element, '[part=legend] li, [part=legend] button').map((item) => item.textContent.trim())).not.to.include('Left here');
    expect(all(element, '[role=option]')[0]?.getAttribute('aria-label')).to.match(/^Start: Reached 40, Attempts 30/);
    expect(textOf(element)).to.contain('Completed: The tables that were given do not have this column.');
  });

  it('are not drawn from session events alone, and it says that statistics were not handed over', async () => {
    const events = [loggedEvent('start', 's1', 0, 'Start'), loggedEvent('answer_submitted', 's1', 30, 'Start', 30)];
    const element = await chart({ statistics: undefined }, { events: URL.createObjectURL(new Blob([ndjson(events)])) });
    expect(textOf(element)).to.contain('The statistics of explorations were not handed over.').and.not.contain('does not tell the cards');
  });

  it('have what Oppia noted in sampled plays beside them, without how often', async () => {
    const element = await chart({
      issues: { exp1: issuesBody(['EarlyQuit', 'Sum'], ['MultipleIncorrectSubmissions', 'Sum'], ['EarlyQuit', 'Start']) },
    });
    const list = one(element, '[part=issues]');
    expect(one(element, '[part=issues] summary').textContent).to.equal('Noted by Oppia in sampled plays: 2 cards');
    expect([...list.querySelectorAll('dt, li')].map((line) => line.textContent)).to.deep.equal([
      'Start',
      'Learners left here within five minutes.',
      'Sum',
      'Learners left here within five minutes.',
      'Learners gave several wrong answers in a row.',
    ]);
    const sum = all(element, '[role=option]').find((option) => option.getAttribute('aria-label')?.startsWith('Sum'));
    expect(sum?.getAttribute('aria-label')).to.contain('Noted in sampled plays Learners left here within five minutes. Learners gave');
    expect(list.textContent).to.contain('how often it happened is not known');
    const { columns } = (await widgetDocument(element.asExported, 'paper')).parts[0]!;
    const { data } = columns.find(({ name }) => name === 'noted')!;
    expect(data.type === 'category' && data.dictionary, 'of a card without a note').to.include('Nothing noted');
  });

  it('say one number each while one series is read, and no other measures, threads or notes', async () => {
    const element = await chart({ issues: { exp1: issuesBody(['EarlyQuit', 'End']) } });
    const label = () => element.shadowRoot!.activeElement?.getAttribute('aria-label') ?? '';
    one(element, '[role=listbox]').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(label()).to.contain('series 1 of 4');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => label().startsWith('End:'), 'the first card');
    await element.updateComplete;
    expect(label()).to.equal('End: Reached 40');
  });

  it('have no place for notes where they were not handed over', async () => {
    expect(all(await chart(), '[part=issues]')).to.have.length(0);
    expect(all(await chart({ issues: {} }), '[part=issues]')).to.have.length(0);
    const columns = (await widgetDocument((await chart({ issues: {} })).asExported, 'paper')).parts[0]!.columns;
    expect(
      columns.map(({ name }) => name),
      'notes of another exploration alone',
    ).not.to.include('noted');
  });
});
