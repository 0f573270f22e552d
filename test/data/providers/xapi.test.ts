import { expect } from '@open-wc/testing';
import { DEFAULT_AT_RISK_RULES } from '../../../src/metrics/at-risk.js';
import type { Value } from '../../../src/metrics/types.js';
import type { Settings } from '../../../src/data/provider.js';
import { block } from '../../support/statements.js';
import { OVERVIEW, say } from '../../support/xapi-course.js';
import type { Statements } from '../../support/xapi-course.js';
import { plainRows, prepared, settingsAt, viewRows } from '../../support/xapi.js';

const NOW = Date.parse('2024-03-13T00:00:00Z');
const OVERVIEWS = { course_overviews: [OVERVIEW] };
const ENROLLED = { verb: 'registered', on: '2024-01-10', track: 'audit' };
const VISITED = { verb: 'navigated', on: '2024-02-01', object: block('vertical', 'u1') };

async function enrollments(data: Statements, settings = settingsAt(NOW), tables: object = OVERVIEWS): Promise<Record<string, Value>[]> {
  return plainRows((await prepared({ data, tables }, settings)).tables.get('enrollments'));
}

async function only(data: Statements, settings?: Settings): Promise<Record<string, Value>> {
  const rows = await enrollments(data, settings);
  expect(rows).to.have.length(1);
  return rows[0] ?? {};
}

const at = (text: string): number => Date.parse(text.length > 10 ? text : `${text}T00:00:00Z`);

describe('xapiProvider.prepare: enrolments', () => {
  it('takes status, track and time of the latest enrolment event, and the first registration', async () => {
    const row = await only(
      say(
        ENROLLED,
        { verb: 'registered', on: '2024-02-01', track: 'verified' },
        { verb: 'unregistered', on: '2024-02-03', track: 'verified' },
      ),
    );
    expect(row).to.include({
      enrollment_status: 'unregistered',
      track: 'verified',
      first_enrolled_at: at('2024-01-10'),
      enrolled_at: at('2024-02-03'),
      listed: false,
    });
  });

  it('breaks ties of time by the id of the statement, whatever the order of lines', async () => {
    const data = say({ ...ENROLLED, id: 'a', track: 'audit' }, { ...ENROLLED, id: 'b', track: 'verified' });
    expect((await only(data))['track']).to.equal('verified');
    expect((await only([...data].reverse()))['track']).to.equal('verified');
  });

  it('takes the last visit of all, and the last activity of any verb', async () => {
    const row = await only(
      say(ENROLLED, { ...VISITED, on: '2024-02-20' }, VISITED, { verb: 'viewed', on: '2024-03-01', object: block('vertical', 'u1') }),
    );
    expect(row).to.include({ last_visit: at('2024-02-20'), last_activity: at('2024-03-01'), days_inactive: 22, listed: true });
  });

  it('sees nothing after now, and says how much that was', async () => {
    const data = say(ENROLLED, VISITED, { ...VISITED, on: '2024-03-13' }, { ...VISITED, on: '2024-03-13T00:00:01Z' });
    const { tables, later } = await prepared({ data }, settingsAt(NOW));
    expect(later).to.equal(1);
    expect(plainRows(tables.get('enrollments'))[0]).to.include({ last_visit: NOW });
  });

  it('takes a visit known by its day alone to be at the end of the local day', async () => {
    const data = [...say(ENROLLED), { ...say(VISITED)[0], timestamp: '2024-03-05' }];
    const row = await only(data, settingsAt(at('2024-03-13T05:00:00Z'), undefined, 'America/New_York'));
    expect(row).to.include({ last_visit: at('2024-03-06T04:59:59.999Z'), days_inactive: 7 });
    const today = [...say(ENROLLED), { ...say(VISITED)[0], timestamp: '2024-03-13' }];
    expect((await only(today, settingsAt(NOW + 1)))['last_visit']).to.equal(NOW + 1);
    expect((await only(today))['last_visit']).to.equal(null);
  });

  it('finds who never started', async () => {
    expect(await only(say(ENROLLED))).to.include({ never_started: true, listed: false, last_visit: null, days_inactive: null });
    expect(await only(say(ENROLLED, VISITED))).to.include({ never_started: false });
  });

  it('makes an enrolment of unknown status for who has none, which is not listed', async () => {
    expect(await only(say(VISITED))).to.include({
      enrollment_status: null,
      listed: false,
      never_started: false,
      last_visit: at('2024-02-01'),
    });
  });

  it('keeps a course without overview, named by its key, and drops it under aspects-v8', async () => {
    const data = say({ ...ENROLLED, course: 'course-v1:Org+New+2024' });
    const { tables } = await prepared({ data, tables: { course_overviews: [OVERVIEW] } }, settingsAt(NOW));
    expect(plainRows(tables.get('courses'))).to.deep.include({
      course_key: 'course-v1:Org+New+2024',
      org: 'Org',
      course_name: 'course-v1:Org+New+2024',
      course_run: '2024',
      pass_mark: null,
    });
    expect(await enrollments(data, settingsAt(NOW, 'aspects-v8'))).to.deep.equal([]);
  });

  it('names a course as its last modified overview does', async () => {
    const versions = [
      { ...OVERVIEW, display_name: 'New', modified: '2024-02-01' },
      { ...OVERVIEW, display_name: 'Old' },
    ];
    const { tables } = await prepared({ data: [], tables: { course_overviews: versions } }, settingsAt(NOW));
    expect(plainRows(tables.get('courses'))[0]).to.include({ course_name: 'New' });
  });

  it('leaves days of a break out, and counts a later enrolment or activity where the rules say so', async () => {
    const data = say(ENROLLED, { ...VISITED, on: '2024-03-04' }, { verb: 'registered', on: '2024-03-10', track: 'verified' });
    const withRules = (rules: object): Settings => settingsAt(NOW, { ...DEFAULT_AT_RISK_RULES, ...rules });
    expect(await only(data)).to.include({ days_inactive: 9, listed: true });
    expect(await only(data, withRules({ breaks: [['2024-03-06', '2024-03-08']] }))).to.include({ days_inactive: 6, listed: false });
    expect(await only(data, withRules({ reenrollmentCounts: true }))).to.include({ days_inactive: 3, listed: false });
    expect(await only(data, withRules({ from: 'activity' }))).to.include({ days_inactive: 3, listed: false });
    expect(await only(data, withRules({ inactiveDays: 10 }))).to.include({ days_inactive: 9, listed: false });
  });
});

