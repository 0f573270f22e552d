import { msg } from '../../localize/msg.js';
import { EngagementChart } from './engagement-chart.js';
import { APPROVAL } from './nobody-at-risk.js';
import { STRUCTURES } from './structured-courses.js';

/** Where learners were, whatever kind of block was recorded. */
const SECTIONS = 'at-risk.sections';

/**
 * How many learners on the at-risk list viewed a page of each section and subsection, and how many of them viewed all.
 *
 * @summary Learners at risk who viewed some and all pages, by section.
 * @element at-risk-page-engagement-chart
 * @useFor To find the section in which learners at risk stop reading.
 * @notFor For single pages; it counts sections and subsections.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose sections, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskPageEngagementChart extends EngagementChart {
  protected override readonly needs = ['enrollments.listed', 'page_visits', 'page_visits.block_id', 'engagement.label'] as const;
  protected override readonly view = 'at-risk.page-engagement';
  protected override readonly parts = 'at-risk.page-parts';
  protected override readonly field = 'page_part';
  protected override readonly companions = [{ view: APPROVAL }, { view: this.parts }, { view: SECTIONS }, ...STRUCTURES];
  protected override readonly taken = ['viewed_one', 'viewed_all'] as const;

  protected override titleText(): string {
    return msg('Page engagement by section and subsection', { id: 'at-risk-page-engagement-chart.title' });
  }

  protected override nothing(): string {
    if ((this.answers.get(SECTIONS)?.length ?? 0) > 0)
      return msg('Visits of learners at risk are recorded, but none of a single page: the host records subsections as a whole.', {
        id: 'at-risk-page-engagement-chart.no-pages',
      });
    return msg('No page viewed in a section is recorded of learners at risk.', { id: 'at-risk-page-engagement-chart.nothing' });
  }
}
