import { expect } from '@open-wc/testing';
import { engagementTime } from '../../src/metrics/engagement-time.js';
import type { EngagementOptions } from '../../src/metrics/engagement-time.js';
import { stateVisits } from '../../src/metrics/state-visits.js';
import type { SessionEvent, SessionEventKind } from '../../src/metrics/session-event.js';
import { Random } from '../support/random.js';
import { oppiaOracles } from '../support/oppia-oracles.js';

const START = Date.UTC(2024, 2, 4, 9);
const R1: EngagementOptions = { recipe: 'R1', idleCapSeconds: 1800 };
const R2: EngagementOptions = { recipe: 'R2', idleCapSeconds: 1800 };
const KINDS = new Map<string, SessionEventKind>([
  ['StateHit', 'state_hit'],
  ['AnswerSubmitted', 'answer_submitted'],
  ['StateComplete', 'state_complete'],
  ['SolutionHit', 'solution_hit'],
  ['ExplorationActualStart', 'actual_start'],
  ['CompleteExploration', 'complete'],
]);

function event(
  kind: SessionEventKind,
  afterSeconds: number,
  state: string | null,
  seconds: number | null = null,
  from = START,
): SessionEvent {
  return { kind, at: from + afterSeconds * 1000, state, seconds };
}

/** 30 seconds in A with two answers, 45 in B with one, then the end. */
function session75(from = START): SessionEvent[] {
  return [
    event('start', 0, 'A', 0, from),
    event('state_hit', 0, 'A', null, from),
    event('answer_submitted', 10, 'A', 10, from),
    event('answer_submitted', 30, 'A', 30, from),
    event('state_hit', 30, 'B', null, from),
    event('state_complete', 30, 'A', 0, from),
    event('actual_start', 30, 'A', null, from),
    event('solution_hit', 35, 'B', 5, from),
    event('answer_submitted', 75, 'B', 45, from),
    event('state_hit', 75, 'End', null, from),
    event('state_complete', 75, 'B', 0, from),
    event('state_complete', 75, 'End', 0, from),
    event('complete', 75, 'End', 0, from),
  ];
}

