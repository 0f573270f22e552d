import { expect } from '@open-wc/testing';
import { createEngine } from '../../../src/data/engine/create-engine.js';
import { dictionaryEntry } from '../../../src/metrics/dictionary.js';
import { AT_RISK_VIEWS, AT_RISK_VIEWS_ASPECTS_V8 } from '../../../src/metrics/views/at-risk.js';
import type { ViewSpec } from '../../../src/metrics/types.js';

/** Columns of each view as hosts read them, before `course_key` and `block_id`. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'at-risk.learners': [
    'org',
    'course_key',
    'course_name',
    'course_run',
    'actor_id',
    'name',
    'username',
    'email',
    'track',
    'enrolled_at',
    'first_enrolled_at',
    'last_visit',
    'last_activity',
    'days_inactive',
    'course_grade',
    'grade_bucket',
    'state',
  ],
  'at-risk.last-visits': ['period', 'learners'],
  'at-risk.tracks': ['track', 'learners'],
  'at-risk.enrollment-dates': ['period', 'learners'],
  'at-risk.first-enrollment-dates': ['period', 'learners'],
  'at-risk.page-engagement': ['section_subsection', 'level', 'viewed_one', 'viewed_all'],
  'at-risk.sections': ['section', 'learners'],
  'at-risk.interactions': ['period', 'learners', 'cumulative_learners'],
  'at-risk.subsections': ['section', 'subsection', 'learners'],
  'at-risk.visits-over-time': ['period', 'learners'],
  'at-risk.problem-engagement': ['section_subsection', 'level', 'attempted_one', 'attempted_all'],
  'at-risk.problem-attempts': ['problem', 'url', 'graded', 'coursewide_correct_attempts', 'correct_attempts', 'incorrect_attempts'],
  'at-risk.problem-results': ['problem', 'url', 'graded', 'coursewide_correct_share', 'correct_share', 'incorrect_share'],
  'at-risk.counted-problem-results': [
    ...['problem', 'url', 'graded', 'coursewide_correct_share', 'correct_share', 'incorrect_share'],
    ...['coursewide_answered', 'answered'],
  ],
  'at-risk.video-engagement': ['section_subsection', 'level', 'viewed_one', 'viewed_all'],
  'at-risk.videos': ['section', 'subsection', 'video', 'url', 'viewers', 'views'],
  'at-risk.video-views': ['video', 'partial_views', 'full_views'],
  'at-risk.video-segments': ['second', 'views', 'repeat_views'],
  'at-risk.grade-distribution': ['grade_bucket', 'learners'],
  'at-risk.page-parts': ['section_subsection', 'level', 'course_key', 'block_id'],
  'at-risk.problem-parts': ['section_subsection', 'level', 'course_key', 'block_id'],
  'at-risk.video-parts': ['section_subsection', 'level', 'course_key', 'block_id'],
  'at-risk.list-changes': ['new_on_list', 'back_again', 'compared'],
  'at-risk.approval': ['enrolled', 'passed', 'passed_share', 'listed', 'listed_would_pass'],
};

const engine = createEngine(new Map(), { timezone: 'UTC' });
const BLOCK_COLUMNS: readonly string[] = ['course_key', 'block_id'];

function columnsOf(spec: ViewSpec): readonly string[] {
  return engine.view(spec).columns.map((column) => column.name);
}

describe('the at-risk views', () => {
  for (const [id, spec] of AT_RISK_VIEWS) {
    it(`${id} has the columns that hosts read`, () => {
      const expected = COLUMNS[id === 'at-risk.never-started' ? 'at-risk.learners' : id];
      const columns = columnsOf(spec);
      const own = spec.select === undefined ? columns.filter((column) => !BLOCK_COLUMNS.includes(column)) : columns;
      expect(own).to.deep.equal(expected);
    });
  }

  for (const [id, spec] of AT_RISK_VIEWS_ASPECTS_V8) {
    it(`${id} has under aspects-v8 exactly the same columns, without ids of blocks`, () => {
      expect(columnsOf(spec)).to.deep.equal(COLUMNS[id]);
    });
  }

  it('says of every column what it means', () => {
    for (const spec of [...AT_RISK_VIEWS.values(), ...AT_RISK_VIEWS_ASPECTS_V8.values()]) {
      for (const { name, meaning } of engine.view(spec).columns) {
        expect(dictionaryEntry(meaning), `${spec.id}: ${name} is ${meaning}`).not.to.equal(undefined);
      }
    }
  });

  it('shows all ten grade ranges and those without a grade, even with no learner', () => {
    const spec = AT_RISK_VIEWS.get('at-risk.grade-distribution');
    expect(spec === undefined ? 0 : engine.view(spec).length).to.equal(11);
  });
});
