import { msg, str } from '../../localize/msg.js';
import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DEFAULT_AT_RISK_RULES, isBreak, isDays } from '../../metrics/at-risk.js';
import type { Value } from '../../metrics/types.js';
import { countsOf, hasLearnersSoFar, isOfLearners } from '../base/dataset/announce.js';
import type { Counts } from '../base/dataset/announce.js';
import { slotOf } from '../base/dataset/slot.js';
import { seenInGroups } from '../base/audience/audience.js';
import type { Names } from '../base/clauses/clause-names.js';
import { fieldLabel } from '../base/text/field-label.js';
import { choiceText } from '../base/text/field-unit.js';
import { fireFilter } from '../base/clauses/filter-events.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import { interactions, needInteractions } from '../base/menu/interactions.js';
import { LocaleController, speakAs } from '../base/text/locale.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import { shellStyles } from '../base/shell/shell-styles.js';
import { SourceElement } from '../base/source-element.js';
import { Spoken } from '../base/focus/spoken.js';
import { tokens } from '../base/tokens.js';
import { withLeading } from '../base/text/with-leading.js';
import { renderChips, ruleChips } from './chips.js';
import type { Chip } from './chips.js';
import { daysFault, grains, rangeFault, renderBreaks, renderChoice, renderDates, renderDays } from './controls.js';
import { datesOf, instantsOf, isRange } from './date-range.js';
import type { DateRange } from './date-range.js';
import { filterBarStyles } from './filter-bar-styles.js';
import { offeredFields, offeredOptions } from './filter-options.js';

/** What the worker said about the filters that are set. */
interface Outcome extends Counts {
  /** What was set. */
  readonly set: readonly unknown[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly names: Names;
}

const NO_DATES: DateRange = { from: '', to: '' };
const DATE_FIELD = 'visited_at';
const DEFAULT_GRAIN = 'month';
/** The view whose learners are counted. */
const LEARNERS = 'at-risk.learners';

/**
 * Filters for all widgets of a dataset: organisation, course and run, dates of visits, the grain of time axes, and from how many
 * days a learner counts as not seen. Below them stands what is set, by whomever, and how many learners pass.
 *
 * @summary Filters of a dataset, what is set, and how many pass.
 * @element stats-filter-bar
 * @useFor Above several tags of a dataset, where readers choose course, dates and the at-risk threshold.
 * @notFor For a fixed filter of your page; send `stats-filter` from a script.
 * @since 0.1
 *
 * @fires {FilterEvent} stats-filter - The reader set a filter, or cleared one.
 * @keyboard Tab - Goes from control to control, then to the filters that are set.
 * @keyboard Enter, Space - On a filter that is set: clears it; the focus goes to the next one.
 * @csspart base - The bar.
 * @csspart chips - What is set.
 * @csspart chip - One filter that is set.
 */
export class StatsFilterBar extends SourceElement {
  static override styles: CSSResultGroup = [tokens, shellStyles, filterBarStyles];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  @state() private outcome: Outcome | undefined;
  /** Whose filters are shown; what was said of those of one source never stands under another. */
  #shownOf: PageDataset | undefined;
  /** For whom it was said. */
  #saidInGroups = false;
  /** Whether data have told which fields there are: tables may be of learners or of explorations. */
  @state() private isTold = false;
  /** Dates that are being typed, while they cannot be filtered by. */
  @state() private typed: DateRange | undefined;
  /** A number of days that was typed and is none. */
  @state() private typedDays: string | undefined;
  /** The rules and dates that were set when it was typed. */
  #days: string | undefined;
  #dates: string | undefined;
  @state() private addedBreak: DateRange = NO_DATES;
  /** Whether the reader tried to add a break that is none. */
  @state() private needsBreak = false;

  readonly #localized = new LocaleController(this);
  readonly #spoken = new Spoken(this);

