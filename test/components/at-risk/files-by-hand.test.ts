import { expect } from '@open-wc/testing';
import '../../../src/at-risk.js';
import { widgetDocument, styleOf } from '../../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import { cellText } from '../../../src/export/files/about.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { readCsv } from '../../export/files/rfc4180.js';
import { ByHand } from '../../support/course-by-hand.js';
import { Random } from '../../support/random.js';
import { randomCourse } from '../../support/random-course.js';
import type { Row, Tables } from '../../support/random-course.js';
import { widget } from '../../support/widgets.js';

const NOW = Date.parse('2024-04-02T03:30:00Z');
const DAY_MS = 86_400_000;
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'America/Santiago'];
const SEEDS = [1, 2];

type Cell = string | number | boolean | null;

/** What is counted by hand for each tag; `video` is the one that a widget shows. */
const TAGS: Readonly<Record<string, (hand: ByHand, video: string) => Row[]>> = {
  'at-risk-approval': (hand) => hand.approval(),
  'at-risk-enrollment-chart': (hand) => hand.enrollments(),
  'at-risk-grade-chart': (hand) => hand.grades(),
  'at-risk-interactions-chart': (hand) => hand.visits(),
  'at-risk-last-visit-chart': (hand) => hand.lastVisits(),
  'at-risk-never-started-table': (hand) => hand.neverStarted(),
  'at-risk-page-engagement-chart': (hand) => hand.engagement('unit', 'page_visits', 'viewed'),
  'at-risk-problem-attempts-table': (hand) => hand.problems(),
  'at-risk-problem-engagement-chart': (hand) => hand.engagement('problem', 'problem_responses', 'attempted'),
  'at-risk-problem-results-table': (hand) => hand.problems(),
  'at-risk-section-table': (hand) => hand.parts('section'),
  'at-risk-subsection-table': (hand) => hand.parts('subsection'),
  'at-risk-table': (hand) => hand.list(),
  'at-risk-track-chart': (hand) => hand.tracks(),
  'at-risk-video-engagement-chart': (hand) => hand.engagement('video', 'video_watches', 'viewed'),
  'at-risk-video-segments-chart': (hand, video) => hand.seconds(video),
  'at-risk-video-table': (hand) => hand.videos(),
  'at-risk-video-views-chart': (hand) => hand.videos(),
  'at-risk-visits-chart': (hand) => hand.visits(),
};

/** Columns that are said of learners apart from numbers of theirs. */
const NOT_COUNTED = ['name', 'grade_bucket', 'last_activity'];

interface World {
  readonly tables: Tables;
  readonly now: number;
  readonly zone: string;
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly inactiveDays: number;
}

function randomWorld(random: Random): World {
  const now = NOW + random.below(400) * DAY_MS;
  const grain = random.pick(['day', 'week', 'month', 'quarter', 'year'] as const);
  return { tables: randomCourse(random, now), now, zone: random.pick(ZONES), grain, inactiveDays: random.pick([7, 7, 0, 3, 30]) };
}

/** A filter of another widget. */
function randomFilter(random: Random): { readonly field: string; readonly in: readonly Cell[] } | undefined {
  return random.pick([
    undefined,
    { field: 'course_key', in: ['a'] },
    { field: 'track', in: [random.pick(['audit', null])] },
    { field: 'actor_id', in: ['learner-1', 'learner-3', 'learner-5', 'learner-6'] },
  ]);
}

/** The rows of a chart with those that a filter emptied, which it draws as 0; what runs on stays as it was before. */
function withEmptied(rows: readonly Row[], whole: readonly Row[], names: readonly string[]): Row[] {
  const keys = names.filter((name) => name === 'second' || whole.some((row) => typeof row[name] === 'string'));
  const keyOf = (row: Row): string => JSON.stringify(keys.map((name) => row[name] ?? null));
  const left = new Map<string, number>();
  for (const row of rows) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  const before = (row: Row): unknown =>
    [...rows].reverse().find((other) => String(other['period']) < String(row['period']))?.['cumulative_learners'] ?? 0;
  const emptied = whole.filter((row) => {
    const times = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), times - 1);
    return times <= 0;
  });
  const empty = (row: Row) => (name: string) => [name, keys.includes(name) ? row[name] : name === 'cumulative_learners' ? before(row) : 0];
  return [...rows, ...emptied.map((row): Row => Object.fromEntries(names.map(empty(row))) as Row)];
}

