import { msg } from '../../localize/msg.js';
import { EngagementChart } from './engagement-chart.js';
import { APPROVAL } from './nobody-at-risk.js';
import { STRUCTURES } from './structured-courses.js';

/**
 * How many learners on the at-risk list watched a video of each section and subsection, and how many of them all.
 *
 * @summary Learners at risk who watched some and all videos, by section.
 * @element at-risk-video-engagement-chart
 * @useFor To find the section whose videos learners at risk no longer watch.
 * @notFor For how far a video is watched; take at-risk-video-segments-chart.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose sections, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskVideoEngagementChart extends EngagementChart {
  protected override readonly needs = ['enrollments.listed', 'video_totals', 'engagement.label'] as const;
  protected override readonly view = 'at-risk.video-engagement';
  protected override readonly parts = 'at-risk.video-parts';
  protected override readonly field = 'video_part';
  protected override readonly companions = [{ view: APPROVAL }, { view: this.parts }, ...STRUCTURES];
  protected override readonly taken = ['viewed_one', 'viewed_all'] as const;

  protected override titleText(): string {
    return msg('Video engagement by section and subsection', { id: 'at-risk-video-engagement-chart.title' });
  }

  protected override nothing(): string {
    return msg('No video watched is recorded of learners at risk.', { id: 'at-risk-video-engagement-chart.nothing' });
  }
}
