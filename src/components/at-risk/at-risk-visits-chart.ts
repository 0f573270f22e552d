import { msg, plural, str } from '../../localize/msg.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { largestPeriodSentence } from '../charts/largest-sentence.js';
import { StatsPeriodChart } from '../charts/periods/period-chart.js';
import type { PeriodEncoding } from '../charts/periods/period-slots.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';

/**
 * How many learners on the at-risk list visited pages in each period; each visit counts, not only the last one of a page.
 * Choosing periods filters the other widgets by visit.
 *
 * @summary Learners at risk who visited pages, by period.
 * @element at-risk-visits-chart
 * @useFor To see activity fall, week by week, before learners come onto the list.
 * @notFor For learners in all; each counts in every period with a visit.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose periods, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskVisitsChart extends StatsPeriodChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed', 'page_visits'] as const;
  protected override readonly view = 'at-risk.visits-over-time';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): PeriodEncoding {
    return { period: 'period', values: ['learners'], unit: 'learners', kind: 'line', absent: 'nothing' };
  }

  protected override titleText(): string {
    return msg('Visits over time', { id: 'at-risk-visits-chart.title' });
  }

  protected override headline(): string {
    return largestPeriodSentence(this.periods(), this.localized.language, (title, count, learners) =>
      msg(plural(count, str`${title} saw the most visitors: 1 learner.`, str`${title} saw the most visitors: ${learners} learners.`), {
        id: 'at-risk-visits-chart.headline',
      }),
    );
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(
      this.answers,
      msg('No visit is recorded of learners at risk.', { id: 'at-risk-visits-chart.nothing' }),
      this.localized.language,
    );
  }
}
