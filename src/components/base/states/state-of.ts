import { msg, plural, str } from '../../../localize/msg.js';
import { unlike } from '../../../workers/connect.js';
import type { StatsError, StatsErrorData, ViewData } from '../../../workers/connect.js';
import { whyUnknown } from './not-recorded.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import type { WidgetState } from './widget-state.js';

/** The state of a widget from its dataset, its answer and its failure. */
export function stateOf(
  dataset: PageDataset | undefined,
  result: ViewData | undefined,
  failure: StatsError | undefined,
  widget: { missing: string | undefined; waiting: boolean; empty: () => WidgetState; needs: readonly string[] },
): WidgetState {
  if (dataset === undefined) {
    const { missing } = widget;
    if (missing !== undefined) return failed(unlike('unknown-dataset', 'dataset', 'the id of an element with data', missing));
    return widget.waiting
      ? { kind: 'loading', loaded: 0 }
      : failed({ code: 'no-source', message: msg('No data are named: set src, data or dataset.', { id: 'state.no-source' }) });
  }
  if (dataset.status.kind === 'error') return failed(dataset.status.error);
  if (failure !== undefined) return failed(failure);
  if (dataset.status.kind === 'loading' && (result === undefined || !ofAll(result))) return dataset.status;
  if (result === undefined) return { loaded: 0, ...(dataset.status.kind === 'so-far' ? dataset.status : {}), kind: 'loading' };
  return result.length > 0 ? { kind: 'ready' } : nothingIn(dataset, result, widget);
}

/** The state of an answer that says nothing: the host does not record it, filters leave none of it, or there is none. */
export function nothingIn(
  dataset: PageDataset | undefined,
  result: ViewData,
  widget: { empty: () => WidgetState; needs: readonly string[] },
): WidgetState {
  const sentence = whyUnknown(dataset, widget.needs);
  return sentence === undefined ? (unmatched(result) ?? widget.empty()) : { kind: 'unknown', sentence };
}

/** That filters leave nothing of an answer; undefined where none applies. */
function unmatched(result: ViewData): WidgetState | undefined {
  const filters = result.applied.filter((clause) => clause.origin !== 'fixed').length;
  return filters === 0 ? undefined : { kind: 'filtered', sentence: noneMatches(filters) };
}

/** Whether an answer is of all the data: from a part of them nothing is concluded. */
export function ofAll(result: ViewData | undefined): boolean {
  return result?.soFar === undefined;
}

/** The dataset, once it can be asked: by who waits for all data not before all are there. */
export function answerable(dataset: PageDataset | undefined, waitsForAll: boolean): PageDataset | undefined {
  const info = dataset?.info;
  return info === undefined || (waitsForAll && info.soFar !== undefined) ? undefined : dataset;
}

/** The state that is shown: that there is nothing cannot be said while data still arrive. */
export function shownState(state: WidgetState, result: ViewData | undefined): WidgetState {
  const concludes = ['empty', 'nobody', 'filtered', 'unknown'].includes(state.kind);
  return concludes && result?.soFar !== undefined ? { kind: 'loading', ...result.soFar } : state;
}

function noneMatches(filters: number): string {
  if (filters === 2) return msg('Nothing matches both filters.', { id: 'state.filtered.two' });
  return msg(plural(filters, 'Nothing matches the filter.', str`Nothing matches all ${filters} filters.`), { id: 'state.filtered.many' });
}

/** The state of who has no data for that reason. */
export function failed(error: StatsErrorData): WidgetState {
  if (error.code === 'signed-out') return { kind: 'signed-out', sentence: sentenceOf(error) };
  return { kind: 'error', code: error.code, sentence: sentenceOf(error) };
}

/** What went wrong, for a reader. */
export function sentenceOf(error: StatsErrorData): string {
  switch (error.code) {
    case 'signed-out':
      return msg('Sign in to see your learners.', { id: 'state.signed-out' });
    case 'offline':
      return msg('The server cannot be reached.', { id: 'error.offline' });
    case 'http':
      return error.status === undefined
        ? msg('The server answered with an error.', { id: 'error.http' })
        : msg(str`The server answered ${error.status}.`, { id: 'error.http-status' });
    case 'not-json':
    case 'truncated':
      return msg('The server’s answer cannot be read.', { id: 'error.unreadable' });
    case 'aborted':
      return msg('Loading was cancelled.', { id: 'error.cancelled' });
    case 'worker':
      return msg('The computation stopped.', { id: 'error.worker' });
    default:
      return error.message;
  }
}
