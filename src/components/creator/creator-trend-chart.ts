import { msg, str } from '../../localize/msg.js';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import { periodRange } from '../../metrics/period.js';
import type { Clause, Unit } from '../../metrics/types.js';
import { isCount } from '../../metrics/unit.js';
import { formatNumber, shortText } from '../base/text/format.js';
import { sentenceStart } from '../base/text/sentence-start.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { columnLabel } from '../base/text/field-label.js';
import { labelled } from '../base/focus/labelled.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import type { MarkText } from '../charts/listed-chart.js';
import { StatsPeriodChart } from '../charts/periods/period-chart.js';
import type { PeriodSlot } from '../charts/periods/layout-periods.js';
import type { PeriodEncoding } from '../charts/periods/period-slots.js';
import type { Span } from '../charts/periods/periods.js';
import { renderChoice } from '../charts/brush/range-inputs.js';
import { standsOut } from '../charts/bars/stands-out.js';
import { insteadOfFiltered, knownColumns, notRecorded } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { explorationsIn, MOST_STARTED } from './shown-exploration.js';
import { twoExplorations, WEEKS_OF_EACH, weeksOfTwo } from './two-explorations.js';
import type { Two } from './two-explorations.js';
import { marksOf, marksSentence, markText, WEEK_MARKS } from './week-marks.js';
import { inPartSentence, inPartText, isCountedIn, partsOfWeeks, weeksInPart, weeksOfSessions, weeksUnder } from './weeks-in-part.js';
import type { KnownOf } from './weeks-in-part.js';

const UNITS: Readonly<Record<string, Unit>> = {
  plays: 'plays',
  starts: 'sessions',
  completions: 'sessions',
  average_rating: 'stars',
  average_engagement_seconds: 'seconds',
};
const MEASURES = Object.keys(UNITS);

/**
 * Plays, starts, completions, average rating or average time per week. Weeks whose numbers are unknown are hatched and said why;
 * no difference over a longer time is ever drawn as one week. Choosing weeks filters the dataset's other widgets.
 *
 * @summary A creator's weeks.
 * @element creator-trend-chart
 * @useFor To see whether plays, completions or ratings change from week to week.
 * @notFor For days: the log that it reads has one entry a week.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing is recorded.
 * @fires {FilterEvent} stats-filter - The reader chose weeks, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart bar - A mark with all that belongs to it.
 */
export class CreatorTrendChart extends StatsPeriodChart {
  /** Shows this exploration alone. */
  @property() exploration?: string | null | undefined;

  /**
   * What is shown per week: `plays`, `starts`, `completions`, `average_rating` or `average_engagement_seconds`; the first known one if left
   * out.
   */
  @property() measure?: string | null | undefined;

  protected override readonly view = 'creator.trend';
  protected override readonly grains = ['week'] as const;
  protected override companions: readonly Companion[] = [{ view: WEEK_MARKS }];

  /** The two explorations that are drawn beside each other. */
  #two: Two | undefined;
  #beside: ViewData | undefined;
  #weeksInPart: ReadonlyMap<string, KnownOf> = new Map();
  /** The measure and the answers that these weeks were found for. */
  #foundFor: readonly unknown[] = [];

