import { ENROLLMENTS, EXPLORATIONS, LISTED_LEARNERS } from '../../../metrics/views/counts.js';
import type { ViewData } from '../../../workers/connect.js';
import type { Clause } from '../../../metrics/types.js';
import { slotOf } from './slot.js';
import { numberCell } from './cell.js';
import { FilterChangeEvent, LoadEvent, StatsErrorEvent, StatsProgressEvent } from '../events.js';
import type { DatasetNews, PageDataset } from './page-dataset.js';

/** Fires the DOM event of a dataset's news on an element of it, or where an element hears of it. */
export function announce(element: EventTarget, dataset: PageDataset, news: DatasetNews): void {
  switch (news.kind) {
    case 'loaded': {
      const { rows, bytes, fromCache, generatedAt } = news.info;
      element.dispatchEvent(new LoadEvent({ dataset: dataset.id, rows, bytes, fromCache, generatedAt }));
      if (unannounced.delete(element)) void announceClauses(element, dataset);
      break;
    }
    case 'progress':
      element.dispatchEvent(new StatsProgressEvent({ loaded: news.loaded, ...(news.total === undefined ? {} : { total: news.total }) }));
      break;
    case 'failed': {
      const retry = (): void => void dataset.refresh();
      element.dispatchEvent(new StatsErrorEvent({ code: news.error.code, message: news.error.message, retry }));
      break;
    }
    case 'clauses':
    case 'params':
      void announceClauses(element, dataset);
      break;
    default:
  }
}

/** Elements of datasets whose filters changed while their data streamed in: how many pass is announced when all are there. */
const unannounced = new WeakSet<EventTarget>();

async function announceClauses(element: EventTarget, dataset: PageDataset): Promise<void> {
  if (dataset.status.kind === 'so-far') {
    unannounced.add(element);
    return;
  }
  const clauses = dataset.clauses.all;
  const { params } = dataset;
  const counts = await countsOf(dataset, clauses, `${slotOf(element)} announced`).catch(() => undefined);
  if (counts === undefined || dataset.clauses.all !== clauses || dataset.params !== params) return;
  const { shown, total } = counts;
  element.dispatchEvent(new FilterChangeEvent({ dataset: dataset.id, clauses, shown, total }));
}

/** Whether a dataset is about learners in courses; else it is about explorations. */
export function isOfLearners({ source }: PageDataset): boolean {
  return source.provider === 'xapi' || source.provider === 'tables';
}

/** How many pass the filters of a dataset. */
export interface Counts {
  readonly shown: number;
  readonly total: number;
  readonly areLearners: boolean;
  /** Whether the source tells who is on the list; where it does not, nobody is counted. */
  readonly isRecorded: boolean;
}

/** Learners on the list (or explorations) that pass the clauses, of all. A newer question in the same slot makes this one reject. */
export async function countsOf(dataset: PageDataset, clauses: readonly Clause[], slot: string): Promise<Counts> {
  const areLearners = await hasLearners(dataset, slot);
  const answerTo = (those: readonly Clause[], slot: string): Promise<ViewData> =>
    dataset.view(areLearners ? LISTED_LEARNERS : EXPLORATIONS, { clauses: those }, slot);
  const countIn = (answer: ViewData): number => (areLearners ? (numberCell(answer, 'learners') ?? 0) : answer.total);
  const [shown, total] = await Promise.all([answerTo(clauses, `${slot} shown`), answerTo([], `${slot} total`)]);
  return { shown: countIn(shown), total: countIn(total), areLearners, isRecorded: total.unrecorded === undefined };
}

/** Whether data are of learners in courses, as tables may be, or of explorations. */
export async function hasLearners(dataset: PageDataset, slot: string): Promise<boolean> {
  return isOfLearners(dataset) && !(await hasExplorationsAlone(dataset, slot));
}

/** Whether what has come of data has learners in courses. */
export async function hasLearnersSoFar(dataset: PageDataset, slot: string): Promise<boolean> {
  const answer = await dataset.view(ENROLLMENTS, {}, `${slot} so far`).catch(() => undefined);
  return (answer?.total ?? 0) > 0;
}

/** Whether tables are of explorations, and of no learner in a course. */
async function hasExplorationsAlone(dataset: PageDataset, slot: string): Promise<boolean> {
  if (dataset.source.provider !== 'tables') return false;
  const [explorations, enrollments] = await Promise.all(
    [EXPLORATIONS, ENROLLMENTS].map((view) => dataset.view(view, {}, `${slot} ${view.id}`)),
  );
  return enrollments?.total === 0 && (explorations?.total ?? 0) > 0;
}
