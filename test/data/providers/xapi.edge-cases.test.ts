import { expect } from '@open-wc/testing';
import type { Value } from '../../../src/metrics/types.js';
import type { ProviderInput, Settings } from '../../../src/data/provider.js';
import { needShared, sharedJson } from '../../support/shared.js';
import { statement } from '../../support/statements.js';
import { ORACLE_NOW, plainRows, prepared, settingsAt, viewRows } from '../../support/xapi.js';

type Row = Readonly<Record<string, string>>;
type Given = 'enrollment_events' | 'grading_events' | 'navigation_events' | 'user_pii' | 'dim_course_names';
interface EdgeCases {
  readonly cases: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<Given, readonly Row[]>>;
  readonly expect_at_risk_learners: readonly Row[];
  readonly dim_student_status: readonly Row[];
}
interface Fixtures {
  readonly tests: readonly { readonly name: string; readonly given: Readonly<Record<string, string>>; readonly expect: string }[];
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }>>;
}

/** The event tables as the statements that they were made from. */
function inputOf({ given }: EdgeCases): ProviderInput {
  const about = (row: Row): { id: string; actor: string; verb: string; time: string; course: string } => ({
    id: row['event_id'] ?? '',
    actor: row['actor_id'] ?? '',
    verb: row['verb_id'] ?? '',
    course: row['course_key'] ?? '',
    time: `${row['emission_time']?.replace(' ', 'T')}Z`,
  });
  const events = [
    ...given.enrollment_events.map((row) => statement({ ...about(row), track: row['enrollment_mode'] })),
    ...given.navigation_events.map((row) => statement({ ...about(row), object: `http://h/xblock/${row['block_id']}` })),
    ...given.grading_events.map((row) =>
      statement({
        ...about(row),
        object: row['object_id'],
        score: Number(row['scaled_score']),
        grade: row['approving_state'] === 'passed' ? 'Pass' : row['approving_state'] === 'failed' ? 'Fail' : undefined,
      }),
    ),
  ];
  return {
    data: events,
    tables: {
      course_overviews: given.dim_course_names.map((row) => ({
        org: row['org'],
        course_key: row['course_key'],
        display_name: row['course_name'],
      })),
      course_blocks: [],
      user_profile: given.user_pii.map((row) => ({ id: row['user_id'], user_id: row['user_id'], name: row['name'], email: row['email'] })),
      external_id: given.user_pii.map((row) => ({
        external_user_id: row['external_user_id'],
        user_id: row['user_id'],
        username: row['username'],
      })),
    },
  };
}

async function edgeCases(context: Mocha.Context): Promise<EdgeCases> {
  return needShared(context, await sharedJson<EdgeCases>('oracles/aspects/edge-cases.json'), 'the edge cases of Aspects');
}

async function listed(cases: EdgeCases, settings: Settings): Promise<Record<string, Value>[]> {
  return viewRows((await prepared(inputOf(cases), settings)).tables, settings)('at-risk.learners');
}

const COLUMNS = [
  ['actor_id', 'actor_id'],
  ['state', 'approving_state'],
  ['track', 'enrollment_mode'],
  ['grade_bucket', 'grade_bucket'],
  ['course_grade', 'course_grade'],
  ['name', 'name'],
  ['username', 'username'],
  ['email', 'email'],
  ['course_name', 'course_name'],
  ['course_run', 'course_run'],
] as const;

