import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';

/** Good news where nobody is on the list; else `sentence`, which says what is not recorded of those who are. */
export function nothingRecorded(answers: ReadonlyMap<string, ViewData>, sentence: string, locale: string): WidgetState {
  const approval = answers.get(APPROVAL);
  return (numberCell(approval, 'listed') ?? 0) > 0 ? { kind: 'empty', sentence } : nobodyAtRisk(approval, locale);
}
