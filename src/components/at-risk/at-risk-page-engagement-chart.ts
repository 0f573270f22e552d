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
  values: ['viewed_one', 'viewed_all'],
  unit: 'learners',
  mode: 'part',
};

/**
 * How many learners on the at-risk list viewed a page of each section and subsection, and how many of them viewed all.
 *
 * @summary Learners at risk who viewed some and all pages, by section.
 * @element at-risk-page-engagement-chart
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose sections, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskPageEngagementChart extends StatsSeriesChart {
  /** What kind of host answers. */
  override provider = 'xapi';

  protected override readonly view = 'at-risk.page-engagement';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): SeriesEncoding {
    return ENGAGEMENT;
  }

  protected override titleText(): string {
    return msg('Page engagement by section and subsection', { id: 'at-risk-page-engagement-chart.title' });
  }

  protected override headline(): string {
    return sectionFall(this.result, 'viewed_one', this.localized.language);
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(
      this.answers,
      msg('No page viewed in a section is recorded of learners at risk.', { id: 'at-risk-page-engagement-chart.nothing' }),
      this.localized.language,
    );
  }
}
