import { expect } from '@open-wc/testing';
import type { XapiEvent } from '../../../../src/data/providers/xapi/statement.js';
import { parseStatement } from '../../../support/parse-statement.js';
import { needShared, sharedJson } from '../../../support/shared.js';
import { block, COURSE, statement } from '../../../support/statements.js';
import type { Said } from '../../../support/statements.js';

const TIME = '2024-03-01T10:00:00+01:00';

function event(said: Partial<Said>, more: Record<string, unknown> = {}): XapiEvent {
  const parsed = parseStatement({ ...statement({ verb: 'navigated', time: TIME, object: block('vertical', 'u1'), ...said }), ...more });
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

describe('parseStatement', () => {
  it('reads a visit with learner, course, block and instant', () => {
    expect(event({ actor: 'bob', id: 'x' })).to.include({
      id: 'x',
      kind: 'visit',
      verb: 'navigated',
      actor_id: 'bob',
      course_key: COURSE,
      block_id: 'block-v1:Org+C+R+type@vertical+block@u1',
      url: block('vertical', 'u1'),
      time: Date.parse(TIME),
      day_only: false,
    });
  });

  it('takes the course of an enrolment from its object, and the track', () => {
    const enrolled = event({ verb: 'registered', object: undefined, track: 'audit' });
    expect(enrolled).to.include({ kind: 'enrollment', verb: 'registered', course_key: COURSE, track: 'audit' });
  });

  it('takes the learner from account, mbox or mbox_sha1sum, in this order', () => {
    const agent = { mbox: 'mailto:ann@example.org', mbox_sha1sum: 'cafe' };
    expect(event({ actor: { ...agent, account: { homePage: 'h', name: 'ann' } } }).actor_id).to.equal('ann');
    expect(event({ actor: agent }).actor_id).to.equal('mailto:ann@example.org');
    expect(event({ actor: { mbox_sha1sum: 'cafe' } }).actor_id).to.equal('cafe');
  });

  it('takes the course of a part of a problem from the grouping', () => {
    const context = {
      contextActivities: {
        parent: [{ id: block('problem', 'p1'), objectType: 'GroupActivity' }],
        grouping: [{ id: 'https://lms/course/course-v1:Org+Other+R', objectType: 'Activity' }],
      },
    };
    const part = event({ verb: 'evaluated', object: `${block('problem', 'p1')}_2_1` }, { context });
    expect(part).to.include({ course_key: 'course-v1:Org+Other+R', block_id: 'block-v1:Org+C+R+type@problem+block@p1' });
  });

  it('takes a parent that stands alone for a list of one', () => {
    const parent = {
      id: `https://lms/course/${COURSE}`,
      objectType: 'Activity',
      definition: { type: 'http://adlnet.gov/expapi/activities/course' },
    };
    expect(event({}, { context: { contextActivities: { parent } } }).course_key).to.equal(COURSE);
  });

  it('knows no course where a statement names none', () => {
    expect(event({ verb: 'viewed', object: 'https://lms/dashboard' }, { context: {} }).course_key).to.equal(null);
  });

  it('reads a response with verdict, attempt and score', () => {
    const response = event({ verb: 'evaluated', object: block('problem', 'p1'), success: false, attempt: 3, score: 0.25 });
    expect(response).to.include({ kind: 'problem', success: false, attempt: 3, score: 0.25 });
  });

  it('reads whether a course is passed from the classification, else from the verb', () => {
    expect(event({ verb: 'earned', object: undefined, score: 0.4, grade: 'Fail' })).to.include({
      kind: 'grade',
      state: 'failed',
      score: 0.4,
    });
    expect(event({ verb: 'earned', object: undefined, grade: 'Pass' }).state).to.equal('passed');
    expect(event({ verb: 'passed', object: undefined })).to.include({ kind: 'grade', state: 'passed', score: null });
    expect(event({ verb: 'earned', object: block('sequential', 's') })).to.include({ kind: 'grade', state: null, of_course: false });
  });

  it('takes passing a problem for no grade of the course', () => {
    expect(event({ verb: 'passed', object: block('problem', 'p1') }).kind).to.equal('activity');
  });

  it('reads position and length of a video, and what a seek left', () => {
    const video = block('video', 'v');
    expect(event({ verb: 'played', object: video, position: 12.5, length: 195 })).to.include({
      kind: 'video',
      position: 12.5,
      length: 195,
    });
    const result = {
      extensions: { 'https://w3id.org/xapi/video/extensions/time-from': 90, 'https://w3id.org/xapi/video/extensions/time-to': 10 },
    };
    expect(event({ verb: 'seeked', object: video }, { result }).position).to.equal(90);
  });

  it('knows every other verb as activity, completing anything but a video too', () => {
    expect(event({ verb: 'viewed' }).kind).to.equal('activity');
    expect(event({ verb: 'completed' }).kind).to.equal('activity');
    expect(event({ verb: 'initialized', object: block('video', 'v') }).kind).to.equal('activity');
  });

  it('takes the time of storing where a statement has no timestamp, and says where only the day is known', () => {
    expect(event({}, { timestamp: undefined, stored: '2024-03-01T00:00:00Z' }).time).to.equal(Date.parse('2024-03-01'));
    expect(event({ time: '2024-03-01' })).to.include({ day_only: true, time: Date.parse('2024-03-01') });
  });

  it('names what it cannot read', () => {
    const whole = statement({ verb: 'navigated', time: TIME });
    expect(parseStatement([])).to.equal('expected a statement, got a list');
    expect(parseStatement({ ...whole, actor: {} })).to.equal('actor: expected account.name, mbox or mbox_sha1sum');
    expect(parseStatement({ ...whole, verb: {} })).to.equal('verb.id: expected an IRI, got nothing');
    expect(parseStatement({ ...whole, object: { id: 3 } })).to.equal('object.id: expected an IRI, got 3');
    expect(parseStatement({ ...whole, timestamp: 'yesterday' })).to.equal('timestamp: expected an ISO 8601 date and time, got "yesterday"');
  });

  it('finds the problem of a link as Aspects does', async function () {
    interface Tests {
      readonly tables: Readonly<Record<string, { readonly rows: readonly (readonly string[])[] }>>;
    }
    const tests = needShared(this, await sharedJson<Tests>('oracles/aspects/unit-tests.json.gz'), 'the unit tests of Aspects');
    const [, pairs] = Object.entries(tests.tables).find(([name]) => name.startsWith('macro:get_problem_id')) ?? [];
    const problems = pairs?.rows.filter(([, id]) => id !== '') ?? [];
    expect(problems).not.to.be.empty;
    for (const [link, id] of problems) expect(event({ object: link ?? '' }).block_id).to.equal(id);
  });
});
