import { expect } from '@open-wc/testing';
import type { Engine } from '../../../../src/data/engine/create-engine.js';
import { createEngine } from '../../../../src/data/engine/create-engine.js';
import { StatsError } from '../../../../src/data/stats-error.js';
import { Random } from '../../../support/random.js';
import { inFewBytes, tablesOf, valuesOf } from '../../../support/tables.js';
import type { Question } from './questions.js';
import { metric, randomQuestions, randomSpec, randomTables } from './questions.js';

const TIMEZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu'];

function answerOf(engine: Engine, { spec, ...options }: Question): unknown {
  try {
    const data = engine.view(spec, options);
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
});
