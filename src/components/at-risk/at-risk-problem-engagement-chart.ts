import { msg } from '../../localize/msg.js';
import { EngagementChart } from './engagement-chart.js';
import { APPROVAL } from './nobody-at-risk.js';
import { STRUCTURES } from './structured-courses.js';

/**
 * How many learners on the at-risk list attempted a problem of each section and subsection, and how many of them all.
 *
 * @summary Learners at risk who attempted some and all problems, by section.
 * @element at-risk-problem-engagement-chart
 * @useFor To find the section whose problems learners at risk no longer try.
 * @notFor For right and wrong answers; it counts who tried.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose sections, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskProblemEngagementChart extends EngagementChart {
  protected override readonly needs = ['enrollments.listed', 'problem_outcomes', 'engagement.label'] as const;
  protected override readonly view = 'at-risk.problem-engagement';
  protected override readonly parts = 'at-risk.problem-parts';
  protected override readonly field = 'problem_part';
  protected override readonly companions = [{ view: APPROVAL }, { view: this.parts }, ...STRUCTURES];
  protected override readonly taken = ['attempted_one', 'attempted_all'] as const;

  protected override titleText(): string {
    return msg('Problem engagement by section and subsection', { id: 'at-risk-problem-engagement-chart.title' });
  }

  protected override nothing(): string {
    return msg('No attempt at a problem is recorded of learners at risk.', { id: 'at-risk-problem-engagement-chart.nothing' });
  }
}
