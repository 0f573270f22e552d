import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localMeaning } from '../../localize/dictionary.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import { stateLeft } from '../../metrics/states.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/cell.js';
import type { Companion } from '../base/companion.js';
import { formatNumber, shortText } from '../base/format.js';
import type { PartWish } from '../base/parts-controller.js';
import type { WidgetState } from '../base/widget-state.js';
import type { SeriesRow } from '../charts/layout-series.js';
import type { MarkText } from '../charts/listed-chart.js';
import { StatsSeriesChart } from '../charts/series-chart.js';
import type { SeriesEncoding } from '../charts/series-rows.js';
import { standsOut } from '../charts/stands-out.js';
import { cardThreads, FEEDBACK, renderThreads, threadCount, threadsOf, threadStyles } from './card-threads.js';
import type { CardThreads } from './card-threads.js';
import { keepRows, withNumbers } from './derived-answer.js';
import { notRecorded, whyUnknown } from './not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { MOST_STARTED, mostStarted, rowsOf, wishOf } from './shown-exploration.js';
import type { ShownExploration } from './shown-exploration.js';

const CARDS: SeriesEncoding = {
  category: 'state',
  values: ['first_hits', 'answers', 'solution_views', 'left'],
  unit: 'views',
  mode: 'grouped',
};

/**
 * The cards of one exploration, the most reached first: how many sessions reached each, answers given, solutions viewed, and how
 * often learners left there; beside each its feedback threads, whose subjects are listed on demand. Of several explorations the most
 * started is shown. Clicking a card filters the other widgets.
 *
 * @summary Where learners of an exploration leave, card by card.
 * @element creator-dropoff-chart
 * @useFor To find the card of an exploration where learners leave.
 * @notFor To compare explorations; take creator-exploration-table.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose cards, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart threads - The subjects of feedback threads, card by card.
 * @csspart bar - A mark with all that belongs to it.
 */
export class CreatorDropoffChart extends StatsSeriesChart {
  static override styles: CSSResultGroup = [StatsSeriesChart.styles, threadStyles];

  /** Shows this exploration. */
  @property() exploration?: string;

  protected override readonly view = 'creator.states';
  protected override readonly wantsGhost = false;
  protected override companions: readonly Companion[] = [MOST_STARTED];

  #threads: CardThreads | undefined;
  #shown: ShownExploration | undefined;
  #cards: ViewData | undefined;

  /** @internal */
  override get partWish(): PartWish {
    const shown = this.#shown === undefined ? [] : [this.#shown.id];
    return { ...wishOf(this.answers.get(MOST_STARTED.view), shown), beside: { need: this.answers.get(FEEDBACK)?.parts, seen: shown } };
  }

  protected override get encoding(): SeriesEncoding {
    return CARDS;
  }

  protected override get drawn(): ViewData | undefined {
    return this.#cards;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#shown = mostStarted(this.answers.get(MOST_STARTED.view), this.result);
    const ofShown = threadsOf(this.#shown);
    // Of the exploration that is shown, and of no other: a host may be asked for each.
    this.companions = ofShown === undefined ? [MOST_STARTED] : [MOST_STARTED, ofShown];
    this.#threads = cardThreads(this.answers.get(FEEDBACK), whyUnknown(this.pageDataset, ['feedback.thread']));
    this.#cards = this.result === undefined ? undefined : cardsOf(this.result, this.#shown, this.#threads);
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#wantThreads();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pageDataset?.demand.want(this.#threadsOrigin, undefined);
  }

  /** Where threads are asked for on demand: those of the exploration that is shown, once its cards are there. */
  #wantThreads(): void {
    const [threads, id] = [this.answers.get(FEEDBACK), this.#shown?.id];
    const isWanted = this.#cards !== undefined && this.#cards.length > 0 && threads?.parts?.waiting === 1 && id !== undefined;
    if (isWanted) this.pageDataset?.demand.want(this.#threadsOrigin, { kind: 'feedback', first: [id], rest: [] });
  }

  get #threadsOrigin(): string {
    return `${this.origin} threads`;
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override tableColumns(): readonly string[] {
    const threads = this.#threads === undefined ? [] : ['threads'];
    return [...super.tableColumns(), 'completions', 'retention', 'bounce_rate', 'average_seconds', ...threads];
  }

  /** The card, short enough that its threads are read beside its bar. */
  protected override drawnLabel({ key, label }: SeriesRow): string {
    const count = this.#threads?.of(key).length ?? 0;
    return count === 0 ? label : `${shortText(label, 20)} · ${threadCount(count, this.localized.language)}`;
  }

  protected override textOf(index: number): MarkText | undefined {
    const [text, row] = [super.textOf(index), this.rows()[index]];
    if (text === undefined || row === undefined || this.#threads === undefined) return text;
    const value = formatNumber(this.#threads.of(row.key).length, this.localized.language);
    return { ...text, rows: [...text.rows, { label: localMeaning('states.threads')?.label ?? '', value, spoken: value }] };
  }

  protected override renderBody(): TemplateResult {
    const { language: locale } = this.localized;
    return html`${super.renderBody()}${renderThreads(this.#threads, this.rows(), { locale, timezone: this.zone })}`;
  }

  protected override titleText(): string {
    return msg('Where learners leave', { id: 'creator-dropoff-chart.title' });
  }

  protected override headline(): string {
    if ((this.#shown?.starts ?? 0) < ENOUGH_STARTS) return '';
    const rows = this.rows();
    const most = rows[standsOut(rows.map(({ values }) => values[3])) ?? -1];
    if (most === undefined) return '';
    const row = rowsIn(this.#cards).find((each) => cell(this.#cards, 'state', each) === most.key);
    const [left, shown] = [most.values[3], numberCell(this.#cards, 'hits', row)].map((value) =>
      formatNumber(value ?? 0, this.localized.language),
    );
    return msg(str`Most leave at ${most.label}: ${left ?? ''} of the ${shown ?? ''} times it was shown.`, {
      id: 'creator-dropoff-chart.headline',
    });
  }

  protected override subtitle(): string {
    const title = this.#shown?.title;
    return title === undefined
      ? ''
      : msg(str`${title}: its cards, the most reached first. Reached counts sessions; all else counts times.`, {
          id: 'creator-dropoff-chart.subtitle',
        });
  }

  protected override emptyState(): WidgetState {
    return notRecorded(
      this.pageDataset,
      ['states.first_hits'],
      msg('This host does not tell the cards of explorations apart.', { id: 'creator-dropoff-chart.unknown' }),
    );
  }
}

/** The cards of one exploration, with how often learners left at each. */
function cardsOf(result: ViewData, exploration: ShownExploration | undefined, threads: CardThreads | undefined): ViewData {
  const cards = keepRows(result, rowsOf(result, exploration));
  const number = (name: string, row: number): number | null => numberCell(cards, name, row) ?? null;
  const left = rowsIn(cards).map((row) => stateLeft(number('hits', row), number('completions', row), number('answers', row)) ?? NaN);
  const counted = withNumbers(cards, { name: 'left', meaning: 'states.left' }, left);
  if (threads === undefined) return counted;
  const counts = rowsIn(cards).map((row) => threads.of(cell(cards, 'state', row)).length);
  return withNumbers(counted, { name: 'threads', meaning: 'states.threads' }, counts);
}
