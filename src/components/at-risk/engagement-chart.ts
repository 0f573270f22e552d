import type { ViewData } from '../../workers/connect.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsSeriesChart } from '../charts/series/series-chart.js';
import type { SeriesEncoding } from '../charts/series/series-rows.js';
import { nothingRecorded } from './nothing-recorded.js';
import { sectionFall } from './section-fall.js';
import { withoutStructure } from './structured-courses.js';
import { withUntouched } from './untouched-parts.js';

/** Learners who took up one item of a section or subsection, and inside them those who took up all. */
export abstract class EngagementChart extends StatsSeriesChart {
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  /** Columns of learners with one item, and with all. */
  protected abstract readonly taken: readonly [one: string, all: string];

  /** The view of the parts of the course that have such items. */
  protected abstract readonly parts: string;

  /** The field by which a bar chooses its learners: who took up one item of that kind there, not of another. */
  protected abstract readonly field: 'page_part' | 'problem_part' | 'video_part';

  #whole = new WeakMap<ViewData, ViewData>();

  protected override get drawn(): ViewData | undefined {
    return this.#completed(this.result);
  }

  protected override get drawnGhost(): ViewData | undefined {
    return this.#completed(this.ghost);
  }

  /** Said where nothing of the kind is recorded. */
  protected abstract nothing(): string;

  protected override get encoding(): SeriesEncoding {
    return { category: 'section_subsection', id: 'block_id', course: 'course_key', values: this.taken, unit: 'learners', mode: 'part' };
  }

  protected override fieldOf(): string {
    return this.field;
  }

  protected override get notices(): readonly Notice[] {
    return [...super.notices, ...withoutStructure(this.answers, this.localized.language)];
  }

  protected override headline(): string {
    return sectionFall(this.drawn, this.taken[0], this.localized.language);
  }

  protected override emptyState(): WidgetState {
    return nothingRecorded(this.answers, this.nothing(), this.localized.language);
  }

  /** With the sections that nobody touched; nothing where nobody touched any, which the empty state says. */
  #completed(answer: ViewData | undefined): ViewData | undefined {
    const parts = this.answers.get(this.parts);
    // A section at 0 beside hidden ones would tell that those are not.
    if (answer === undefined || parts === undefined || this.isInGroups) return answer;
    const known = this.#whole.get(answer);
    if (known !== undefined) return known;
    const whole = withUntouched(answer, parts, this.taken);
    this.#whole.set(answer, whole);
    return whole;
  }
}
