import { msg, str } from '../../localize/msg.js';
import { formatNumber } from '../base/text/format.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsPeriodChart } from '../charts/periods/period-chart.js';
import type { PeriodEncoding } from '../charts/periods/period-slots.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';

const INTERACTIONS: PeriodEncoding = {
  period: 'period',
  values: ['cumulative_learners', 'learners'],
  running: ['cumulative_learners'],
  unit: 'learners',
  kind: 'line',
  absent: 'nothing',
};

/**
 * Learners on the at-risk list who had visited pages up to each period, and those who did in it. Choosing periods filters the
 * other widgets by visit.
 *
 * @summary Learners at risk who visited, so far and per period.
 * @element at-risk-interactions-chart
 * @useFor To see when the list as a whole stopped growing: the running total flattens.
 * @notFor For visits as such; at-risk-visits-chart counts every one.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose periods, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskInteractionsChart extends StatsPeriodChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed', 'page_visits'] as const;
  protected override readonly view = 'at-risk.interactions';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): PeriodEncoding {
    return INTERACTIONS;
  }

  protected override titleText(): string {
    return msg('Learners who visited, in all and per period', { id: 'at-risk-interactions-chart.title' });
  }

  protected override names(): readonly string[] {
    return [
      msg('In all by then', { id: 'at-risk-interactions-chart.so-far' }),
      msg('In the period', { id: 'at-risk-interactions-chart.in-period' }),
    ];
  }

  protected override headline(): string {
    const slot = this.periods().at(-1);
    const [all, lately] = slot?.values ?? [];
    if (slot === undefined || all === undefined || lately === undefined || this.periods().length < 2) return '';
    const [some, most] = [formatNumber(lately, this.localized.language), formatNumber(all, this.localized.language)];
    return msg(str`${some} of ${most} visited in the latest period, ${slot.title}.`, { id: 'at-risk-interactions-chart.headline' });
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(
      this.answers,
      msg('No visit is recorded of learners at risk.', { id: 'at-risk-interactions-chart.nothing' }),
      this.localized.language,
    );
  }
}
