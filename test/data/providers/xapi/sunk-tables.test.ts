import { expect } from '@open-wc/testing';
import type { Snapshot } from '../../../../src/data/provider.js';
import { readXapi } from '../../../../src/data/providers/xapi/read.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { OVERVIEW, say } from '../../../support/xapi-course.js';
import { plainRows } from '../../../support/xapi.js';

const ENROLLED = { verb: 'registered', on: '2024-01-10', track: 'audit' };

function read(tables: unknown): Promise<Snapshot> {
  return readXapi({ data: say(ENROLLED), tables }, {
    signal: new AbortController().signal,
    progress: () => undefined,
  } as unknown as Parameters<typeof readXapi>[1]);
}

async function refusal(tables: unknown): Promise<string> {
  const thrown: unknown = await read(tables).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).to.be.instanceOf(StatsError);
  return (thrown as StatsError).message;
}

describe('the tables that Open edX sinks', () => {
  it('are refused where none of them is one', async () => {
    const names = 'course_overviews, course_blocks, user_profile, external_id';
    expect(await refusal({ courses: [OVERVIEW] })).to.equal(`tables: expected one of ${names}, got "courses"`);
    expect(await refusal('{"course_overview":[]}')).to.equal(`tables: expected one of ${names}, got "course_overview"`);
    expect((await read({})).notes.skipped).to.equal(undefined);
    expect((await read({ course_overviews: [], more: 1 })).notes.skipped).to.equal(undefined);
  });

  it('lose a row of persons that cannot be read, and nothing else, and say so', async () => {
    const { tables, notes } = await read({
      user_profile: [{ user_id: 1, name: 'Ann' }, { name: 'x' }, 'Bo'],
      external_id: [{ user_id: 1, external_user_id: 'ann', username: ['ann'] }],
    });
    expect([...tables.values()][0]?.length, 'statements').to.equal(1);
    expect(notes.skipped).to.deep.equal({
      count: 3,
      total: 5,
      first: 'tables.user_profile[1].user_id: expected text, got nothing',
      place: 'tables.user_profile[1]',
    });
  });

  it('lose of a course the pass mark alone where what holds it cannot be read', async () => {
    const other = { ...OVERVIEW, course_key: 'course-v1:O+P+Q', display_name: 'Other' };
    const { tables, notes } = await read({
      course_overviews: [
        { ...OVERVIEW, course_data_json: '{"lowest_passing_grade": 0.5}' },
        { ...other, course_data_json: '{' },
      ],
    });
    expect(plainRows(tables.get('course_overviews')).map(({ display_name, pass_mark }) => [display_name, pass_mark])).to.deep.equal([
      [OVERVIEW.display_name, 0.5],
      ['Other', null],
    ]);
    expect(notes.skipped).to.equal(undefined);
    const message = 'tables.course_overviews[1].course_data_json: expected JSON, got text that is none';
    expect(notes.failed).to.deep.equal([{ code: 'invalid', message }]);
  });

  it('count what is left out of all that was read', async () => {
    const { notes } = await read({
      course_overviews: [{ display_name: 'of no key', course_data_json: '{' }],
      course_blocks: [{ course_key: 'c', location: 'b', xblock_data_json: '{}' }],
      user_profile: Array.from({ length: 500 }, (_, at) => ({ user_id: at })),
    });
    expect(notes.skipped).to.deep.equal({
      count: 1,
      total: 503,
      first: 'tables.course_overviews[0].course_key: expected text, got nothing',
      place: 'tables.course_overviews[0]',
    });
    expect(notes.failed).to.equal(undefined);
  });

  it('are refused where a block cannot be read: what is missing there would change every share', async () => {
    expect(await refusal({ course_blocks: [{ course_key: 'c' }] })).to.contain('tables.course_blocks[0]');
  });
});
