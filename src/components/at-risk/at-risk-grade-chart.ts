import { msg, plural, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { hiddenText } from '../base/audience/audience.js';
import { numberCell, rowsIn } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { formatNumber } from '../base/text/format.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsBarChart } from '../charts/bars/bar-chart.js';
import type { Bar, BarEncoding } from '../charts/bars/bar-data.js';
import { largestSentence } from '../charts/largest-sentence.js';
import { seriesStyles } from '../charts/series/series-styles.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';
import { ruleSentence } from '../base/menu/rule-sentence.js';

/**
 * Learners on the at-risk list by their course grade in ranges of ten percent, those without a grade apart. Clicking a range
 * filters the other widgets.
 *
 * @summary Learners at risk by course grade.
 * @element at-risk-grade-chart
 * @useFor To see whether learners at risk fail or only stopped coming: high grades mean the latter.
 * @notFor To rank a course’s difficulty; learners who are doing well are not in it.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose ranges, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskGradeChart extends StatsBarChart {
  static override styles: CSSResultGroup = [StatsBarChart.styles, seriesStyles];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed'] as const;
  protected override readonly view = 'at-risk.grade-distribution';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): BarEncoding {
    return { category: 'grade_bucket', value: 'learners', unit: 'learners' };
  }

  protected override get unknownCategory(): string {
    return msg('No grade yet', { id: 'at-risk-grade-chart.unknown' });
  }

  protected override get plotHeight(): 'full' {
    return 'full';
  }

  /** Of the ten ranges: those without a grade stand apart, so that they do not set the scale. */
  protected override bars(): readonly Bar[] {
    return super.bars().filter((bar) => bar.key !== null);
  }

  /** All ranges are there also where filters leave nobody. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const { result } = this;
    if (state.kind !== 'ready' || result === undefined) return state;
    return rowsIn(result).some((row) => (numberCell(result, 'learners', row) ?? 0) !== 0) ? state : this.nothingState(result);
  }

  protected override titleText(): string {
    return msg('Course grades', { id: 'at-risk-grade-chart.title' });
  }

  protected override headline(): string {
    return largestSentence(this.bars(), this.localized.language, (label, count, learners) =>
      msg(
        plural(
          count,
          str`Largest group with a grade: ${label}, 1 learner.`,
          str`Largest group with a grade: ${label}, ${learners} learners.`,
        ),
        { id: 'at-risk-grade-chart.headline' },
      ),
    );
  }

  protected override subtitle(): string {
    return ruleSentence(this.pageDataset?.rules);
  }

  protected override renderBody(): TemplateResult {
    const ungraded = this.#ungraded();
    if (ungraded === undefined) return super.renderBody();
    return html` <div class="above">
        <button
          type="button"
          class="entry apart"
          aria-pressed=${String(this.chosen('grade_bucket').includes(null))}
          @click=${(event: MouseEvent) => this.choose('grade_bucket', null, { add: event.ctrlKey || event.metaKey })}
        >
          ${ungraded}
        </button>
      </div>
      ${super.renderBody()}`;
  }

  /** Who has no grade stands beside the drawing, so files that have the drawing alone are told. */
  protected override async exported(): Promise<ExportedView | undefined> {
    const view = await super.exported();
    const ungraded = this.#ungraded();
    return view && (ungraded === undefined ? view : { ...view, notes: [...(view.notes ?? []), ungraded] });
  }

  /** How many have no grade; undefined by the rules of Aspects, by which a missing grade is one of 0. */
  #ungraded(): string | undefined {
    const none = super.bars().find((bar) => bar.key === null);
    if (none === undefined) return undefined;
    const learners = none.value === undefined ? hiddenText() : formatNumber(none.value, this.localized.language);
    return msg(str`No grade yet: ${learners}`, { id: 'at-risk-grade-chart.none' });
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.answers.get(APPROVAL), this.localized.language);
  }
}
