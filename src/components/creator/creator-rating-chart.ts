import { msg, plural, str } from '../../localize/msg.js';
import { property } from 'lit/decorators.js';
import { ratingCount, ratingMean, wilsonLowerBound } from '../../metrics/rating.js';
import type { RatingHistogram } from '../../metrics/rating.js';
import type { Clause, Value, ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsBarChart } from '../charts/bars/bar-chart.js';
import type { Bar, BarEncoding } from '../charts/bars/bar-data.js';
import type { Reference } from '../charts/reference.js';
import { averageIn, averaged, partBeside } from './my-average.js';
import { noExploration, nobodyRated, unknownOfSome } from './no-exploration.js';
import { notRecorded } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { explorationsIn, MOST_STARTED } from './shown-exploration.js';
import type { ShownExploration } from './shown-exploration.js';

const MOST_STARS = 5;
const BY_STARS: ViewSpec = {
  id: 'creator.ratings-by-stars',
  table: 'ratings',
  by: [{ field: 'stars', values: [MOST_STARS, 4, 3, 2, 1] }],
  measures: [{ metric: 'ratings-given', as: 'ratings' }],
};

/**
 * Ratings by number of stars, of all explorations shown or of one; with their mean and what it is at least, given how few ratings
 * there are.
 *
 * @summary Ratings by stars, their mean and its lower bound.
 * @element creator-rating-chart
 * @useFor To see how ratings are spread, and what the mean is worth with so few.
 * @notFor To rank explorations by mean; sort creator-exploration-table by its lower bound.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nobody has rated.
 * @keyboard Enter, Space - On a bar: says that stars cannot be filtered by; bars of this chart cannot be selected.
 * @csspart plot - The place of the drawing or its state.
 * @csspart reference - The line of the average across the bars.
 * @csspart bar - A bar with all that belongs to it.
 */
export class CreatorRatingChart extends StatsBarChart {
  /** Shows ratings of this exploration alone. */
  @property() exploration?: string | null | undefined;

  protected override readonly companions = (): readonly Companion[] => [{ view: BY_STARS }, MOST_STARTED, averaged(this.othersClauses())];
  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.ratings';
  protected override readonly wantsGhost = false;

  protected override get drawn(): ViewData | undefined {
    return this.answers.get(BY_STARS.id);
  }

  protected override get encoding(): BarEncoding {
    return { category: 'stars', value: 'ratings', unit: 'ratings', adds: !this.#isInPart };
  }

  /** Of one exploration's ratings: where the mean of all stands among the stars. */
  protected override get reference(): Reference | undefined {
    const mean = averageIn(this.answers, this.pageDataset, 'average_rating');
    if (mean === undefined || this.#one === undefined || (this.#count() ?? 0) === 0) return undefined;
    const stars = formatValue(mean, 'stars', this.exact);
    const part = partBeside(this.answers, this.pageDataset, 'average_rating', this.localized.language);
    const sentence = msg(str`The line across marks my average: ${stars} stars${part}.`, { id: 'creator-rating-chart.average' });
    return { at: MOST_STARS - mean, along: 'bars', sentence };
  }

  protected override get plotHeight(): 'full' {
    return 'full';
  }

  protected override bars(): readonly Bar[] {
    const locale = this.localized.language;
    return super.bars().map((bar) => ({ ...bar, label: starsText(bar.key, locale) }));
  }

  protected override get canChoose(): boolean {
    return false;
  }

  /** Stars are not chosen: the tables of other widgets know explorations, not who gave how many stars. */
  protected override choose(): void {
    this.announcement = msg('Stars cannot be filtered by.', { id: 'creator-rating-chart.no-choice' });
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    if (state.kind === 'filtered' && this.answers.get(MOST_STARTED.view)?.total !== 0) return this.emptyState();
    return state.kind === 'ready' && this.#count() === 0 ? { kind: 'empty', sentence: nobodyRated() } : state;
  }

  protected override get notices(): readonly Notice[] {
    return this.#isInPart ? [...super.notices, { kind: 'partial', sentence: unknownOfSome() }] : super.notices;
  }

  protected override titleText(): string {
    return msg('Ratings', { id: 'creator-rating-chart.title' });
  }

  protected override headline(): string {
    const histogram = this.#histogram();
    if (histogram === undefined) return '';
    const stars = (value: number | null): string => formatValue(value, 'stars', this.exact);
    const [mean, least, count] = [
      stars(ratingMean(histogram)),
      stars(wilsonLowerBound(histogram)),
      formatNumber(ratingCount(histogram), this.localized.language),
    ];
    return msg(
      plural(
        ratingCount(histogram),
        str`${mean} stars from 1 rating; with chance allowed for, ${least} or more.`,
        str`${mean} stars on average of ${count} ratings; with chance allowed for, ${least} or more.`,
      ),
      { id: 'creator-rating-chart.headline' },
    );
  }

  protected override subtitle(): string {
    const one = this.#one;
    if (one !== undefined) {
      const what = msg(str`${one.title}: the ratings that it has now, by stars.`, { id: 'creator-rating-chart.subtitle-one' });
      return [what, this.reference?.sentence ?? ''].filter(Boolean).join(' ');
    }
    // The state says that there is none of that id.
    if (this.exploration && this.answers.get(MOST_STARTED.view)?.total === 0) return '';
    return msg('Ratings that the explorations shown have now, by stars. Hosts count a creator’s total apart.', {
      id: 'creator-rating-chart.subtitle',
    });
  }

  protected override emptyState(): WidgetState {
    if (this.answers.get(MOST_STARTED.view)?.total === 0) return noExploration(this.exploration);
    const sentence = msg('This host does not supply how often each number of stars was given.', { id: 'creator-rating-chart.unknown' });
    return notRecorded(this.pageDataset, ['ratings.ratings'], sentence);
  }

  /** The one exploration that filters leave. */
  get #one(): ShownExploration | undefined {
    const [one, ...more] = explorationsIn(this.answers.get(MOST_STARTED.view));
    return more.length === 0 ? one : undefined;
  }

  /** Whether ratings are drawn, and others are not known: not each number of stars of each exploration that was rated. */
  get #isInPart(): boolean {
    const [{ result }, listed] = [this, this.answers.get(MOST_STARTED.view)];
    const rated = rowsIn(listed).filter((row) => numberCell(listed, 'ratings', row) !== 0);
    const known = new Map(rated.map((row) => [cell(listed, 'exploration', row), 0]));
    for (const row of rowsIn(result)) {
      const id = cell(result, 'exploration', row);
      known.set(id, (known.get(id) ?? 0) + Number(numberCell(result, 'ratings', row) !== undefined));
    }
    const counts = [...known.values()];
    return counts.some((count) => count > 0) && counts.some((count) => count < MOST_STARS);
  }

  /** Ratings by stars; undefined where of any number of stars, or exploration, it is not known. */
  #histogram(): RatingHistogram | undefined {
    if (this.#isInPart) return undefined;
    const entries = this.bars().flatMap(({ key, value }) => (value === undefined ? [] : [[String(key), value] as const]));
    return entries.length === this.bars().length ? Object.fromEntries(entries) : undefined;
  }

  /** How many ratings there are; undefined where it is not known. */
  #count(): number | undefined {
    const histogram = this.#histogram();
    return histogram && ratingCount(histogram);
  }
}

function starsText(stars: Value, locale: string): string {
  const count = typeof stars === 'number' ? formatNumber(stars, locale) : '';
  return msg(plural(Number(stars), '1 star', str`${count} stars`), { id: 'creator-rating-chart.stars' });
}
