import type { ReadContext } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import { Checked } from '../checked.js';
import { readThreads } from './feedback.js';
import type { FeedbackThread } from './feedback.js';
import { issuesUrl, statisticsUrl, structureUrl, threadListUrl } from './handler-url.js';
import { readIssues } from './issues.js';
import type { CardIssue } from './issues.js';
import { readStatistics } from './statistics.js';
import type { ExplorationCounts } from './statistics.js';
import { readStructure } from './structure.js';
import type { CardWay } from './structure.js';

/** The statistics of one exploration. Throws StatsError; all but `aborted` and `invalid` name the exploration. */
export async function fetchStatistics(src: string, id: string, context: ReadContext): Promise<ExplorationCounts> {
  const body = await named(`Statistics of exploration "${id}"`, context, () => context.fetchJson(statisticsUrl(src, id)));
  return readStatistics(new Checked(body, `statistics.${id}`));
}

/** The feedback threads of one exploration, without people and messages; undefined where none are told. Throws as `fetchStatistics`. */
export async function fetchThreads(src: string, id: string, context: ReadContext): Promise<readonly FeedbackThread[] | undefined> {
  const body = await named(`Feedback of exploration "${id}"`, context, () => context.fetchJson(threadListUrl(src, id)));
  return readThreads(id, new Checked(body, `feedback.${id}`));
}

/** What is told of the cards of one exploration beside their counts. */
export interface CardFacts {
  /** Undefined where the host does not tell. */
  readonly ways: readonly CardWay[] | undefined;
  /** Undefined where the host does not tell. */
  readonly issues: readonly CardIssue[] | undefined;
}

/**
 * The order of the cards of one exploration, and what Oppia noted about them. A host that does not serve one of them is no failure:
 * counts stand without either. Throws as `fetchStatistics` where no server or no signed-in reader is there, or a body is of a wrong type.
 */
export async function fetchCards(src: string, id: string, context: ReadContext): Promise<CardFacts> {
  const body = await served(context, structureUrl(src, id));
  if (body === undefined) return { ways: undefined, issues: undefined };
  const { version, ways } = readStructure(new Checked(body, `explorations.${id}`));
  const noted = version === null || version === 0 ? undefined : await served(context, issuesUrl(src, id, version));
  return { ways, issues: noted === undefined ? undefined : readIssues(id, new Checked(noted, `issues.${id}`)) };
}

/** What the host answers; undefined where it has no such handler, or refuses it. */
async function served(context: ReadContext, url: string): Promise<unknown> {
  try {
    return await context.fetchJson(url);
  } catch (thrown) {
    const error = StatsError.from(thrown, 'http');
    // A host without the handler may answer with a page of its own, which looks like a login page.
    const isPage = error.code === 'signed-out' && error.status !== 401;
    if (error.code === 'http' || error.code === 'not-json' || isPage) return undefined;
    throw error;
  }
}

async function named(what: string, context: ReadContext, call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (thrown) {
    const error = StatsError.from(thrown, 'http');
    if (context.signal.aborted || error.code === 'aborted') throw error;
    const status = error.status === undefined ? {} : { status: error.status };
    throw new StatsError(error.code, `${what}: ${error.message}`, { ...status, cause: thrown });
  }
}
