import { msg, plural, str } from '../../localize/msg.js';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { numberCell } from '../base/dataset/cell.js';
import { fieldLabel } from '../base/text/field-label.js';
import { notRecorded } from '../base/states/not-recorded.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { largestPeriodSentence } from '../charts/largest-sentence.js';
import { StatsPeriodChart } from '../charts/periods/period-chart.js';
import type { PeriodEncoding } from '../charts/periods/period-slots.js';
import { renderChoice } from '../charts/brush/range-inputs.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';

/** Which date of an enrolment is drawn. */
export type EnrollmentDate = 'last-change' | 'first';

const VIEWS: Readonly<Record<EnrollmentDate, string>> = {
  'last-change': 'at-risk.enrollment-dates',
  first: 'at-risk.first-enrollment-dates',
};
const FIELDS: Readonly<Record<EnrollmentDate, string>> = { 'last-change': 'enrolled_at', first: 'first_enrolled_at' };

/**
 * When learners on the at-risk list enrolled first, or when their enrolment last changed: enrolled again, or changed track. The
 * reader chooses which of both. Choosing periods filters the other widgets by that date.
 *
 * @summary Learners at risk by the period of their first enrolment, or of its latest change.
 * @element at-risk-enrollment-chart
 * @useFor To see whether those who fall away joined late, or all at once.
 * @notFor For the enrolments of a whole course: only learners at risk are counted.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose periods, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskEnrollmentChart extends StatsPeriodChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  /** Which date is drawn: of the latest change of the enrolment, or of the first enrolment. */
  @property() date: EnrollmentDate | null | undefined = 'last-change';

  protected override readonly needs = ['enrollments.listed'] as const;
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get view(): string {
    return VIEWS[this.#date];
  }

  protected override get encoding(): PeriodEncoding {
    return { period: 'period', values: ['learners'], unit: 'learners', kind: 'bars', absent: 'nothing' };
  }

  protected override titleText(): string {
    return msg('Enrollment dates', { id: 'at-risk-enrollment-chart.title' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.get('date') !== undefined) this.clearChoice();
  }

  protected override headline(): string {
    return largestPeriodSentence(this.periods(), this.localized.language, (title, count, learners) =>
      this.result?.view === VIEWS.first
        ? msg(
            plural(
              count,
              str`${title} saw the most first enrollments: 1 learner.`,
              str`${title} saw the most first enrollments: ${learners} learners.`,
            ),
            {
              id: 'at-risk-enrollment-chart.headline-first',
            },
          )
        : msg(
            plural(
              count,
              str`${title} saw the most changes of enrollment: 1 learner.`,
              str`${title} saw the most changes of enrollment: ${learners} learners.`,
            ),
            {
              id: 'at-risk-enrollment-chart.headline-changes',
            },
          ),
    );
  }

  protected override renderChoices(): readonly TemplateResult[] {
    const dates = Object.entries(FIELDS).map(([value, field]) => ({ value, label: fieldLabel(field) }));
    const choose = (date: string): void => {
      this.date = date === 'first' ? 'first' : 'last-change';
    };
    return [renderChoice(msg('Date', { id: 'at-risk-enrollment-chart.date' }), dates, this.#date, choose), ...super.renderChoices()];
  }

  protected override emptyState(): WidgetState {
    const approval = this.answers.get(APPROVAL);
    if ((numberCell(approval, 'listed') ?? 0) === 0) return nobodyAtRisk(approval, this.localized.language);
    const sentence = msg('When learners at risk enrolled is not recorded.', { id: 'at-risk-enrollment-chart.unknown' });
    return notRecorded(this.pageDataset, [`enrollments.${FIELDS[this.#date]}`], sentence);
  }

  get #date(): EnrollmentDate {
    return this.date === 'first' ? 'first' : 'last-change';
  }
}
