import { orgOf } from '../../../../src/data/providers/xapi/courses.js';
import type { XapiEvent } from '../../../../src/data/providers/xapi/statement.js';
import type { Tables } from '../../../../src/data/table.js';
import {
  ASPECTS,
  courseBlockRows,
  eventsTable,
  fromEvents,
  fromTables,
  learnerRows,
  overviewRows,
} from '../../../support/aspects-tables.js';
import { expectSame, instant, renamed, select, text, timed, UnitTests } from '../../../support/aspects-unit-tests.js';
import type { Row } from '../../../support/aspects-unit-tests.js';
import { needShared, sharedText } from '../../../support/shared.js';
import { plainRows, prepared } from '../../../support/xapi.js';

/**
 * The unit tests of Aspects' models that concern tables of ours, under their names. Not among them: enrolment events with names
 * (`fact_enrollments`), counts of an instance (`fact_instance_enrollments`), counts of answers (`dim_problem_responses`).
 */
describe('unit tests of Open edX Aspects', () => {
  let tests: UnitTests;

  before(async function () {
    tests = await UnitTests.read(this);
  });

  describe('courses and blocks', () => {
    const BLOCK = {
      block_id: 'location',
      block_name: 'block_name',
      course_key: 'course_key',
      graded: 'graded',
      course_order: 'course_order',
    };

    async function blocksOf(rows: readonly Row[]): Promise<Row[]> {
      const { tables } = await prepared({ tables: { course_overviews: overviewRows(rows), course_blocks: rows } }, ASPECTS);
      return plainRows(tables.get('blocks')).map((row) => ({
        ...renamed([row], BLOCK)[0],
        display_name_with_location: `${text(row['location'])} - ${text(row['block_name'])}`,
      }));
    }

    it('test_dim_course_names', async () => {
      const { given, expected } = tests.test('test_dim_course_names');
      const { tables } = await prepared({ tables: { course_overviews: given('course_overviews') } }, ASPECTS);
      expectSame(plainRows(tables.get('courses')), expected, ['course_key', 'course_name', 'course_run', 'org']);
    });

    it('test_dim_most_recent_course_blocks', async () => {
      const { given, expected } = tests.test('test_dim_most_recent_course_blocks');
      const columns = ['location', 'block_name', 'course_key', 'graded', 'display_name_with_location', 'course_order'];
      expectSame(await blocksOf(given('course_blocks')), expected, columns);
    });

    it('test_dim_course_block_names', async () => {
      const { given, expected } = tests.test('test_dim_course_block_names');
      const columns = ['location', 'block_name', 'course_key', 'graded', 'course_order', 'display_name_with_location'];
      expectSame(await blocksOf(courseBlockRows(given('dim_most_recent_course_blocks'))), expected, columns);
    });

    it('test_dim_course_blocks', async () => {
      const { given, expected } = tests.test('test_dim_course_blocks');
      const overviews = given('dim_course_names').map((row) => ({ ...row, display_name: row['course_name'] ?? null }));
      const { tables } = await prepared(
        { tables: { course_overviews: overviews, course_blocks: courseBlockRows(given('dim_course_block_names')) } },
        ASPECTS,
      );
      const names = {
        org: 'org',
        course_key: 'course_key',
        course_name: 'course_name',
        course_run: 'course_run',
        block_id: 'block_id',
        section_block: 'section_block_id',
        subsection_block: 'subsection_block_id',
        block_name: 'block_name',
        location: 'hierarchy_location',
        course_order: 'course_order',
        graded: 'graded',
        block_type: 'block_type',
        section: 'section_with_name',
        subsection: 'subsection_with_name',
      };
      expectSame(renamed(select(tables, 'blocks', Object.keys(names)), names), expected, Object.values(names));
    });
  });

  describe('learners in courses', () => {
    const gradingEvents = (rows: readonly Row[]): Tables =>
      fromEvents(
        rows,
        eventsTable('grade', rows, (row) => ({
          of_course: text(row['object_id']).includes('/course/'),
          state: (row['approving_state'] === '' ? null : row['approving_state']) as XapiEvent['state'],
          score: Number(row['scaled_score']),
        })),
      );

    /** Enrolments whose grade events say something in a column, with the column as Aspects names it. */
    const graded = (tables: Tables, column: 'score' | 'state', names: Readonly<Record<string, string>>): Row[] => {
      const keyOf = (row: Row): string => JSON.stringify([row['course_key'], row['actor_id']]);
      const said = new Set(
        plainRows(tables.get('grades'))
          .filter((row) => row[column] !== null)
          .map(keyOf),
      );
      return renamed(
        plainRows(tables.get('enrollments')).filter((row) => said.has(keyOf(row))),
        { ...KEY, ...names },
      );
    };
    const KEY = { course_key: 'course_key', actor_id: 'actor_id' };

    it('test_dim_most_recent_enrollment', () => {
      const { given, expected } = tests.test('test_dim_most_recent_enrollment');
      const rows = given('enrollment_events');
      const tables = fromEvents(
        rows,
        eventsTable('enrollment', rows, (row) => ({ track: text(row['enrollment_mode']) })),
      );
      const names = { ...KEY, enrollment_status: 'enrollment_status', track: 'enrollment_mode', enrolled_at: 'emission_time' };
      const ours = renamed(plainRows(tables.get('enrollments')), names).map((row) => ({ ...row, org: orgOf(text(row['course_key'])) }));
      expectSame(ours, timed(expected), ['org', ...Object.values(names)]);
    });

    it('test_dim_learner_most_recent_course_grade', () => {
      const { given, expected } = tests.test('test_dim_learner_most_recent_course_grade');
      const ours = graded(gradingEvents(given('grading_events')), 'score', { course_grade: 'course_grade' });
      expectSame(ours, expected, ['course_key', 'actor_id', 'course_grade']);
    });

    it('test_dim_learner_most_recent_course_state', () => {
      const { given, expected } = tests.test('test_dim_learner_most_recent_course_state');
      const ours = graded(gradingEvents(given('grading_events')), 'state', { state: 'approving_state' });
      expectSame(ours, expected, ['course_key', 'actor_id', 'approving_state']);
    });

    it('test_dim_learner_last_course_visit', () => {
      const { given, expected } = tests.test('test_dim_learner_last_course_visit');
      const rows = given('navigation_events');
      const ours = renamed(plainRows(fromEvents(rows, eventsTable('visit', rows)).get('enrollments')), {
        ...KEY,
        last_visit: 'emission_time',
      });
      expectSame(ours, timed(expected), ['course_key', 'actor_id', 'emission_time']);
    });

    it('test_dim_student_status', async () => {
      const { given, expected } = tests.test('test_dim_student_status');
      const about = (row: Row): Row => ({ course_key: text(row['course_key']), actor_id: text(row['actor_id']) });
      const tables = await fromTables({
        courses: given('dim_course_names'),
        learners: learnerRows(given('dim_user_pii')),
        enrollments: given('dim_most_recent_enrollment').map((row) => ({
          ...about(row),
          enrollment_status: text(row['enrollment_status']),
          track: text(row['enrollment_mode']),
          enrolled_at: instant(row['emission_time']),
        })),
        grades: [
          ...given('dim_learner_most_recent_course_grade').map((row) => ({
            ...about(row),
            graded_at: instant(row['emission_time']),
            score: row['course_grade'] ?? null,
          })),
          ...given('dim_learner_most_recent_course_state').map((row) => ({
            ...about(row),
            graded_at: instant(row['emission_time']),
            state: text(row['approving_state']),
          })),
        ],
      });
      const names = {
        org: 'org',
        ...KEY,
        course_name: 'course_name',
        course_run: 'course_run',
        state: 'approving_state',
        track: 'enrollment_mode',
        enrollment_status: 'enrollment_status',
        course_grade: 'course_grade',
        grade_bucket: 'grade_bucket',
        username: 'username',
        name: 'name',
        email: 'email',
        enrolled_at: 'enrolled_at',
      };
      expectSame(renamed(select(tables, 'enrollments', Object.keys(names)), names), timed(expected, 'enrolled_at'), Object.values(names));
    });

    it('test_user_pii', async () => {
      const { given, expected } = tests.test('test_user_pii');
      const tables = { user_profile: given('user_profile'), external_id: given('external_id') };
      const ours = plainRows((await prepared({ tables }, ASPECTS)).tables.get('learners'));
      const external = new Set(expected.map((row) => text(row['external_user_id'])));
      const names = { actor_id: 'external_user_id', username: 'username', name: 'name', email: 'email' };
      expectSame(
        renamed(
          ours.filter((row) => external.has(text(row['actor_id']))),
          names,
        ),
        expected,
        Object.values(names),
      );
    });
  });

  describe('event tables from statements', () => {
    let events: readonly Row[];

    before(async function () {
      const raw = needShared(this, await sharedText('oracles/aspects/raw-events.ndjson.gz'), 'the statements of Aspects');
      events = plainRows((await prepared({ events: raw }, ASPECTS)).snapshot.tables.get('xapi_events'));
    });

    const SAME = { id: 'event_id', time: 'emission_time', actor_id: 'actor_id', course_key: 'course_key' };
    const cases: readonly { test: string; kind: string; names: Readonly<Record<string, string>>; verbs?: RegExp }[] = [
      {
        test: 'test_enrollment_events',
        kind: 'enrollment',
        names: { track: 'enrollment_mode', verb: 'enrollment_status', url: 'object_id' },
      },
      {
        test: 'test_grading_events',
        kind: 'grade',
        verbs: /(earned|passed|failed)$/,
        names: { url: 'object_id', score: 'scaled_score', state: 'approving_state' },
      },
      { test: 'test_navigation_events', kind: 'visit', names: { block_id: 'block_id' } },
      {
        test: 'test_problem_events',
        kind: 'problem',
        verbs: /evaluated$/,
        names: { url: 'object_id', block_id: 'problem_id', score: 'scaled_score', success: 'success', attempt: 'attempts' },
      },
      {
        test: 'test_video_playback_events',
        kind: 'video',
        verbs: /(completed|terminated|paused|played|seeked)$/,
        names: { url: 'object_id', length: 'video_duration' },
      },
    ];
    for (const { test, kind, names, verbs } of cases) {
      it(test, () => {
        const theirs = timed(tests.test(test).expected.filter((row) => verbs === undefined || verbs.test(text(row['verb_id']))));
        const all = { ...SAME, ...names };
        const ours = renamed(
          events.filter((row) => row['kind'] === kind),
          all,
        ).map((row) => ({ ...row, scaled_score: row['scaled_score'] ?? 0 }));
        expectSame(
          ours,
          theirs.map((row) => ({ ...row, scaled_score: row['scaled_score'] ?? 0 })),
          Object.values(all),
        );
      });
    }
  });
});
