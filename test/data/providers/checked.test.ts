import { expect } from '@open-wc/testing';
import { Checked } from '../../../src/data/providers/checked.js';
import { StatsError } from '../../../src/data/stats-error.js';

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StatsError && error.code === 'invalid') return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('a checked value', () => {
  const body = new Checked(
    JSON.parse('{"explorations":[{},{"rate":"85%","count":-1,"Card 1":{"n":1.5}}],"__proto__":{"n":2},"odd":[null]}'),
    '',
  );

  it('names path and value of what is not as expected', () => {
    const item = body.get('explorations').items()[1]!;
    expect(messageOf(() => item.get('rate').between(0, 1))).to.equal('explorations[1].rate: expected a number from 0 to 1, got "85%"');
    expect(messageOf(() => item.get('count').count())).to.equal('explorations[1].count: expected a whole number of 0 or more, got -1');
    expect(messageOf(() => item.get('Card 1').get('n').count())).to.equal(
      'explorations[1]["Card 1"].n: expected a whole number of 0 or more, got 1.5',
    );
    expect(messageOf(() => body.get('explorations').get('x'))).to.equal('explorations: expected an object, got a list');
    expect(messageOf(() => body.get('odd').entries())).to.equal('odd: expected an object, got a list');
    expect(messageOf(() => item.get('id').name())).to.equal('explorations[1].id: expected a text, got nothing');
    expect(messageOf(() => new Checked('page', '').get('x'))).to.equal('data: expected an object, got "page"');
  });

  it('shortens a long value', () => {
    expect(messageOf(() => new Checked('x'.repeat(99), 'a').count())).to.equal(
      `a: expected a whole number of 0 or more, got "${'x'.repeat(40)}…"`,
    );
  });

  it('takes missing and null as unknown', () => {
    expect([body.get('nothing').count(), body.get('odd').items()[0]!.amount(), body.get('nothing').text()]).to.deep.equal([
      null,
      null,
      null,
    ]);
    expect([body.get('nothing').items(), body.get('nothing').entries()]).to.deep.equal([[], []]);
  });

  it('does not take what every object inherits for a key of the data', () => {
    expect(body.get('constructor').known).to.equal(false);
    expect(body.get('__proto__').get('n').count()).to.equal(2);
  });
});
