import { expect } from '@open-wc/testing';
import type { Value } from '../../../src/metrics/types.js';
import type { Prepared } from '../../../src/data/provider.js';
import { needShared, sharedJson, sharedText } from '../../support/shared.js';
import { ORACLE_NOW, plainRows, prepared, settingsAt } from '../../support/xapi.js';

interface Models {
  readonly tests: readonly { readonly name: string; readonly given: Readonly<Record<string, string>>; readonly expect: string | null }[];
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }>>;
}

function instant(text: Value | undefined): number {
  return Date.parse(`${String(text).replace(' ', 'T')}Z`);
}

/** Rows as sorted texts, numbers to five places. */
function multiset(rows: readonly (readonly (Value | undefined)[])[]): string[] {
  const rounded = (value: Value | undefined): Value | undefined => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
  return rows.map((row) => JSON.stringify(row.map(rounded))).sort();
}

describe('xAPI against the models of Open edX Aspects v8, all learners', () => {
  let models: Models;
  let tables: Prepared['tables'];

  before(async function () {
    const events = needShared(this, await sharedText('oracles/aspects/raw-events.ndjson.gz'), 'the oracles of Aspects');
    models = needShared(this, await sharedJson<Models>('oracles/aspects/unit-tests.json.gz'), 'the unit tests of Aspects');
    const sinks = await sharedJson<object>('oracles/aspects/raw-tables.json.gz');
    tables = (await prepared({ events, tables: sinks }, settingsAt(ORACLE_NOW, 'aspects-v8'))).tables;
  });

  function rowsOf(name: string | null | undefined): Record<string, Value>[] {
    const table = models.tables[name ?? ''];
    const columns = table?.columns ?? [];
    const rows = (table?.rows ?? []).map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
    expect(rows).not.to.be.empty;
    return rows;
  }

  function theirs(test: string): Record<string, Value>[] {
    return rowsOf(models.tests.find((each) => each.name === test)?.expect);
  }

  function given(test: string, input: string): Record<string, Value>[] {
    return rowsOf(models.tests.find((each) => each.name === test)?.given[input]);
  }

  function ours(name: string): Record<string, Value>[] {
    return plainRows(tables.get(name));
  }

  it('has each learner in each course with status, track, grade, range and state', () => {
    const expected = theirs('test_dim_student_status').map((row) => [
      row['course_key'],
      row['actor_id'],
      row['enrollment_status'],
      row['enrollment_mode'],
      instant(row['enrolled_at']),
      row['course_grade'],
      row['grade_bucket'],
      row['approving_state'],
    ]);
    const found = ours('enrollments').map((row) => [
      row['course_key'],
      row['actor_id'],
      row['enrollment_status'],
      row['track'],
      row['enrolled_at'],
      row['course_grade'],
      row['grade_bucket'],
      row['state'],
    ]);
    expect(multiset(found)).to.deep.equal(multiset(expected));
  });

  it('has the last visit of each learner who visited', () => {
    const expected = theirs('test_dim_learner_last_course_visit');
    const found = ours('enrollments').filter((row) => row['last_visit'] !== null);
    expect(multiset(found.map((row) => [row['course_key'], row['actor_id'], row['last_visit']]))).to.deep.equal(
      multiset(expected.map((row) => [row['course_key'], row['actor_id'], instant(row['emission_time'])])),
    );
  });

  it('has each page that a learner visited, on its last day', () => {
    const expected = theirs('test_fact_navigation_completion').map((row) => [row['actor_id'], row['block_id'], row['visited_on']]);
    const found = ours('visited_pages').map((row) => [
      row['actor_id'],
      row['block_id'],
      new Date(Number(row['last_visited_at'])).toISOString().slice(0, 10),
    ]);
    expect(multiset(found)).to.deep.equal(multiset(expected));
  });

  it('has the last response to each problem', () => {
    const expected = theirs('test_dim_learner_last_response').map((row) => [
      row['actor_id'],
      row['problem_id'],
      row['attempts'],
      row['success'],
    ]);
    const found = ours('problem_outcomes').map((row) => [row['actor_id'], row['block_id'], row['attempts'], row['last_correct']]);
    expect(multiset(found)).to.deep.equal(multiset(expected));
  });

  it('has each second of a video that a learner watched, as often as it was', () => {
    const expected = given('test_fact_video_engagement', 'fact_video_segments').map((row) => [
      row['actor_id'],
      String(row['object_id']).split('/xblock/')[1],
      row['watched_segment'],
      row['watch_count'],
    ]);
    const found = ours('video_segments').flatMap((row) =>
      Array.from({ length: Number(row['to_second']) - Number(row['from_second']) + 1 }, (_, step) => [
        row['actor_id'],
        row['block_id'],
        Number(row['from_second']) + step,
        row['passes'],
      ]),
    );
    expect(multiset(found)).to.deep.equal(multiset(expected));
  });

  for (const [kind, test, label] of [
    ['page', 'test_fact_pageview_engagement', 'section_subsection_page_engagement'],
    ['problem', 'test_fact_problem_engagement', 'section_subsection_problem_engagement'],
    ['video', 'test_fact_video_engagement', 'section_subsection_video_engagement'],
  ] as const) {
    it(`has every label of ${kind} engagement`, () => {
      const expected = theirs(test)
        .filter((row) => row['actor_id'] !== '' && row['actor_id'] !== null)
        .map((row) => [row['course_key'], row['actor_id'], row['section_subsection_name'], row['content_level'], row[label]]);
      const found = ours('engagement')
        .filter((row) => row['kind'] === kind)
        .map((row) => [row['course_key'], row['actor_id'], row['section_subsection'], row['level'], row['label']]);
      expect(multiset(found)).to.deep.equal(multiset(expected));
    });
  }
});
