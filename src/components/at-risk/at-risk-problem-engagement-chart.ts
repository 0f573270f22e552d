import { msg } from '@lit/localize';
import type { WidgetState } from '../base/widget-state.js';
import { StatsSeriesChart } from '../charts/series-chart.js';
import type { SeriesEncoding } from '../charts/series-rows.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';
import { sectionFall } from './section-fall.js';

const ENGAGEMENT: SeriesEncoding = {
  category: 'section_subsection',
  id: 'block_id',
  course: 'course_key',
  values: ['attempted_one', 'attempted_all'],
  unit: 'learners',
  mode: 'part',
};

/**
 * How many learners on the at-risk list attempted a problem of each section and subsection, and how many of them all.
 *
 * @summary Learners at risk who attempted some and all problems, by section.
 * @element at-risk-problem-engagement-chart
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose sections, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskProblemEngagementChart extends StatsSeriesChart {
  /** What kind of host answers. */
  override provider = 'xapi';

  protected override readonly view = 'at-risk.problem-engagement';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): SeriesEncoding {
    return ENGAGEMENT;
  }

  protected override titleText(): string {
    return msg('Problem engagement by section and subsection', { id: 'at-risk-problem-engagement-chart.title' });
  }

  protected override headline(): string {
    return sectionFall(this.result, 'attempted_one', this.localized.language);
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(
      this.answers,
      msg('No attempt at a problem is recorded of learners at risk.', { id: 'at-risk-problem-engagement-chart.nothing' }),
      this.localized.language,
    );
  }
}