describe('xapiProvider.prepare: grades', () => {
  const aspects = settingsAt(NOW, 'aspects-v8');

  it('knows neither grade nor range before the first, which aspects-v8 takes for 0', async () => {
    expect(await only(say(ENROLLED))).to.include({ course_grade: null, grade_bucket: null, state: 'failed' });
    expect(await only(say(ENROLLED), aspects)).to.include({ course_grade: 0, grade_bucket: '0-9%', state: 'failed' });
  });

  it('takes the newest grade of the course, not that of a subsection', async () => {
    const row = await only(
      say(
        ENROLLED,
        { verb: 'earned', on: '2024-02-01', score: 0.4, grade: 'Fail' },
        { verb: 'earned', on: '2024-02-02', score: 0.7, grade: 'Fail' },
        { verb: 'earned', on: '2024-02-03', score: 1, object: block('sequential', 's1') },
      ),
    );
    expect(row).to.include({ course_grade: 0.7, grade_bucket: '70-79%', state: 'failed' });
  });

  it('learns from “passed” without a score that the course is passed, and nothing of the grade', async () => {
    const data = say(
      ENROLLED,
      VISITED,
      { verb: 'earned', on: '2024-02-01', score: 0.6, grade: 'Fail' },
      { verb: 'passed', on: '2024-02-02' },
    );
    expect(await only(data)).to.include({ state: 'passed', course_grade: 0.6, listed: false });
    expect(await only(data, aspects)).to.include({ state: 'passed', course_grade: 0.6, listed: false });
  });

  it('keeps the grade where “failed” says none, which is 0 under aspects-v8', async () => {
    const data = say(
      ENROLLED,
      VISITED,
      { verb: 'earned', on: '2024-02-01', score: 0.6, grade: 'Pass' },
      { verb: 'failed', on: '2024-02-02' },
    );
    expect(await only(data)).to.include({ state: 'failed', course_grade: 0.6, listed: true });
    expect(await only(data, aspects)).to.include({ state: 'failed', course_grade: 0, listed: true });
  });

  it('takes no grade outside 0 to 1 for one, but that it passed, which aspects-v8 takes as it is', async () => {
    const data = say(
      ENROLLED,
      { verb: 'earned', on: '2024-02-01', score: 0.4, grade: 'Fail' },
      { verb: 'earned', on: '2024-02-02', score: 85, grade: 'Pass' },
    );
    expect(await only(data)).to.include({ course_grade: 0.4, grade_bucket: '40-49%', state: 'passed' });
    expect(await only(data, aspects)).to.include({ course_grade: 85, grade_bucket: '90-100%', state: 'passed' });
  });

  it('says who on the list has the grade to pass, if the course names a pass mark', async () => {
    const data = say(ENROLLED, VISITED, { verb: 'earned', on: '2024-02-01', score: 0.5, grade: 'Fail' });
    expect(await only(data)).to.include({ would_pass: null });
    const marked = { course_overviews: [{ ...OVERVIEW, course_data_json: '{"lowest_passing_grade": 0.5}' }] };
    expect((await enrollments(data, settingsAt(NOW), marked))[0]).to.include({ would_pass: true });
  });

  it('shows approval: enrolled, passed, listed, and unknown where nothing is known', async () => {
    const data = say(
      ENROLLED,
      VISITED,
      { ...ENROLLED, actor: 'bob' },
      { verb: 'passed', on: '2024-02-02', actor: 'bob' },
      { ...ENROLLED, actor: 'eve' },
      { verb: 'unregistered', on: '2024-02-05', actor: 'eve' },
    );
    const view = viewRows((await prepared({ data }, settingsAt(NOW))).tables, settingsAt(NOW));
    expect(view('at-risk.approval')).to.deep.equal([{ enrolled: 2, passed: 1, passed_share: 0.5, listed: 1, listed_would_pass: null }]);
  });
});

