import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { AtRiskCourseTable } from './at-risk-course-table.js';

/**
 * Subsections of the course, with the learners at risk who visited at least one of their pages. Choosing rows filters the other widgets.
 *
 * @summary Learners at risk by subsection of the course.
 * @element at-risk-subsection-table
 * @useFor To choose learners by the subsections that they have seen.
 * @notFor For an overview; at-risk-section-table has fewer rows.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose rows, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen rows.
 * @csspart row - A row.
 * @csspart pager - The line under the table.
 */
export class AtRiskSubsectionTable extends AtRiskCourseTable {
  protected override readonly needs = ['enrollments.listed', 'page_visits', 'page_visits.block_id', 'blocks.subsection'] as const;

  /** What stands directly in a section has no subsection: that is known. */
  protected override readonly unnamed = { instead: () => msg('directly in the section', { id: 'at-risk-subsection-table.directly' }) };

  constructor() {
    super({
      view: 'at-risk.subsections',
      subject: 'subsection',
      others: ['section', 'learners'],
      foremost: { column: 'learners', direction: 'desc' },
    });
  }

  protected override titleText(): string {
    return msg('Subsections visited', { id: 'at-risk-subsection-table.title' });
  }

  protected override nothingRecorded(): string {
    return msg('No visit of a page is recorded of learners at risk.', { id: 'at-risk-subsection-table.nothing' });
  }

  protected override finding(first: ViewData): string {
    const learners = this.learnersText(numberCell(first, 'learners') ?? 0);
    return msg(str`Most visited: ${this.subjectOf(first)}, by ${learners}.`, { id: 'at-risk-subsection-table.headline' });
  }
}
