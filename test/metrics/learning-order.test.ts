import { expect } from '@open-wc/testing';
import { inLearningOrder, waysOfPaths } from '../../src/metrics/learning-order.js';

/** Cards as `Name 12`, the sessions that reached each after its name. */
const cards = (...texts: readonly string[]) =>
  texts.map((text) => {
    const [card = '', reached] = text.split(' ');
    return { card, reached: reached === undefined ? null : Number(reached) };
  });
/** Ways as `A>B,C`, the first card first. */
const ways = (...texts: readonly string[]) => {
  const next = new Map(texts.map((text) => [text.split('>')[0] ?? '', (text.split('>')[1] ?? '').split(',').filter(Boolean)]));
  return { first: [...next.keys()].slice(0, 1), next };
};
const ordered = (...[given, by]: Parameters<typeof inLearningOrder>) => inLearningOrder(given, by).map(({ card }) => card);

describe('the order in which learners meet cards', () => {
  it('is that of the ways between them, whatever was reached how often', () => {
    expect(ordered(cards('End 90', 'B 10', 'A 50'), ways('A>B', 'B>End'))).to.deep.equal(['A', 'B', 'End']);
  });

  it('puts branches before the card where they meet again, the one that more reached first', () => {
    expect(ordered(cards('A 100', 'B 30', 'C 60', 'D 80'), ways('A>B,C', 'B>D', 'C>D'))).to.deep.equal(['A', 'C', 'B', 'D']);
  });

  it('puts a card after the long way to it, though a short one leads there too', () => {
    expect(ordered(cards('A 9', 'D 8', 'B 5', 'C 5'), ways('A>D,B', 'B>C', 'C>D'))).to.deep.equal(['A', 'B', 'C', 'D']);
  });

  it('leaves ways back out: a card that sends to an earlier one, or to itself, stays where it is', () => {
    expect(ordered(cards('A 9', 'B 9', 'C 7'), ways('A>B', 'B>C,B,A', 'C>A'))).to.deep.equal(['A', 'B', 'C']);
  });

  it('puts a card that helps, and sends back, beside the card that it helps with', () => {
    expect(ordered(cards('A 9', 'B 9', 'Help 2', 'C 8', 'D 7'), ways('A>B', 'B>C,Help', 'Help>B', 'C>D'))).to.deep.equal([
      'A',
      'B',
      'C',
      'Help',
      'D',
    ]);
  });

  it('puts an end after all that does not end, though it is fewer steps away', () => {
    const by = ways('A>B,End', 'B>Help,End', 'Help>B', 'End>', 'Other>');
    expect(ordered(cards('End 9', 'A 9', 'Help 1', 'B 5'), by)).to.deep.equal(['A', 'B', 'Help', 'End']);
  });

  it('puts cards to which no way leads last, the most reached first', () => {
    expect(ordered(cards('Lost 3', 'A 9', 'Old 4', 'B 8'), ways('A>B', 'Lost>B'))).to.deep.equal(['A', 'B', 'Old', 'Lost']);
  });

  it('passes through cards of which nothing was counted', () => {
    expect(ordered(cards('C 1', 'A 9'), ways('A>New', 'New>C'))).to.deep.equal(['A', 'C']);
  });

  it('goes by how many reached them, and then as the host names them, where nothing else tells', () => {
    expect(ordered(cards('B 4', 'Unknown', 'A 9', 'C 4'), ways())).to.deep.equal(['A', 'B', 'C', 'Unknown']);
  });

  it('takes a chain of ten thousand cards', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const chain = { first: ['c0'], next: new Map(names.map((name, at) => [name, [`c${at + 1}`]])) };
    expect(ordered(cards(...names.slice().reverse()), chain)).to.deep.equal(names);
  });
});

describe('the ways that sessions took', () => {
  it('are the steps between cards that were entered in turn, the most travelled first', () => {
    const { first, next } = waysOfPaths([['A', 'B', 'C'], ['A', 'C'], ['A', 'B', 'A', 'B'], []]);
    expect(first).to.deep.equal(['A']);
    expect([...next]).to.deep.equal([
      ['A', ['B', 'C']],
      ['B', ['C', 'A']],
    ]);
  });

  it('give the order though sessions went round and left early', () => {
    const paths = [['A', 'B', 'A', 'B', 'C'], ['A', 'B'], ['A'], ['A', 'B', 'C', 'D'], ['A', 'B', 'C', 'B', 'C']];
    expect(ordered(cards('D 1', 'C 3', 'B 4', 'A 5'), waysOfPaths(paths))).to.deep.equal(['A', 'B', 'C', 'D']);
  });

  it('give the order of cards under their new names, and leave those that were there before out', () => {
    const paths = [...Array.from({ length: 5 }, () => ['Intro', 'Middle', 'End']), ['Welcome', 'Middle', 'End'], ['Welcome', 'Middle']];
    expect(ordered(cards('End 6', 'Middle 7', 'Welcome 2'), waysOfPaths(paths))).to.deep.equal(['Welcome', 'Middle', 'End']);
  });

  it('keep a card that a session was taken up at after those that lead to it', () => {
    expect(
      ordered(
        cards('C 9', 'B 8', 'A 8'),
        waysOfPaths([
          ['A', 'B', 'C'],
          ['A', 'B'],
          ['C', 'D'],
        ]),
      ),
    ).to.deep.equal(['A', 'B', 'C']);
  });
});
