import { expect } from '@open-wc/testing';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import { StatsError } from '../../../src/data/stats-error.js';
import type { Clause, Predicate, ViewSpec } from '../../../src/metrics/types.js';
import type { Rows } from '../../support/tables.js';
import { tablesOf, valuesOf } from '../../support/tables.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const rows: Readonly<Record<string, Rows>> = {
  courses: [
    { course_key: 'c1', org: 'North', course_name: 'Algebra' },
    { course_key: 'c2', org: 'South', course_name: 'Botany' },
  ],
  blocks: [
    { block_id: 'p1', course_key: 'c1', section: 'Week 1', course_order: 1 },
    { block_id: 'p2', course_key: 'c1', section: 'Week 2', course_order: 2 },
    { block_id: 'p3', course_key: 'c2', section: 'Week 1', course_order: 1 },
  ],
  learners: [
    { actor_id: 'ann', name: 'Ann' },
    { actor_id: 'bob', name: 'Bob' },
    { actor_id: 'cy', name: 'Cy' },
  ],
  enrollments: [
    { course_key: 'c1', actor_id: 'ann', track: 'audit', course_grade: 0.5, listed: true },
    { course_key: 'c1', actor_id: 'bob', track: 'verified', course_grade: null, listed: false },
    { course_key: 'c2', actor_id: 'ann', track: 'verified', course_grade: 0.9, listed: true },
    { course_key: 'c2', actor_id: 'cy', track: null, course_grade: 0.7, listed: null },
  ],
  page_visits: [
    { course_key: 'c1', actor_id: 'ann', block_id: 'p1', visited_at: day('2024-01-10') },
    { course_key: 'c1', actor_id: 'ann', block_id: 'p2', visited_at: day('2024-02-10') },
    { course_key: 'c1', actor_id: 'bob', block_id: 'p1', visited_at: day('2024-02-20') },
    { course_key: 'c2', actor_id: 'cy', block_id: 'p3', visited_at: day('2024-03-01') },
  ],
  problem_outcomes: [
    { course_key: 'c1', actor_id: 'ann', block_id: 'p1', attempts: 1, last_correct: true },
    { course_key: 'c1', actor_id: 'bob', block_id: 'p2', attempts: 3, last_correct: false },
    { course_key: 'c2', actor_id: 'ann', block_id: 'p3', attempts: 2, last_correct: null },
    { course_key: 'c9', actor_id: 'dot', block_id: 'p1', attempts: 9, last_correct: true },
  ],
};
const tables = tablesOf(rows);
const engine = createEngine(tables, { timezone: 'UTC' });

const enrollments: ViewSpec = { id: 'e', table: 'enrollments', select: ['course_key', 'actor_id'] };
const outcomes: ViewSpec = { id: 'o', table: 'problem_outcomes', select: ['attempts'] };

function clause(predicate: Predicate, origin = 'other'): Clause {
  return { ...predicate, origin };
}

function shown(spec: ViewSpec, ...clauses: Clause[]): string[] {
  return valuesOf(engine.view(spec, { clauses, self: 'me' })).map((row) => row.join(' '));
}

