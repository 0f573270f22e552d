import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/data/open-dataset.js';
import type { OpenDatasetOptions } from '../../src/data/open-dataset.js';
import type { ResultRow } from '../../src/data/view-result.js';
import { block, COURSE, statement } from '../support/statements.js';
import { BLOCKS, course, OVERVIEW, TABLES } from '../support/xapi-course.js';
import { answered, enrolled, graded, OTHER_COURSE, otherBlock, player, visited, watched } from '../support/xapi-statements.js';
import type { Statement } from '../support/xapi-statements.js';

const NOW = '2024-03-13';

/** What a view answers under the corrected rules and under `aspects-v8`, of each row the named columns. */
interface Answers {
  readonly corrected: unknown[][];
  readonly aspects: unknown[][];
}

/** The same statements under both rule sets. */
async function ask(data: readonly Statement[], view: string, columns: readonly string[], tables: object = TABLES): Promise<Answers> {
  const rowsUnder = async (rules: NonNullable<OpenDatasetOptions['rules']>): Promise<unknown[][]> => {
    const dataset = await openDataset({ provider: 'xapi', data, tables, now: NOW, rules });
    const rows: ResultRow[] = dataset.view(view).rows();
    dataset.close();
    return rows.map((row) => columns.map((column) => row[column]));
  };
  return { corrected: await rowsUnder({}), aspects: await rowsUnder('aspects-v8') };
}

/** Ann is on the list: enrolled in January, last seen on 1 February. */
const ANN = [enrolled('2024-01-10'), visited('u1', '2024-02-01')];
const BOB = [enrolled('2024-01-10', { actor: 'bob' }), visited('u1', '2024-02-01', { actor: 'bob' })];

/** The other course, with a section and a unit of the same names as in the first. */
const BOTH_COURSES = {
  course_overviews: [OVERVIEW, { ...OVERVIEW, course_key: OTHER_COURSE }],
  course_blocks: [
    ...BLOCKS,
    ...BLOCKS.map((row) => ({
      ...row,
      course_key: OTHER_COURSE,
      location: String((row as { location: string }).location).replace('+C+', '+D+'),
    })),
  ],
};

describe('docs/differences-from-aspects.md: who is on the list', () => {
  it('seven days or more, against more than seven', async () => {
    const data = [
      ...['ann', 'bob', 'eve'].map((actor) => enrolled('2024-01-10', { actor })),
      visited('u1', '2024-03-06T00:00:00Z', { actor: 'ann' }),
      visited('u1', '2024-03-05T23:59:59Z', { actor: 'bob' }),
      visited('u1', '2024-03-06T00:00:01Z', { actor: 'eve' }),
    ];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', ['actor_id', 'days_inactive']);
    expect(corrected).to.deep.equal([
      ['bob', 7],
      ['ann', 7],
    ]);
    expect(aspects).to.deep.equal([['bob', 7]]);
  });

  it('settings of the rule, against fixed ones', async () => {
    const data = [...ANN, visited('u1', '2024-03-04')];
    const open = (rules: NonNullable<OpenDatasetOptions['rules']>): ReturnType<typeof openDataset> =>
      openDataset({ provider: 'xapi', data, tables: TABLES, now: NOW, rules });
    expect((await open({ breaks: [['2024-03-06', '2024-03-08']] })).view('at-risk.learners').rows()).to.have.length(0);
    expect((await open({ inactiveDays: 14 })).view('at-risk.learners').rows()).to.have.length(0);
    const aspects = await open('aspects-v8');
    expect(aspects.view('at-risk.learners', { params: { inactiveDays: 14 } }).rows()).to.have.length(1);
  });

  it('courses without an overview stay, against dropped', async () => {
    const unknown = { course: 'course-v1:Org+New+2024' };
    const data = [enrolled('2024-01-10', unknown), visited('u1', '2024-02-01', unknown)];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', ['actor_id', 'course_name']);
    expect(corrected).to.deep.equal([['ann', 'course-v1:Org+New+2024']]);
    expect(aspects).to.deep.equal([]);
  });

  it('the track that was last named, against none where the newest event names none', async () => {
    const data = [...ANN, enrolled('2024-02-10', { track: undefined })];
    const { corrected, aspects } = await ask(data, 'at-risk.tracks', ['track', 'learners']);
    expect(corrected).to.deep.equal([['audit', 1]]);
    expect(aspects).to.deep.equal([[null, 1]]);
  });
});

