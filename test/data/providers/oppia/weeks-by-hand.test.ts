import { expect } from '@open-wc/testing';
import { openDataset } from '../../../../src/data/open-dataset.js';
import type { ResultRow } from '../../../../src/data/view-result.js';
import { dashboardBody, listedExploration, ndjson, loggedEvent } from '../../../support/oppia-bodies.js';
import { Random } from '../../../support/random.js';
import { localDateOf } from '../../../support/local-date.js';

/** Clocks that change by an hour, by half an hour, at midnight of a Sunday, and not at all; a day that a zone skipped. */
const ZONES = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo', 'Asia/Kolkata', 'Pacific/Apia'];
/** Days about which clocks change somewhere. */
const CHANGES = ['2024-03-10', '2024-04-07', '2024-09-08', '2024-10-31', '2024-11-03', '2011-12-30'];
const DAY_MS = 86_400_000;
/** Since when `loggedEvent` counts. */
const FROM = Date.UTC(2024, 2, 4, 9);

interface Session {
  readonly exploration: string;
  readonly startedAt: number;
  /** Unknown where nothing was answered. */
  readonly seconds: number | null;
  readonly completed: boolean;
}

/** The Monday on or before a date, found by walking back. */
function mondayBefore(date: string): string {
  let day = new Date(`${date}T12:00:00Z`);
  while (day.getUTCDay() !== 1) day = new Date(day.getTime() - DAY_MS);
  return day.toISOString().slice(0, 10);
}

function eventsOf({ exploration, startedAt, seconds, completed }: Session, at: number): readonly unknown[] {
  const [id, after] = [`s${at}`, (startedAt - FROM) / 1000];
  return [
    loggedEvent('start', id, after, 'A', 0, exploration),
    ...(seconds === null ? [] : [loggedEvent('answer_submitted', id, after + seconds, 'A', seconds, exploration)]),
    ...(completed ? [loggedEvent('complete', id, after + (seconds ?? 0), 'End', 0, exploration)] : []),
  ];
}

/** What is known of sessions, week by week, of those that a filter leaves. */
function weeksByHand(sessions: readonly Session[], zone: string): Map<string, Readonly<Record<string, number | null>>> {
  const weekOf = ({ startedAt }: Session): string => mondayBefore(localDateOf(startedAt, zone));
  return new Map(
    [...new Set(sessions.map(weekOf))].map((week) => {
      const own = sessions.filter((session) => weekOf(session) === week);
      const times = own.flatMap(({ seconds }) => seconds ?? []);
      return [
        week,
        {
          starts: own.length,
          completions: own.filter(({ completed }) => completed).length,
          average_engagement_seconds: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length,
        },
      ];
    }),
  );
}

describe('weeks of random sessions', () => {
  for (let seed = 1; seed <= 60; seed++) {
    it(`begin on Mondays of the time zone, wherever its clocks change (seed ${seed})`, async () => {
      const random = new Random(seed);
      const [zone, middle] = [random.pick(ZONES), Date.parse(random.pick(CHANGES))];
      const explorations = ['exp1', 'exp2'];
      const now = middle + 20 * DAY_MS;
      const sessions = Array.from({ length: 40 }, (): Session => {
        const isAnswered = random.chance(0.8);
        const startedAt = middle + (random.below(24 * 4 * 24) - 24 * 4 * 12) * 900_000 - random.below(2) * 1000;
        const seconds = isAnswered ? 1 + random.below(250) : null;
        return { exploration: random.pick(explorations), startedAt, seconds, completed: isAnswered && random.chance(0.5) };
      });
      const dataset = await openDataset({
        provider: 'oppia',
        data: { dashboard: dashboardBody(explorations.map((id) => listedExploration(id))) },
        events: ndjson(sessions.flatMap(eventsOf)),
        now: new Date(now).toISOString(),
        timezone: zone,
      });
      for (const only of [undefined, 'exp1']) {
        const clauses = only === undefined ? [] : [{ origin: 'test', field: 'exploration', in: [only] }];
        const expected = weeksByHand(
          sessions.filter(({ exploration }) => only === undefined || exploration === only),
          zone,
        );
        const rows = dataset.view('creator.trend', { clauses }).rows();
        expect(
          rows.map(({ week }) => week),
          zone,
        ).to.deep.equal([...expected.keys()].sort());
        for (const row of rows) {
          const hand = expected.get(String(row['week'])) as ResultRow;
          for (const name of ['starts', 'completions', 'average_engagement_seconds'])
            expect(Number(row[name] ?? -1), `${name} of ${String(row['week'])}, ${zone}`).to.be.closeTo(Number(hand[name] ?? -1), 1e-9);
        }
      }
    });
  }
});