describe('a clause on the view’s own table or a parent', () => {
  it('filters rows by their own field', () => {
    expect(shown(enrollments, clause({ field: 'track', in: ['verified'] }))).to.deep.equal(['c1 bob', 'c2 ann']);
  });

  it('reaches parents, and parents of parents', () => {
    expect(shown(outcomes, clause({ field: 'section', in: ['Week 1'] }))).to.deep.equal(['1', '2', '9']);
    expect(shown(outcomes, clause({ field: 'track', in: ['audit'] }))).to.deep.equal(['1']);
    expect(shown(outcomes, clause({ field: 'name', in: ['Ann'] }))).to.deep.equal(['1', '2']);
    expect(shown(outcomes, clause({ field: 'org', in: ['South'] }))).to.deep.equal(['2']);
  });

  it('takes a field by the name of its table', () => {
    expect(shown(outcomes, clause({ field: 'blocks.org', in: ['North'] }))).to.deep.equal(['1', '3', '9']);
    expect(shown(outcomes, clause({ field: 'enrollments.org', in: ['North'] }))).to.deep.equal(['1', '3']);
  });

  it('lets unknown pass only where it is asked for', () => {
    expect(shown(enrollments, clause({ field: 'track', in: [null] }))).to.deep.equal(['c2 cy']);
    expect(shown(enrollments, clause({ field: 'course_grade', range: [0, 1] }))).to.deep.equal(['c1 ann', 'c2 ann', 'c2 cy']);
    expect(shown(enrollments, clause({ field: 'course_grade', in: [null, 0.9] }))).to.deep.equal(['c1 bob', 'c2 ann']);
    expect(shown(enrollments, clause({ field: 'listed', in: [null, false] }))).to.deep.equal(['c1 bob', 'c2 cy']);
    expect(shown(outcomes, clause({ field: 'track', in: [null] })), 'a missing parent is unknown').to.deep.equal(['9']);
  });

  it('takes a range from its start to before its end', () => {
    expect(shown(outcomes, clause({ field: 'attempts', range: [1, 3] }))).to.deep.equal(['1', '2']);
    expect(shown(outcomes, clause({ field: 'attempts', range: [-Infinity, Infinity] }))).to.deep.equal(['1', '3', '2', '9']);
  });

  it('compares instants by what they are, numbers and text by value', () => {
    const visits: ViewSpec = { id: 'v', table: 'page_visits', select: ['block_id'] };
    expect(shown(visits, clause({ field: 'visited_at', in: ['2024-01-10T01:00:00+01:00', day('2024-03-01')] }))).to.deep.equal([
      'p1',
      'p3',
    ]);
    expect(shown(outcomes, clause({ field: 'attempts', in: ['3', 2] }))).to.deep.equal(['2']);
  });

  it('matches nothing with an empty list', () => {
    expect(shown(enrollments, clause({ field: 'track', in: [] }))).to.deep.equal([]);
  });
});

describe('clauses on a sibling', () => {
  it('keep what has at least one such row', () => {
    expect(shown(outcomes, clause({ field: 'visited_at', range: [day('2024-02-01'), day('2024-03-01')] }))).to.deep.equal(['1', '3']);
  });

  it('hold on one and the same row', () => {
    const march: Predicate = { field: 'visited_at', range: [day('2024-02-01'), day('2024-03-01')] };
    expect(shown(enrollments, clause(march), clause({ field: 'page_visits.block_id', in: ['p1'] }))).to.deep.equal(['c1 bob']);
    expect(shown(enrollments, clause(march), clause({ field: 'page_visits.section', in: ['Week 2'] }))).to.deep.equal(['c1 ann']);
  });

  it('on two siblings need a row in each', () => {
    const visited: Predicate = { field: 'visited_at', range: [0, Infinity] };
    expect(shown(enrollments, clause(visited), clause({ field: 'last_correct', in: [false] }))).to.deep.equal(['c1 bob']);
  });
});

describe('a name that several tables have', () => {
  const { enrollments: learners = [], page_visits: visits = [], problem_outcomes: answers = [] } = rows;
  const onPage = clause({ field: 'block_id', in: ['p1'] });

  it('is none of them where nobody says whose it is, whatever data there are', () => {
    for (const data of [{}, { page_visits: visits }, { problem_outcomes: answers }, { page_visits: visits, problem_outcomes: answers }]) {
      const answer = createEngine(tablesOf({ enrollments: learners, ...data }), { timezone: 'UTC' }).view(enrollments, {
        clauses: [onPage],
      });
      expect([answer.length, answer.unanswered], Object.keys(data).join()).to.deep.equal([4, [onPage]]);
    }
    expect(shown(enrollments, { ...onPage, field: 'page_visits.block_id' })).to.deep.equal(['c1 ann', 'c1 bob']);
    expect(() => shown({ ...enrollments, where: [onPage] })).to.throw(StatsError, 'View "e": several tables have the field "block_id".');
  });

  it('is the one of the view where that has it', () => {
    expect(shown(outcomes, onPage)).to.deep.equal(['1', '9']);
  });

  it('is that of the table whose rows the others name, and not that of conclusions', () => {
    const explorations: ViewSpec = { id: 'x', table: 'explorations', select: ['exploration'] };
    const creator = createEngine(
      tablesOf({
        explorations: [{ exploration: 'a' }, { exploration: 'b' }],
        states: [{ exploration: 'a', state: 'Start' }],
        feedback: [{ exploration: 'b', state: 'Start' }],
        insights: [{ exploration: 'b', state: 'Start', week: '2024-03-04' }],
        weekly: [{ exploration: 'a', week: '2024-03-04' }],
      }),
      { timezone: 'UTC' },
    );
    for (const asked of [clause({ field: 'state', in: ['Start'] }), clause({ field: 'week', in: ['2024-03-04'] })])
      expect(valuesOf(creator.view(explorations, { clauses: [asked] })), asked.field).to.deep.equal([['a']]);
  });

  it('stands with its table in answers, so that a clause on such a column means the same everywhere', () => {
    const asked = ['block_id', 'attempts', 'section', 'course_key', 'actor_id', 'problem_outcomes.url'];
    for (const by of [{ select: asked }, { by: asked.map((field) => ({ field })), measures: [] }]) {
      for (const cubes of [true, false]) {
        const answer = createEngine(tables, { timezone: 'UTC', cubes }).view({ id: 'o', table: 'problem_outcomes', ...by });
        expect(answer.columns.map(({ field }) => field)).to.deep.equal(['problem_outcomes.block_id', ...asked.slice(1)]);
      }
    }
  });
});

