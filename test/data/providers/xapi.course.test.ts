import { expect } from '@open-wc/testing';
import type { Value } from '../../../src/metrics/types.js';
import { block } from '../../support/statements.js';
import { BLOCKS, course, say, TABLES } from '../../support/xapi-course.js';
import type { Statements } from '../../support/xapi-course.js';
import { rowsOf } from '../../support/prepared.js';
import { prepared, settingsAt, viewRows } from '../../support/xapi.js';

const NOW = Date.parse('2024-03-13T00:00:00Z');
const ENROLLED = { verb: 'registered', on: '2024-01-10', track: 'audit' };
const VISITED = { verb: 'navigated', on: '2024-02-01', object: block('vertical', 'u1') };

async function views(data: Statements, settings = settingsAt(NOW), tables: object = TABLES): Promise<ReturnType<typeof viewRows>> {
  return viewRows((await prepared({ data, tables }, settings)).tables, settings);
}

describe('xapiProvider.prepare: engagement', () => {
  const visits = say(ENROLLED, VISITED, { ...VISITED, object: block('vertical', 'u2') });

  it('counts a section over everything in it, also what nobody opened', async () => {
    const rows = (await views(visits))('at-risk.page-engagement');
    expect(rows.map((row) => [row['section_subsection'], row['level'], row['viewed_one'], row['viewed_all']])).to.deep.equal([
      ['1:0:0 - C1', 'section', 1, 0],
      ['1:1:0 - S1', 'subsection', 1, 1],
    ]);
  });

  it('counts a section under aspects-v8 over the subsections that the learner opened', async () => {
    const rows = (await views(visits, settingsAt(NOW, 'aspects-v8')))('at-risk.page-engagement');
    expect(rows.map((row) => [row['section_subsection'], row['viewed_all']])).to.deep.equal([
      ['1:0:0 - C1', 1],
      ['1:1:0 - S1', 1],
    ]);
  });

  it('gives a learner one label a section, and under aspects-v8 one of each of its subsections', async () => {
    const data = say(
      ENROLLED,
      VISITED,
      ...['p1', 'p2'].map((name) => ({ verb: 'evaluated', on: '2024-02-02', object: block('problem', name) })),
    );
    const section = (rows: Record<string, Value>[]): Value[] => {
      const row = rows.find((each) => each['level'] === 'section') ?? {};
      return [row['attempted_one'] ?? null, row['attempted_all'] ?? null];
    };
    expect(section((await views(data))('at-risk.problem-engagement'))).to.deep.equal([1, 0]);
    expect(section((await views(data, settingsAt(NOW, 'aspects-v8')))('at-risk.problem-engagement'))).to.deep.equal([2, 1]);
  });

  it('does not count what is no longer in the course, which aspects-v8 does', async () => {
    const republished = [
      ...BLOCKS,
      ...course(
        [
          ['chapter', 'c1', 1, 0, 0],
          ['sequential', 's1', 1, 1, 0],
          ['vertical', 'u1', 1, 1, 1],
        ],
        '2024-01-03 00:00:00',
      ),
    ];
    const tables = { ...TABLES, course_blocks: republished };
    const data = say(ENROLLED, VISITED);
    const all = (rows: Record<string, Value>[]): Value | undefined => rows.find((row) => row['level'] === 'subsection')?.['viewed_all'];
    expect(all((await views(data, settingsAt(NOW), tables))('at-risk.page-engagement'))).to.equal(1);
    expect(all((await views(data, settingsAt(NOW, 'aspects-v8'), tables))('at-risk.page-engagement'))).to.equal(0);
  });

  it('counts visits over time by each visit, with 0 between, and under aspects-v8 by the last of each page', async () => {
    const data = say(ENROLLED, { ...VISITED, on: '2023-12-05' }, VISITED);
    const periods = (rows: Record<string, Value>[]): Value[][] => rows.map((row) => Object.values(row));
    expect(periods((await views(data))('at-risk.interactions'))).to.deep.equal([
      ['2023-12-01', 1, 1],
      ['2024-01-01', 0, 1],
      ['2024-02-01', 1, 1],
    ]);
    expect(periods((await views(data, settingsAt(NOW, 'aspects-v8')))('at-risk.interactions'))).to.deep.equal([['2024-02-01', 1, 1]]);
  });
});

