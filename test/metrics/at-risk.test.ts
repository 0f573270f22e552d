import { expect } from '@open-wc/testing';
import {
  areBreaks,
  breakSpans,
  dayOfVisit,
  daysInactive,
  DEFAULT_AT_RISK_RULES,
  isAtRisk,
  isNeverStarted,
  lastSeen,
} from '../../src/metrics/at-risk.js';
import type { Standing } from '../../src/metrics/at-risk.js';
import { Random } from '../support/random.js';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);
const NOW = at('2024-03-13T00:00:00Z');

function standing(given: Partial<Standing> = {}): Standing {
  return { enrolled: true, passed: false, lastVisit: NOW - 10 * DAY, lastActivity: null, enrolledAt: NOW - 60 * DAY, ...given };
}

describe('isAtRisk', () => {
  it('lists who is enrolled, has not passed and was last seen ten days ago', () => {
    expect(isAtRisk(standing(), NOW)).to.equal(true);
  });

  it('lists from exactly seven days on', () => {
    expect(isAtRisk(standing({ lastVisit: NOW - 7 * DAY }), NOW)).to.equal(true);
    expect(isAtRisk(standing({ lastVisit: NOW - 7 * DAY + 1 }), NOW)).to.equal(false);
  });

  it('lists under aspects-v8 only from more than seven days on', () => {
    expect(isAtRisk(standing({ lastVisit: NOW - 7 * DAY }), NOW, 'aspects-v8')).to.equal(false);
    expect(isAtRisk(standing({ lastVisit: NOW - 7 * DAY - 1000 }), NOW, 'aspects-v8')).to.equal(true);
  });

  it('lists neither who left, nor who passed, nor who never visited', () => {
    expect(isAtRisk(standing({ enrolled: false }), NOW)).to.equal(false);
    expect(isAtRisk(standing({ passed: true }), NOW)).to.equal(false);
    expect(isAtRisk(standing({ lastVisit: null, lastActivity: NOW - 30 * DAY }), NOW)).to.equal(false);
  });

  it('takes the number of days that it is given', () => {
    const rules = { ...DEFAULT_AT_RISK_RULES, inactiveDays: 14 };
    expect(isAtRisk(standing(), NOW, rules)).to.equal(false);
    expect(isAtRisk(standing({ lastVisit: NOW - 14 * DAY }), NOW, rules)).to.equal(true);
  });

  it('counts from the last activity where the rule says so', () => {
    const active = standing({ lastActivity: NOW - 2 * DAY });
    expect(isAtRisk(active, NOW)).to.equal(true);
    expect(isAtRisk(active, NOW, { ...DEFAULT_AT_RISK_RULES, from: 'activity' })).to.equal(false);
  });

  it('counts a later enrolment as being seen only where the rule says so', () => {
    const back = standing({ enrolledAt: NOW - 3 * DAY });
    expect(isAtRisk(back, NOW)).to.equal(true);
    expect(isAtRisk(back, NOW, { ...DEFAULT_AT_RISK_RULES, reenrollmentCounts: true })).to.equal(false);
  });

  it('leaves the days of a break out', () => {
    const breaks = breakSpans([['2024-03-05', '2024-03-08']], 'UTC');
    expect(isAtRisk(standing(), NOW, DEFAULT_AT_RISK_RULES, breaks)).to.equal(false);
    expect(isAtRisk(standing({ lastVisit: NOW - 11 * DAY }), NOW, DEFAULT_AT_RISK_RULES, breaks)).to.equal(true);
  });

  it('lists exactly whose inactive days reach the threshold (seed 3)', () => {
    const random = new Random(3);
    for (let round = 0; round < 300; round++) {
      const lastVisit = NOW - random.below(30 * DAY);
      const from = 13 + random.below(10);
      const breaks = breakSpans([[`2024-02-${from}`, `2024-02-${from + random.below(6)}`]], 'Europe/Paris');
      const inactiveDays = random.below(20);
      const listed = isAtRisk(standing({ lastVisit }), NOW, { ...DEFAULT_AT_RISK_RULES, inactiveDays }, breaks);
      expect(listed, `visit ${lastVisit}, ${inactiveDays} days`).to.equal(daysInactive(lastVisit, NOW, breaks) >= inactiveDays);
    }
  });
});

