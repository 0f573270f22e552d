import { expect } from '@open-wc/testing';
import '../../../src/define/creator-comparison.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../../src/components/base/events.js';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import { toJson } from '../../../src/export/files/json.js';
import { Random } from '../../support/random.js';
import { settled, textOf, widget } from '../../support/widgets.js';

/** More of them were looked through by hand. */
const WORLDS = 25;

type Numbers = Readonly<Record<string, number | null>>;
type Exploration = Readonly<Record<string, string | number | null>>;
type Part = { readonly columns: readonly { readonly name: string }[]; readonly rows: readonly (readonly (number | null)[])[] };

const MEASURES = [
  'plays',
  'starts',
  'completions',
  'completion_rate',
  'average_engagement_seconds',
  'attempts_per_start',
  'solutions_per_start',
  'average_rating',
  'ratings',
  'open_feedback',
];

/** Explorations as a host hands them over, each number of which may be unknown or 0. */
function randomExplorations(random: Random): readonly Exploration[] {
  const number = (most: number): number | null => (random.chance(0.2) ? null : random.chance(0.1) ? 0 : random.below(most));
  const isTimed = random.chance(0.7);
  return Array.from({ length: 1 + random.below(6) }, (_, at) => {
    const ratings = number(30);
    const sessions = isTimed ? number(90) : null;
    const unknown_sessions = sessions === null ? null : random.below(sessions + 1);
    const isTold = sessions === null ? random.chance(0.3) : unknown_sessions !== sessions;
    return {
      exploration: `e${at}`,
      title: random.chance(0.2) ? '=SUM(A1), "quoted"\nנשבר' : `Title ${at}`,
      status: random.pick(['public', 'private']),
      plays: number(500),
      starts: number(400),
      completions: number(300),
      ...(random.chance(0.5) ? { completion_rate: random.below(101) / 100 } : {}),
      average_rating: ratings === 0 ? null : random.chance(0.8) ? 1 + random.below(401) / 100 : null,
      ratings,
      open_feedback: number(20),
      average_engagement_seconds: isTold ? random.below(9000) / 10 : null,
      sessions,
      unknown_sessions,
      attempts: number(900),
      solution_views: number(90),
    };
  });
}

const known = (exploration: Exploration, name: string): number | null => (exploration[name] as number | null | undefined) ?? null;

/** A rate, and whether it is computed of counts or the host's own. */
function rateOf(exploration: Exploration): readonly [rate: number | null, source: string] {
  const [starts, completions] = [known(exploration, 'starts'), known(exploration, 'completions')];
  if (starts === null || completions === null) return [known(exploration, 'completion_rate'), 'supplied'];
  return [starts === 0 ? null : completions / starts, 'computed'];
}

function perStart(list: readonly Exploration[], name: string): number | null {
  const both = list.filter((each) => known(each, name) !== null && known(each, 'starts') !== null);
  const starts = both.reduce((sum, each) => sum + Number(known(each, 'starts')), 0);
  return starts === 0 ? null : both.reduce((sum, each) => sum + Number(known(each, name)), 0) / starts;
}

