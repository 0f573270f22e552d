import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { AtRiskCourseTable } from './at-risk-course-table.js';

/**
 * Sections of the course, with the learners at risk who visited at least one of their pages. Choosing rows filters the other widgets.
 *
 * @summary Learners at risk by section of the course.
 * @element at-risk-section-table
 * @useFor To choose learners by the sections that they have seen, or to take the numbers away.
 * @notFor To compare some with all pages; take at-risk-page-engagement-chart.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose rows, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen rows.
 * @csspart row - A row.
 * @csspart pager - The line under the table.
 */
export class AtRiskSectionTable extends AtRiskCourseTable {
  protected override readonly needs = ['enrollments.listed', 'page_visits', 'page_visits.block_id', 'blocks.section'] as const;

  constructor() {
    super({
      view: 'at-risk.sections',
      subject: 'section',
      others: ['learners'],
      foremost: { column: 'learners', direction: 'desc' },
    });
  }

  protected override titleText(): string {
    return msg('Sections visited', { id: 'at-risk-section-table.title' });
  }

  protected override nothingRecorded(): string {
    return msg('No visit of a page is recorded of learners at risk.', { id: 'at-risk-section-table.nothing' });
  }

  protected override finding(first: ViewData): string {
    const learners = this.learnersText(numberCell(first, 'learners') ?? 0);
    return msg(str`Most visited: ${this.subjectOf(first)}, by ${learners}.`, { id: 'at-risk-section-table.headline' });
  }
}
