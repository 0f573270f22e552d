import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { AtRiskCourseTable } from './at-risk-course-table.js';

/**
 * Videos, with how many learners at risk watched them, and how often. Choosing rows filters the other widgets.
 *
 * @summary Viewers and views of each video among learners at risk.
 * @element at-risk-video-table
 * @useFor To find the videos that learners at risk watched least, as a list to sort.
 * @notFor For parts of a video; take at-risk-video-segments-chart.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose rows, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen rows.
 * @csspart row - A row.
 * @csspart pager - The line under the table.
 */
export class AtRiskVideoTable extends AtRiskCourseTable {
  protected override readonly needs = ['enrollments.listed', 'video_totals', 'video_totals.views'] as const;

  constructor() {
    super({
      view: 'at-risk.videos',
      subject: 'video',
      others: ['section', 'subsection', 'viewers', 'views'],
      foremost: { column: 'viewers', direction: 'desc' },
    });
  }

  protected override titleText(): string {
    return msg('Videos watched', { id: 'at-risk-video-table.title' });
  }

  protected override nothingRecorded(): string {
    return msg('No video watched is recorded of learners at risk.', { id: 'at-risk-video-table.nothing' });
  }

  protected override finding(first: ViewData): string {
    const learners = this.learnersText(numberCell(first, 'viewers') ?? 0);
    return msg(str`Most watched: ${this.subjectOf(first)}, by ${learners}.`, { id: 'at-risk-video-table.headline' });
  }
}
