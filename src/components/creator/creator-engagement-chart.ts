import { msg, str } from '../../localize/msg.js';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import type { ComparedExploration } from '../../metrics/comparison.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { columnLabel } from '../base/text/field-label.js';
import { formatValue, shortText, speakValue } from '../base/text/format.js';
import type { MenuItem } from '../base/menu/menu.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsBarChart } from '../charts/bars/bar-chart.js';
import type { BarEncoding } from '../charts/bars/bar-data.js';
import type { MarkText } from '../charts/listed-chart.js';
import type { Reference } from '../charts/reference.js';
import { comparedExplorations } from './comparison-answer.js';
import { contradictions } from './contradicting-rates.js';
import { standsOut } from '../charts/bars/stands-out.js';
import { averageIn, averageLine, averageWeighting, averaged, partBeside } from './my-average.js';
import { noExploration } from './no-exploration.js';
import { oneExploration } from './one-exploration.js';
import { knownColumns, whyUnknown } from '../base/states/not-recorded.js';
import { comparableRates, hasRates } from './supplied-rates.js';
import { knownSessions, timeSource } from './time-source.js';

const EXPLORATIONS = 'creator.explorations';
const TIME = {
  category: 'exploration',
  label: 'title',
  value: 'average_engagement_seconds',
  low: 'min_engagement_seconds',
  high: 'max_engagement_seconds',
  unit: 'seconds',
} as const satisfies BarEncoding;
const BY_RATE = { view: EXPLORATIONS, params: { sort: [{ column: 'completion_rate', direction: 'desc' }] } } as const;
/** What bars can be sorted by, the greatest first. */
const SORTS = [
  'average_engagement_seconds',
  'median_engagement_seconds',
  'min_engagement_seconds',
  'max_engagement_seconds',
  'unknown_sessions',
];
/** What the card of a bar and the table say beside what is drawn. */
const BESIDE = ['median_engagement_seconds', 'sessions', 'unknown_sessions'];
const RATE = { category: 'exploration', label: 'title', value: 'completion_rate', unit: 'fraction' } as const satisfies BarEncoding;

/**
 * Average engagement time of each exploration as bars, with the range from the shortest to the longest session. Where a host
 * records no time at all, completion rates stand in, and the chart says so. Clicking a bar filters the dataset's other widgets.
 *
 * @summary Average engagement time per exploration.
 * @element creator-engagement-chart
 * @useFor To compare how long explorations hold learners, and how much that varies.
 * @notFor As a measure of quality: long may be hard as well as good.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where the creator has no exploration.
 * @slot sign-in - Shown where the reader is signed out, for example a link.
 * @fires {FilterEvent} stats-filter - The reader chose explorations, or let them go.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart plot - The place of the drawing or its state.
 * @csspart reference - The line of the average across the bars.
 * @csspart bar - A bar with all that belongs to it.
 * @cssprop [--stats-color-series-1=#1f6f78] - The bars.
 */
export class CreatorEngagementChart extends StatsBarChart {
  /** Shows this exploration alone. */
  @property() exploration?: string | null | undefined;

  /**
   * What bars are sorted by, the greatest first: `average_engagement_seconds`, `median_…`, `min_…`, `max_engagement_seconds` or
   * `unknown_sessions`.
   */
  @property({ attribute: 'sort-by' }) sortBy?: string | null | undefined;