  #asked = new Task(this, {
    args: () =>
      [
        this.pageDataset?.info === undefined ? undefined : this.pageDataset,
        this.pageDataset?.version,
        this.pageDataset?.clauses.all,
        this.pageDataset?.params,
        this.#isInGroups,
      ] as const,
    task: async ([dataset, , clauses, params], { signal }) => {
      if (dataset?.info === undefined || clauses === undefined) return;
      if (dataset.info.soFar !== undefined) return this.#look(dataset);
      const answers = await Promise.all([
        offeredOptions(dataset, this, !this.#isInGroups),
        needInteractions().then((part): Names | Promise<Names> => part?.namesOf(dataset, clauses, !this.#isInGroups) ?? new Map()),
        countsOf(dataset, clauses, slotOf(this)),
      ]).catch(() => undefined);
      if (answers === undefined || signal.aborted) return;
      const [options, names, counts] = answers;
      const before = this.outcome;
      const set = [clauses, params];
      this.outcome = { options, names, set, ...counts };
      this.isTold = true;
      const text = this.#countText(this.outcome);
      const isSet = set.some((each, at) => each !== before?.set[at]);
      if (before !== undefined && (isSet || text !== this.#countText(before))) this.#spoken.sayAgain(text);
    },
  });

  /** Who the bar is in clauses: its id, else its tag. */
  get origin(): string {
    return this.id === '' ? this.localName : this.id;
  }

  /** Clears every filter of the dataset, and the reader's threshold and breaks. */
  clearAll(): void {
    this.typed = undefined;
    this.typedDays = undefined;
    this.pageDataset?.clearFilters();
    this.pageDataset?.setParams({ inactiveDays: undefined, breaks: undefined });
  }

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.#localized.draw(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { pageDataset } = this;
    const isOfOther = pageDataset !== this.#shownOf;
    if (isOfOther || pageDataset?.status.kind === 'error' || this.#isInGroups !== this.#saidInGroups) {
      this.outcome = undefined;
      this.#spoken.forget();
    }
    this.#saidInGroups = this.#isInGroups;
    this.#shownOf = pageDataset;
    this.#dropTyped(isOfOther);
  }

  /** What was typed and cannot be taken goes as soon as something else is set in its place, by whomever. */
  #dropTyped(isOfOther: boolean): void {
    const { rules, clauses } = this.pageDataset ?? {};
    const [days, dates] = [rules, clauses?.of(this.origin, DATE_FIELD)?.range].map((each) => JSON.stringify([each]));
    if (isOfOther || days !== this.#days) this.typedDays = undefined;
    if (isOfOther || dates !== this.#dates || (this.typed !== undefined && isRange(this.typed))) this.typed = undefined;
    [this.#days, this.#dates] = [days, dates];
  }

  protected override render(): TemplateResult {
    const dataset = this.pageDataset;
    return html` <section
      part="base"
      class=${withLeading('bar', this.#localized.language)}
      lang=${this.#localized.language}
      aria-label=${msg('Filters', { id: 'filter-bar.label' })}
    >
      <div class=${this.isTold || dataset?.source.provider !== 'tables' ? 'controls-row' : 'controls-row held'}>
        ${this.#fields(dataset).map(([field, options]) => this.#renderField(field, options))}
        ${dataset === undefined || !(this.outcome?.areLearners ?? isOfLearners(dataset)) ? nothing : this.#renderOfLearners(dataset)}
      </div>
      ${dataset === undefined ? html`<div class="outcome"></div>` : this.#renderOutcome(dataset)}
      <div class="visually-hidden" role="status">${this.#spoken.textIn(this.#localized.language)}</div>
    </section>`;
  }

  /** Whether learners are among the first tables to come; that there are none of them is known only at the end. */
  async #look(dataset: PageDataset): Promise<void> {
    if (!this.isTold) this.isTold = await hasLearnersSoFar(dataset, slotOf(this));
  }

  /** The fields with their options; while data load all that may come, so that nothing moves when they do. */
  #fields(dataset: PageDataset | undefined): readonly (readonly [field: string, options: readonly string[]])[] {
    if (dataset === undefined) return [];
    if (this.outcome === undefined) return dataset.status.kind === 'error' ? [] : offeredFields(dataset).map((field) => [field, []]);
    return [...this.outcome.options];
  }

  #renderField(field: string, options: readonly string[]): TemplateResult {
    const chosen = this.pageDataset?.clauses.of(this.origin, field)?.in?.[0];
    const offered = typeof chosen !== 'string' || options.includes(chosen) ? options : [chosen, ...options];
    return renderChoice(
      {
        id: field,
        label: fieldLabel(field),
        chosen: typeof chosen === 'string' ? chosen : '',
        options: offered.map((option) => [option, choiceText(field, option)]),
        all: msg('All', { id: 'filter-bar.all' }),
        // A field that is disabled loses the focus.
        isAwaited: this.outcome === undefined && this.shadowRoot?.activeElement?.getAttribute('data-control') !== field,
      },
      (value) => this.#filter({ field, ...(value === '' ? {} : { in: [value] }) }),
    );
  }

  #renderOfLearners(dataset: PageDataset): TemplateResult {
    const { params, rules } = dataset;
    const isFixed = rules === 'aspects-v8';
    const days = isFixed ? DEFAULT_AT_RISK_RULES.inactiveDays : (rules?.inactiveDays ?? DEFAULT_AT_RISK_RULES.inactiveDays);
    const dates = this.typed ?? datesOf(dataset.clauses.of(this.origin, DATE_FIELD)?.range, this.#zone(dataset));
    return html` ${renderDates('visits', dates, msg('Visits between', { id: 'filter-bar.dates' }), (range) => this.#filterDates(range, dataset))}
    ${renderChoice(
      { id: 'grain', label: msg('Time axes by', { id: 'filter-bar.grain' }), chosen: params.grain ?? DEFAULT_GRAIN, options: grains() },
      (value) => dataset.setParams({ grain: value === DEFAULT_GRAIN ? undefined : grains().find(([grain]) => grain === value)?.[0] }),
    )}
    ${renderDays(this.typedDays ?? String(days), { isFixed, isFault: this.typedDays !== undefined }, (text, isRead) =>
      this.#setDays(text, isRead, dataset),
    )}
    ${renderBreaks(this.#breaks(dataset), this.addedBreak, isFixed, this.needsBreak, {
      write: (day) => formatValue(day, 'date', { locale: this.#localized.language, timezone: this.#zone(dataset) }),
      change: (range) => {
        this.addedBreak = range;
      },
      add: () => this.#addBreak(dataset),
      remove: (at) =>
        this.#setBreaks(
          dataset,
          this.#breaks(dataset).filter((_, other) => other !== at),
        ),
    })}`;
  }

  #renderOutcome(dataset: PageDataset): TemplateResult {
    const { outcome } = this;
    const { language: locale } = this.#localized;
    const options = { locale, timezone: this.#zone(dataset) };
    const chips: readonly Chip[] = [
      ...dataset.clauses.all.map((clause, at) => ({
        text: interactions()?.namedClauseText(clause, outcome?.names ?? new Map<Value, string>(), options) ?? fieldLabel(clause.field),
        clear: () => this.#cleared(at, () => fireFilter(this, { origin: clause.origin, field: clause.field }, dataset.id)),
      })),
      ...ruleChips(
        dataset.rules === 'aspects-v8' ? {} : dataset.params,
        (name) => this.#cleared(0, () => dataset.setParams({ [name]: undefined })),
        locale,
      ),
    ];
    return html` <div class="outcome">
      <bdi class="count">${outcome === undefined ? nothing : this.#countText(outcome)}</bdi>
      ${renderChips(chips, () => this.#cleared(0, () => this.clearAll()))}
    </div>`;
  }

  /** Whether who reads it may see learners in groups only. */
  get #isInGroups(): boolean {
    return seenInGroups(this.audienceSettings.audience, LEARNERS);
  }

