import { expect } from '@open-wc/testing';
import { insights } from '../../src/metrics/insights.js';
import type { Counted, InsightInput } from '../../src/metrics/insights.js';
import { addDays } from '../../src/metrics/week.js';
import { Random } from '../support/random.js';

/** Worlds of each kind; so many that a rate of 5 % is told from one of 8 %. */
const WORLDS = 600;
const LEVEL = 0.05;

/** How many of `starts` complete, each with the same chance. */
function completions(random: Random, starts: number, chance: number): number {
  let count = 0;
  for (let at = 0; at < starts; at++) if (random.chance(chance)) count++;
  return count;
}

function counted(random: Random, exploration: string, place: string | null, sizes: readonly [number, number], chance: number): Counted {
  const starts = sizes[0] + random.below(sizes[1] - sizes[0] + 1);
  return { exploration, place, starts, completions: completions(random, starts, chance) };
}

interface World {
  readonly explorations: number;
  readonly states: number;
  readonly weeks: number;
  readonly sizes: readonly [number, number];
  readonly chance: number;
}

/** A creator whose explorations, cards and weeks differ by chance alone. */
function world(random: Random, { explorations, states, weeks, sizes, chance }: World): InsightInput {
  const ids = Array.from({ length: explorations }, (_, at) => `e${at}`);
  const each = (count: number, name: (at: number) => string): readonly Counted[] =>
    ids.flatMap((id) => Array.from({ length: count }, (_, at) => counted(random, id, name(at), sizes, chance)));
  return {
    explorations: ids.map((id) => counted(random, id, null, sizes, chance)),
    states: each(states, (at) => `card ${at}`),
    weeks: each(weeks, (at) => addDays('2026-01-05', 7 * at)),
  };
}

/** In which share of such worlds anything at all is said to stand out. */
function falseFindings(kind: World, seed: number): number {
  const random = new Random(seed);
  let wrong = 0;
  for (let at = 0; at < WORLDS; at++) if (insights(world(random, kind)).length > 0) wrong++;
  return wrong / WORLDS;
}

/** What a rate of at most 5 % shows in so many worlds, in all but one of a thousand runs. */
const MOST = LEVEL + 3.1 * Math.sqrt((LEVEL * (1 - LEVEL)) / WORLDS);

describe('where only chance makes differences, findings', () => {
  const KINDS: Readonly<Record<string, World>> = {
    'of two explorations': { explorations: 2, states: 0, weeks: 0, sizes: [20, 60], chance: 0.5 },
    'of twelve explorations of equal size': { explorations: 12, states: 0, weeks: 0, sizes: [100, 100], chance: 0.4 },
    'of explorations of very different size': { explorations: 8, states: 0, weeks: 0, sizes: [20, 900], chance: 0.3 },
    'of explorations that hardly anybody completes': { explorations: 10, states: 0, weeks: 0, sizes: [20, 80], chance: 0.05 },
    'of explorations that nearly all complete': { explorations: 10, states: 0, weeks: 0, sizes: [20, 80], chance: 0.95 },
    'of cards': { explorations: 3, states: 8, weeks: 0, sizes: [20, 120], chance: 0.85 },
    'of weeks': { explorations: 10, states: 0, weeks: 2, sizes: [20, 50], chance: 0.6 },
    'of everything together': { explorations: 6, states: 5, weeks: 2, sizes: [20, 150], chance: 0.7 },
  };
  for (const [at, [name, kind]] of Object.entries(KINDS).entries()) {
    it(`${name} are made in at most one world of twenty`, () => {
      expect(falseFindings(kind, 1000 + at)).to.be.at.most(MOST);
    });
  }

  it('would be far more without allowing for the number of comparisons', () => {
    const random = new Random(7);
    let wrong = 0;
    for (let at = 0; at < WORLDS; at++) {
      const all = world(random, { explorations: 24, states: 0, weeks: 0, sizes: [100, 100], chance: 0.4 }).explorations;
      const pairs = Array.from({ length: 12 }, (_, pair) => all.slice(2 * pair, 2 * pair + 2));
      if (pairs.some((explorations) => insights({ explorations, states: [], weeks: [] }).length > 0)) wrong++;
    }
    expect(wrong / WORLDS).to.be.above(4 * LEVEL);
  });
});

describe('where one exploration is truly worse, findings', () => {
  it('name it, and first, in nearly every world', () => {
    const random = new Random(42);
    let found = 0;
    for (let at = 0; at < WORLDS; at++) {
      const { explorations } = world(random, { explorations: 9, states: 0, weeks: 0, sizes: [150, 250], chance: 0.7 });
      const worse = counted(random, 'worse', null, [200, 200], 0.35);
      if (insights({ explorations: [...explorations, worse], states: [], weeks: [] })[0]?.exploration === 'worse') found++;
    }
    expect(found / WORLDS).to.be.above(0.99);
  });
});