describe('docs/differences-from-aspects.md: grades', () => {
  const COLUMNS = ['actor_id', 'course_grade', 'grade_bucket'];

  it('exact grade ranges, against 32-bit floats compared with 64-bit bounds', async () => {
    const data = [...ANN, ...BOB, graded(0.7, '2024-02-02'), graded(0.9, '2024-02-02', { actor: 'bob' })];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', COLUMNS);
    expect(corrected).to.deep.equal([
      ['ann', 0.7, '70-79%'],
      ['bob', 0.9, '90-100%'],
    ]);
    expect(aspects).to.deep.equal([
      ['ann', 0.7, '60-69%'],
      ['bob', 0.9, '80-89%'],
    ]);
  });

  it('no grade yet, against a grade of 0', async () => {
    const { corrected, aspects } = await ask(ANN, 'at-risk.learners', COLUMNS);
    expect(corrected).to.deep.equal([['ann', null, null]]);
    expect(aspects).to.deep.equal([['ann', 0, '0-9%']]);
  });

  it('“failed” without a score keeps the grade, against making it 0', async () => {
    const data = [...ANN, graded(0.6, '2024-02-02'), statement({ verb: 'failed', time: '2024-02-03T00:00:00Z' })];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', COLUMNS);
    expect(corrected).to.deep.equal([['ann', 0.6, '60-69%']]);
    expect(aspects).to.deep.equal([['ann', 0, '0-9%']]);
  });

  it('a grade outside 0 to 1 is none, against taken as it is', async () => {
    const { corrected, aspects } = await ask([...ANN, graded(85, '2024-02-02')], 'at-risk.learners', COLUMNS);
    expect(corrected).to.deep.equal([['ann', null, null]]);
    expect(aspects).to.deep.equal([['ann', 85, '90-100%']]);
  });

  it('all ten ranges and “no grade yet”, against only those with learners', async () => {
    const data = [...ANN, graded(0.25, '2024-02-02'), ...BOB];
    const { corrected, aspects } = await ask(data, 'at-risk.grade-distribution', ['grade_bucket', 'learners']);
    expect(corrected).to.have.length(11);
    expect(corrected.filter(([, learners]) => learners !== 0)).to.deep.equal([
      ['20-29%', 1],
      [null, 1],
    ]);
    expect(aspects).to.deep.equal([
      ['0-9%', 1],
      ['20-29%', 1],
    ]);
  });
});

