import { msg, str } from '../../localize/msg.js';
import { html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localMeaning } from '../../localize/dictionary.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import { isLeftByNobody, stateLeft } from '../../metrics/states.js';
import type { Clause, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { slotOf } from '../base/dataset/slot.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import type { Companion } from '../base/dataset/companion.js';
import type { CardRow } from '../base/focus/focus-card.js';
import { formatNumber, shortText } from '../base/text/format.js';
import { keepRows } from '../base/dataset/keep-rows.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import { lackingState } from '../base/states/parts-text.js';
import { ofAll } from '../base/states/state-of.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import type { SeriesRow } from '../charts/series/layout-series.js';
import type { MarkText } from '../charts/listed-chart.js';
import { StatsSeriesChart } from '../charts/series/series-chart.js';
import type { SeriesEncoding } from '../charts/series/series-rows.js';
import { standsOut } from '../charts/bars/stands-out.js';
import { cardIssues, ISSUES, issuesOf, nothingNoted, renderIssues } from './card-issues.js';
import type { CardIssues } from './card-issues.js';
import { hasStrayCards } from './chosen-cards.js';
import { cardThreads, FEEDBACK, renderThreads, threadCount, threadsOf, threadStyles } from './card-threads.js';
import type { CardThreads } from './card-threads.js';
import { contradictions } from './contradicting-rates.js';
import { withNumbers, withTexts } from './derived-answer.js';
import { noExploration } from './no-exploration.js';
import { knownColumns, notRecorded, unrecordedNotices, whyUnknown } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { lostIn, MOST_STARTED, mostStarted, rowsOf, wishOf } from './shown-exploration.js';
import type { ShownExploration } from './shown-exploration.js';

const MEASURES = ['first_hits', 'answers', 'solution_views', 'left'] as const;

/** Of what is counted, columns whose reason to be unknown is that of a measure. */
const TOLD_BY = {
  first_hits: 'states.first_hits',
  answers: 'states.answers',
  solution_views: 'states.solution_views',
  left: 'states.completions',
};

/**
 * The cards of one exploration in the order in which learners meet them, or the most reached first where that is not known: how many
 * sessions reached each, answers given, solutions viewed, and how often learners left there; beside each its feedback threads and what
 * the host noted, listed on demand. Of several explorations the most started is shown. Clicking a card filters the other widgets by that
 * card of this exploration.
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
 * @csspart issues - What the host noted, card by card.
 * @csspart threads - The subjects of feedback threads, card by card.
 * @csspart bar - A mark with all that belongs to it.
 */
export class CreatorDropoffChart extends StatsSeriesChart {
  static override styles: CSSResultGroup = [StatsSeriesChart.styles, threadStyles];

  /** Shows this exploration. */
  @property() exploration?: string | null | undefined;

  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.states';
  protected override readonly wantsGhost = false;
  protected override companions: readonly Companion[] = [MOST_STARTED];

  #threads: CardThreads | undefined;
  #issues: CardIssues | undefined;
  #shown: ShownExploration | undefined;
  #cards: ViewData | undefined;

  /** @internal */
  override get partWish(): PartWish {
    const explorations = this.answers.get(MOST_STARTED.view);
    const shown = this.#shown === undefined ? lostIn(explorations) : [this.#shown.id];
    const beside = [ISSUES, FEEDBACK].map((view) => ({ need: this.answers.get(view)?.parts, seen: shown }));
    return { ...wishOf(explorations, shown), beside };
  }

  protected override get encoding(): SeriesEncoding {
    const known = knownColumns(this.#cards, MEASURES);
    return { category: 'state', values: known.length === 0 ? MEASURES : known, unit: 'views', mode: 'grouped' };
  }

  protected override get drawn(): ViewData | undefined {
    return this.#cards;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const [chosen] = this.chosen('exploration');
    this.#shown = mostStarted(this.answers.get(MOST_STARTED.view), this.result, chosen);
    // Of the exploration that is shown, and of no other: a host may be asked for each.
    this.companions = [MOST_STARTED, threadsOf(this.#shown), issuesOf(this.#shown)].filter((companion) => companion !== undefined);
    this.#threads = cardThreads(this.answers.get(FEEDBACK), whyUnknown(this.pageDataset, ['feedback.thread']));
    this.#issues = cardIssues(this.answers.get(ISSUES), whyUnknown(this.pageDataset, ['issues.issue']));
    this.#cards = this.result === undefined ? undefined : cardsOf(this.result, this.#shown, this.#threads, this.#issues);
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#wantThreads();
    const [cards, of] = [this.chosen('state'), this.chosen('exploration')];
    if (ofAll(this.result) && (cards.length === 0 ? of.length > 0 : hasStrayCards(cards, of, this.#shown?.id))) this.clearChoice();
  }

  /** A card has its name in one exploration; in another, a card of that name is another. */
  protected override chooseAll(field: string, values: readonly Value[]): void {
    super.chooseAll(field, values);
    if (field === 'state') super.chooseAll('exploration', values.length === 0 || this.#shown === undefined ? [] : [this.#shown.id]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pageDataset?.demand.want(this.#threadsSlot, undefined);
  }

  /** Where threads are asked for on demand: those of the exploration that is shown, once its cards are there. */
  #wantThreads(): void {
    const [threads, id] = [this.answers.get(FEEDBACK), this.#shown?.id];
    const isWanted = this.#cards !== undefined && this.#cards.length > 0 && threads?.parts?.waiting === 1 && id !== undefined;
    if (isWanted) this.pageDataset?.demand.want(this.#threadsSlot, { kind: 'feedback', first: [id], rest: [] });
  }

  get #threadsSlot(): string {
    return `${slotOf(this)} threads`;
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override tableColumns(): readonly string[] {
    const beside = [...(this.#threads === undefined ? [] : ['threads']), ...(this.#issues === undefined ? [] : ['noted'])];
    return [...super.tableColumns(), 'hits', 'completions', 'retention', 'bounce_rate', 'average_seconds', ...beside];
  }

  protected override briefLabel({ key, label }: SeriesRow): SeriesRow['brief'] {
    const count = this.#threads?.of(key).length ?? 0;
    return count === 0 ? undefined : { label, note: threadCount(count, this.localized.language) };
  }

  protected override textOf(index: number): MarkText | undefined {
    const [text, row] = [super.textOf(index), this.rows()[index]];
    if (text === undefined || row === undefined) return text;
    const said = (meaning: string, value: string): readonly CardRow[] => [
      { label: localMeaning(meaning)?.label ?? '', value, spoken: value },
    ];
    const shown = this.#timesShown(row.key);
    const threads = this.#threads && formatNumber(this.#threads.of(row.key).length, this.localized.language);
    const noted = this.#issues?.of(row.key).join(' ') ?? '';
    return {
      ...text,
      rows: [
        ...text.rows,
        ...(shown === '' ? [] : said('states.hits', shown)),
        ...(threads === undefined ? [] : said('states.threads', threads)),
        ...(noted === '' ? [] : said('issues.issue', noted)),
      ],
    };
  }

  protected override renderBody(): TemplateResult {
    const { language: locale } = this.localized;
    return html`${super.renderBody()}${renderIssues(this.#issues, this.rows(), locale)}${renderThreads(this.#threads, this.rows(), { locale, timezone: this.zone })}`;
  }

  protected override titleText(): string {
    return msg('Where learners leave', { id: 'creator-dropoff-chart.title' });
  }

  protected override get notices(): readonly Notice[] {
    const { values } = this.encoding;
    const unknown = this.rows().length === 0 ? [] : MEASURES.filter((name) => !values.includes(name)).map((name) => TOLD_BY[name]);
    const unrecorded = unrecordedNotices(this.pageDataset, unknown);
    return [...super.notices, ...unrecorded, ...contradictions(this.#cards, ['retention', 'bounce_rate'], ['left'])];
  }

  protected override headline(): string {
    if ((this.#shown?.starts ?? 0) < ENOUGH_STARTS) return '';
    const rows = this.rows();
    // A card of which it is unknown may have more, but for an end and for one that nobody has reached.
    const cards = rows.map(({ key }) => this.#rowOf(key));
    const lefts = cards.map((card) => numberCell(this.#cards, 'left', card));
    const isNone = (card: number): boolean => isLeftByNobody(numberCell(this.#cards, 'hits', card) ?? null, isTerminal(this.#cards, card));
    const isWhole = cards.every((card, at) => lefts[at] !== undefined || isNone(card));
    const at = isWhole ? (standsOut(lefts) ?? -1) : -1;
    const most = rows[at];
    if (most === undefined) return '';
    const [left, shown] = [formatNumber(lefts[at] ?? 0, this.localized.language), this.#timesShown(most.key)];
    return msg(str`Left most often: ${shortText(most.label)}, ${left} of the ${shown} times it was shown.`, {
      id: 'creator-dropoff-chart.headline',
    });
  }

  #rowOf(card: Value): number {
    return rowsIn(this.#cards).find((each) => cell(this.#cards, 'state', each) === card) ?? -1;
  }

  /** How often a card was shown, or nothing where that is unknown. */
  #timesShown(card: Value): string {
    const shown = numberCell(this.#cards, 'hits', this.#rowOf(card));
    return shown === undefined ? '' : formatNumber(shown, this.localized.language);
  }

  protected override subtitle(): string {
    const title = this.#shown?.title;
    if (title === undefined) return '';
    const counted = msg('Reached counts sessions; all else counts times.', { id: 'creator-dropoff-chart.counted' });
    return `${orderText(title, cell(this.#cards, 'order_source'))} ${counted}`;
  }

  /** An exploration that nobody has opened has cards, and nothing to draw of them. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const explorations = this.answers.get(MOST_STARTED.view);
    if (state.kind === 'ready' && explorations?.total === 0) return this.nothingState(explorations);
    const rows = rowsIn(this.#cards);
    const isOpened = rows.length === 0 || rows.some((row) => numberCell(this.#cards, 'hits', row) !== 0);
    return state.kind !== 'ready' || isOpened
      ? state
      : { kind: 'empty', sentence: msg('No learner has opened this exploration yet.', { id: 'creator-dropoff-chart.empty' }) };
  }

  protected override emptyState(): WidgetState {
    if (this.answers.get(MOST_STARTED.view)?.total === 0) return noExploration(this.exploration);
    const lacking = lackingState(this.partWish.need, this.localized.language);
    return (
      lacking ??
      notRecorded(
        this.pageDataset,
        ['states.first_hits'],
        msg('This host does not tell the cards of explorations apart.', { id: 'creator-dropoff-chart.unknown' }),
      )
    );
  }
}

function isTerminal(cards: ViewData | undefined, row: number): boolean | null {
  const terminal = cell(cards, 'terminal', row);
  return typeof terminal === 'boolean' ? terminal : null;
}

/** In which order the cards of an exploration stand, and how that is known. */
function orderText(title: string, source: Value): string {
  switch (source) {
    case 'structure':
      return msg(str`${title}: its cards in the order of the exploration.`, { id: 'creator-dropoff-chart.order-structure' });
    case 'sessions':
      return msg(str`${title}: its cards in the order in which sessions went through them.`, {
        id: 'creator-dropoff-chart.order-sessions',
      });
    case 'reached':
      return msg(str`${title}: its cards, the most reached first, as their order is not known here.`, {
        id: 'creator-dropoff-chart.order-reached',
      });
    default:
      return msg(str`${title}: its cards in the order that the host gives.`, { id: 'creator-dropoff-chart.order-host' });
  }
}

/** The cards of one exploration, with how often learners left at each. */
function cardsOf(
  result: ViewData,
  exploration: ShownExploration | undefined,
  threads: CardThreads | undefined,
  issues: CardIssues | undefined,
): ViewData {
  const cards = keepRows(result, rowsOf(result, exploration));
  const number = (name: string, row: number): number | null => numberCell(cards, name, row) ?? null;
  const left = rowsIn(cards).map((row) => stateLeft(number('hits', row), number('completions', row), isTerminal(cards, row)) ?? NaN);
  const starts = left.map(() => exploration?.starts ?? NaN);
  const started = withNumbers(cards, { name: 'starts', meaning: 'explorations.starts' }, starts);
  const counted = withNumbers(started, { name: 'left', meaning: 'states.left' }, left);
  const of = <T>(each: (card: Value) => T): T[] => rowsIn(cards).map((row) => each(cell(cards, 'state', row)));
  const discussed =
    threads === undefined
      ? counted
      : withNumbers(
          counted,
          { name: 'threads', meaning: 'states.threads' },
          of((card) => threads.of(card).length),
        );
  if (issues === undefined) return discussed;
  return withTexts(
    discussed,
    { name: 'noted', meaning: 'issues.issue' },
    of((card) => issues.of(card).join(' ') || nothingNoted()),
  );
}
