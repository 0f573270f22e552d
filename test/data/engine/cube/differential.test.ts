import { expect } from '@open-wc/testing';
import type { Engine } from '../../../../src/data/engine/create-engine.js';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import { FastViews } from '../../../../src/data/engine/cube/fast-views.js';
import { related } from '../../../../src/data/engine/cube/related.js';
import { Relations } from '../../../../src/data/engine/fields.js';
import { offerKernel } from '../../../../src/data/engine/kernels/number-kernel.js';
import { kernelModule } from '../../../../src/data/ingest/columns/kernel.js';
import type { ViewData } from '../../../../src/data/view-result.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { Random } from '../../../support/random.js';
import { inFewBytes, tablesOf, valuesOf } from '../../../support/tables.js';
import type { Question } from './questions.js';
import { metric, randomQuestions, randomSpec, randomTables } from './questions.js';

const TIMEZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu'];

/** What an engine says; undefined where it leaves the question to another. */
function answerOf(
  engine: { view(...question: Parameters<Engine['view']>): ViewData | undefined },
  { spec, ...options }: Question,
): unknown {
  try {
    const data = engine.view(spec, options);
    if (data === undefined) return undefined;
    return { ...data, columns: data.columns.map(({ data: column, ...rest }) => ({ ...rest, type: column.type })), rows: valuesOf(data) };
  } catch (thrown) {
    if (thrown instanceof StatsError) return thrown.message;
    throw thrown;
  }
}

describe('the engine with cubes', () => {
  const CASES = 60;
  const first = Math.floor(Math.random() * 1e9);

  it(`gives the answers of the engine that goes over the rows, in 10,000 random questions (seeds from ${first})`, () => {
    for (let seed = first; seed < first + CASES; seed++) {
      const random = new Random(seed);
      offerKernel(seed % 2 === 0 ? kernelModule() : undefined);
      const tables = tablesOf(randomTables(random));
      const timezone = random.pick(TIMEZONES);
      const specs = Array.from({ length: 6 }, (_, at) => randomSpec(random, `view ${at}`));
      const plain = createEngine(tables, { timezone, metric, cubes: false });
      const fast = createEngine(random.chance(0.5) ? inFewBytes(tables) : tables, { timezone, metric });
      if (random.chance(0.3)) fast.prepare(specs);
      const rehearse = random.chance(0.5) ? fast.rehearse(specs, true) : undefined;
      const isWhole = random.chance(0.5);
      while (isWhole && rehearse?.());
      let step = 0;
      for (const question of randomQuestions(random, specs, 30)) {
        if (random.chance(0.5)) rehearse?.();
        const place = `seed ${seed}, question ${step++}: ${JSON.stringify(question)}`;
        expect(answerOf(fast, question), place).to.deep.equal(answerOf(plain, question));
      }
    }
  }).timeout(60_000);

  it(`does so while what answers filters on several tables is not there yet, and when it comes (seeds from ${first})`, () => {
    for (let seed = first; seed < first + CASES / 2; seed++) {
      const random = new Random(seed);
      const tables = tablesOf(randomTables(random));
      const timezone = random.pick(TIMEZONES);
      const specs = Array.from({ length: 6 }, (_, at) => randomSpec(random, `view ${at}`));
      const plain = createEngine(tables, { timezone, metric, cubes: false });
      const comesAt = random.pick([20, 60, Infinity]);
      let step = 0;
      const fast = new FastViews(new Relations(tables), timezone, metric, () => (step < comesAt ? undefined : related()));
      for (const question of randomQuestions(random, specs, 30)) {
        const place = `seed ${seed}, question ${step++}: ${JSON.stringify(question)}`;
        const answer = answerOf({ view: (spec, options) => fast.view(spec, options ?? {}) }, question);
        if (answer !== undefined) expect(answer, place).to.deep.equal(answerOf(plain, question));
      }
    }
  }).timeout(60_000);
});
