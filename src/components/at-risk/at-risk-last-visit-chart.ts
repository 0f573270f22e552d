import { msg, plural, str } from '../../localize/msg.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { largestPeriodSentence } from '../charts/largest-sentence.js';
import { StatsPeriodChart } from '../charts/periods/period-chart.js';
import type { PeriodEncoding } from '../charts/periods/period-slots.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';

/**
 * When learners on the at-risk list were last seen, by period. Choosing periods filters the other widgets by last visit.
 *
 * @summary Learners at risk by the period of their last visit.
 * @element at-risk-last-visit-chart
 * @useFor To find the week in which learners stopped coming, and to choose exactly those.
 * @notFor For activity over time; each learner is in it once, at the last visit.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose periods, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskLastVisitChart extends StatsPeriodChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed'] as const;
  protected override readonly view = 'at-risk.last-visits';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): PeriodEncoding {
    return { period: 'period', values: ['learners'], unit: 'learners', kind: 'bars', absent: 'nothing' };
  }

  protected override titleText(): string {
    return msg('Last visits', { id: 'at-risk-last-visit-chart.title' });
  }

  protected override headline(): string {
    return largestPeriodSentence(this.periods(), this.localized.language, (title, count, learners) =>
      msg(
        plural(count, str`${title} saw the most last visits: 1 learner.`, str`${title} saw the most last visits: ${learners} learners.`),
        {
          id: 'at-risk-last-visit-chart.headline',
        },
      ),
    );
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.answers.get(APPROVAL), this.localized.language);
  }
}
