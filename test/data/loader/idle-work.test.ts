import { expect } from '@open-wc/testing';
import { Dataset } from '../../../src/data/dataset.js';
import { IdleWork } from '../../../src/data/loader/idle-work.js';
import { tablesProvider } from '../../../src/data/providers/tables.js';
import { completeSettings } from '../../../src/data/settings.js';
import { tablesOf } from '../../support/tables.js';

/** A timer that is turned by hand: what waits, and for how long. */
function handTimer() {
  const waiting: { readonly run: () => void; readonly ms: number }[] = [];
  const later = (run: () => void, ms: number) => {
    const entry = { run, ms };
    waiting.push(entry);
    return () => {
      if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
    };
  };
  return { waiting, later, turn: () => waiting.shift()?.run() };
}

describe('work for when nobody asks anything', () => {
  it('waits until no question has come for a while, then is done bit by bit until there is no more', () => {
    const { waiting, later, turn } = handTimer();
    let bits = 0;
    new IdleWork(later).after(() => ++bits < 3);
    expect(waiting.map(({ ms }) => ms > 0)).to.deep.equal([true]);
    expect(bits).to.equal(0);
    turn();
    expect([bits, waiting.length]).to.deep.equal([1, 1]);
    turn();
    turn();
    expect([bits, waiting.length]).to.deep.equal([3, 0]);
  });

  it('makes way for a question, and waits anew', () => {
    const { waiting, later, turn } = handTimer();
    const idle = new IdleWork(later);
    let bits = 0;
    const work = () => ++bits < 5;
    idle.after(work);
    turn();
    idle.after(work);
    expect(waiting.length).to.equal(1);
    expect(waiting[0]?.ms).to.be.greaterThan(0);
    expect(bits).to.equal(1);
  });
});

describe('a dataset that nobody asks anything', () => {
  const rows = Array.from({ length: 50 }, (_, at) => ({ course_key: 'c', actor_id: `a${at}`, track: at % 2 === 0 ? 'audit' : 'honor' }));
  const open = () =>
    new Dataset(
      { provider: 'tables', version: 1, tables: tablesOf({ enrollments: rows }), notes: { bytes: 0 } },
      tablesProvider,
      completeSettings({ rules: undefined }, Date.UTC(2024, 5, 1)),
    );

  it('makes ready the views that were asked for, once, and answers as before', () => {
    const dataset = open();
    expect(dataset.rehearse(), 'before any view').to.equal(false);
    const answer = dataset.view('at-risk.tracks');
    let bits = 0;
    while (dataset.rehearse()) bits++;
    expect(bits).to.be.greaterThan(0);
    dataset.view('at-risk.tracks');
    expect(dataset.rehearse(), 'the same view again').to.equal(false);
    expect(dataset.view('at-risk.tracks')).to.deep.equal(answer);
  });

  it('makes ready what filters on other tables need once a reader filters, not before', () => {
    const dataset = open();
    const all = () => {
      let bits = 0;
      while (dataset.rehearse()) bits++;
      return bits;
    };
    dataset.view('at-risk.tracks');
    const before = all();
    const options = { clauses: [{ origin: 'other', field: 'track', in: ['audit'] }] };
    const answer = dataset.view('at-risk.tracks', options);
    expect(all()).to.be.greaterThan(before);
    expect(dataset.view('at-risk.tracks', options)).to.deep.equal(answer);
    expect(all()).to.equal(0);
  });

  it('stops when it is closed', () => {
    const dataset = open();
    dataset.view('at-risk.tracks');
    expect(dataset.rehearse()).to.equal(true);
    dataset.close();
    expect(dataset.rehearse()).to.equal(false);
  });
});