  /** Empty where it is not known who is at risk, which the widgets say, and for who may not know how many are. */
  #countText({ shown, total, areLearners, isRecorded }: Outcome): string {
    if (!isRecorded || (areLearners && this.#isInGroups)) return '';
    const [some, all] = [shown, total].map((count) => formatNumber(count, this.#localized.language));
    if (shown === total) {
      return areLearners
        ? msg(str`Learners at risk: ${all}`, { id: 'filter-bar.all-learners' })
        : msg(str`Explorations: ${all}`, { id: 'filter-bar.all-explorations' });
    }
    return areLearners
      ? msg(str`${some} of ${all} learners at risk`, { id: 'filter-bar.learners' })
      : msg(str`${some} of ${all} explorations`, { id: 'filter-bar.explorations' });
  }

  #filter(predicate: { field: string; in?: readonly Value[]; range?: readonly [number, number] }): void {
    fireFilter(this, { origin: this.origin, ...predicate }, this.pageDataset?.id);
  }

  #filterDates(range: DateRange, dataset: PageDataset): void {
    this.typed = range;
    if (!isRange(range)) return;
    const instants = instantsOf(range, this.#zone(dataset));
    this.#filter({ field: DATE_FIELD, ...(instants === undefined ? {} : { range: instants }) });
  }

  #setDays(text: string, isRead: boolean, dataset: PageDataset): void {
    const isGood = isRead && isDays(Number(text));
    this.typedDays = isGood ? undefined : text;
    if (isGood) {
      dataset.setParams({ inactiveDays: text === '' ? undefined : Number(text) });
      this.requestUpdate();
    } else this.#fault(daysFault());
  }

  /** Of the host's rules only what can be read: that they cannot be is said in the place of the numbers. */
  #breaks({ rules }: PageDataset): readonly (readonly [string, string])[] {
    const breaks: unknown = rules === 'aspects-v8' ? undefined : rules?.breaks;
    return Array.isArray(breaks) ? breaks.filter(isBreak) : [];
  }

  #addBreak(dataset: PageDataset): void {
    const { from, to } = this.addedBreak;
    this.needsBreak = from === '' || to === '' || !isRange(this.addedBreak);
    if (this.needsBreak) return this.#fault(rangeFault(this.addedBreak, true) ?? '');
    this.addedBreak = NO_DATES;
    this.#setBreaks(dataset, [...this.#breaks(dataset), [from, to]]);
  }

  #fault(sentence: string): void {
    speakAs(this);
    this.#spoken.sayAgain(sentence);
  }

  #setBreaks(dataset: PageDataset, breaks: readonly (readonly [string, string])[]): void {
    dataset.setParams({ breaks });
  }

  /** Clears, and keeps the focus where the chip was: on the next one, else on the first control. */
  #cleared(at: number, clear: () => void): void {
    clear();
    queueMicrotask(
      () =>
        void this.updateComplete.then(() => {
          const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.chip .clear')];
          (buttons[Math.min(at, buttons.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('select, input'))?.focus();
        }),
    );
  }

  #zone(dataset: PageDataset): string {
    return dataset.info?.timezone ?? this.timezone ?? 'UTC';
  }
}