describe('docs/differences-from-aspects.md: engagement', () => {
  const VIEWED = ['section_subsection', 'viewed_one', 'viewed_all'];
  const ATTEMPTED = ['section_subsection', 'attempted_one', 'attempted_all'];

  it('a section is everything in it, against the subsections that the learner opened', async () => {
    const data = [...ANN, visited('u2', '2024-02-01')];
    const { corrected, aspects } = await ask(data, 'at-risk.page-engagement', VIEWED);
    expect(corrected).to.deep.equal([
      ['1:0:0 - C1', 1, 0],
      ['1:1:0 - S1', 1, 1],
    ]);
    expect(aspects).to.deep.equal([
      ['1:0:0 - C1', 1, 1],
      ['1:1:0 - S1', 1, 1],
    ]);
  });

  it('one label a learner and section, against one of each subsection, counted as rows', async () => {
    const data = [...ANN, answered('p1', '2024-02-02'), answered('p2', '2024-02-02')];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-engagement', ATTEMPTED);
    expect(corrected[0]).to.deep.equal(['1:0:0 - C1', 1, 0]);
    expect(aspects[0]).to.deep.equal(['1:0:0 - C1', 2, 1]);
  });

  it('graded and ungraded items together, against apart', async () => {
    const blocks = course(
      [
        ['chapter', 'c1', 1, 0, 0],
        ['sequential', 's1', 1, 1, 0],
        ['vertical', 'u1', 1, 1, 1],
        ['problem', 'p1', 1, 1, 1, true],
        ['problem', 'p2', 1, 1, 1],
      ],
      '2024-01-02 00:00:00',
    );
    const data = [...ANN, answered('p1', '2024-02-02')];
    const tables = { ...TABLES, course_blocks: blocks };
    const { corrected, aspects } = await ask(data, 'at-risk.problem-engagement', ATTEMPTED, tables);
    expect(corrected[1]).to.deep.equal(['1:1:0 - S1', 1, 0]);
    expect(aspects[1]).to.deep.equal(['1:1:0 - S1', 1, 1]);
  });

  it('what is in the course now, against what was ever in it', async () => {
    const shorter = course(
      [
        ['chapter', 'c1', 1, 0, 0],
        ['sequential', 's1', 1, 1, 0],
        ['vertical', 'u1', 1, 1, 1],
      ],
      '2024-01-03 00:00:00',
    );
    const tables = { ...TABLES, course_blocks: [...BLOCKS, ...shorter] };
    const { corrected, aspects } = await ask(ANN, 'at-risk.page-engagement', VIEWED, tables);
    expect(corrected[1]).to.deep.equal(['1:1:0 - S1', 1, 1]);
    expect(aspects[1]).to.deep.equal(['1:1:0 - S1', 1, 0]);
  });

  it('units are pages, against any block that was visited', async () => {
    const data = [...ANN, visited('', '2024-02-01', { object: block('sequential', 's1') })];
    const { corrected, aspects } = await ask(data, 'at-risk.page-engagement', VIEWED);
    expect(corrected[1]).to.deep.equal(['1:1:0 - S1', 1, 0]);
    expect(aspects[1]).to.deep.equal(['1:1:0 - S1', 1, 1]);
  });

  it('a section that nobody opened, against none', async () => {
    const parts = await ask(ANN, 'at-risk.page-engagement', ['section_subsection']);
    expect(parts.aspects).to.deep.equal([['1:0:0 - C1'], ['1:1:0 - S1']]);
    const dataset = await openDataset({ provider: 'xapi', data: ANN, tables: TABLES, now: NOW });
    const names = dataset
      .view('at-risk.page-parts')
      .rows()
      .map((row) => row['section_subsection']);
    dataset.close();
    expect(names).to.deep.equal(['1:0:0 - C1', '1:1:0 - S1', '1:2:0 - S2']);
  });
});

describe('docs/differences-from-aspects.md: problems', () => {
  const ATTEMPTS = ['problem', 'graded', 'correct_attempts', 'incorrect_attempts'];
  const RESULTS = ['correct_share', 'incorrect_share'];

  it('the newest response decides, against the one with the highest number', async () => {
    const data = [
      ...ANN,
      answered('p1', '2024-02-02', { success: false, attempt: 3 }),
      answered('p1', '2024-02-03', { success: true, attempt: 1 }),
    ];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-attempts', ATTEMPTS);
    expect(corrected).to.deep.equal([['1:1:1 - P1', true, 1, 0]]);
    expect(aspects).to.deep.equal([['1:1:1 - P1', true, 0, 3]]);
  });

  it('of responses with one number the later, against the earlier', async () => {
    const data = [
      ...ANN,
      answered('p1', '2024-02-02', { success: false, attempt: 1 }),
      answered('p1', '2024-02-03', { success: true, attempt: 1 }),
    ];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-results', RESULTS);
    expect(corrected).to.deep.equal([[1, 0]]);
    expect(aspects).to.deep.equal([[0, 1]]);
  });

  it('responses without a number are counted, against taken for none', async () => {
    const data = [...ANN, answered('p1', '2024-02-02', { success: false }), answered('p1', '2024-02-03', { success: true })];
    const attempts = await ask(data, 'at-risk.problem-attempts', ATTEMPTS);
    expect(attempts.corrected).to.deep.equal([['1:1:1 - P1', true, 2, 0]]);
    expect(attempts.aspects).to.deep.equal([['1:1:1 - P1', true, 0, 0]]);
    const results = await ask(data, 'at-risk.problem-results', RESULTS);
    expect(results.corrected).to.deep.equal([[1, 0]]);
    expect(results.aspects).to.deep.equal([[0, 0]]);
  });

  it('no verdict is unknown, against wrong', async () => {
    const data = [...ANN, answered('p1', '2024-02-02', { attempt: 1 })];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-results', RESULTS);
    expect(corrected).to.deep.equal([[null, null]]);
    expect(aspects).to.deep.equal([[0, 1]]);
  });

  it('a submission of several questions is one response, against one of each question', async () => {
    const questions = [true, true, false].map((success, at) => answered(`p1_${at + 2}_1`, '2024-02-02', { success }));
    const data = [...ANN, answered('p1', '2024-02-02', { success: false }), ...questions];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-attempts', ATTEMPTS);
    expect(corrected).to.deep.equal([['1:1:1 - P1', true, 0, 1]]);
    expect(aspects).to.deep.equal([['1:1:1 - P1', true, 0, 0]]);
  });

  it('a problem that the course does not have is named by its id, against not at all', async () => {
    const data = [...ANN, answered('gone', '2024-02-02', { success: true, attempt: 1 })];
    const { corrected, aspects } = await ask(data, 'at-risk.problem-attempts', ATTEMPTS);
    expect(corrected).to.deep.equal([['block-v1:Org+C+R+type@problem+block@gone', null, 1, 0]]);
    expect(aspects).to.deep.equal([[null, false, 1, 0]]);
  });
});

