import { msg, str } from '../../localize/msg.js';
import { cell, numberCell } from '../base/dataset/cell.js';
import { formatNumber } from '../base/text/format.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsTable } from '../table/table.js';
import type { TableColumn } from '../table/table-column.js';
import { namesNotice } from './names-notice.js';
import { APPROVAL, noneEnrolled } from './nobody-at-risk.js';
import { pseudonym } from './pseudonym.js';

/**
 * Learners who are enrolled and never visited a page of the course. The at-risk rule cannot see them, so they are counted apart.
 *
 * @summary Enrolled learners who never started.
 * @element at-risk-never-started-table
 * @useFor To write to those who enrolled and never came, who are on no at-risk list.
 * @notFor For learners who came once and left; they are in at-risk-table.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose learners, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen learners, never names.
 * @csspart row - A row.
 */
export class AtRiskNeverStartedTable extends StatsTable {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly isOfPeople = true;
  protected override readonly needs = ['enrollments.never_started'] as const;
  protected override readonly view = 'at-risk.never-started';
  protected override readonly rowKey = 'actor_id';
  protected override readonly companions = [{ view: APPROVAL }] as const;
  protected override readonly waitsForAll = true;
  protected override readonly columns: readonly TableColumn[] = [
    { column: 'name', instead: (row) => pseudonym(cell(this.result, 'actor_id', row)) },
    ...['course_name', 'track', 'first_enrolled_at', 'enrolled_at', 'last_activity'].map((column) => ({ column })),
  ];

  protected override titleText(): string {
    return msg('Never started', { id: 'at-risk-never-started-table.title' });
  }

  protected override headline(): string {
    const learners = formatNumber(this.result?.total ?? 0, this.localized.language);
    return msg(str`Enrolled, and never seen on any page: ${learners}.`, { id: 'at-risk-never-started-table.headline' });
  }

  protected override get notices(): readonly Notice[] {
    return [...super.notices, ...namesNotice(this.pageDataset, this.result)];
  }

  protected override emptyState(): WidgetState {
    if ((numberCell(this.answers.get(APPROVAL), 'enrolled') ?? 0) === 0) return noneEnrolled();
    return {
      kind: 'nobody',
      sentence: msg('Everybody who is enrolled has visited the course, or has passed.', { id: 'at-risk-never-started-table.nobody' }),
    };
  }
}
