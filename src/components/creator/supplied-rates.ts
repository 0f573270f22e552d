import { msg } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { Notice } from '../base/states/widget-state.js';
import { keepRows } from '../base/dataset/keep-rows.js';

/** Whether some of the explorations of an answer have a completion rate of that kind. */
export function hasRates(explorations: ViewData | undefined, source: 'computed' | 'supplied'): boolean {
  return rowsIn(explorations).some((row) => cell(explorations, 'completion_rate_source', row) === source);
}

/** The explorations of an answer whose completion rates compare: without those as supplied, where any is computed. */
export function comparableRates(explorations: ViewData | undefined): ViewData | undefined {
  if (explorations === undefined || !hasRates(explorations, 'computed') || !hasRates(explorations, 'supplied')) return explorations;
  return keepRows(
    explorations,
    rowsIn(explorations).filter((row) => cell(explorations, 'completion_rate_source', row) !== 'supplied'),
  );
}

/** What is said of rates as supplied; nothing where none is shown. */
export function suppliedNotices(isShown: boolean): readonly Notice[] {
  if (!isShown) return [];
  const sentence = msg('Completion rates as supplied are of what is not stated; they do not compare with computed ones.', {
    id: 'creator.rates-supplied',
  });
  return [{ kind: 'partial', sentence }];
}