describe('engagement time by dwell (R1)', () => {
  it('is 75 seconds for the session of 30 seconds in A and 45 in B', () => {
    expect(engagementTime(session75(), R1)).to.deep.equal({ activeSeconds: 75, recipe: 'R1', capped: false });
  });

  it("is the true time of the events that Oppia's player sent", async function () {
    const { emitted, true_session_secs: truth } = (await oppiaOracles(this)).executed_by_us;
    const events = emitted.map((sent, at): SessionEvent => ({
      kind: KINDS.get(sent.event)!,
      at: START + at,
      state: sent.state,
      seconds: sent.time_spent_in_state_secs ?? sent.client_time_spent_in_secs ?? null,
    }));
    expect(engagementTime(events, R1).activeSeconds).to.equal(truth);
  });

  it('does not depend on the order of the events', () => {
    expect(engagementTime([...session75()].reverse(), R1).activeSeconds).to.equal(75);
  });

  it('adds the last leave of a session that was not completed', () => {
    const events = [
      event('start', 0, 'A', 0),
      event('state_hit', 0, 'A'),
      event('answer_submitted', 30, 'A', 30),
      event('state_hit', 30, 'B'),
      event('leave', 50, 'B', 20),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(50);
  });

  it('counts the last of repeated leaves', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('answer_submitted', 30, 'A', 30),
      event('state_hit', 30, 'B'),
      event('leave', 50, 'B', 20),
      event('leave', 90, 'B', 60),
      event('leave', 70, 'B', 40),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(90);
  });

  it('counts a wrong answer and a leave of one visit once, because both carry the time since entering', () => {
    const events = [event('state_hit', 0, 'A'), event('answer_submitted', 12, 'A', 12), event('leave', 40, 'A', 40)];
    expect(engagementTime(events, R1).activeSeconds).to.equal(40);
  });

  it('ignores the leave that a learner cancelled before completing', () => {
    const events = [...session75(), event('leave', 60, 'B', 500)];
    expect(engagementTime(events, R1).activeSeconds).to.equal(75);
  });

  it('takes leaving for a refresher as leaving', () => {
    const events = [event('state_hit', 0, 'A'), event('answer_submitted', 12, 'A', 12), event('leave_for_refresher', 25, 'A', 25)];
    expect(engagementTime(events, R1).activeSeconds).to.equal(25);
  });

  it('stops at the last answer where the leave is missing', () => {
    const events = [event('state_hit', 0, 'A'), event('answer_submitted', 30, 'A', 30), event('state_hit', 30, 'B')];
    expect(engagementTime(events, R1).activeSeconds).to.equal(30);
  });

  it('takes no time from a leave of exactly 0, which stands in migrated logs for one that is not known', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('answer_submitted', 30, 'A', 30),
      event('state_hit', 30, 'B'),
      event('leave', 630, 'B', 0),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(30);
    expect(stateVisits(events, 1800).map(({ state, seconds }) => [state, seconds])).to.deep.equal([
      ['A', 30],
      ['B', null],
    ]);
  });

  it('keeps two visits of one state apart', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('answer_submitted', 20, 'A', 20),
      event('state_hit', 20, 'B'),
      event('answer_submitted', 25, 'B', 5),
      event('state_hit', 25, 'A'),
      event('answer_submitted', 33, 'A', 8),
      event('complete', 33, 'End', 0),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(33);
  });

  it('keeps the stay that began with the start apart from a later one in its state, also where its hit is missing', () => {
    const events = [
      event('start', 0, 'A', 0),
      event('answer_submitted', 30, 'A', 30),
      event('state_hit', 30, 'B'),
      event('answer_submitted', 75, 'B', 45),
      event('state_hit', 75, 'A'),
      event('answer_submitted', 95, 'A', 20),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(95);
    const late = [...events.slice(0, 2), event('state_hit', 12, 'A'), event('answer_submitted', 10, 'A', 10)];
    expect(engagementTime(late, R1).activeSeconds).to.equal(30);
  });

  it('takes answers in a state whose hit is missing as one visit', () => {
    const events = [event('answer_submitted', 10, 'A', 10), event('answer_submitted', 30, 'A', 30)];
    expect(engagementTime(events, R1).activeSeconds).to.equal(30);
  });

  it('cuts each single gap that is longer than the cap', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('answer_submitted', 100, 'A', 100),
      event('answer_submitted', 4100, 'A', 4100),
      event('answer_submitted', 4200, 'A', 4200),
      event('answer_submitted', 8200, 'A', 8200),
      event('complete', 8200, 'End', 0),
    ];
    expect(engagementTime(events, R1)).to.deep.equal({ activeSeconds: 100 + 1800 + 100 + 1800, recipe: 'R1', capped: true });
  });

  it('does not cut a gap of exactly the cap', () => {
    const events = [event('state_hit', 0, 'A'), event('answer_submitted', 1800, 'A', 1800)];
    expect(engagementTime(events, R1)).to.deep.equal({ activeSeconds: 1800, recipe: 'R1', capped: false });
  });

  it('takes a viewed solution as a sign of activity inside a long gap, but not as the end of a visit', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('solution_hit', 1700, 'A', 1700),
      event('answer_submitted', 3000, 'A', 3000),
      event('state_hit', 3000, 'B'),
      event('solution_hit', 3600, 'B', 600),
    ];
    expect(engagementTime(events, R1)).to.deep.equal({ activeSeconds: 3000, recipe: 'R1', capped: false });
  });

  it('is unknown without an answer, whatever the leave says', () => {
    const events = [event('start', 0, 'A', 0), event('state_hit', 0, 'A'), event('leave', 20, 'A', 20)];
    expect(engagementTime(events, R1)).to.deep.equal({ activeSeconds: null, recipe: 'R1', capped: false });
    expect(engagementTime([], R1).activeSeconds).to.equal(null);
  });

  it('is unknown where a visit has answers and none has a time', () => {
    const events = [
      event('state_hit', 0, 'A'),
      event('answer_submitted', 10, 'A', 10),
      event('state_hit', 10, 'B'),
      event('answer_submitted', 30, 'B'),
    ];
    expect(engagementTime(events, R1).activeSeconds).to.equal(null);
  });

  it('is 0 for an answer given at once', () => {
    expect(engagementTime([event('answer_submitted', 0, 'A', 0)], R1).activeSeconds).to.equal(0);
  });

  it('is the same across midnight and a change of clocks', () => {
    const midnight = session75(Date.UTC(2024, 2, 31, 23, 59, 30));
    const clocksForward = session75(Date.UTC(2024, 2, 31, 0, 59, 30));
    expect([midnight, clocksForward].map((events) => engagementTime(events, R1).activeSeconds)).to.deep.equal([75, 75]);
    expect([midnight, clocksForward].map((events) => engagementTime(events, R2).activeSeconds)).to.deep.equal([75, 75]);
  });
});

