import { expect } from '@open-wc/testing';
import { insights } from '../../src/metrics/insights.js';
import type { Counted } from '../../src/metrics/insights.js';

const counted = (exploration: string, starts: number | null, completions: number | null, place: string | null = null): Counted => ({
  exploration,
  place,
  starts,
  completions,
});
const of = (explorations: readonly Counted[], rest: { states?: readonly Counted[]; weeks?: readonly Counted[] } = {}) =>
  insights({ explorations, states: rest.states ?? [], weeks: rest.weeks ?? [] });

describe('insights', () => {
  it('name an exploration that far fewer complete than the creator’s others, with the share of the others', () => {
    const [first] = of([counted('weak', 200, 20), counted('strong', 200, 140), counted('usual', 200, 130)]);
    expect(first).to.include({
      exploration: 'weak',
      kind: 'retains-worse',
      metric: 'completion_rate',
      value: 0.1,
      expected: 0.675,
      learners: 200,
    });
    expect(first?.low).to.be.below(0.1);
    expect(first?.high).to.be.above(0.1);
  });

  it('put the largest possible improvement first and what is better last', () => {
    const kinds = of([counted('weak', 400, 40), counted('small', 60, 6), counted('strong', 400, 360)]).map(({ exploration, kind }) => [
      exploration,
      kind,
    ]);
    expect(kinds).to.deep.equal([
      ['weak', 'retains-worse'],
      ['small', 'retains-worse'],
      ['strong', 'retains-better'],
    ]);
  });

  it('say nothing of a difference that chance makes', () => {
    expect(of([counted('a', 40, 20), counted('b', 40, 24), counted('c', 40, 22)])).to.deep.equal([]);
  });

  it('say nothing on fewer than 20 starts, however large the difference', () => {
    expect(of([counted('few', 19, 0), counted('many', 500, 450)])).to.deep.equal([]);
  });

  it('take those with few starts for others, too, of which there may be many', () => {
    const few = Array.from({ length: 100 }, (_, at) => counted(`few-${at}`, 19, 5));
    const found = of([counted('most', 1000, 800), counted('better-than-most-others', 1000, 540), ...few]);
    expect(found.map(({ exploration, kind, expected, otherStarts }) => [exploration, kind, expected, otherStarts])).to.deep.equal([
      ['better-than-most-others', 'retains-better', 1300 / 2900, 2900],
      ['most', 'retains-better', 1040 / 2900, 2900],
    ]);
    expect(of([counted('alone', 500, 450), ...few.slice(0, 1)])).to.deep.equal([]);
  });

  it('leave out shares above 1 and unknown counts', () => {
    expect(of([counted('odd', 50, 70), counted('unknown', null, 3), counted('silent', 50, null), counted('only', 500, 100)])).to.deep.equal(
      [],
    );
  });

  it('allow for the number of comparisons: what stands out of two does not stand out of two hundred', () => {
    const pair = [counted('low', 100, 40), counted('a', 100, 58)];
    expect(of(pair)).to.have.length(2);
    const many = [counted('low', 100, 40), ...Array.from({ length: 199 }, (_, at) => counted(`x${at}`, 100, 58))];
    expect(of(many).map(({ exploration }) => exploration)).to.not.include('low');
  });

  it('name one state per exploration, the one that loses most', () => {
    const states = [
      counted('e', 300, 280, 'Intro'),
      counted('e', 280, 90, 'Cliff'),
      counted('e', 90, 30, 'Slope'),
      counted('e', 30, 29, 'End'),
    ];
    const found = of([], { states });
    expect(found.map(({ place, kind, metric }) => [place, kind, metric])).to.deep.equal([['Cliff', 'loses-most-here', 'retention']]);
  });

  it('say of no state that it loses most beside one that is not known', () => {
    const states = [
      counted('e', 1000, 990, 'Intro'),
      counted('e', 500, 100, 'Cliff'),
      counted('f', 500, 490, 'Start'),
      counted('f', 490, 90, 'End'),
    ];
    expect(of([], { states }).map(({ place }) => place)).to.have.members(['Cliff', 'End']);
    for (const unknown of [counted('e', 900, null, 'B'), counted('e', null, 5, 'B'), counted('e', 5, 9, 'B')])
      expect(of([], { states: [...states, unknown] }).map(({ place }) => place)).to.deep.equal(['End']);
    const unreached = of([], { states: [...states, counted('e', 0, null, 'B')] });
    expect(unreached.map(({ place }) => place)).to.have.members(['Cliff', 'End']);
  });

  it('compare the latest week with the week before it', () => {
    const weeks = [counted('e', 100, 80, '2026-11-02'), counted('e', 100, 30, '2026-11-09'), counted('e', 100, 80, '2026-10-26')];
    const [found] = of([], { weeks });
    expect(found).to.include({ place: '2026-11-09', kind: 'changed-since-last-week', value: 0.3, expected: 0.8 });
  });

  it('say nothing of a week since the last one where the week between is not there', () => {
    expect(of([], { weeks: [counted('e', 100, 80, '2026-10-26'), counted('e', 100, 30, '2026-11-09')] })).to.deep.equal([]);
  });

  it('take two counts of one week as one week, not as one after the other', () => {
    const latest = [counted('e', 100, 80, '2026-11-09'), counted('e', 100, 30, '2026-11-09')];
    expect(of([], { weeks: latest })).to.deep.equal([]);
    const [found] = of([], { weeks: [...latest, counted('e', 200, 180, '2026-11-02')] });
    expect(found).to.include({ place: '2026-11-09', value: 0.55, expected: 0.9, learners: 200 });
    expect(of([], { weeks: [counted('e', 9, null, '2026-11-09'), ...latest, counted('e', 200, 180, '2026-11-02')] })).to.deep.equal([]);
  });
});
