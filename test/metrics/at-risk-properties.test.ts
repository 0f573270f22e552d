import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/data/open-dataset.js';
import type { OpenDataset, OpenDatasetOptions } from '../../src/data/open-dataset.js';
import type { ResultRow } from '../../src/data/view-result.js';
import type { Clause, Value } from '../../src/metrics/types.js';
import { viewIds } from '../../src/metrics/views.js';
import { randomStatements } from '../support/random-statements.js';
import { Random } from '../support/random.js';
import { block, COURSE, statement } from '../support/statements.js';
import { TABLES } from '../support/xapi-course.js';
import { enrolled, visited } from '../support/xapi-statements.js';
import type { Statement } from '../support/xapi-statements.js';

const NOW = Date.parse('2024-03-13T12:00:00Z');
const DAY_MS = 86_400_000;
const SEEDS = [1, 2, 3, 4];
const VIEWS = viewIds().filter((id) => id.startsWith('at-risk.'));

/** What is true of one course only, because a learner may be in two with another grade in each. */
const IN_COURSE: Clause = { origin: 'test', field: 'course_key', in: [COURSE] };

type Rules = NonNullable<OpenDatasetOptions['rules']>;

function open(data: readonly Statement[], rules: Rules): Promise<OpenDataset> {
  return openDataset({ provider: 'xapi', data, tables: TABLES, now: NOW, rules });
}

