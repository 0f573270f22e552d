import type { ReadContext } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { StatsErrorData } from '../../stats-error.js';
import { Checked } from '../checked.js';
import { readDashboard } from './dashboard.js';
import type { Dashboard } from './dashboard.js';
import { readThreads } from './feedback.js';
import type { FeedbackThread } from './feedback.js';
import { fetchStatistics } from './fetch-part.js';
import { inParallel } from './in-parallel.js';
import { readStatistics } from './statistics.js';
import type { ExplorationCounts } from './statistics.js';
import { readIssues } from './issues.js';
import type { CardIssue } from './issues.js';
import { readStructure } from './structure.js';
import type { CardWay } from './structure.js';
import { readWeeklyLog } from './weekly-log.js';
import type { DatedSnapshot } from '../../../metrics/dated-snapshot.js';

/** What Oppia's handlers say, checked. */
export interface OppiaBodies {
  readonly dashboard: Dashboard;
  /** Counts by exploration; one that is missing is unknown. */
  readonly statistics: ReadonlyMap<string, ExplorationCounts>;
  /**
   * Threads by exploration; of one that is missing it is known from the dashboard how many there are, not what they are. Undefined where
   * none were given.
   */
  readonly feedback?: ReadonlyMap<string, readonly FeedbackThread[]>;
  readonly weeklyLog: readonly DatedSnapshot[];
  /** The ways between the cards of explorations whose structure was given. */
  readonly ways: ReadonlyMap<string, readonly CardWay[]>;
  /** What the host noted by exploration; of one that is missing it is unknown. Undefined where the host tells it of none. */
  readonly issues?: ReadonlyMap<string, readonly CardIssue[]>;
  readonly failed: readonly StatsErrorData[];
}

/** Oppia's servers are asked for so many explorations at once. */
const STATISTICS_AT_ONCE = 6;

/** Reads the dashboard at `src` alone: what it cannot answer is asked for on demand. Progress is that of a session log read with it. */
export async function fetchDashboard(src: string, context: ReadContext): Promise<OppiaBodies> {
  const dashboard = readDashboard(new Checked(await context.fetchJson(src), ''));
  return { dashboard, statistics: new Map(), weeklyLog: [], ways: new Map(), failed: [] };
}

/**
 * Reads the dashboard at `src`, then the statistics of each exploration. Progress is calls done of calls needed, `otherCalls`
 * of the same load among them. A dashboard that fails ends the load; statistics that fail leave their exploration's counts
 * unknown and stand in `failed`. A body of a wrong type throws `invalid`.
 */
export async function fetchBodies(src: string, otherCalls: number, context: ReadContext): Promise<OppiaBodies> {
  const dashboard = readDashboard(new Checked(await context.fetchJson(src), ''));
  const ids = dashboard.explorations.map(({ exploration }) => exploration);
  const needed = 1 + ids.length + otherCalls;
  let done = 1;
  context.progress(done, needed);
  const answers = await inParallel(ids, STATISTICS_AT_ONCE, async (id) => {
    const answer = await fetchStatistics(src, id, context).catch(unlessItEndsTheLoad);
    context.progress(++done, needed);
    return answer;
  });
  const statistics = new Map<string, ExplorationCounts>();
  const failed: StatsErrorData[] = [];
  for (const [at, id] of ids.entries()) {
    const answer = answers[at];
    if (answer instanceof StatsError) failed.push(answer.toData());
    else if (answer !== undefined) statistics.set(id, answer);
  }
  return { dashboard, statistics, weeklyLog: [], ways: new Map(), failed };
}

/**
 * The same from bodies that the host has: `{ dashboard, statistics?, feedback?, explorations?, issues?, user_stats? }`. What is of
 * explorations that the dashboard does not list is left out. Throws `invalid` on a wrong type.
 */
export function readBodies(data: unknown): OppiaBodies {
  const bodies = new Checked(data, '');
  const dashboard = readDashboard(bodies.get('dashboard').required('the body of /creatordashboardhandler/data'));
  const listed = new Set(dashboard.explorations.map(({ exploration }) => exploration));
  const read = <T>(name: string, body: (exploration: string, from: Checked) => T | undefined): Map<string, T> => {
    const given = bodies
      .get(name)
      .entries()
      .map(([id, of]) => [id, of.known ? body(id, of) : undefined] as const);
    return new Map(given.filter((each): each is [string, T] => each[1] !== undefined && listed.has(each[0])));
  };
  const userStats = bodies.get('user_stats');
  return {
    dashboard,
    statistics: read('statistics', (_, body) => readStatistics(body)),
    ...(bodies.get('feedback').known ? { feedback: read('feedback', readThreads) } : {}),
    weeklyLog: userStats.known ? readWeeklyLog(userStats) : [],
    ways: read('explorations', (_, body) => readStructure(body).ways),
    ...(bodies.get('issues').known ? { issues: read('issues', readIssues) } : {}),
    failed: [],
  };
}

/** A cancelled load, and a body of a wrong type, end it; what one server's answer lacks does not. */
function unlessItEndsTheLoad(thrown: unknown): StatsError {
  const error = StatsError.from(thrown, 'http');
  if (error.code === 'aborted' || error.code === 'invalid') throw error;
  return error;
}
