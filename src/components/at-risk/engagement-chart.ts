import type { WidgetState } from '../base/widget-state.js';
import { StatsSeriesChart } from '../charts/series-chart.js';
import type { SeriesEncoding } from '../charts/series-rows.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';
import { sectionFall } from './section-fall.js';

/** Learners who took up one item of a section or subsection, and inside them those who took up all. */
export abstract class EngagementChart extends StatsSeriesChart {
  /** What kind of host answers. */
  override provider = 'xapi';

  /** Columns of learners with one item, and with all. */
  protected abstract readonly taken: readonly [one: string, all: string];

  protected override readonly companions = [{ view: APPROVAL }] as const;

  /** Said where nothing of the kind is recorded. */
  protected abstract nothing(): string;

  protected override get encoding(): SeriesEncoding {
    return { category: 'section_subsection', id: 'block_id', course: 'course_key', values: this.taken, unit: 'learners', mode: 'part' };
  }

  protected override headline(): string {
    return sectionFall(this.result, this.taken[0], this.localized.language);
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(this.answers, this.nothing(), this.localized.language);
  }
}