describe('a view of a parent table', () => {
  it('keeps the parents that have a remaining child', () => {
    const blocks: ViewSpec = { id: 'b', table: 'blocks', select: ['block_id'] };
    expect(shown(blocks, clause({ field: 'visited_at', range: [day('2024-02-01'), day('2024-02-15')] }))).to.deep.equal(['p2']);
    expect(shown(enrollments, clause({ field: 'attempts', range: [2, 9] }))).to.deep.equal(['c1 bob', 'c2 ann']);
  });

  it('asks one and the same enrollment of a course or a learner', () => {
    const learners: ViewSpec = { id: 'l', table: 'learners', select: ['actor_id'] };
    const courses: ViewSpec = { id: 'c', table: 'courses', select: ['course_key'] };
    const visited = clause({ field: 'visited_at', range: [0, Infinity] });
    expect(shown(learners, clause({ field: 'track', in: ['verified'] }))).to.deep.equal(['ann', 'bob']);
    expect(shown(learners, clause({ field: 'track', in: ['verified'] }), visited)).to.deep.equal(['bob']);
    expect(shown(courses, clause({ field: 'name', in: ['Bob', 'Cy'] }), clause({ field: 'course_grade', in: [0.7] }))).to.deep.equal([
      'c2',
    ]);
    expect(shown(courses, clause({ field: 'section', in: ['Week 2'] }))).to.deep.equal(['c1']);
  });
});

describe('clauses in general', () => {
  it('are skipped where they are the view’s own', () => {
    const own = clause({ field: 'track', in: ['audit'] }, 'me');
    const data = engine.view(enrollments, { clauses: [own], self: 'me' });
    expect(data.length).to.equal(4);
    expect([data.applied, data.unanswered]).to.deep.equal([[], []]);
  });

  it('count once for an origin and field: the last', () => {
    const first = clause({ field: 'track', in: ['audit'] });
    const last = clause({ field: 'track', in: ['verified'] });
    expect(engine.view(enrollments, { clauses: [first, last] }).applied).to.deep.equal([last]);
    expect(shown(enrollments, first, { ...last, origin: 'third' })).to.deep.equal([]);
  });

  it('that nobody can answer are named and filter nothing', () => {
    const clauses = [
      clause({ field: 'stars', in: [5] }),
      clause({ field: 'section', in: ['Week 1'] }),
      clause({ field: 'grade_bucket', in: ['0-9%'] }),
      clause({ field: 'track', range: [0, 1] }),
    ];
    const data = engine.view(enrollments, { clauses });
    expect(data.length).to.equal(4);
    expect(data.unanswered).to.deep.equal(clauses);
  });
});

describe('the fixed part of a view', () => {
  it('holds together with the clauses', () => {
    const listed: ViewSpec = { ...enrollments, where: [{ field: 'listed', in: [true] }] };
    expect(shown(listed, clause({ field: 'track', in: ['verified'] }))).to.deep.equal(['c2 ann']);
  });

  it('must name fields that exist', () => {
    expect(() => shown({ ...enrollments, where: [{ field: 'lister', in: [true] }] })).to.throw(
      StatsError,
      'View "e": no table has the field "lister".',
    );
    expect(() => shown({ ...enrollments, select: ['section'] }))
      .to.throw(StatsError, '"section"')
      .with.property('code', 'unknown-field');
  });
});