describe('xapiProvider.prepare: problems and videos', () => {
  it('lets the newest response decide, and under aspects-v8 the highest attempt', async () => {
    const said = { verb: 'evaluated', object: block('problem', 'p1') };
    const data = say(
      ENROLLED,
      VISITED,
      { ...said, on: '2024-02-02', success: false, attempt: 3 },
      { ...said, on: '2024-02-03', success: true, attempt: 1 },
    );
    const row = { problem: '1:1:1 - P1', url: block('problem', 'p1'), graded: true };
    expect((await views(data))('at-risk.problem-attempts')[0]).to.include({ ...row, correct_attempts: 1, incorrect_attempts: 0 });
    expect((await views(data, settingsAt(NOW, 'aspects-v8')))('at-risk.problem-attempts')[0]).to.include({
      ...row,
      correct_attempts: 0,
      incorrect_attempts: 3,
    });
  });

  it('takes the parts of a problem with several questions and the whole for one response, with the verdict of the whole', async () => {
    const part = (number: number, success: boolean) => ({ id: `9${number}`, object: block('problem', `p1_${number}_1`), success });
    const submitted = (on: string, success: boolean, ...parts: readonly boolean[]) =>
      [{ id: `1${on}`, object: block('problem', 'p1'), success }, ...parts.map((right, at) => part(at + 2, right))].map((said) => ({
        verb: 'evaluated',
        on,
        ...said,
      }));
    const results = async (...all: ReturnType<typeof submitted>) => {
      const [row] = (await views(say(ENROLLED, VISITED, ...all)))('at-risk.problem-attempts');
      return [row?.['correct_attempts'], row?.['incorrect_attempts']];
    };
    const first = submitted('2024-02-02', false, true, true, false);
    expect(await results(...first)).to.deep.equal([0, 1]);
    expect(await results(...[...first].reverse())).to.deep.equal([0, 1]);
    expect(await results(...first, ...submitted('2024-02-03', true, true, true, true))).to.deep.equal([2, 0]);
  });

  it('takes questions without their whole for one response: wrong if one is, right if all are, else unknown', async () => {
    const results = async (on: string, ...verdicts: readonly (boolean | undefined)[]) => {
      const parts = verdicts.map((success, at) => ({
        verb: 'evaluated',
        id: `${at}`,
        on: at < 3 ? on : '2024-02-01',
        object: block('problem', `p1_${at + 2}_1`),
        ...(success === undefined ? {} : { success }),
      }));
      const [row] = (await views(say(ENROLLED, VISITED, ...parts)))('at-risk.problem-attempts');
      return [row?.['correct_attempts'], row?.['incorrect_attempts']];
    };
    expect(await results('2024-02-02', true, false)).to.deep.equal([0, 1]);
    expect(await results('2024-02-02', false, true)).to.deep.equal([0, 1]);
    expect(await results('2024-02-02', true, true, true)).to.deep.equal([1, 0]);
    expect(await results('2024-02-02', false, undefined)).to.deep.equal([0, 1]);
    expect(await results('2024-02-02', true, undefined)).to.deep.equal(await results('2024-02-02', undefined));
    expect(await results('2024-02-02', true, true, true, false), 'an earlier submission is another').to.deep.equal([2, 0]);
  });

  it('counts the whole course beside the list, also who left', async () => {
    const said = { verb: 'evaluated', on: '2024-02-02', object: block('problem', 'p1') };
    const data = say(
      ENROLLED,
      VISITED,
      { ...said, success: false, attempt: 1 },
      { ...ENROLLED, actor: 'bob' },
      { ...said, actor: 'bob', success: true, attempt: 1 },
      { verb: 'unregistered', on: '2024-02-05', actor: 'bob' },
    );
    expect((await views(data))('at-risk.problem-results')[0]).to.include({
      coursewide_correct_share: 0.5,
      correct_share: 0,
      incorrect_share: 1,
    });
  });

  it('takes the length of a video from any statement of it, but under aspects-v8', async () => {
    const video = { object: block('video', 'v1'), on: '2024-02-02T00:00:00Z' };
    const own = [ENROLLED, VISITED, { ...video, verb: 'played', position: 0 }, { ...video, verb: 'completed', on: '2024-02-02T00:01:00Z' }];
    const ofBob = [
      { ...ENROLLED, actor: 'bob' },
      { ...video, actor: 'bob', verb: 'played', position: 0, length: 10 },
    ];
    const opened = { ...video, verb: 'initialized', length: 10 };
    const inMilliseconds = { ...opened, actor: 'eve', length: 195_000 };
    const full = async (data: ReturnType<typeof say>, settings = settingsAt(NOW)) =>
      (await views(data, settings))('at-risk.video-views').map((row) => row['full_views']);
    expect(await full(say(...own, ...ofBob)), 'of another learner').to.deep.equal([1]);
    expect(await full(say(...own, opened, inMilliseconds)), 'of the opened player').to.deep.equal([1]);
    expect(await full(say(...own, inMilliseconds))).to.deep.equal([]);
    expect(await full(say(...own, ...ofBob), settingsAt(NOW, 'aspects-v8'))).to.deep.equal([]);
  });

  it('counts views, whole views and repeated seconds', async () => {
    const video = { object: block('video', 'v1'), length: 10 };
    const data = say(
      ENROLLED,
      VISITED,
      { ...video, verb: 'played', on: '2024-02-02T00:00:00Z', position: 0 },
      { ...video, verb: 'completed', on: '2024-02-02T00:01:00Z' },
      { ...video, verb: 'played', on: '2024-02-02T00:02:00Z', position: 2 },
      { ...video, verb: 'paused', on: '2024-02-02T00:03:00Z', position: 3 },
    );
    const view = await views(data);
    expect(view('at-risk.video-views')[0]).to.include({ video: '1:1:2 - V1', partial_views: 0, full_views: 2 });
    const segments = view('at-risk.video-segments');
    expect(segments).to.have.length(10);
    expect(segments.slice(0, 4).map((row) => Object.values(row))).to.deep.equal([
      [1, 1, 0],
      [2, 2, 1],
      [3, 2, 1],
      [4, 1, 0],
    ]);
    const aspects = (await views(data, settingsAt(NOW, 'aspects-v8')))('at-risk.video-segments');
    expect(aspects.map((row) => Object.values(row))).to.deep.equal([
      [2, 1, 0],
      [3, 1, 0],
    ]);
  });

  it('reads positions and lengths that are texts, also durations, and takes none for second 0', async () => {
    const watched = async (from: unknown, to: unknown, length: unknown) => {
      const played = {
        verb: 'played',
        on: '2024-02-02T10:00:00Z',
        object: block('video', 'v1'),
        position: from as number,
        length: length as number,
      };
      const paused = { ...played, verb: 'paused', on: '2024-02-02T10:01:00Z', position: to as number };
      const { tables } = await prepared({ data: say(ENROLLED, VISITED, played, paused), tables: TABLES }, settingsAt(NOW));
      return rowsOf(tables.get('video_watches'), ['from_second', 'to_second', 'length']);
    };
    for (const [from, to, length] of [
      [50, 60, 100.5],
      ['50', '60', '100.5'],
      ['PT50S', 'PT1M0S', 'PT1M40.5S'],
    ])
      expect(await watched(from, to, length), String(from)).to.deep.equal([{ from_second: 50, to_second: 60, length: 100.5 }]);
    expect(await watched('PT1H', 'PT1H2M', 'PT2H')).to.deep.equal([{ from_second: 3600, to_second: 3720, length: 7200 }]);
  });

  it('knows the length of a video from whoever’s statements tell it, so that no view of it is left out of partial and full ones', async () => {
    const watched = (actor: string, upTo: number, own: object) => [
      { ...ENROLLED, actor },
      { ...VISITED, actor },
      { actor, object: block('video', 'v1'), verb: 'played', on: '2024-02-02T00:00:00Z', position: 0, ...own },
      { actor, object: block('video', 'v1'), verb: 'paused', on: '2024-02-02T00:01:00Z', position: upTo, ...own },
    ];
    const view = await views(say(...watched('ann', 10, {}), ...watched('bob', 4, { length: 10 }), ...watched('eve', 5, {})));
    expect(view('at-risk.video-views')[0]).to.include({ partial_views: 2, full_views: 1 });
    const unknown = await views(say(...watched('ann', 10, {})));
    expect(unknown('at-risk.video-views')[0]).to.include({ partial_views: null, full_views: null });
  });

  it('labels a problem that the course does not have by its id', async () => {
    const data = say(ENROLLED, VISITED, { verb: 'evaluated', on: '2024-02-02', object: block('problem', 'gone') });
    expect((await views(data))('at-risk.problem-attempts')[0]).to.include({ problem: 'block-v1:Org+C+R+type@problem+block@gone' });
  });
});

describe('xapiProvider.prepare: a host that records no visit of a page', () => {
  const answered = { verb: 'evaluated', on: '2024-02-01', object: block('problem', 'p1'), success: false };
  const states = async (data: Statements) =>
    rowsOf((await prepared({ data, tables: TABLES }, settingsAt(NOW))).tables.get('enrollments'), ['listed', 'never_started']);

  it('does not say of learners who work there that they never started, nor that nobody is at risk', async () => {
    expect(await states(say(ENROLLED, answered))).to.deep.equal([{ listed: null, never_started: null }]);
    const { notes } = (await prepared({ data: say(ENROLLED, answered) }, settingsAt(NOW))).snapshot;
    expect(notes.unrecorded?.['enrollments.listed']).to.equal('The host records no visit of a page (navigated).');
  });

  it('says who never started where a page was visited by anyone, or where nobody has done anything yet', async () => {
    const other = { ...ENROLLED, actor: 'bob' };
    expect(await states(say(ENROLLED, answered, other, { ...VISITED, actor: 'bob' }))).to.deep.equal([
      { listed: false, never_started: true },
      { listed: true, never_started: false },
    ]);
    expect(await states(say(ENROLLED))).to.deep.equal([{ listed: false, never_started: true }]);
  });
});