/** The rows as sorted texts, numbers to nine places. */
function multiset(rows: readonly Row[], columns: readonly string[]): string[] {
  const cell = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : (value ?? null));
  return rows.map((row) => JSON.stringify(columns.map((name) => cell(row[name])))).sort();
}

describe('a file about a course', () => {
  for (const seed of SEEDS) {
    for (const [tag, count] of Object.entries(TAGS)) {
      it(`of ${tag} holds what one counts by hand (seed ${seed})`, async () => {
        const random = new Random(1000 * seed + Object.keys(TAGS).indexOf(tag));
        const { tables, now, zone, grain, inactiveDays } = randomWorld(random);
        const element = await widget(tag, { provider: 'tables', data: tables, now: new Date(now).toISOString(), timezone: zone });
        element.pageDataset?.setParams({ grain, inactiveDays });
        const filter = randomFilter(random);
        if (filter !== undefined) element.dispatchEvent(new FilterEvent({ origin: 'test', ...filter }));
        await element.settled();

        const document = await widgetDocument(element.asExported, 'screen');
        const { texts } = styleOf(element.asExported, 'screen');
        const { timezone, parts } = JSON.parse(toJson(document, texts)) as {
          timezone: string;
          parts: readonly [{ columns: readonly { name: string }[]; rows: readonly (readonly Cell[])[] }];
        };
        const names = parts[0].columns.map(({ name }) => name);
        const rows = parts[0].rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? '', value])));
        const isKept = (row: Row): boolean => filter === undefined || filter.in.includes(row[filter.field] as Cell);
        const ofCourse = (course: string): boolean => filter?.field !== 'course_key' || filter.in.includes(course);
        const video = element.shadowRoot?.querySelector('select')?.value ?? '';
        const counted = count(new ByHand(tables, { now, zone, grain, inactiveDays, isKept, ofCourse }), video);
        const all = { isKept: () => true, ofCourse: () => true };
        const whole = tag.endsWith('-chart') ? count(new ByHand(tables, { now, zone, grain, inactiveDays, ...all }), video) : [];
        const expected = counted.length === 0 || rows.length === 0 ? counted : withEmptied(counted, whole, names);
        const columns = names.filter((name) => !NOT_COUNTED.includes(name));
        expect(multiset(rows, columns), JSON.stringify([filter, zone, grain])).to.deep.equal(multiset(expected, columns));

        const [header = [], ...lines] = names.length === 0 ? [] : readCsv(toCsv(document, { texts, header: 'name' }));
        expect(header.map(({ text }) => text)).to.deep.equal(names);
        const asJson = rows.map((row) => names.map((name) => (row[name] === null ? '' : String(row[name]))));
        expect(lines.map((line) => line.map(({ text }) => text))).to.deep.equal(asJson);
        expect(timezone).to.equal(zone);
      });
    }
  }

  for (const tag of ['page-engagement', 'problem-engagement', 'video-engagement', 'video-views']) {
    it(`of at-risk-${tag}-chart names the course of each row where there are several`, async () => {
      const { tables, now } = randomWorld(new Random(4));
      const headerOf = async (data: Tables): Promise<readonly string[]> => {
        const element = await widget(`at-risk-${tag}-chart`, { provider: 'tables', data, now: new Date(now).toISOString() });
        return (await widgetDocument(element.asExported, 'screen')).parts[0]?.columns.map(({ name }) => name) ?? [];
      };
      const ofOne = (rows: readonly Row[]): readonly Row[] => rows.filter(({ course_key }) => course_key === 'a');
      expect(await headerOf(tables)).to.include('course_key');
      const one = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, ofOne(rows)]));
      expect(await headerOf(one)).not.to.include('course_key');
    });
  }

  it('leaves who is in an unknown group unknown for machines, and has the words of the chart on paper', async () => {
    const { tables, now } = randomWorld(new Random(3));
    const enrollments = (tables['enrollments'] ?? []).map((row) => ({ ...row, track: null }));
    const element = await widget('at-risk-track-chart', {
      provider: 'tables',
      data: { ...tables, enrollments },
      now: new Date(now).toISOString(),
    });
    const document = await widgetDocument(element.asExported, 'paper');
    const { texts } = styleOf(element.asExported, 'paper');
    const [track] = document.parts[0]?.columns ?? [];
    expect(toCsv(document, { texts, header: 'name' })).to.match(/^track,learners\r\n,\d+\r\n$/);
    expect(track && cellText(track, 0, texts)).to.equal('Not known');
  });
});
