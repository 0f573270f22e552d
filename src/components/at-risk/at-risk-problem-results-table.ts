import { msg, str } from '../../localize/msg.js';
import type { Params } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/dataset/cell.js';
import { formatValue } from '../base/text/format.js';
import { AtRiskCourseTable } from './at-risk-course-table.js';

/** The view with the numbers of learners that its shares are of. */
const COUNTED = 'at-risk.counted-problem-results';

/**
 * Problems, with the share of learners at risk whose last answer is correct, beside the whole course.
 *
 * @summary Results of learners at risk at each problem.
 * @element at-risk-problem-results-table
 * @useFor To see which problems learners at risk get wrong and others right.
 * @notFor For how hard they tried; take at-risk-problem-attempts-table.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader chose rows, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen rows.
 * @csspart row - A row.
 */
export class AtRiskProblemResultsTable extends AtRiskCourseTable {
  protected override readonly needs = ['enrollments.listed', 'problem_outcomes'] as const;

  constructor() {
    super({
      view: 'at-risk.problem-results',
      subject: 'problem',
      others: ['graded', 'correct_share', 'incorrect_share', 'coursewide_correct_share'],
      foremost: { column: 'correct_share', direction: 'asc' },
    });
  }

  /** A file says of how many learners its shares are; not where small groups are hidden, which those numbers would tell. */
  protected override async rowsAsked(params: Params, role: 'export' | 'range'): Promise<ViewData> {
    if (role !== 'export' || this.isInGroups) return super.rowsAsked(params, role);
    return { ...(await super.rowsAsked(params, role, COUNTED)), view: this.view };
  }

  protected override titleText(): string {
    return msg('Problem results', { id: 'at-risk-problem-results-table.title' });
  }

  protected override nothingRecorded(): string {
    return msg('No answer to a problem is recorded of learners at risk.', { id: 'at-risk-problem-results-table.nothing' });
  }

  protected override finding(first: ViewData): string {
    const shown = formatValue(numberCell(first, 'correct_share') ?? null, 'fraction', {
      locale: this.localized.language,
      timezone: this.zone,
    });
    return msg(str`Fewest right: ${this.subjectOf(first)}, ${shown} of those who answered.`, {
      id: 'at-risk-problem-results-table.headline',
    });
  }
}
