import { msg, plural, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import type { WidgetState } from '../base/states/widget-state.js';

/** The view that says how many are enrolled. */
export const APPROVAL = 'at-risk.approval';

/** That there is no learner of whom anything could be said. */
export function noneEnrolled(): WidgetState {
  return { kind: 'empty', sentence: msg('No learner is enrolled yet.', { id: 'at-risk.empty' }) };
}

/** The state of an at-risk widget without a row: good news where learners are enrolled, else no data yet. */
export function nobodyAtRisk(approval: ViewData | undefined, locale: string): WidgetState {
  const enrolled = numberCell(approval, 'enrolled') ?? 0;
  if (enrolled === 0) return noneEnrolled();
  return {
    kind: 'nobody',
    sentence: msg(
      plural(
        enrolled,
        'Nobody: the one enrolled learner was seen lately, has passed, or never started.',
        str`Nobody: in all ${formatNumber(enrolled, locale)} enrollments the learner was seen lately, has passed, or never started.`,
      ),
      { id: 'at-risk.nobody' },
    ),
  };
}