function texts(rows: readonly ResultRow[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** The answers of all views. */
function answers(dataset: OpenDataset): Record<string, string[]> {
  return Object.fromEntries(VIEWS.map((id) => [id, texts(dataset.view(id).rows())]));
}

function total(rows: readonly ResultRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

/** Random statements, and somebody who is on the list under every rule set. */
function world(seed: number): Statement[] {
  const away = { actor: 'away' };
  return [...randomStatements(new Random(seed), NOW), enrolled('2024-01-10', away), visited('u1', '2024-01-20', away)];
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list];
  return Array.from(list, () => rest.splice(random.below(rest.length), 1)[0] as T);
}

/** The statements as NDJSON, cut anywhere, also within a character. */
async function* pieces(data: readonly Statement[], random: Random): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(data.map((each) => JSON.stringify(each)).join('\n'));
  for (let from = 0; from < bytes.length;) {
    const end = from + 1 + random.below(5000);
    yield await Promise.resolve(bytes.subarray(from, end));
    from = end;
  }
}

/** Settings of the rule as a host may give them. */
function randomRules(random: Random): Rules {
  const from = 13 + random.below(10);
  return {
    inactiveDays: random.below(20),
    from: random.pick(['visit', 'activity']),
    reenrollmentCounts: random.chance(0.5),
    breaks: random.chance(0.5) ? [[`2024-02-${from}`, `2024-02-${from + random.below(6)}`]] : [],
  };
}

for (const rules of [{}, 'aspects-v8'] as const) {
  for (const seed of SEEDS) {
    describe(`at-risk views, ${rules === 'aspects-v8' ? rules : 'corrected rules'} (seed ${seed})`, () => {
      let data: Statement[];
      let dataset: OpenDataset;
      const rows = (view: string, ...clauses: Clause[]): ResultRow[] => dataset.view(view, { clauses: [IN_COURSE, ...clauses] }).rows();

      before(async () => {
        data = world(seed);
        dataset = await open(data, rules);
      });

      it('has bins that add up to the list', () => {
        const listed = rows('at-risk.learners').length;
        expect(listed).to.be.greaterThan(0);
        for (const view of ['at-risk.grade-distribution', 'at-risk.tracks', 'at-risk.last-visits', 'at-risk.enrollment-dates']) {
          expect(total(rows(view), 'learners'), view).to.equal(listed);
        }
        expect(rows('at-risk.approval')[0]).to.include({ listed });
      });

      it('has views of videos that add up', () => {
        const views = total(rows('at-risk.videos'), 'views');
        const split = rows('at-risk.video-views');
        expect(total(split, 'partial_views') + total(split, 'full_views')).to.equal(views);
      });

      it('never counts more who did all than who did one, nor more of these than are listed', () => {
        const listed = rows('at-risk.learners').length;
        for (const row of rows('at-risk.page-engagement')) {
          expect(Number(row['viewed_all'])).to.be.at.most(Number(row['viewed_one']));
          expect(Number(row['viewed_one'])).to.be.at.most(listed);
        }
      });

      it('has cumulative learners that grow to all who visited', () => {
        const cumulative = rows('at-risk.interactions').map((row) => Number(row['cumulative_learners']));
        expect(cumulative).to.deep.equal([...cumulative].sort((a, b) => a - b));
        expect(cumulative.at(-1) ?? 0).to.be.at.most(rows('at-risk.learners').length);
      });

      it('is parted by a filter and its complement', () => {
        const random = new Random(seed + 100);
        const all = rows('at-risk.learners');
        const bins = rows('at-risk.grade-distribution');
        for (const field of ['track', 'grade_bucket', 'actor_id', 'days_inactive', 'course_grade']) {
          const values = [...new Set(all.map((row): Value => row[field] ?? null))];
          const chosen = random.some(values);
          const clauses = [chosen, values.filter((value) => !chosen.includes(value))].map((list): Clause => ({
            origin: 'part',
            field,
            in: list,
          }));
          expect(texts(clauses.flatMap((clause) => rows('at-risk.learners', clause))), field).to.deep.equal(texts(all));
          const counted = clauses.map((clause) => total(rows('at-risk.grade-distribution', clause), 'learners'));
          expect((counted[0] ?? 0) + (counted[1] ?? 0), field).to.equal(total(bins, 'learners'));
        }
        const cut = NOW - random.below(30 * DAY_MS);
        const halves = [
          [0, cut],
          [cut, NOW + 1],
        ].map(([from = 0, to = 0]) => rows('at-risk.learners', { origin: 'part', field: 'last_visit', range: [from, to] }));
        expect(texts(halves.flat())).to.deep.equal(texts(all));
      });

      it('answers the same whatever the order and the pieces of its input', async () => {
        const random = new Random(seed + 200);
        const expected = answers(dataset);
        expect(answers(await open(shuffled(random, [...data, ...data.slice(0, 9)]), rules))).to.deep.equal(expected);
        const streamed = await openDataset({ provider: 'xapi', events: pieces(data, random), tables: TABLES, now: NOW, rules });
        expect(answers(streamed)).to.deep.equal(expected);
      });

      it('answers the same whatever happens after now', async () => {
        const random = new Random(seed + 300);
        const isLater = (each: Statement): boolean => Date.parse(String(each['timestamp'])) > NOW;
        const moved = data.map((each) =>
          isLater(each) ? { ...each, timestamp: new Date(NOW + 1 + random.below(1e9)).toISOString() } : each,
        );
        const expected = answers(dataset);
        expect(data.filter(isLater)).not.to.be.empty;
        expect(answers(await open(moved, rules))).to.deep.equal(expected);
        expect(
          answers(
            await open(
              data.filter((each) => !isLater(each)),
              rules,
            ),
          ),
        ).to.deep.equal(expected);
      });
    });
  }
}

describe('one more visit', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`of a learner who has visited before never puts that learner on the list (seed ${seed})`, async () => {
      const random = new Random(seed + 400);
      const rules = random.chance(0.3) ? 'aspects-v8' : randomRules(random);
      const data = world(seed);
      const ids = (dataset: OpenDataset): string[] =>
        dataset
          .view('at-risk.learners', { clauses: [IN_COURSE] })
          .rows()
          .map((row) => String(row['actor_id']));
      const before = await open(data, rules);
      const spec = {
        id: 'visitors',
        table: 'page_visits',
        by: [{ field: 'actor_id' }],
        measures: [{ metric: 'at-risk.learners', as: 'learners' }],
      };
      const visitors = before
        .view(spec, { clauses: [IN_COURSE] })
        .rows()
        .map((row) => String(row['actor_id']));
      expect(visitors).not.to.be.empty;
      for (const actor of visitors) {
        const time = new Date(NOW - random.below(60 * DAY_MS)).toISOString();
        const by = actor.startsWith('mailto:') ? { mbox: actor } : actor;
        const visit = statement({ actor: by, verb: 'navigated', time, object: block('vertical', 'u1') });
        const after = await open([...data, visit], rules);
        const isNew = ids(after).includes(actor) && !ids(before).includes(actor);
        expect(isNew, `${actor} at ${time} under ${JSON.stringify(rules)}`).to.equal(false);
      }
    });
  }
});