describe('isNeverStarted', () => {
  it('is who is enrolled, has not passed and has no visit', () => {
    expect(isNeverStarted(standing({ lastVisit: null }))).to.equal(true);
    expect(isNeverStarted(standing())).to.equal(false);
    expect(isNeverStarted(standing({ lastVisit: null, enrolled: false }))).to.equal(false);
    expect(isNeverStarted(standing({ lastVisit: null, passed: true }))).to.equal(false);
  });
});

describe('lastSeen', () => {
  it('is the latest of what the rule counts', () => {
    const learner = standing({ lastVisit: 1, lastActivity: 2, enrolledAt: 3 });
    expect(lastSeen(learner, DEFAULT_AT_RISK_RULES)).to.equal(1);
    expect(lastSeen(learner, { ...DEFAULT_AT_RISK_RULES, from: 'activity' })).to.equal(2);
    expect(lastSeen(learner, { ...DEFAULT_AT_RISK_RULES, reenrollmentCounts: true })).to.equal(3);
    expect(lastSeen(learner, 'aspects-v8')).to.equal(1);
  });
});

describe('daysInactive', () => {
  it('counts whole 24 hours', () => {
    expect(daysInactive(NOW - DAY + 1, NOW)).to.equal(0);
    expect(daysInactive(NOW - DAY, NOW)).to.equal(1);
    expect(daysInactive(NOW - 10 * DAY, NOW)).to.equal(10);
  });

  it('is never negative', () => {
    expect(daysInactive(NOW + DAY, NOW)).to.equal(0);
    expect(daysInactive(NOW - DAY, NOW, breakSpans([['2024-03-01', '2024-03-31']], 'UTC'))).to.equal(0);
  });

  it('leaves out both ends of a break, and only what lies between visit and now', () => {
    const inside = breakSpans([['2024-03-05', '2024-03-07']], 'UTC');
    expect(daysInactive(NOW - 10 * DAY, NOW, inside)).to.equal(7);
    expect(daysInactive(at('2024-03-06T00:00:00Z'), NOW, inside)).to.equal(5);
  });
});

describe('breakSpans', () => {
  it('goes from the first local midnight to the end of the last day, 23 hours of a day without two o’clock', () => {
    const [[from, to] = [0, 0]] = breakSpans([['2024-03-31', '2024-03-31']], 'Europe/Paris');
    expect(new Date(from).toISOString()).to.equal('2024-03-30T23:00:00.000Z');
    expect((to - from) / 3_600_000).to.equal(23);
  });

  it('joins breaks that overlap, so that no day is left out twice', () => {
    const spans = breakSpans(
      [
        ['2024-01-03', '2024-01-05'],
        ['2024-01-01', '2024-01-04'],
        ['2024-02-01', '2024-02-01'],
      ],
      'UTC',
    );
    expect(spans).to.deep.equal([
      [at('2024-01-01T00:00:00Z'), at('2024-01-06T00:00:00Z')],
      [at('2024-02-01T00:00:00Z'), at('2024-02-02T00:00:00Z')],
    ]);
  });
});

describe('breaks', () => {
  it('are pairs of dates that exist, no end before its start', () => {
    expect(areBreaks([])).to.equal(true);
    expect(areBreaks([['2024-02-29', '2024-02-29']])).to.equal(true);
    for (const bad of [['2024-1-1', '2024-01-02'], ['2024-01-03', '2024-01-02'], ['2024-02-30', '2024-03-01'], ['2024-01-01'], 'x', null])
      expect(areBreaks([['2024-01-01', '2024-01-01'], bad]), String(bad)).to.equal(false);
    for (const bad of ['x', null, undefined, {}]) expect(areBreaks(bad), JSON.stringify(bad)).to.equal(false);
  });
});

describe('dayOfVisit', () => {
  it('is the whole local day', () => {
    const [from, end] = dayOfVisit(at('2024-03-05'), 'America/New_York');
    expect(new Date(from).toISOString()).to.equal('2024-03-05T05:00:00.000Z');
    expect(new Date(end).toISOString()).to.equal('2024-03-06T04:59:59.999Z');
  });
});
