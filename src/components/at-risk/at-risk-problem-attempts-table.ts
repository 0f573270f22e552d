import { msg, str } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { formatValue } from '../base/text/format.js';
import { AtRiskCourseTable } from './at-risk-course-table.js';

/**
 * Problems, with how often learners at risk tried them on average, beside the whole course.
 *
 * @summary Attempts of learners at risk at each problem.
 * @element at-risk-problem-attempts-table
 * @useFor To see at which problems learners at risk try much more often than others.
 * @notFor For who is right in the end; take at-risk-problem-results-table.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose rows, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen rows.
 * @csspart row - A row.
 */
export class AtRiskProblemAttemptsTable extends AtRiskCourseTable {
  protected override readonly needs = ['enrollments.listed', 'problem_outcomes'] as const;

  constructor() {
    super({
      view: 'at-risk.problem-attempts',
      subject: 'problem',
      others: ['graded', 'correct_attempts', 'incorrect_attempts', 'coursewide_correct_attempts'],
      foremost: { column: 'incorrect_attempts', direction: 'desc' },
    });
  }

  protected override titleText(): string {
    return msg('Problem attempts', { id: 'at-risk-problem-attempts-table.title' });
  }

  protected override nothingRecorded(): string {
    return msg('No answer to a problem is recorded of learners at risk.', { id: 'at-risk-problem-attempts-table.nothing' });
  }

  protected override finding(first: ViewData): string {
    const shown = formatValue(numberCell(first, 'incorrect_attempts') ?? null, 'attempts', {
      locale: this.localized.language,
      timezone: this.zone,
    });
    return msg(str`Most incorrect attempts: ${this.subjectOf(first)}, ${shown} on average.`, {
      id: 'at-risk-problem-attempts-table.headline',
    });
  }
}
