import { expect } from '@open-wc/testing';
import { parseStatement } from '../../../support/parse-statement.js';
import type { Table, Tables } from '../../../../src/data/table.js';
import { DEFAULT_AT_RISK_RULES } from '../../../../src/metrics/at-risk.js';
import { blockRows, eventsTable, fromEvents, fromTables, LATE } from '../../../support/aspects-tables.js';
import { expectSame, instant, renamed, select, text, UnitTests } from '../../../support/aspects-unit-tests.js';
import type { Row } from '../../../support/aspects-unit-tests.js';
import { statement } from '../../../support/statements.js';
import { plainRows, settingsAt } from '../../../support/xapi.js';

const ENGAGEMENT: readonly string[] = ['course_key', 'actor_id', 'section_subsection_name', 'content_level'];

/** Our labels of a kind as Aspects names the columns. */
function engagementOf(tables: Tables, kind: 'page' | 'problem' | 'video'): Row[] {
  return renamed(
    plainRows(tables.get('engagement')).filter((row) => row['kind'] === kind),
    {
      course_key: 'course_key',
      actor_id: 'actor_id',
      block_id: 'block_id',
      section_subsection: 'section_subsection_name',
      level: 'content_level',
      label: `section_subsection_${kind}_engagement`,
    },
  );
}

/** Blocks that make each subsection of the rows as large as they say: the block visited, and as many units as `page_count`. */
function pagesOf(visits: readonly Row[]): Row[] {
  const blocks = new Map<string, Row>();
  for (const row of visits) {
    const place = {
      course_key: text(row['course_key']),
      section: row['section_with_name'] ?? null,
      section_block: row['section_block_id'] ?? null,
      subsection: row['subsection_with_name'] === '' ? null : (row['subsection_with_name'] ?? null),
      subsection_block: row['subsection_block_id'] === '' ? null : (row['subsection_block_id'] ?? null),
    };
    blocks.set(text(row['block_id']), { ...place, block_id: text(row['block_id']), block_type: 'visited' });
    for (let page = 1; page <= Number(row['page_count']); page++) {
      const block_id = JSON.stringify([place.course_key, place.section_block, place.subsection_block, page]);
      blocks.set(block_id, { ...place, block_id, block_type: 'unit' });
    }
  }
  return [...blocks.values()];
}