  protected override get encoding(): PeriodEncoding {
    const measure = this.#measure;
    const unit = UNITS[measure] ?? 'plays';
    const isOfSessions = isCountedIn(measure, this.pageDataset);
    // Of all explorations together, weeks in which none was started have their rows: one without is not in the log.
    const absent = isOfSessions && this.#isOfSome ? 'nothing' : 'unknown';
    const also = absent === 'nothing' ? weeksOfSessions(this.answers) : [];
    if (this.#beside !== undefined) return { period: 'week', values: ['first', 'second'], unit, kind: 'line', absent, also };
    const emptied = isOfSessions || this.#isOfWeeks ? 'nothing' : 'unknown';
    return { period: 'week', values: [measure], unit, kind: isCount(unit) ? 'bars' : 'line', absent, also, emptied };
  }

  protected override get drawn(): ViewData | undefined {
    return this.#beside ?? super.drawn;
  }

  protected override get drawnGhost(): ViewData | undefined {
    return this.#beside === undefined ? super.drawnGhost : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const clauses = [...this.fixedClauses(), ...this.othersClauses()];
    this.#two = twoExplorations(clauses);
    const measure = this.#measure;
    this.companions = [
      { view: WEEK_MARKS },
      ...(this.#two === undefined ? partsOfWeeks(measure, clauses) : [{ view: WEEKS_OF_EACH }, MOST_STARTED]),
      // Two beside each other have no whole behind them: weeks that filters leave out are not drawn there.
      ...(isCountedIn(measure, this.pageDataset) && this.#isOfSome
        ? [weeksUnder(this.#two === undefined ? [] : clauses.filter(({ field }) => field === 'week'))]
        : []),
    ];
    this.#beside = this.#ofTwo();
    const found = [measure, this.answers];
    if (found.some((each, at) => each !== this.#foundFor[at])) this.#weeksInPart = weeksInPart(this.answers, measure, this.pageDataset);
    this.#foundFor = found;
    super.willUpdate(changed);
  }

  protected override names(): readonly string[] {
    return this.#beside === undefined ? super.names() : (this.#two ?? []).map((id) => shortText(this.#titleOf(id), 24));
  }

  protected override get plotHeight(): 'full' {
    return 'full';
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override get widgetState(): WidgetState {
    const state = this.#isOfWeeks ? super.widgetState : insteadOfFiltered(super.widgetState, this.pageDataset, ['weekly.starts']);
    return state.kind === 'ready' && this.#known.length === 0 ? this.emptyState() : state;
  }

  protected override get notices(): readonly Notice[] {
    const { language } = this.localized;
    const inPart = this.periods().filter((slot) => this.#partOf(slot) !== undefined).length;
    const sentences = [
      this.#showsPlays ? marksSentence(this.#marks, language) : this.#onlyTotal(),
      inPartSentence(inPart, this.#measure, language),
    ];
    return [...super.notices, ...sentences.filter(Boolean).map((sentence): Notice => ({ kind: 'partial', sentence }))];
  }

  protected override titleText(): string {
    return msg('Week by week', { id: 'creator-trend-chart.title' });
  }

  protected override headline(): string {
    const { unit } = this.encoding;
    // A week of which nothing is known may have had more, but for those before the first that is known.
    const weeks = this.periods().filter(({ soFar, filteredOut }) => !soFar && !filteredOut);
    const since = weeks.slice(weeks.findIndex(({ values }) => values[0] !== undefined));
    const slot = since[standsOut(since.map(({ values }) => values[0])) ?? -1];
    const value = slot?.values[0] ?? 0;
    if (!isCount(unit) || slot === undefined || value < ENOUGH_STARTS || this.#beside !== undefined) return '';
    if (since.some((each) => each.values[0] === undefined || this.#partOf(each) !== undefined)) return '';
    const { language } = this.localized;
    const [title, name, number] = [sentenceStart(slot.title, language), this.names()[0] ?? '', formatNumber(value, language)];
    return msg(str`${title} had the most ${name.toLocaleLowerCase(language)}: ${number}.`, { id: 'creator-trend-chart.headline' });
  }

  protected override subtitle(): string {
    return `${this.definitionOf(this.#measure)} ${this.zone}.`;
  }

  protected override renderChoices(): readonly TemplateResult[] {
    const choices = this.result === undefined ? [] : this.#known.map((value) => ({ value, label: this.#labelOf(value) }));
    const choice = renderChoice(msg('Show', { id: 'creator-trend-chart.measure' }), choices, this.#measure, (measure) => {
      this.measure = measure;
    });
    return [...(choices.length < 2 ? [] : [choice]), ...super.renderChoices()];
  }

  protected override textOf(index: number): MarkText | undefined {
    const text = super.textOf(index);
    const note = this.#noteOf(this.periods()[index]);
    if (text === undefined || note === '') return text;
    return { ...text, rows: [...text.rows, { label: msg('Note', { id: 'creator-trend-chart.note' }), value: note, spoken: note }] };
  }

  /** Weeks are chosen by their Mondays, each by name: they have no zone in which an instant could fall. */
  protected override chooseRange(field: string, range: Span | undefined): void {
    const within = (start: string): boolean =>
      range !== undefined && periodRange(start, 'week', this.zone)[0] >= range[0] && periodRange(start, 'week', this.zone)[1] <= range[1];
    this.chooseAll(
      field,
      this.periods()
        .map(({ start }) => start)
        .filter(within),
    );
  }

  protected override chosenSpan(): Span | undefined {
    const weeks = this.chosen(this.fieldOf('week')).map(String).sort();
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return [periodRange(first, 'week', this.zone)[0], periodRange(last, 'week', this.zone)[1]];
  }

  protected override emptyState(): WidgetState {
    const { result } = this;
    const isOfAll = result !== undefined && result.length > 0 && result.applied.length === 0;
    const sentence = isOfAll
      ? msg('Weeks are known of each exploration alone; choose one.', { id: 'creator-trend-chart.apart' })
      : msg('This host supplies no numbers by week.', { id: 'creator-trend-chart.unknown' });
    return notRecorded(this.pageDataset, this.exploration ? ['weekly.starts', 'weekly-starts'] : ['weekly-plays'], sentence);
  }

  /** Whether no filter is of anything but weeks. */
  get #isOfWeeks(): boolean {
    return this.result?.applied.every(({ field }) => field === 'week') === true;
  }

  /** Whether the weeks of one or two explorations are drawn, and not of all together. */
  get #isOfSome(): boolean {
    return this.#two !== undefined || Boolean(this.exploration);
  }

  get #showsPlays(): boolean {
    return this.#measure === 'plays';
  }

  /**
   * Measures of which something is known: of the two that are drawn beside each other, of what filters other than of weeks leave, or of
   * all that there is.
   */
  get #known(): readonly string[] {
    const { result } = this;
    const left = this.#isOfWeeks ? [] : knownColumns(result, MEASURES);
    return this.#each === undefined && left.length > 0 ? left : knownColumns(this.#each ?? this.ghost ?? result, MEASURES);
  }

  get #measure(): string {
    const known = this.#known;
    return known.find((name) => name === this.measure) ?? known[0] ?? 'plays';
  }

  /** The weeks of each exploration, while there are two. */
  get #each(): ViewData | undefined {
    const each = this.#two === undefined ? undefined : this.answers.get(WEEKS_OF_EACH.id);
    return each === undefined || each.length === 0 ? undefined : each;
  }

  #ofTwo(): ViewData | undefined {
    const [each, two] = [this.#each, this.#two];
    if (each === undefined || two === undefined) return undefined;
    const measure = this.#measure;
    const missing = isCountedIn(measure, this.pageDataset) ? 0 : NaN;
    return weeksOfTwo(each, two, { measure, missing }, (id) => labelled(columnLabel(each, measure), this.#titleOf(id)));
  }

  #titleOf(id: string): string {
    return explorationsIn(this.answers.get(MOST_STARTED.view)).find((each) => each.id === id)?.title ?? id;
  }

  get #marks(): ReadonlyMap<string, string> {
    return marksOf(this.answers.get(WEEK_MARKS.id));
  }

  /** Of how many explorations that is which is drawn of a week; undefined where it is all. */
  #partOf({ start, values }: PeriodSlot): KnownOf | undefined {
    return this.#beside === undefined && values[0] !== undefined ? this.#weeksInPart.get(start) : undefined;
  }

  #noteOf(week: PeriodSlot | undefined): string {
    const mark = this.#showsPlays ? this.#marks.get(week?.start ?? '') : undefined;
    const part = week === undefined ? undefined : this.#partOf(week);
    const notes = [mark && markText(mark), part && inPartText(part, this.#measure, this.localized.language)];
    return notes.filter(Boolean).join(' ');
  }

  /** What is said where the host has one total of plays, of which no week can be told. */
  #onlyTotal(): string {
    const isOnly = !this.#known.includes('plays') && this.#marks.size === 1 && [...this.#marks.values()][0] === 'first';
    return isOnly
      ? msg('Plays by week are not known: there is one weekly total, and nothing earlier to compare with.', {
          id: 'creator-trend-chart.one-total',
        })
      : '';
  }

  #labelOf(column: string): string {
    return this.result === undefined ? column : columnLabel(this.result, column);
  }
}