describe('engagement time by wall clock (R2)', () => {
  it('is the time from the start to the last event', () => {
    expect(engagementTime(session75(), R2)).to.deep.equal({ activeSeconds: 75, recipe: 'R2', capped: false });
  });

  it('cuts idle gaps between events', () => {
    const events = [event('start', 0, 'A', 0), event('answer_submitted', 60, 'A', 60), event('answer_submitted', 7260, 'A', 7260)];
    expect(engagementTime(events, R2)).to.deep.equal({ activeSeconds: 1860, recipe: 'R2', capped: true });
  });

  it('is unknown without a start, and without an answer', () => {
    expect(engagementTime([event('answer_submitted', 60, 'A', 60)], R2).activeSeconds).to.equal(null);
    expect(engagementTime([event('start', 0, 'A', 0), event('leave', 60, 'A', 60)], R2).activeSeconds).to.equal(null);
  });
});

/** A session of random stays, and how long it truly lasted; every stay ends with an answer, some have wrong answers before it. */
function randomSession(random: Random): { events: SessionEvent[]; truth: number } {
  const events = [event('start', 0, 'A', 0)];
  let clock = 0;
  for (let stay = 0; stay <= random.below(6); stay++) {
    const state = random.pick(['A', 'B', 'C']);
    events.push(event('state_hit', clock, state));
    let inState = 0;
    for (let answer = 0; answer <= random.below(4); answer++) {
      inState += 1 + random.below(90);
      events.push(event('answer_submitted', clock + inState, state, inState));
    }
    clock += inState;
  }
  if (random.chance(0.5)) return { events: [...events, event('complete', clock, 'End', 0)], truth: clock };
  const idle = 1 + random.below(60);
  return { events: [...events, event('state_hit', clock, 'D'), event('leave', clock + idle, 'D', idle)], truth: clock + idle };
}

describe('engagement time of random sessions (seeds 1 to 200)', () => {
  const sessions = Array.from({ length: 200 }, (_, at) => ({ seed: at + 1, ...randomSession(new Random(at + 1)) }));

  it('is the true time by either recipe while no gap exceeds the cap', () => {
    for (const { seed, events, truth } of sessions) {
      expect(engagementTime(events, R1).activeSeconds, `R1, seed ${seed}`).to.equal(truth);
      expect(engagementTime(events, R2).activeSeconds, `R2, seed ${seed}`).to.equal(truth);
    }
  });

  it('does not depend on the order in which events were stored', () => {
    for (const { seed, events, truth } of sessions) {
      const random = new Random(seed);
      const mixed = events
        .map((each) => ({ each, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each);
      expect(engagementTime(mixed, R1).activeSeconds, `seed ${seed}`).to.equal(truth);
    }
  });

  it('never grows with a smaller cap, and says when it was cut', () => {
    for (const { seed, events, truth } of sessions) {
      for (const recipe of ['R1', 'R2'] as const) {
        const { activeSeconds, capped } = engagementTime(events, { recipe, idleCapSeconds: 30 });
        expect(activeSeconds, `seed ${seed}`).to.be.at.most(truth);
        expect(capped, `seed ${seed}`).to.equal(activeSeconds !== truth);
      }
    }
  });
});
