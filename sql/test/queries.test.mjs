/** The documented queries, run in ClickHouse: what provider `tables` makes of their answers is what provider `xapi` makes of statements. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/lib/files.mjs';
import { Aspects, TABLES } from './clickhouse.mjs';
import { library } from './library.mjs';
import { rareStatements, rareTables } from './worlds.mjs';

const SHARED = join(process.env.LEARNER_ELEMENTS_SHARED ?? resolve(ROOT, '..', 'shared'), 'oracles', 'aspects');
const NOW = '2024-03-13T00:00:00Z';
const RULES = ['corrected', 'aspects-v8'];
const SEEDS = (process.env.SEEDS ?? '1,2,3,4,5,6').split(',').map(Number);

/** Charts of the dashboard whose answers are known, and our views of them. */
const CHARTS = {
  last_visit_date: 'last-visits',
  enrollees_by_track: 'tracks',
  enrollment_dates: 'enrollment-dates',
  grade_distribution: 'grade-distribution',
  page_engagement: 'page-engagement',
  section_summary: 'sections',
  cumulative_interactions: 'interactions',
  subsection_summary: 'subsections',
  page_engagement_over_time: 'visits-over-time',
  problem_engagement: 'problem-engagement',
  problem_attempts: 'problem-attempts',
  problem_results: 'problem-results',
  video_engagement_bar: 'video-engagement',
  video_engagement_table: 'videos',
  partial_full: 'video-views',
  watched_segments: 'video-segments',
};

/** Columns of ours that the charts of Aspects do not have. */
const OURS_ONLY = ['level', 'cumulative_learners'];

let lib;
let aspects;

before(async () => {
  lib = await library();
  aspects = new Aspects();
});

after(() => aspects.close());

/** The answers of the queries, opened by provider `tables`. */
function fromQueries(rules, courseKeys = []) {
  const parameters = { course_keys: courseKeys, now: NOW.replace('T', ' ').replace('Z', ''), rules };
  const tables = Object.fromEntries(TABLES.map((name) => [name, aspects.table(name, parameters)]));
  return lib.openDataset({ provider: 'tables', tables, now: NOW, rules: rules === 'corrected' ? {} : rules });
}

/** The statements themselves, opened by provider `xapi`. */
function fromStatements(statements, tables, rules) {
  return lib.openDataset({ provider: 'xapi', data: statements, tables, now: NOW, rules: rules === 'corrected' ? {} : rules });
}

/** Rows as sorted texts, numbers to five places. */
function multiset(rows) {
  const rounded = (value) => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
  return rows.map((row) => JSON.stringify(Object.values(row).map(rounded))).sort();
}

/** Every view but the one that tables cannot answer, and each without the at-risk rule, so that it speaks of all learners. */
function specsUnder(rules) {
  const specs = new Map([...lib.AT_RISK_VIEWS, ...(rules === 'aspects-v8' ? lib.AT_RISK_VIEWS_ASPECTS_V8 : [])]);
  specs.delete('at-risk.list-changes');
  const ofAll = (spec) => ({ ...spec, where: (spec.where ?? []).filter(({ field }) => field !== 'listed') });
  return [...specs.values()].flatMap((spec) => [spec, ofAll(spec)]);
}

async function expectSameViews(statements, tables, rules) {
  await aspects.fill(statements, tables);
  const [ours, theirs] = [await fromQueries(rules), await fromStatements(statements, tables, rules)];
  let rows = 0;
  for (const spec of specsUnder(rules)) {
    const expected = theirs.view(spec).rows();
    rows += expected.length;
    assert.deepEqual(multiset(ours.view(spec).rows()), multiset(expected), `${spec.id}, ${rules}`);
  }
  assert.ok(rows > 40, `there is something to compare, not ${rows} rows`);
}

describe(
  'the queries against what Aspects answers',
  { skip: existsSync(SHARED) ? false : 'the shared folder is not beside the project' },
  () => {
    const shared = (name) => gunzipSync(readFileSync(join(SHARED, name))).toString();
    let dataset;
    let oracle;

    before(async () => {
      const statements = shared('raw-events.ndjson.gz')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      oracle = JSON.parse(shared('at-risk.all.json.gz'));
      await aspects.fill(statements, JSON.parse(shared('raw-tables.json.gz')));
      dataset = await fromQueries('aspects-v8');
    });

    it('lists the same learners', () => {
      const ours = dataset
        .view('at-risk.learners')
        .rows()
        .map((row) => [
          row.course_key,
          row.actor_id,
          row.course_name,
          row.course_run,
          row.org,
          row.name,
          row.username,
          row.email,
          row.track,
          row.course_grade,
          row.grade_bucket,
          row.enrolled_at.slice(0, 19),
          row.last_visit.slice(0, 19),
        ]);
      const theirs = oracle.datasets.at_risk_learners.map((row) => [
        row.course_key,
        row.actor_id,
        row.course_name,
        row.course_run,
        row.org,
        row.name,
        row.username,
        row.email,
        row.enrollment_mode,
        row.course_grade,
        row.grade_bucket,
        row.enrolled_at.replace(' ', 'T'),
        row.last_visited.replace(' ', 'T'),
      ]);
      assert.equal(theirs.length, 257);
      assert.deepEqual(multiset(ours), multiset(theirs));
    });

    for (const [chart, view] of Object.entries(CHARTS)) {
      it(`counts at-risk.${view} as the chart ${chart}`, () => {
        const ours = dataset
          .view(`at-risk.${view}`)
          .rows()
          .map((row) =>
            Object.entries(row)
              .filter(([name]) => !OURS_ONLY.includes(name))
              .map(([, value]) => value),
          );
        const width = ours[0].length;
        const theirs = oracle.charts[chart].rows.map((row) => Object.entries(row).flatMap(comparable).slice(0, width));
        assert.deepEqual(multiset(ours), multiset(theirs));
      });
    }

    it('takes the courses asked for and no other', async () => {
      const course = oracle.datasets.at_risk_learners[0].course_key;
      const rows = (await fromQueries('aspects-v8', [course])).view('at-risk.learners').rows();
      assert.deepEqual(
        multiset(rows),
        multiset(
          dataset
            .view('at-risk.learners')
            .rows()
            .filter((row) => row.course_key === course),
        ),
      );
    });
  },
);

describe('the queries against the statements themselves', () => {
  for (const rules of RULES) {
    it(`answers the same of what is rare, ${rules}`, async () => {
      // By the rules of Aspects such a grade is taken as it is, which the tables refuse.
      const extra = rules === 'corrected' ? [lib.graded(1.05, '2024-02-08')] : [];
      await expectSameViews([...rareStatements(lib), ...extra], rareTables(lib), rules);
    });

    for (const seed of SEEDS) {
      it(`answers the same of random statements, ${rules} (seed ${seed})`, async () => {
        await expectSameViews(lib.randomStatements(new lib.Random(seed), Date.parse(NOW)), rareTables(lib), rules);
      });
    }
  }
});

/** A cell of a chart as ours: no padding, no '', links in two, graded as yes or no. */
function comparable([name, value]) {
  if (value === '') return [null];
  if (typeof value !== 'string') return [value];
  if (name === 'Graded') return [value === 'graded'];
  const link = /^<a href="([^"]*)"[^>]*>(.*)<\/a>$/.exec(value);
  return (link === null ? [value] : [link[2], link[1]]).map((text) => text.replaceAll('\b', ''));
}
