import { expect } from '@open-wc/testing';
import '../../../src/creator.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { readCsv } from '../../export/files/rfc4180.js';
import { ByHand, mostFirst, num } from '../../support/creator-by-hand.js';
import type { Cell, Chosen, Row } from '../../support/creator-by-hand.js';
import { stubFetch } from '../../support/fetch-stub.js';
import type { FetchStub } from '../../support/fetch-stub.js';
import { Random } from '../../support/random.js';
import { oppiaWorld } from '../../support/random-oppia.js';
import { tablesWorld } from '../../support/random-creator-tables.js';
import { suppliedWorld } from '../../support/random-supplied.js';
import { trackedWorld } from '../../support/random-tracked.js';
import type { World } from '../../support/random-creator.js';
import { all, settled, textOf, widget } from '../../support/widgets.js';

const FROM = 1;
/** More of them were looked through by hand. */
const WORLDS = 4;
const WEEK_MS = 7 * 86_400_000;

const SOURCES: Readonly<Record<string, (random: Random) => World>> = {
  oppia: oppiaWorld,
  tables: tablesWorld,
  xapi: trackedWorld,
  'a host that counts itself': suppliedWorld,
};

/** What stands in the files of a widget: CSV and JSON hold the same. */
async function rowsOf(element: StatsElement): Promise<{ names: readonly string[]; rows: readonly Row[] }> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  const { parts } = JSON.parse(toJson(document, texts)) as {
    parts: readonly { columns: readonly { name: string }[]; rows: readonly (readonly (Cell | { hidden: true })[])[] }[];
  };
  const names = parts[0]?.columns.map(({ name }) => name) ?? [];
  const rows = (parts[0]?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((value, at) => [names[at] ?? '', typeof value === 'object' && value !== null ? 'hidden' : value])),
  );
  const [header = [], ...lines] = names.length === 0 ? [] : readCsv(toCsv(document, { texts, header: 'name' }));
  expect(header.map(({ text }) => text)).to.deep.equal(names);
  expect(lines.map((line) => line.map(({ text }) => text.replace(/^'/, '')))).to.deep.equal(
    rows.map((row) => names.map((name) => (row[name] === null ? '' : String(row[name]).replace(/^'/, '')))),
  );
  return { names, rows };
}

const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : (value ?? null));

/** Rows as texts, in their order or sorted; instants as files write them. */
function written(rows: readonly Row[], columns: readonly string[], inOrder = false): readonly string[] {
  const cell = (row: Row, name: string): unknown =>
    name === 'last_updated' && typeof row[name] === 'number' ? new Date(row[name]).toISOString() : round(row[name]);
  const texts = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, cell(row, name)]))));
  return inOrder ? texts : texts.sort();
}

function randomFilter(random: Random, { creator: { explorations } }: World): readonly Chosen[] {
  const ids = explorations.map((row) => row['exploration'] ?? null);
  if (ids.length === 0) return [];
  return random.pick<() => readonly Chosen[]>([
    () => [],
    () => [],
    () => [{ field: 'exploration', in: [random.pick(ids)] }],
    () => [{ field: 'exploration', in: random.some(ids, 0.6) }],
    () => [{ field: random.pick(['explorations.status', 'status']), in: [random.pick(['public', 'private'])] }],
    () => [{ field: random.pick(['explorations.starts', 'starts']), range: [random.below(60), 60 + random.below(100)] }],
    () => [
      { field: 'starts', range: [0, 150] },
      { field: 'exploration', in: random.some(ids, 0.8) },
    ],
    () => [{ field: random.pick(['completions', 'average_engagement_seconds']), range: [10, 200] }],
  ])();
}