function mean(list: readonly Exploration[], name: string): number | null {
  const values = list.flatMap((each) => known(each, name) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of averages by how many each is of; unknown where it is not told of how many one of them is. */
function weighted(list: readonly Exploration[], average: string, weightOf: (each: Exploration) => number | null): number | null {
  const told = list.filter((each) => known(each, average) !== null);
  const weights = told.map(weightOf);
  if (weights.includes(null)) return null;
  const whole = weights.reduce<number>((sum, weight) => sum + Number(weight), 0);
  return whole === 0 ? null : told.reduce((sum, each, at) => sum + Number(known(each, average)) * Number(weights[at]), 0) / whole;
}

/** Sessions of which the time is known; where that is told of none with an average, starts, or 1 each where one lacks them. */
function timeWeight(list: readonly Exploration[]): (each: Exploration) => number | null {
  const told = list.filter((each) => known(each, 'average_engagement_seconds') !== null);
  if (told.some((each) => each['sessions'] !== null)) {
    return (each) => (each['sessions'] === null ? null : Number(each['sessions']) - Number(each['unknown_sessions']));
  }
  return told.some((each) => known(each, 'starts') === null) ? () => 1 : (each) => known(each, 'starts');
}

/** The mean of all ratings; not known where some have none told. */
function ratingOf(list: readonly Exploration[]): number | null {
  const isOfSome = list.some((each) => known(each, 'average_rating') === null && (known(each, 'ratings') ?? 0) > 0);
  return isOfSome ? null : weighted(list, 'average_rating', (each) => known(each, 'ratings'));
}

/** One side by hand: an exploration, or the average of all that are there. */
function sideByHand(list: readonly Exploration[], id: string | undefined): { readonly numbers: Numbers; readonly source: string } {
  const one = list.find(({ exploration }) => exploration === id);
  const some = one === undefined ? list : [one];
  const plain = Object.fromEntries(['plays', 'starts', 'completions', 'ratings', 'open_feedback'].map((name) => [name, mean(some, name)]));
  const [rate, source] = one === undefined ? ([perStart(list, 'completions'), 'computed'] as const) : rateOf(one);
  return {
    source,
    numbers: {
      ...plain,
      completion_rate: rate,
      attempts_per_start: perStart(some, 'attempts'),
      solutions_per_start: perStart(some, 'solution_views'),
      average_rating: one === undefined ? ratingOf(list) : known(one, 'average_rating'),
      average_engagement_seconds:
        one === undefined ? weighted(list, 'average_engagement_seconds', timeWeight(list)) : known(one, 'average_engagement_seconds'),
    },
  };
}

async function partOf(element: StatsElement): Promise<Part> {
  const document = await widgetDocument(element.asExported, 'screen');
  const { parts } = JSON.parse(toJson(document, styleOf(element.asExported, 'screen').texts)) as { parts: readonly [Part] };
  return parts[0];
}

describe('creator-comparison of random explorations', () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    it(`has the numbers that one counts by hand (seed ${seed})`, async () => {
      const random = new Random(seed);
      const explorations = randomExplorations(random);
      const [first, second] = [random.pick(explorations)['exploration'], random.pick([...explorations, undefined])?.['exploration']];
      const chosen = { exploration: first, ...(second === undefined ? {} : { 'compare-with': second }) };
      const element = await widget('creator-comparison', { provider: 'tables', data: { explorations }, ...chosen });
      const isFiltered = random.chance(0.3);
      if (isFiltered) element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'status', in: ['public'] }));
      await element.settled();
      await settled(element);

      const left = explorations.filter(({ status }) => !isFiltered || status === 'public');
      const isHere = (id: unknown): boolean => left.some(({ exploration }) => exploration === id);
      if (!isHere(first) || (second !== undefined && !isHere(second))) return;
      const [one, other] = [sideByHand(left, String(first)), sideByHand(left, second === undefined ? undefined : String(second))];
      const part = await partOf(element);
      for (const measure of MEASURES) {
        const at = part.columns.findIndex(({ name }) => name === measure);
        const [a, b] = [one.numbers[measure] ?? null, other.numbers[measure] ?? null];
        const isOfOneKind = measure !== 'completion_rate' || one.source === other.source;
        const expected = [a, b, a === null || b === null || !isOfOneKind ? null : a - b];
        const rounded = (values: readonly (number | null | undefined)[]) =>
          values.map((value) => (typeof value !== 'number' ? null : Math.round(value * 1e9) / 1e9));
        expect(rounded(part.rows.map((row) => row[at])), `${measure} of ${JSON.stringify(left)}`).to.deep.equal(rounded(expected));
      }
      if (second === undefined) expect(textOf(element)).to.match(new RegExp(`The average is of ${left.length} exploration`));
    });
  }
});