describe('xapiProvider.prepare: the list of a week ago', () => {
  const [early, lately] = ['2024-02-01', '2024-03-10'];
  const change = async (data: Statements, settings = settingsAt(NOW)): Promise<Value | undefined> =>
    (await only(data, settings))['list_change'];

  it('calls a learner new who is on the list and was not a week ago', async () => {
    expect(await change(say(ENROLLED, { ...VISITED, on: '2024-03-05T12:00:00Z' }))).to.equal('new');
  });

  it('calls nobody new who was on the list already, exactly seven days after the visit included', async () => {
    expect(await change(say(ENROLLED, VISITED))).to.equal('same');
    expect(await change(say(ENROLLED, { ...VISITED, on: '2024-02-28T00:00:00Z' }))).to.equal('same');
    expect(await change(say(ENROLLED, { ...VISITED, on: '2024-02-28T00:00:01Z' }))).to.equal('new');
  });

  it('calls a learner back who was on the list and has visited since', async () => {
    expect(await change(say(ENROLLED, { ...VISITED, on: early }, { ...VISITED, on: lately }))).to.equal('back');
  });

  it('calls nobody back who left the course, or passed it', async () => {
    const back = [ENROLLED, { ...VISITED, on: early }, { ...VISITED, on: lately }];
    expect(await change(say(...back, { verb: 'unregistered', on: '2024-03-11' }))).to.equal('same');
    expect(await change(say(ENROLLED, { ...VISITED, on: early }, { verb: 'passed', on: lately }))).to.equal('same');
  });

  it('calls nobody new who enrolled since and was seen', async () => {
    const other = [{ ...ENROLLED, actor: 'bob', on: '2024-02-02' }] as const;
    const rows = await enrollments(say(...other, { ...ENROLLED, on: '2024-03-08' }, { ...VISITED, on: '2024-03-09' }));
    expect(rows.map((row) => row['list_change'])).to.deep.equal(['same', 'same']);
  });

  it('does not know where nothing was recorded before', async () => {
    expect(await change(say({ ...ENROLLED, on: '2024-03-07' }, { ...VISITED, on: '2024-03-08' }))).to.equal(null);
  });

  it('asks under the same threshold at both moments', async () => {
    const settings = settingsAt(NOW, { ...DEFAULT_AT_RISK_RULES, inactiveDays: 14 });
    expect(await change(say(ENROLLED, { ...VISITED, on: '2024-02-25' }), settings)).to.equal('new');
  });

  it('is counted by its view', async () => {
    const data = say(ENROLLED, { ...VISITED, on: '2024-03-05T12:00:00Z' });
    const settings = settingsAt(NOW);
    const { tables } = await prepared({ data, tables: OVERVIEWS }, settings);
    expect(viewRows(tables, settings)('at-risk.list-changes')).to.deep.equal([{ new_on_list: 1, back_again: 0, compared: 1 }]);
  });
});