async function shown(
  tag: string,
  world: World,
  chosen: readonly Chosen[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<StatsElement> {
  const element = await widget(tag, { ...world.settings, ...more });
  for (const each of chosen) element.dispatchEvent(new FilterEvent({ origin: 'test', ...each }));
  await element.settled();
  await settled(element);
  return element;
}

/** Checks of each tag; what a source does not tell stands as unknown in both. */
const TAGS: Readonly<Record<string, (world: World, chosen: readonly Chosen[], hand: ByHand) => Promise<void>>> = {
  async 'creator-exploration-table'(world, chosen, hand) {
    const element = await shown('creator-exploration-table', world, chosen);
    const { names, rows } = await rowsOf(element);
    const expected = mostFirst(hand.explorations(), ['plays']);
    if (expected.length === 0) return void expect(rows).to.deep.equal([]);
    expect(written(rows, names)).to.deep.equal(written(expected, names));
    expect(rows.map((row) => num(row, 'plays'))).to.deep.equal(expected.map((row) => num(row, 'plays')));
  },
  async 'creator-engagement-chart'(world, chosen, hand) {
    const element = await shown('creator-engagement-chart', world, chosen);
    const { names, rows } = await rowsOf(element);
    const left = hand.explorations();
    const isTimed = left.some((row) => num(row, 'average_engagement_seconds') !== null);
    if (names.length === 0 || left.length === 0)
      return void expect(left.every((row) => num(row, 'completion_rate') === null && !isTimed) || left.length === 0).to.equal(true);
    expect(names.includes('average_engagement_seconds'), 'time').to.equal(isTimed);
    const isMixed = ['computed', 'supplied'].every((source) => left.some((row) => row['completion_rate_source'] === source));
    const drawn = isTimed || !isMixed ? left : left.filter((row) => row['completion_rate_source'] !== 'supplied');
    expect(written(rows, names)).to.deep.equal(written(drawn, names));
    const column = isTimed ? 'average_engagement_seconds' : 'completion_rate';
    expect(rows.map((row) => round(row[column]))).to.deep.equal(mostFirst(drawn, [column]).map((row) => round(num(row, column))));
    const mean = hand.average(column);
    expect(/The line across marks/.test(textOf(element)), `average ${mean}`).to.equal(mean !== null);
  },
  async 'creator-attempts-chart'(world, chosen, hand) {
    const element = await shown('creator-attempts-chart', world, chosen);
    const { names, rows } = await rowsOf(element);
    const expected = hand.attempts();
    if (names.length === 0)
      return void expect(
        expected.every((row) => ['attempts', 'solution_views', 'hint_views'].every((name) => num(row, name) === null)),
      ).to.equal(true);
    expect(written(rows, names)).to.deep.equal(written(expected, names));
  },
  async 'creator-dropoff-chart'(world, chosen, hand) {
    const element = await shown('creator-dropoff-chart', world, chosen);
    const { names, rows } = await rowsOf(element);
    const expected = hand.dropOff();
    if (names.length === 0)
      return void expect(expected.every((cards) => cards.every((row) => num(row, 'hits') === 0 || num(row, 'hits') === null))).to.equal(
        true,
      );
    const may = expected.map((cards) => written(cards, names));
    expect(may.length === 0 ? [[]] : may).to.deep.include(written(rows, names));
  },
  async 'creator-rating-chart'(world, chosen, hand) {
    const element = await shown('creator-rating-chart', world, chosen);
    const { names, rows } = await rowsOf(element);
    const expected = hand.stars();
    if (names.length === 0)
      return void expect(expected.every((row) => num(row, 'ratings') === null || num(row, 'ratings') === 0)).to.equal(true);
    expect(written(rows, names, true)).to.deep.equal(written(expected, names, true));
    const labels = all(element, '[role=option]').map((option) => option.getAttribute('aria-label') ?? '');
    const spoken = labels.map((label) => /Ratings ([\d,]*\d|not known)/.exec(label)?.[1]);
    if (spoken.length > 0) expect(spoken).to.deep.equal(expected.map((row) => String(num(row, 'ratings') ?? 'not known')));
    const mean = hand.average('average_rating');
    const isLine =
      hand.explorations().length === 1 &&
      mean !== null &&
      expected.every((row) => num(row, 'ratings') !== null) &&
      expected.some((row) => num(row, 'ratings') !== 0);
    expect(/The line across marks/.test(textOf(element)), `line ${mean}`).to.equal(isLine);
  },
  async 'creator-feedback-list'(world, chosen, hand) {
    const element = await shown('creator-feedback-list', world, chosen);
    const { names, rows } = await rowsOf(element);
    const expected = mostFirst(hand.threads(), ['last_updated']);
    if (names.length === 0) return void expect(expected).to.deep.equal([]);
    expect(written(rows, names, true)).to.deep.equal(written(expected, names, true));
  },
  async 'creator-summary'(world, chosen, hand) {
    const element = await shown('creator-summary', world, chosen);
    const { names, rows } = await rowsOf(element);
    if (names.length === 0) return void expect(hand.explorations()).to.deep.equal([]);
    expect(written(rows, names)).to.deep.equal(written([hand.summary()], names));
  },
  async 'creator-trend-chart'(world, chosen, hand) {
    for (const measure of ['plays', 'starts', 'completions', 'average_rating', 'average_engagement_seconds']) {
      const element = await shown('creator-trend-chart', world, chosen, { measure });
      const { names, rows } = await rowsOf(element);
      if (names.includes('first')) return;
      if (!names.includes(measure)) {
        expect(
          hand.weeks().every((week) => num(week, measure) === null),
          measure,
        ).to.equal(true);
        continue;
      }
      const weeks = hand.weeks();
      const expected =
        weeks.length === 0
          ? []
          : everyWeek(weeks, new ByHand(world.creator, []).weeks(), ['oppia', 'xapi'].includes(String(world.settings['provider'])));
      expect(written(rows, names, true)).to.deep.equal(written(expected, names, true));
    }
  },
};

/** All weeks that are drawn. Nothing is known of those without a row, but that a log of sessions, if they are of one, has none in them. */
function everyWeek(weeks: readonly Row[], whole: readonly Row[], isLogged: boolean): Row[] {
  const starts = whole.map(({ week }) => Date.parse(String(week)));
  const count = (Math.max(...starts) - Math.min(...starts)) / WEEK_MS + 1;
  return Array.from({ length: count }, (_, at): Row => {
    const week = new Date(Math.min(...starts) + at * WEEK_MS).toISOString().slice(0, 10);
    const unfiltered = whole.find((row) => row['week'] === week);
    const none = isLogged ? ['starts', 'completions'].filter((name) => typeof unfiltered?.[name] === 'number') : [];
    const empty = none.map((name) => [name, 0]);
    return weeks.find((row) => row['week'] === week) ?? { week, ...(Object.fromEntries(empty) as Row) };
  });
}

describe('numbers of a creator counted by hand', () => {
  let [stub, log]: [FetchStub | undefined, string] = [undefined, ''];
  before(() => {
    stub = stubFetch(() => new Response(log));
  });
  after(() => stub?.restore());

  for (const [source, make] of Object.entries(SOURCES)) {
    for (let seed = FROM; seed < FROM + WORLDS; seed++) {
      for (const [tag, check] of Object.entries(TAGS)) {
        it(`${tag} shows of ${source} (seed ${seed})`, async () => {
          const random = new Random(seed);
          const world = make(random);
          const chosen = randomFilter(random, world);
          const hand = new ByHand(world.creator, chosen);
          log = world.events ?? '';
          try {
            await check(world, chosen, hand);
          } catch (thrown) {
            if (thrown instanceof Error) thrown.message = `${JSON.stringify(chosen)} ${world.zone} ${thrown.message}`;
            throw thrown;
          }
        });
      }
    }
  }
});
