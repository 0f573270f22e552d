import { msg, plural, str } from '../../localize/msg.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsBarChart } from '../charts/bars/bar-chart.js';
import type { BarEncoding } from '../charts/bars/bar-data.js';
import { largestSentence } from '../charts/largest-sentence.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';
import { ruleSentence } from '../base/menu/rule-sentence.js';

const LEARNERS: BarEncoding = { category: 'track', value: 'learners', unit: 'learners' };

/**
 * Learners on the at-risk list by enrollment track. A learner in two tracks (of two courses) counts in both. Clicking a bar
 * filters the dataset's other widgets.
 *
 * @summary Learners at risk by enrollment track.
 * @element at-risk-track-chart
 * @useFor To see whether learners of one track fall away more, and to choose them.
 * @notFor As a share of the track: it counts learners at risk, not all.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nobody is enrolled.
 * @slot sign-in - Shown where the reader is signed out, for example a link.
 * @fires {FilterEvent} stats-filter - The reader chose tracks, or let them go.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart plot - The place of the drawing or its state.
 * @csspart bar - A bar with all that belongs to it.
 * @cssprop [--stats-color-series-1=#1f6f78] - The bars.
 */
export class AtRiskTrackChart extends StatsBarChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.listed'] as const;
  protected override readonly view = 'at-risk.tracks';
  protected override readonly companions = [{ view: APPROVAL }] as const;

  protected override get encoding(): BarEncoding {
    return LEARNERS;
  }

  protected override titleText(): string {
    return msg('Learners at risk by track', { id: 'at-risk-track-chart.title' });
  }

  protected override headline(): string {
    return largestSentence(this.bars(), this.localized.language, (label, count, learners) =>
      msg(plural(count, str`Largest group: ${label}, 1 learner.`, str`Largest group: ${label}, ${learners} learners.`), {
        id: 'at-risk-track-chart.headline',
      }),
    );
  }

  protected override subtitle(): string {
    return ruleSentence(this.pageDataset?.rules);
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.answers.get(APPROVAL), this.localized.language);
  }
}
