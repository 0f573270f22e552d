import { expect } from '@open-wc/testing';
import type { Clause, Value } from '../../../src/metrics/types.js';
import type { Settings } from '../../../src/data/provider.js';
import { needShared, sharedJson, sharedText } from '../../support/shared.js';
import { ORACLE_NOW, prepared, settingsAt, viewRows } from '../../support/xapi.js';

type Row = Readonly<Record<string, Value>>;
interface Scenario {
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
  readonly charts: Readonly<Record<string, { readonly rows: readonly Row[] }>>;
  readonly native_filters: Readonly<Record<string, readonly string[]>>;
}
type View = (id: string, options?: { clauses?: Clause[] }) => Record<string, Value>[];

const SCENARIOS = ['all', 'course'] as const;

/** Charts whose columns stand for ours in order; the last columns of some are for sorting only. */
const CHARTS: readonly { chart: string; view: string; columns: readonly string[]; theirs?: readonly string[] }[] = [
  { chart: 'last_visit_date', view: 'at-risk.last-visits', columns: ['period', 'learners'] },
  { chart: 'enrollees_by_track', view: 'at-risk.tracks', columns: ['track', 'learners'] },
  { chart: 'enrollment_dates', view: 'at-risk.enrollment-dates', columns: ['period', 'learners'] },
  { chart: 'grade_distribution', view: 'at-risk.grade-distribution', columns: ['grade_bucket', 'learners'] },
  { chart: 'page_engagement', view: 'at-risk.page-engagement', columns: ['section_subsection', 'viewed_one', 'viewed_all'] },
  { chart: 'section_summary', view: 'at-risk.sections', columns: ['section', 'learners'] },
  { chart: 'cumulative_interactions', view: 'at-risk.interactions', columns: ['period', 'learners'] },
  { chart: 'subsection_summary', view: 'at-risk.subsections', columns: ['section', 'subsection', 'learners'] },
  { chart: 'page_engagement_over_time', view: 'at-risk.visits-over-time', columns: ['period', 'learners'] },
  {
    chart: 'problem_engagement',
    view: 'at-risk.problem-engagement',
    columns: ['section_subsection', 'attempted_one', 'attempted_all'],
  },
  {
    chart: 'problem_attempts',
    view: 'at-risk.problem-attempts',
    columns: ['problem', 'url', 'graded', 'coursewide_correct_attempts', 'correct_attempts', 'incorrect_attempts'],
  },
  {
    chart: 'problem_results',
    view: 'at-risk.problem-results',
    columns: ['problem', 'url', 'graded', 'coursewide_correct_share', 'correct_share', 'incorrect_share'],
  },
  { chart: 'video_engagement_bar', view: 'at-risk.video-engagement', columns: ['section_subsection', 'viewed_one', 'viewed_all'] },
  { chart: 'video_engagement_table', view: 'at-risk.videos', columns: ['section', 'subsection', 'video', 'url', 'viewers', 'views'] },
  { chart: 'partial_full', view: 'at-risk.video-views', columns: ['video', 'partial_views', 'full_views'] },
  { chart: 'watched_segments', view: 'at-risk.video-segments', columns: ['second', 'views', 'repeat_views'] },
];

/** Columns of the oracle's learners by the name they have here. */
const LEARNER_COLUMNS: readonly (readonly [ours: string, theirs: string])[] = [
  ['org', 'org'],
  ['course_key', 'course_key'],
  ['course_name', 'course_name'],
  ['course_run', 'course_run'],
  ['actor_id', 'actor_id'],
  ['name', 'name'],
  ['username', 'username'],
  ['email', 'email'],
  ['track', 'enrollment_mode'],
  ['enrolled_at', 'enrolled_at'],
  ['last_visit', 'last_visited'],
  ['course_grade', 'course_grade'],
  ['grade_bucket', 'grade_bucket'],
  ['state', 'approving_state'],
];

const LINK = /^<a href="([^"]*)"[^>]*>(.*)<\/a>$/;

/** The oracle's value as ours: no padding, no HTML, no '', links in two. */
function comparable(name: string, value: Value | undefined): Value[] {
  if (value === '' || value === undefined) return [null];
  if (typeof value !== 'string') return [value];
  if (name === 'Graded') return [value === 'graded'];
  const link = LINK.exec(value);
  const texts = link === null ? [value] : [link[2] ?? '', link[1] ?? ''];
  return texts.map((text) => text.replaceAll('\b', ''));
}

/** Rows as sorted texts, numbers to five places: two lists are equal if they have the same rows, in whatever order. */
function multiset(rows: readonly (readonly (Value | undefined)[])[]): string[] {
  const rounded = (value: Value | undefined): Value | undefined => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
  return rows.map((row) => JSON.stringify(row.map(rounded))).sort();
}

function instant(text: Value | undefined): number {
  return Date.parse(`${String(text).replace(' ', 'T')}Z`);
}

async function seed(context: Mocha.Context, settings: Settings): Promise<View> {
  const events = needShared(context, await sharedText('oracles/aspects/raw-events.ndjson.gz'), 'the oracles of Aspects');
  const tables = await sharedJson<object>('oracles/aspects/raw-tables.json.gz');
  return viewRows((await prepared({ events, tables }, settings)).tables, settings);
}

function clausesOf({ native_filters: filters }: Scenario): Clause[] {
  return Array.isArray(filters) ? [] : Object.entries(filters).map(([field, values]) => ({ origin: 'bar', field, in: values }));
}

describe('xAPI against Open edX Aspects v8', () => {
  let view: View;

  before(async function () {
    view = await seed(this, settingsAt(ORACLE_NOW, 'aspects-v8'));
  });

  for (const name of SCENARIOS) {
    describe(`at-risk.${name}`, () => {
      let scenario: Scenario;
      let clauses: Clause[];

      before(async function () {
        scenario = needShared(this, await sharedJson<Scenario>(`oracles/aspects/at-risk.${name}.json.gz`), 'the oracles of Aspects');
        clauses = clausesOf(scenario);
      });

      it('lists the same learners with the same columns', () => {
        const theirs = (scenario.datasets['at_risk_learners'] ?? []).map((row) =>
          LEARNER_COLUMNS.map(([ours, column]) =>
            ours === 'enrolled_at' || ours === 'last_visit' ? instant(row[column]) : comparable(column, row[column])[0],
          ),
        );
        const ours = view('at-risk.learners', { clauses }).map((row) => LEARNER_COLUMNS.map(([column]) => row[column]));
        expect(theirs).to.have.length(name === 'all' ? 257 : 8);
        expect(multiset(ours)).to.deep.equal(multiset(theirs));
      });

      it('has the learners of the chart Learners', () => {
        const names = view('at-risk.learners', { clauses }).map((row) => [row['name'], row['username'], row['email']]);
        const theirs = scenario.charts['learners']?.rows.map((row) => [row['name'], row['username'], row['email']]) ?? [];
        expect([...new Set(multiset(names))]).to.deep.equal(multiset(theirs));
      });

      for (const { chart, view: id, columns } of CHARTS) {
        it(`counts ${id} as the chart ${chart}`, () => {
          const theirs = scenario.charts[chart]?.rows ?? [];
          const flat = theirs.map((row) =>
            Object.entries(row)
              .flatMap(([column, value]) => comparable(column, value))
              .slice(0, columns.length),
          );
          const ours = view(id, { clauses }).map((row) => columns.map((column) => row[column]));
          expect(flat).not.to.be.empty;
          expect(multiset(ours)).to.deep.equal(multiset(flat));
        });
      }
    });
  }
});