describe('unit tests of Open edX Aspects: engagement', () => {
  let tests: UnitTests;

  before(async function () {
    tests = await UnitTests.read(this);
  });

  describe('pages', () => {
    it('test_fact_navigation_completion', async () => {
      const { given, expected } = tests.test('test_fact_navigation_completion');
      const tables = await fromTables({
        blocks: blockRows(given('dim_course_blocks')),
        page_visits: given('navigation_events').map((row) => ({
          course_key: text(row['course_key']),
          actor_id: text(row['actor_id']),
          block_id: text(row['block_id']),
          visited_at: instant(row['emission_time']),
        })),
      });
      const names = {
        course_key: 'course_key',
        block_id: 'block_id',
        actor_id: 'actor_id',
        section: 'section_with_name',
        subsection: 'subsection_with_name',
        section_block: 'section_block_id',
        subsection_block: 'subsection_block_id',
      };
      const ours = select(tables, 'visited_pages', [...Object.keys(names), 'last_visited_at']).map((row) => ({
        ...renamed([row], names)[0],
        visited_on: new Date(Number(row['last_visited_at'])).toISOString().slice(0, 10),
      }));
      expectSame(ours, expected, [...Object.values(names), 'visited_on']);
    });

    it('test_fact_pageview_engagement', async () => {
      const { given, expected } = tests.test('test_fact_pageview_engagement');
      const visits = given('fact_navigation_completion');
      const tables = await fromTables({
        blocks: pagesOf(visits),
        page_visits: visits.map((row) => ({
          course_key: text(row['course_key']),
          actor_id: text(row['actor_id']),
          block_id: text(row['block_id']),
          visited_at: Date.parse(text(row['visited_on'])),
        })),
      });
      expectSame(engagementOf(tables, 'page'), expected, [...ENGAGEMENT, 'section_subsection_page_engagement']);
    });

    it('test_fact_pageview_engagement_sections', async () => {
      const { given, expected } = tests.test('test_fact_pageview_engagement_sections');
      const latest = given('dim_course_blocks').filter((row) => row['in_latest_publish'] === true);
      const visits = given('fact_learner_page_visits').map((row) => ({
        course_key: text(row['course_key']),
        actor_id: text(row['actor_id']),
        block_id: text(row['block_id']),
        visited_at: instant(row['emission_time']),
      }));
      const tables = await fromTables({ blocks: blockRows(latest), page_visits: visits }, settingsAt(LATE, DEFAULT_AT_RISK_RULES));
      expectSame(engagementOf(tables, 'page'), expected, [...ENGAGEMENT, 'section_subsection_page_engagement']);
    });
  });

  describe('problems', () => {
    const problemEvents = (rows: readonly Row[]): Table =>
      eventsTable(
        'problem',
        rows.filter((row) => text(row['verb_id']).endsWith('/evaluated')),
        (row) => ({
          block_id: text(row['problem_id']),
          success: row['success'] === true,
          attempt: Number(row['attempts']),
          score: Number(row['scaled_score']),
        }),
      );

    async function outcomes(given: (table: string) => Row[]): Promise<Tables> {
      const rows = given('problem_events');
      const responses = plainRows(fromEvents(rows, problemEvents(rows)).get('problem_responses'));
      return fromTables({ blocks: blockRows(given('dim_course_blocks')), problem_responses: responses });
    }

    it('test_dim_learner_last_response', async () => {
      const { given, expected } = tests.test('test_dim_learner_last_response');
      const names = {
        course_key: 'course_key',
        actor_id: 'actor_id',
        block_id: 'problem_id',
        problem: 'display_name_with_location',
        url: 'url',
        graded: 'graded',
        attempts: 'attempts',
        last_correct: 'success',
        course_order: 'course_order',
      };
      const ours = renamed(select(await outcomes(given), 'problem_outcomes', Object.keys(names)), names);
      const theirs = expected.map((row) => ({ ...row, url: /href="([^"]*)"/.exec(text(row['problem_link']))?.[1] ?? null }));
      expectSame(ours, theirs, Object.values(names));
    });

    it('test_fact_problem_engagement', async () => {
      const { given, expected } = tests.test('test_fact_problem_engagement');
      const ours = engagementOf(await outcomes(given), 'problem');
      expectSame(ours, expected, [...ENGAGEMENT, 'block_id', 'section_subsection_problem_engagement']);
    });

    it('get_problem_id', () => {
      const rows = tests.test('get_problem_id').expected;
      const ours = rows.map((row): Row => {
        const event = parseStatement(statement({ verb: 'evaluated', time: '2024-01-01T00:00:00Z', object: text(row['object_id']) }));
        const id = typeof event === 'string' ? event : event.block_id;
        return { ...row, problem_id: id.includes('@problem+block@') ? id : '' };
      });
      expectSame(ours, rows, ['object_id', 'problem_id']);
    });
  });

  it('test_fact_video_engagement', async () => {
    const { given, expected } = tests.test('test_fact_video_engagement');
    const tables = await fromTables({
      blocks: blockRows(given('dim_course_blocks')),
      video_watches: given('fact_video_segments').map((row) => ({
        course_key: text(row['course_key']),
        actor_id: text(row['actor_id']),
        block_id: text(row['object_id']).split('/xblock/')[1] ?? '',
        from_second: row['watched_segment'] ?? null,
        to_second: row['watched_segment'] ?? null,
        length: row['video_duration'] ?? null,
      })),
    });
    const watched = expected.filter((row) => row['actor_id'] !== '');
    expectSame(engagementOf(tables, 'video'), watched, [...ENGAGEMENT, 'block_id', 'section_subsection_video_engagement']);
  });

  it('counts problems and videos of the course of test_fact_pageview_engagement_sections as it counts pages', async () => {
    const { given } = tests.test('test_fact_pageview_engagement_sections');
    const latest = blockRows(given('dim_course_blocks').filter((row) => row['in_latest_publish'] === true));
    const course = text(latest[0]?.['course_key']);
    const did = (actor_id: string, ...names: string[]): Row[] =>
      names.map((name) => ({ course_key: course, actor_id, block_id: `block-v1:Org0+Fixture+Run+type@${name}` }));
    const seconds = { from_second: 1, to_second: 9 };
    const tables = await fromTables(
      {
        blocks: latest,
        problem_responses: [...did('a', 'problem+block@p1', 'problem+block@p2', 'problem+block@pd'), ...did('b', 'problem+block@p3')],
        video_watches: [...did('a', 'video+block@v1', 'video+block@v3'), ...did('b', 'video+block@v2')].map((row) => ({
          ...row,
          ...seconds,
        })),
      },
      settingsAt(LATE, DEFAULT_AT_RISK_RULES),
    );
    const labels = (kind: 'problem' | 'video'): string[] =>
      engagementOf(tables, kind).map((row) =>
        [row['actor_id'], row['section_subsection_name'], row[`section_subsection_${kind}_engagement`]].join(' | '),
      );
    expect(labels('problem')).to.have.members([
      'a | 1:0:0 - Section 1 | At least one problem attempted',
      'a | 1:1:0 - Subsection 1.1 | All problems attempted',
      'b | 1:0:0 - Section 1 | At least one problem attempted',
      'b | 1:2:0 - Subsection 1.2 | All problems attempted',
    ]);
    expect(labels('video')).to.have.members([
      'a | 1:0:0 - Section 1 | At least one video viewed',
      'a | 1:1:0 - Subsection 1.1 | All videos viewed',
      'a | 2:0:0 - Section 2 | All videos viewed',
      'a | 2:1:0 - Subsection 2.1 | All videos viewed',
      'b | 1:0:0 - Section 1 | At least one video viewed',
      'b | 1:2:0 - Subsection 1.2 | All videos viewed',
    ]);
  });

  it('takes only problems for problems, whatever else was evaluated, as get_problem_id does', async () => {
    const place = { course_key: 'c', section: '1:0:0 - A', section_block: 'a', subsection: '1:1:0 - B', subsection_block: 'b' };
    const tables = await fromTables({
      blocks: [
        { ...place, block_id: 'p1', block_type: 'problem' },
        { ...place, block_id: 'p2', block_type: 'problem' },
        { ...place, block_id: 'drag', block_type: 'drag-and-drop-v2' },
      ],
      problem_responses: ['p1', 'drag'].map((block_id) => ({ course_key: 'c', actor_id: 'ann', block_id })),
    });
    expect(engagementOf(tables, 'problem').map((row) => row['section_subsection_problem_engagement'])).to.deep.equal([
      'At least one problem attempted',
      'At least one problem attempted',
    ]);
  });
});
