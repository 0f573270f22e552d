import { msg, str } from '../../localize/msg.js';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { formatValue } from '../base/text/format.js';
import { OPEN_END, OPEN_START } from '../base/clauses/open-range.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsNumberChart } from '../charts/numbers/number-chart.js';
import type { NumberEncoding } from '../charts/numbers/number-slots.js';
import { renderChoice } from '../charts/brush/range-inputs.js';
import { peakRun } from '../charts/bars/stands-out.js';
import { APPROVAL } from './nobody-at-risk.js';
import { nothingRecorded } from './nothing-recorded.js';
import { WatchedVideos } from './video-choices.js';
import type { VideoChoice } from './video-choices.js';

const SECONDS: NumberEncoding = { number: 'second', along: 'seconds', values: ['views', 'repeat_views'], unit: 'views' };
const [FROM, TO] = ['video_segments.from_second', 'video_segments.to_second'];

/**
 * How often each second of one video was watched by learners on the at-risk list, and how often again by who had watched it
 * before. The video with most viewers is shown until another is chosen. Choosing seconds filters the other widgets by who
 * watched some of them.
 *
 * @summary Views of each second of a video by learners at risk.
 * @element at-risk-video-segments-chart
 * @useFor To find the seconds of a video that are left out, or watched again and again.
 * @notFor To compare videos; it shows one.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose seconds, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 */
export class AtRiskVideoSegmentsChart extends StatsNumberChart {
  // The videos to choose from are those that others' filters leave.
  protected override readonly needs = ['enrollments.listed', 'video_totals', 'video_totals.views'] as const;
  protected override readonly readsFilters = true;
  protected override get defaultProvider(): string {
    return 'xapi';
  }

  /** Id of the video that is shown (its text under `aspects-v8`); the one with most viewers if left out, or not among those watched. */
  @property() video?: string | null | undefined;

  protected override readonly view = 'at-risk.video-segments';
  protected override readonly companions = [{ view: APPROVAL }] as const;
  readonly #videos = new WatchedVideos(this);

  #shown: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#shown = this.#video?.id;
  }

  /** Links of old end with the seconds that there were when they were made. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const [before, after] = this.#ranges();
    if (before === undefined || after === undefined || (before[0] <= OPEN_START && after[1] >= OPEN_END)) return;
    this.chooseNumbers([after[0], before[1]]);
  }

  protected override get encoding(): NumberEncoding {
    return SECONDS;
  }

  /** Nothing is drawn before it is of the one video. */
  protected override get drawn(): ViewData | undefined {
    const shown = this.result?.applied.find((clause) => clause.origin === 'fixed')?.in?.[0];
    return shown === this.#video?.id ? this.result : undefined;
  }

  /** Without a video there is none of which all views could stand behind. */
  protected override get keepsGhost(): boolean {
    return this.#video !== undefined && super.keepsGhost;
  }

  protected override fixedClauses(): readonly Clause[] {
    const video = this.#video;
    return video === undefined ? [] : [{ origin: 'fixed', field: video.field, in: [video.id] }];
  }

  protected override chosenNumbers(): readonly [number, number] | undefined {
    const [before, after] = this.#ranges();
    return before === undefined || after === undefined ? undefined : [after[0], before[1]];
  }

  /**
   * Who watched some of the seconds has a stretch of this video that begins before their end and ends after their start. How early or
   * late is open: stretches may come that begin before all that there are now, or end after them.
   */
  protected override chooseNumbers(range: readonly [number, number] | undefined): void {
    this.chooseRange(FROM, range === undefined ? undefined : [OPEN_START, range[1]]);
    this.chooseRange(TO, range === undefined ? undefined : [range[0], OPEN_END]);
    const video = this.#video;
    if (video !== undefined) this.chooseAll(`video_segments.${video.field}`, range === undefined ? [] : [video.id]);
  }

  protected override titleText(): string {
    return msg('Views across a video', { id: 'at-risk-video-segments-chart.title' });
  }

  /**
   * Names the video, too, which paper and files would not say otherwise; where its numbers are withheld that somebody watched it is, too.
   */
  protected override subtitle(): string {
    const [label, definition] = [this.drawnState.kind === 'hidden' ? undefined : this.#video?.label, super.subtitle()];
    return label === undefined || definition === ''
      ? definition
      : msg(str`“${label}”. ${definition}`, { id: 'at-risk-video-segments-chart.subtitle' });
  }

  protected override headline(): string {
    const peak = peakRun(this.numbers().map(({ values }) => values[1]));
    const [from, to] = [this.numbers()[peak?.from ?? -1], this.numbers()[peak?.to ?? -1]];
    if (peak === undefined || from === undefined || to === undefined) return '';
    const [start, end] = [from, to].map(({ at }) => formatValue(at, 'seconds', this.exact));
    return peak.from === peak.to
      ? msg(str`Watched again most at ${start ?? ''}.`, { id: 'at-risk-video-segments-chart.headline-one' })
      : msg(str`Watched again most from ${start ?? ''} to ${end ?? ''}.`, { id: 'at-risk-video-segments-chart.headline' });
  }

  protected override emptyState(): WidgetState {
    const sentence = msg('No video watched is recorded of learners at risk.', { id: 'at-risk-video-segments-chart.nothing' });
    return nothingRecorded(this.answers, sentence, this.localized.language);
  }

  /** No choice that stays where numbers are withheld: which videos there are tells that somebody watched them. */
  protected override renderControls(): readonly TemplateResult[] {
    const choices = this.#videos.choices.map(({ id, label }) => ({ value: id, label }));
    const choose = (id: string): void => {
      this.clearChoice();
      this.video = id;
    };
    if (choices.length === 0) return super.renderControls();
    return [
      renderChoice(msg('Video', { id: 'at-risk-video-segments-chart.video' }), choices, this.#video?.id ?? '', choose),
      ...super.renderControls(),
    ];
  }

  #ranges(): readonly (readonly [number, number] | undefined)[] {
    return [FROM, TO].map((field) => this.pageDataset?.clauses.of(this.origin, field)?.range);
  }

  /** The one asked for, else the one shown already, so that a filter does not change the subject, else the one with most viewers. */
  get #video(): VideoChoice | undefined {
    const find = (wanted: string | null | undefined): VideoChoice | undefined => this.#videos.choices.find(({ id }) => id === wanted);
    return find(this.video) ?? find(this.#shown) ?? this.#videos.choices[0];
  }
}
