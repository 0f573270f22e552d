import { msg, str } from '@lit/localize';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell } from '../base/cell.js';
import { formatNumber } from '../base/format.js';
import type { Notice, WidgetState } from '../base/widget-state.js';
import { StatsTable } from '../table/table.js';
import type { TableColumn } from '../table/table-column.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';
import { pseudonym } from './pseudonym.js';
import { ruleSentence } from './rule-sentence.js';

/**
 * Learners who are about to drop out: enrolled, not passed, not seen for a while. One row per learner and course, sortable by
 * every column. Choosing rows filters the other widgets of the dataset by learner.
 *
 * @summary Learners at risk, as a sortable table.
 * @element at-risk-table
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nobody is enrolled.
 * @slot sign-in - Shown where the reader is signed out, for example a link.
 * @fires {FilterEvent} stats-filter - The reader chose learners, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen learners, never names.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart pager - The line under the table.
 * @cssprop [--stats-table-height=36rem] - Height at which rows scroll.
 */
export class AtRiskTable extends StatsTable {
  /** What kind of host answers. */
  override provider = 'xapi';

  protected override readonly view = 'at-risk.learners';
  protected override readonly rowKey = 'actor_id';
  protected override readonly companions = [{ view: APPROVAL }] as const;
  protected override readonly columns: readonly TableColumn[] = [
    { column: 'name', instead: (row) => pseudonym(cell(this.result, 'actor_id', row)) },
    ...['course_name', 'track', 'last_visit', 'days_inactive', 'course_grade', 'grade_bucket', 'enrolled_at', 'last_activity'].map((column) => ({ column })),
  ];

  protected override titleText(): string {
    return msg('Learners at risk', { id: 'at-risk-table.title' });
  }

  protected override headline(): string {
    const approval = this.answers.get(APPROVAL);
    const [listed, enrolled] = [numberCell(approval, 'listed'), numberCell(approval, 'enrolled')];
    if (listed === undefined || enrolled === undefined) return '';
    const [some, all] = [formatNumber(listed, this.localized.language), formatNumber(enrolled, this.localized.language)];
    return msg(str`${some} of ${all} enrollments are at risk.`, { id: 'at-risk-table.headline' });
  }

  protected override subtitle(): string {
    return ruleSentence(this.ruleOfDataset);
  }

  protected override get notices(): readonly Notice[] {
    if (this.result === undefined || !this.#nameless(this.result)) return super.notices;
    const sentence = msg('This site does not share names. Learners are shown by a stable code.', { id: 'at-risk-table.no-names' });
    return [...super.notices, { kind: 'names', sentence }];
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.answers.get(APPROVAL), this.localized.language);
  }

  #nameless(result: ViewData): boolean {
    return result.length > 0 && this.pageDataset?.info?.notes.namesSupplied === false;
  }
}