describe('docs/differences-from-aspects.md: videos', () => {
  it('a completed view ends at the end of the video, against lost', async () => {
    const data = [...ANN, player('played', 'v1', '2024-02-02T10:00:00Z', 0), player('completed', 'v1', '2024-02-02T10:01:00Z')];
    const { corrected, aspects } = await ask(data, 'at-risk.video-views', ['video', 'partial_views', 'full_views']);
    expect(corrected).to.deep.equal([['1:1:2 - V1', 0, 1]]);
    expect(aspects).to.deep.equal([]);
  });

  it('seconds beyond the end count for no whole view, against counted', async () => {
    const data = [...ANN, ...watched('v1', '2024-02-02', 10, 9, 20)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-views', ['video', 'partial_views', 'full_views']);
    expect(corrected).to.deep.equal([['1:1:2 - V1', 1, 0]]);
    expect(aspects.map(([, ...views]) => views)).to.deep.equal([[0, 1]]);
  });

  it('a view that goes on after a pause begins in the next second, against in the same', async () => {
    const data = [...ANN, ...watched('v1', '2024-02-02', 10, 0, 6), ...watched('v1', '2024-02-02', 11, 6, 10)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-segments', ['second', 'views', 'repeat_views']);
    expect(corrected.find(([second]) => second === 6)).to.deep.equal([6, 1, 0]);
    expect(aspects.find(([second]) => second === 6)).to.deep.equal([6, 2, 2]);
  });

  it('play pressed at the very end starts the video over, against within its last second', async () => {
    const data = [...ANN, player('played', 'v1', '2024-02-02T10:00:00Z', 9.4), player('completed', 'v1', '2024-02-02T10:00:01Z', 10)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-views', ['video', 'partial_views', 'full_views']);
    expect(corrected).to.deep.equal([]);
    expect(aspects.map(([, ...views]) => views)).to.deep.equal([[0, 1]]);
  });

  it('repeated views are those after the first, against all of a second that was repeated', async () => {
    const data = [...ANN, ...watched('v1', '2024-02-02', 10, 1, 3), ...watched('v1', '2024-02-02', 11, 2, 3)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-segments', ['second', 'views', 'repeat_views']);
    expect(corrected).to.deep.equal([
      [1, 1, 0],
      [2, 2, 1],
      [3, 2, 1],
    ]);
    expect(aspects).to.deep.equal([
      [1, 1, 0],
      [2, 2, 2],
      [3, 2, 2],
    ]);
  });

  it('a name stays whole, against cut at “ - ”', async () => {
    const renamed = BLOCKS.map((row) =>
      'display_name' in row && row.display_name === 'V1' ? { ...row, display_name: 'Intro - part 2' } : row,
    );
    const data = [...ANN, ...watched('v1', '2024-02-02', 10, 1, 10)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-views', ['video', 'full_views'], { ...TABLES, course_blocks: renamed });
    expect(corrected).to.deep.equal([['1:1:2 - Intro - part 2', 1]]);
    expect(aspects).to.deep.equal([['1:1:2 - Intro', 1]]);
  });

  it('a video that the course does not have is named by its id, against left out', async () => {
    const data = [...ANN, ...watched('gone', '2024-02-02', 10, 1, 10)];
    const { corrected, aspects } = await ask(data, 'at-risk.video-views', ['video', 'full_views']);
    expect(corrected).to.deep.equal([['block-v1:Org+C+R+type@video+block@gone', 1]]);
    expect(aspects).to.deep.equal([]);
  });
});

describe('docs/differences-from-aspects.md: over time, and groups', () => {
  it('each visit of a page, against its last one', async () => {
    const data = [enrolled('2023-12-01'), visited('u1', '2023-12-05'), visited('u1', '2024-02-01')];
    const { corrected, aspects } = await ask(data, 'at-risk.visits-over-time', ['period', 'learners']);
    expect(corrected).to.deep.equal([
      ['2023-12-01', 1],
      ['2024-01-01', 0],
      ['2024-02-01', 1],
    ]);
    expect(aspects).to.deep.equal([['2024-02-01', 1]]);
  });

  it('a learner counts once, against once for each course', async () => {
    const there = { course: OTHER_COURSE };
    const data = [...ANN, enrolled('2024-01-10', there), visited('u1', '2024-02-20', there)];
    const { corrected, aspects } = await ask(data, 'at-risk.last-visits', ['period', 'learners'], BOTH_COURSES);
    expect(corrected).to.deep.equal([['2024-02-01', 1]]);
    expect(aspects).to.deep.equal([['2024-02-01', 2]]);
  });

  it('groups are blocks, against shown texts', async () => {
    const there = { course: OTHER_COURSE, object: otherBlock('vertical', 'u1'), actor: 'bob' };
    const data = [...ANN, enrolled('2024-01-10', { course: OTHER_COURSE, actor: 'bob' }), visited('u1', '2024-02-02', there)];
    const columns = ['section', 'course_key', 'learners'];
    const { corrected, aspects } = await ask(data, 'at-risk.sections', columns, BOTH_COURSES);
    expect(corrected).to.deep.equal([
      ['1:0:0 - C1', COURSE, 1],
      ['1:0:0 - C1', OTHER_COURSE, 1],
    ]);
    expect(aspects).to.deep.equal([['1:0:0 - C1', undefined, 2]]);
  });
});

describe('docs/differences-from-aspects.md: what is no rule and holds under neither', () => {
  it('the last visit is the latest of all, in whatever month it was stored', async () => {
    const data = [enrolled('2024-01-10'), visited('u1', '2024-01-12'), visited('u1', '2024-03-12')];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', ['actor_id']);
    expect(corrected).to.deep.equal([]);
    expect(aspects).to.deep.equal([]);
  });

  it('a learner is one row, however many users share the address', async () => {
    const actor = 'mailto:ann@example.org';
    const data = [enrolled('2024-01-10', { actor }), visited('u1', '2024-02-01', { actor })];
    const users = [
      { id: 1, user_id: 1, name: 'Ann', email: 'ann@example.org' },
      { id: 2, user_id: 2, name: 'A.', email: 'ann@example.org' },
    ];
    const { corrected, aspects } = await ask(data, 'at-risk.learners', ['name'], { ...TABLES, user_profile: users });
    expect(corrected).to.deep.equal([['Ann']]);
    expect(aspects).to.deep.equal([['Ann']]);
  });

  it('a chosen learner filters every view', async () => {
    const data = [...ANN, ...BOB, visited('u2', '2024-02-03', { actor: 'bob' })];
    for (const rules of [{}, 'aspects-v8'] as const) {
      const dataset = await openDataset({ provider: 'xapi', data, tables: TABLES, now: NOW, rules });
      const rows = dataset.view('at-risk.subsections', { clauses: [{ origin: 'table', field: 'actor_id', in: ['bob'] }] }).rows();
      expect(rows.map((row) => row['learners'])).to.deep.equal([1]);
    }
  });
});
