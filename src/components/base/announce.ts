import { EXPLORATIONS, LISTED_LEARNERS } from '../../metrics/views/counts.js';
import { valueAt } from '../../workers/connect.js';
import type { Clause } from '../../metrics/types.js';
import { FilterChangeEvent, LoadEvent, StatsErrorEvent, StatsProgressEvent } from './events.js';
import type { DatasetNews, PageDataset } from './page-dataset.js';

/** Fires the DOM event of a dataset's news on an element of it. */
export function announce(element: HTMLElement, dataset: PageDataset, news: DatasetNews): void {
  switch (news.kind) {
    case 'loaded': {
      const { rows, bytes, fromCache, generatedAt } = news.info;
      element.dispatchEvent(new LoadEvent({ dataset: dataset.id, rows, bytes, fromCache, generatedAt }));
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
      void announceClauses(element, dataset);
      break;
    default:
  }
}

async function announceClauses(element: HTMLElement, dataset: PageDataset): Promise<void> {
  const clauses = dataset.clauses.all;
  const counts = await countsOf(dataset, clauses).catch(() => undefined);
  if (counts === undefined || dataset.clauses.all !== clauses) return;
  element.dispatchEvent(new FilterChangeEvent({ dataset: dataset.id, clauses, ...counts }));
}

/** Learners on the list (or explorations) that pass the clauses, of all. */
export async function countsOf(dataset: PageDataset, clauses: readonly Clause[]): Promise<{ shown: number; total: number }> {
  const ofLearners = dataset.source.provider === 'xapi' || dataset.source.provider === 'tables';
  const count = async (those: readonly Clause[], slot: string): Promise<number> => {
    const answer = await dataset.view(ofLearners ? LISTED_LEARNERS : EXPLORATIONS, { clauses: those }, slot);
    const column = answer.columns[0];
    return ofLearners && column !== undefined ? Number(valueAt(column.data, 0)) : answer.total;
  };
  const [shown, total] = await Promise.all([count(clauses, 'counts-shown'), count([], 'counts-total')]);
  return { shown, total };
}