describe('xAPI edge cases', () => {
  it('lists under aspects-v8 whom Aspects lists, with its columns', async function () {
    const cases = await edgeCases(this);
    const rows = await listed(cases, settingsAt(ORACLE_NOW, 'aspects-v8'));
    const ours = rows.map((row) => COLUMNS.map(([column]) => row[column])).sort();
    const theirs = cases.expect_at_risk_learners
      .map((row) => COLUMNS.map(([, column]) => (row[column] === '' ? null : row[column])))
      .sort();
    expect(ours).to.deep.equal(theirs);
  });

  it('gives every enrolled learner of Aspects the same grade, range and state under aspects-v8', async function () {
    const cases = await edgeCases(this);
    const { tables } = await prepared(inputOf(cases), settingsAt(ORACLE_NOW, 'aspects-v8'));
    const columns = ['actor_id', 'state', 'enrollment_status', 'course_grade', 'grade_bucket'];
    const ours = plainRows(tables.get('enrollments'))
      .map((row) => columns.map((column) => row[column]))
      .sort();
    const theirs = cases.dim_student_status
      .map((row) => ['actor_id', 'approving_state', 'enrollment_status', 'course_grade', 'grade_bucket'].map((column) => row[column]))
      .sort();
    expect(ours).to.deep.equal(theirs);
  });

  it('lists by default the same learners, also exactly seven days after the visit and in a course without overview', async function () {
    const cases = await edgeCases(this);
    const rows = await listed(cases, settingsAt(ORACLE_NOW));
    const theirs = cases.expect_at_risk_learners.map((row) => row['actor_id']);
    expect(rows.map((row) => row['actor_id']).sort()).to.deep.equal([...theirs, 'L02', 'L16'].sort());
    expect(rows.find((row) => row['actor_id'] === 'L16')).to.include({
      course_name: 'course-v1:Edge+Unknown+R1',
      org: 'Edge',
      course_run: 'R1',
    });
  });

  it('has by default exact grade ranges, and none without a grade', async function () {
    const cases = await edgeCases(this);
    const rows = await listed(cases, settingsAt(ORACLE_NOW));
    const grades = new Map(rows.map((row) => [row['actor_id'], [row['course_grade'], row['grade_bucket']]]));
    expect(grades.get('L09')).to.deep.equal([0.9, '90-100%']);
    expect(grades.get('L01')).to.deep.equal([null, null]);
    expect(grades.get('L19')).to.deep.equal([null, null]);
  });

  it('counts sections over the whole latest publish by default, as the unreleased model of Aspects does', async function () {
    const fixtures = needShared(this, await sharedJson<Fixtures>('oracles/aspects/unit-tests.json.gz'), 'the unit tests of Aspects');
    const test = fixtures.tests.find(({ name }) => name === 'test_fact_pageview_engagement_sections');
    const rowsOf = (name: string | undefined): Record<string, Value>[] => {
      const table = fixtures.tables[name ?? ''];
      return (table?.rows ?? []).map((row) => Object.fromEntries((table?.columns ?? []).map((column, at) => [column, row[at] ?? null])));
    };
    const types = new Map<Value, string>([
      ['section', 'chapter'],
      ['subsection', 'sequential'],
      ['unit', 'vertical'],
    ]);
    const blocks = rowsOf(test?.given['dim_course_blocks']).map((row) => {
      const [section, subsection, unit] = String(row['hierarchy_location']).split(':').map(Number);
      return {
        course_key: row['course_key'],
        location: row['block_id'],
        display_name: row['block_name'],
        order: row['course_order'],
        time_last_dumped: row['in_latest_publish'] === true ? '2024-02-01 00:00:00.000001' : '2024-02-01 00:00:00',
        xblock_data_json: {
          block_type: types.get(row['block_type'] ?? null) ?? row['block_type'],
          section,
          subsection,
          unit,
          graded: false,
        },
      };
    });
    const events = rowsOf(test?.given['fact_learner_page_visits']).map((row, at) =>
      statement({
        id: String(at),
        actor: String(row['actor_id']),
        verb: 'navigated',
        time: `${String(row['emission_time']).replace(' ', 'T')}Z`,
        course: String(row['course_key']),
        object: `http://h/xblock/${String(row['block_id'])}`,
      }),
    );
    const { tables } = await prepared({ data: events, tables: { course_blocks: blocks } }, settingsAt(ORACLE_NOW));
    const ours = plainRows(tables.get('engagement')).map((row) => [row['actor_id'], row['section_subsection'], row['level'], row['label']]);
    const theirs = rowsOf(test?.expect).map((row) => [
      row['actor_id'],
      row['section_subsection_name'],
      row['content_level'],
      row['section_subsection_page_engagement'],
    ]);
    expect(theirs).not.to.be.empty;
    expect(ours.sort()).to.deep.equal(theirs.sort());
  });
});
