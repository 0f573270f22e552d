import { expect } from '@open-wc/testing';
import { addressParameter, addressWith, decodeState, encodeState } from '../../../../src/components/base/address/state-address.js';
import { datasetState, parseState } from '../../../../src/components/base/address/state-snapshot.js';
import type { DatasetState } from '../../../../src/components/base/address/state-snapshot.js';
import type { PageDataset } from '../../../../src/components/base/dataset/page-dataset.js';
import type { Clause } from '../../../../src/metrics/types.js';
import { StatsError } from '../../../../src/data/stats-error.js';

const STATE: DatasetState = {
  version: 1,
  clauses: [
    { origin: 'tracks', field: 'track', in: ['audit', null, 'Ærø – 学'] },
    { origin: 'dates', field: 'last_visit', range: [1704067200000, 1706745600000] },
    { origin: 'nobody', field: 'actor_id', in: [] },
  ],
  params: { grain: 'week', inactiveDays: 14, breaks: [['2024-01-01', '2024-01-07']] },
  tab: 'problems',
};

function ofClauses(...clauses: Clause[]): DatasetState {
  return datasetState({ clauses: { all: clauses }, params: {} } as unknown as PageDataset);
}

describe('the state in an address', () => {
  it('comes back as it went, whatever letters it has', () => {
    expect(decodeState(encodeState(STATE))).to.deep.equal(STATE);
    const bare: DatasetState = { version: 1, clauses: [], params: {} };
    expect(decodeState(encodeState(bare))).to.deep.equal(bare);
  });

  it('needs no percent sign', () => {
    expect(encodeState(STATE)).to.match(/^[\w-]+$/);
  });

  it('is named by the id of the dataset', () => {
    expect([addressParameter('course'), addressParameter('')]).to.deep.equal(['stats-course', 'stats']);
  });

  for (const [what, text] of [
    ['text of another page', 'hello world'],
    ['JSON that is no state', btoa('{"version":1}')],
    ['a version that is not known', btoa('[2,[],{}]')],
    ['a clause on a name', btoa('[1,[["me","name",["Ann"]]],{}]')],
    ['a threshold below 0', btoa('[1,[],{"inactiveDays":-1}]')],
    ['a parameter that there is not', btoa('[1,[],{"inactivedays":3}]')],
    ['a break of days that do not exist', btoa('[1,[],{"breaks":[["2024-13-01","2024-13-02"]]}]')],
    ['a break to a 30 February', btoa('[1,[],{"breaks":[["2024-02-01","2024-02-30"]]}]')],
    ['a break that ends before it begins', btoa('[1,[],{"breaks":[["2024-02-01","2024-01-01"]]}]')],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => decodeState(text))
        .to.throw(StatsError)
        .with.property('code', 'bad-option');
    });
  }
});

describe('a state of which something is bad', () => {
  it('keeps what is good, and names each path and value, where it is told to', () => {
    const clauses = [
      ['tracks', 'track', ['audit']],
      ['me', 'enrollments.name', ['Ann']],
      ['', 'track', ['x']],
    ];
    const params = { grain: 'century', inactiveDays: 14, inactivedays: 3, breaks: [['2024-13-01', '2024-13-02']] };
    const errors: string[] = [];
    const state = decodeState(btoa(JSON.stringify([1, clauses, params, 7])), ({ message }) => errors.push(message));
    expect(state).to.deep.equal({
      version: 1,
      clauses: [{ origin: 'tracks', field: 'track', in: ['audit'] }],
      params: { inactiveDays: 14 },
    });
    expect(errors.map((message) => message.replace(/: .* got /, ': '))).to.have.members([
      'state.tab: 7',
      'state.clauses[1].field: "enrollments.name"',
      'state.clauses[2].origin: ""',
      'state.params: "inactivedays"',
      'state.params.grain: "century"',
      'state.params.breaks: a list',
    ]);
  });
});

describe('an address', () => {
  for (const [before, text, after] of [
    ['https://host/p?q=a%20b&flag&x=1#top', 'abc', 'https://host/p?q=a%20b&flag&x=1&stats-a=abc#top'],
    ['https://host/p?q=a%20b&stats-a=old&flag', 'abc', 'https://host/p?q=a%20b&stats-a=abc&flag'],
    ['https://host/p?stats-a=old&flag&stats-a=older#a?b', undefined, 'https://host/p?flag#a?b'],
    ['https://host/p?stats-a=old', undefined, 'https://host/p'],
    ['https://host/p#stats-a=1', 'abc', 'https://host/p?stats-a=abc#stats-a=1'],
    ['https://host/p?stats-ab=1&a&&b=%zz', undefined, 'https://host/p?stats-ab=1&a&&b=%zz'],
  ] as const)
    it(`keeps what is the page’s as it is written: ${before}`, () => {
      expect(addressWith(before, 'stats-a', text)).to.equal(after);
    });
});

describe('the state of a dataset', () => {
  it('is plain JSON', () => {
    expect(parseState(JSON.parse(JSON.stringify(STATE)))).to.deep.equal(STATE);
  });

  it('leaves out names, and learner ids that are e-mail addresses', () => {
    const kept: Clause = { origin: 'a', field: 'actor_id', in: ['8f3c'] };
    const state = ofClauses(
      kept,
      { origin: 'b', field: 'name', in: ['Ann'] },
      { origin: 'c', field: 'actor_id', in: ['mailto:ann@example.org'] },
      { origin: 'd', field: 'learners.email', in: ['ann@example.org'] },
    );
    expect(state.clauses).to.deep.equal([kept]);
  });

  it('keeps ids of blocks, which have an @ too', () => {
    const clause: Clause = { origin: 'a', field: 'section_block', in: ['block-v1:X+Y+Z+type@chapter+block@1'] };
    expect(ofClauses(clause).clauses).to.deep.equal([clause]);
  });
});
