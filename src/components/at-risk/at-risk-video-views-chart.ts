import { msg, str } from '../../localize/msg.js';
import { formatNumber } from '../base/text/format.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsSeriesChart } from '../charts/series/series-chart.js';
import type { SeriesEncoding } from '../charts/series/series-rows.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';

const VIEWS: SeriesEncoding = {
  category: 'video',
  id: 'block_id',
  course: 'course_key',
  values: ['full_views', 'partial_views'],
  unit: 'views',
  mode: 'stack',
};

/**
 * How often learners on the at-risk list watched each video in full (95% of its length or more) and in part. Choosing a video
 * filters the other widgets.
 *
 * @summary Full and partial views of each video by learners at risk.
 * @element at-risk-video-views-chart
 * @useFor To see which videos learners at risk break off.
 * @notFor For distinct viewers; it counts views. Take at-risk-video-table.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose videos, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart bar - A mark with all that belongs to it.
 */
export class AtRiskVideoViewsChart extends StatsSeriesChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed', 'video_totals', 'video_totals.views'] as const;
  protected override readonly view = 'at-risk.video-views';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): SeriesEncoding {
    return VIEWS;
  }

  protected override titleText(): string {
    return msg('Full and partial video views', { id: 'at-risk-video-views-chart.title' });
  }

  protected override headline(): string {
    const known = this.rows().filter(({ values }) => values.every((value) => value !== undefined));
    const [full, partial] = [0, 1].map((at) => known.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
    if (full === undefined || partial === undefined || full + partial === 0) return '';
    const [some, all] = [formatNumber(full, this.localized.language), formatNumber(full + partial, this.localized.language)];
    return msg(str`${some} of ${all} views are by learners who watched 95% of the video.`, { id: 'at-risk-video-views-chart.headline' });
  }

  protected override subtitle(): string {
    return VIEWS.values.map((name) => this.definitionOf(name)).join(' ');
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(
      this.answers,
      msg('No video watched is recorded of learners at risk.', { id: 'at-risk-video-views-chart.nothing' }),
      this.localized.language,
    );
  }
}
