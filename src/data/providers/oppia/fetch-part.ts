import type { ReadContext } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import { Checked } from '../checked.js';
import { readThreads } from './feedback.js';
import type { FeedbackThread } from './feedback.js';
import { statisticsUrl, threadListUrl } from './handler-url.js';
import { readStatistics } from './statistics.js';
import type { ExplorationCounts } from './statistics.js';

/** The statistics of one exploration. Throws StatsError; all but `aborted` and `invalid` name the exploration. */
export async function fetchStatistics(src: string, id: string, context: ReadContext): Promise<ExplorationCounts> {
  const body = await named(`Statistics of exploration "${id}"`, context, () => context.fetchJson(statisticsUrl(src, id)));
  return readStatistics(new Checked(body, `statistics.${id}`));
}

/** The feedback threads of one exploration, without people and messages. Throws as `fetchStatistics`. */
export async function fetchThreads(src: string, id: string, context: ReadContext): Promise<readonly FeedbackThread[]> {
  const body = await named(`Feedback of exploration "${id}"`, context, () => context.fetchJson(threadListUrl(src, id)));
  return readThreads(id, new Checked(body, `feedback.${id}`));
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