  protected override readonly companions = (): readonly Companion[] => [BY_RATE, averaged(this.othersClauses())];
  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.engagement';
  /** @internal Where time is known, only the sentence above it needs statistics. */
  override get partWish(): PartWish {
    return { need: this.answers.get(EXPLORATIONS)?.parts, drawsSoFar: this.#timeKnown() };
  }

  protected override get encoding(): typeof TIME | typeof RATE {
    return this.#timeKnown() ? TIME : RATE;
  }

  protected override get drawn(): ViewData | undefined {
    return this.#timeKnown() ? this.result : this.#rates;
  }

  protected override get reference(): Reference | undefined {
    const { value, unit } = this.encoding;
    const of = [this.answers, this.pageDataset, value] as const;
    return averageLine(value, averageIn(...of), unit, this.exact, partBeside(...of, this.localized.language));
  }

  /** Of the explorations, those whose rates compare. */
  #rates: ViewData | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    this.#rates = comparableRates(this.answers.get(EXPLORATIONS));
    super.willUpdate(changed);
    if (changed.has('sortBy') && (this.sortBy ?? changed.get('sortBy')) !== undefined)
      this.setParams({ sort: [{ column: this.#sort, direction: 'desc' }] });
  }

  /** Sorting by any other measure of which something is known. */
  protected override menuItems(): readonly MenuItem[] {
    const { result } = this;
    const others = result === undefined || !this.#timeKnown() ? [] : knownColumns(result, SORTS).filter((column) => column !== this.#sort);
    return [
      ...super.menuItems(),
      ...others.map((column) => ({
        label: msg(str`Sort by ${result === undefined ? column : columnLabel(result, column)}`, { id: 'creator-engagement-chart.sort' }),
        act: () => (this.sortBy = column),
      })),
    ];
  }

  protected override tableColumns(): readonly string[] {
    return this.#timeKnown() ? [...super.tableColumns(), ...BESIDE] : super.tableColumns();
  }

  protected override textOf(index: number): MarkText | undefined {
    const text = super.textOf(index);
    const { drawn } = this;
    if (text === undefined || drawn === undefined || !this.#timeKnown()) return text;
    const key = this.bars()[index]?.key;
    const row = rowsIn(drawn).find((each) => cell(drawn, 'exploration', each) === key);
    const rows = BESIDE.filter((column) => row !== undefined && numberCell(drawn, column, row) !== undefined).map((column) => {
      const unit = column === 'median_engagement_seconds' ? 'seconds' : 'sessions';
      const value = numberCell(drawn, column, row) ?? null;
      return {
        label: columnLabel(drawn, column),
        value: formatValue(value, unit, this.exact),
        spoken: speakValue(value, unit, this.exact),
      };
    });
    return { ...text, rows: [...text.rows, ...rows] };
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override titleText(): string {
    return this.#timeKnown()
      ? msg('Average engagement time', { id: 'creator-engagement-chart.title' })
      : msg('Completion rate', { id: 'creator-engagement-chart.title-rate' });
  }

  protected override headline(): string {
    const { drawn, encoding } = this;
    const isSpoken = encoding === TIME || !this.#supplied();
    const row = isSpoken ? this.#first(drawn, encoding.value) : undefined;
    const title = row === undefined ? null : cell(drawn, 'title', row);
    if (row === undefined || typeof title !== 'string' || title === '') return '';
    const label = shortText(title);
    const text = formatValue(numberCell(drawn, encoding.value, row) ?? null, encoding.unit, this.exact);
    return encoding === TIME
      ? msg(str`${label} holds learners longest: ${text} on average.`, { id: 'creator-engagement-chart.headline' })
      : msg(str`${label} is completed most: ${text} of starts.`, { id: 'creator-engagement-chart.headline-rate' });
  }

  protected override subtitle(): string {
    const average = this.reference?.sentence ?? '';
    return [this.#about(), average, average && averageWeighting(this.answers, this.pageDataset)].filter(Boolean).join(' ');
  }

  #about(): string {
    if (this.shownHeadline === '') return this.#measure();
    const { drawn, encoding } = this;
    const values = rowsIn(drawn).map((row) => numberCell(drawn, encoding.value, row));
    const few =
      (numberCell(drawn, encoding.value, this.#first(drawn, encoding.value)) ?? 0) < Math.max(...values.map((value) => value ?? 0));
    const leftOut = [
      few &&
        (this.#isOfSessions
          ? msg(str`The sentence above leaves out explorations with fewer than ${ENOUGH_STARTS} sessions whose time is known.`, {
              id: 'creator-engagement-chart.few-sessions',
            })
          : msg(str`The sentence above leaves out explorations with fewer than ${ENOUGH_STARTS} starts.`, {
              id: 'creator-engagement-chart.few',
            })),
      values.includes(undefined) &&
        msg('The sentence above leaves out explorations of which this is unknown.', { id: 'creator-engagement-chart.some-unknown' }),
    ];
    return [this.#measure(), ...leftOut].filter(Boolean).join(' ');
  }

  /** Where the host has no rates either there is nothing to draw. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const about = [TIME, RATE].map(({ value }) => `explorations.${value}`);
    const isUnknown = this.encoding === RATE && about.every((column) => whyUnknown(this.pageDataset, [column]) !== undefined);
    if (state.kind !== 'ready' || !isUnknown) return state;
    const sentence = msg('This host records neither engagement times nor completion rates.', { id: 'creator-engagement-chart.unknown' });
    return { kind: 'unknown', sentence, about };
  }

  protected override get notices(): readonly Notice[] {
    if (this.drawnState.kind === 'unknown') return super.notices;
    if (this.#timeKnown()) return super.notices.filter(({ kind }) => kind !== 'so-far');
    const about = ['explorations.average_engagement_seconds'];
    const reason = whyUnknown(this.pageDataset, about);
    const sentence = msg('This host records no engagement time; completion rates are shown instead.', {
      id: 'creator-engagement-chart.no-time',
    });
    return [
      ...super.notices,
      { kind: 'unrecorded', sentence: reason === undefined ? sentence : `${sentence} ${reason}`, about },
      ...this.#leftOut(),
      ...contradictions(this.drawn, [RATE.value]),
    ];
  }

  protected override emptyState(): WidgetState {
    return noExploration(this.exploration);
  }

  #measure(): string {
    if (this.#timeKnown()) {
      const mean = msg('Mean of all sessions whose time is known.', { id: 'creator-engagement-chart.subtitle' });
      if (this.result === undefined) return mean;
      const range =
        knownColumns(this.result, [TIME.low]).length > 0 &&
        msg('The line spans the shortest to the longest.', { id: 'creator-engagement-chart.subtitle-range' });
      return [mean, range, timeSource(this.pageDataset), knownSessions(this.result, this.localized.language)].filter(Boolean).join(' ');
    }
    return this.#supplied()
      ? msg('Share as supplied by the host; of what is not stated.', { id: 'creator-engagement-chart.subtitle-supplied' })
      : msg('Completions as a share of starts. Starts count page loads of the player.', { id: 'creator-engagement-chart.subtitle-rate' });
  }

  get #sort(): string {
    return SORTS.find((column) => column === this.sortBy) ?? TIME.value;
  }

  #timeKnown(): boolean {
    const { result } = this;
    if (result === undefined || result.length === 0) return true;
    return rowsIn(result).some((row) => numberCell(result, TIME.value, row) !== undefined);
  }

  /** What is known of each exploration that is drawn. */
  get #compared(): ReadonlyMap<string, ComparedExploration> {
    const explorations = this.answers.get(EXPLORATIONS);
    return explorations === undefined ? new Map() : comparedExplorations(explorations, this.result, this.pageDataset);
  }

  /** Whether what is drawn is of sessions that are counted, and not of starts. */
  get #isOfSessions(): boolean {
    return this.#timeKnown() && [...this.#compared.values()].some(({ timed_sessions: timed }) => timed !== null);
  }

  /**
   * The row with the one greatest value as it is written, of those with enough sessions of known time, or starts, to be spoken of; none
   * where a rate above 1 says that the counts contradict each other.
   */
  #first(drawn: ViewData | undefined, value: string): number | undefined {
    const compared = this.#compared;
    const countOf = (row: number): number => {
      const of = compared.get(String(cell(drawn, 'exploration', row)));
      return (value === TIME.value ? of?.timed_sessions : null) ?? of?.starts ?? 0;
    };
    const rows = rowsIn(drawn).filter((row) => numberCell(drawn, value, row) !== undefined && countOf(row) >= ENOUGH_STARTS);
    if (value !== TIME.value && rows.some((row) => (numberCell(drawn, value, row) ?? 0) > 1)) return undefined;
    const shown = (row: number | undefined): string => formatValue(numberCell(drawn, value, row) ?? null, this.encoding.unit, this.exact);
    const first = rows[standsOut(rows.map((row) => numberCell(drawn, value, row))) ?? -1];
    return rows.some((row) => row !== first && shown(row) === shown(first)) ? undefined : first;
  }

  #supplied(): boolean {
    return hasRates(this.#rates, 'supplied');
  }

  #leftOut(): readonly Notice[] {
    if (this.#rates === this.answers.get(EXPLORATIONS)) return [];
    const sentence = msg('Explorations whose completion rate is as supplied are left out: it does not compare with computed ones.', {
      id: 'creator-engagement-chart.left-out',
    });
    return [{ kind: 'partial', sentence }];
  }
}
