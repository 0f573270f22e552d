import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { definitionsMissing } from '../../localize/definitions-missing.js';
import type { Clause, Params } from '../../metrics/types.js';
import { StatsError } from '../../workers/connect.js';
import type { ViewData } from '../../workers/connect.js';
import { slotOf } from './dataset/slot.js';
import { hiddenRows } from './audience/audience.js';
import type { Names } from './clauses/clause-names.js';
import { companionsOf } from './dataset/companion.js';
import type { Explanation } from './menu/counted.js';
import type { ExportedView } from './menu/exporting.js';
import { failureSaid } from './states/failure-said.js';
import { fireFilter } from './clauses/filter-events.js';
import { renderFilterBadge } from './clauses/filter-badge.js';
import type { FormatOptions } from './text/format.js';
import { groups } from './audience/groups.js';
import { interactions, needInteractions } from './menu/interactions.js';
import { LateAnswer } from './states/late-answer.js';
import { LocaleController } from './text/locale.js';
import { renderMenu } from './menu/menu-button.js';
import { MenuController } from './menu/menu.js';
import type { MenuItem } from './menu/menu.js';
import { showBackend } from './dataset/page-dataset.js';
import type { PageDataset } from './dataset/page-dataset.js';
import { noticesOf } from './states/notices.js';
import { PartsController } from './dataset/parts-controller.js';
import type { PartWish } from './dataset/parts-controller.js';
import { printedLine } from './menu/printed-line.js';
import { QuietTask } from './dataset/quiet-task.js';
import { renderShell } from './shell/shell.js';
import { shellStyles } from './shell/shell-styles.js';
import { Spoken } from './focus/spoken.js';
import { answerable, nothingIn, ofAll, shownState, stateOf } from './states/state-of.js';
import { tokens } from './tokens.js';
import { areFiltered, rowsAnswer, settledTask, viewAnswers } from './dataset/view-answers.js';
import type { Asking } from './dataset/view-answers.js';
import type { MenuWidget } from './menu/widget-menu.js';
import { WidgetElement } from './widget-element.js';
import { hasNumbers } from './states/widget-state.js';
import type { Notice, WidgetState } from './states/widget-state.js';

/**
 * A widget: one view of a dataset, asked again whenever data, filters of others, or its own parameters change.
 *
 * @keyboard Enter, Space - On ⋮ or on the number of filters: opens its menu and goes to the first entry.
 * @keyboard ↑ ↓ Home End - In a menu: goes from entry to entry; after the last comes the first.
 * @keyboard Esc - In a menu or an explanation: closes it and goes back to the button.
 * @csspart base - The card.
 * @csspart header - Title, controls, headline and subtitle.
 * @csspart heading - The title.
 * @csspart headline - The sentence that sums up the data.
 * @csspart subtitle - What is counted, for whom.
 * @csspart notice - A line about the numbers: how old they are, what is missing.
 * @csspart plot - The area of the drawing or the rows, or of the message in place of them.
 * @csspart menu - The card of the ⋮ menu, or of the active filters.
 * @csspart counted - The explanation of the numbers, while it is open.
 */
export abstract class StatsElement extends WidgetElement {
  static override styles: CSSResultGroup = [tokens, shellStyles];

  /** The answer to the view, this widget's own clauses not applied; the last good one while a newer is on its way. */
  @state() protected result: ViewData | undefined;

  /** The same view without any filter, while filters apply. */
  @state() protected ghost: ViewData | undefined;

  /** Answers to the companions, by view id. */
  @state() protected answers: ReadonlyMap<string, ViewData> = new Map();

  /** What the reader changed about the view: sorting, paging, grain. */
  @state() protected params: Params = {};

  /** Sorting, paging and grain of `result`; `params` may be ahead of it. */
  protected answered: Params = {};

  @state() private failure: StatsError | undefined;
  /** Of what the filters of `result` choose. */
  #names: Names = new Map();
  /** Whose numbers are shown; those of one source never stand under another. Out of the page, as on a tab that is not shown, they stay. */
  #shownOf: PageDataset | undefined;
  /** The `user-key` of who reads it. */
  #reader: string | undefined;
  /** The smallest group that `result` tells of; 1 where it tells of single learners. */
  #least = 1;
  @state() private explanation: Explanation | undefined;
  /** What one drawing has asked for; undefined between drawings, where anything may have changed meanwhile. */
  #drawing: { state?: WidgetState } | undefined;

  protected readonly localized = new LocaleController(this);
  protected readonly onDemand = new PartsController(this, this.localized);
  readonly #menu = new MenuController(this, 'more');
  readonly #badge = new MenuController(this, 'badge');
  readonly #spoken = new Spoken(this);
  readonly #late = new LateAnswer(this);

  protected readonly asking: Asking = new QuietTask(this, {
    args: () => [this.isWithheld ? undefined : answerable(this.pageDataset, this.waitsForAll), this.#question()] as const,
    task: async ([dataset, question], { signal }) => {
      if (dataset === undefined) return this.#late.end();
      this.#late.await();
      const [clauses, params] = JSON.parse(question) as [Clause[], Params];
      try {
        const { view, companions, leastSeen } = this;
        const unfiltered = areFiltered(clauses) && this.wantsGhost ? this.fixedClauses() : undefined;
        const answered = await viewAnswers(dataset, { slot: slotOf(this), view, clauses, params, unfiltered, companions }, leastSeen);
        if (signal.aborted) return;
        ({ result: this.result, ghost: this.ghost, answers: this.answers, names: this.#names } = answered);
        this.answered = params;
        this.#least = leastSeen ?? 1;
        this.failure = undefined;
      } catch (thrown) {
        const error = StatsError.from(thrown);
        if (!signal.aborted && error.code !== 'aborted') this.failure = error;
      } finally {
        if (!signal.aborted) this.#late.end();
      }
    },
  });

  /** The time zone that the dataset's days are made in; its own only while no data are there. */
  protected get zone(): string {
    return this.pageDataset?.info?.timezone ?? this.timezone ?? 'UTC';
  }

  /** @internal What of parts on demand this widget needs. */
  get partWish(): PartWish {
    return { need: this.result?.parts };
  }

  /** What stands in the place of the drawing. */
  protected get widgetState(): WidgetState {
    if (this.stateByAudience !== undefined) return this.stateByAudience;
    const state = stateOf(this.pageDataset, this.result, this.failure, {
      ...this.datasets.awaited,
      empty: () => this.emptyState(),
      needs: this.needs,
    });
    const isFiltered = this.othersClauses().length > 0;
    const part = this.isInGroups && hasNumbers(state) ? groups() : undefined;
    const { least } = this.audienceSettings;
    return part?.withheldState(this.result, least, isFiltered, this.localized.language) ?? this.onDemand.instead(state);
  }

  /** The same, found once for each drawing. */
  protected get drawnState(): WidgetState {
    return this.#drawing === undefined ? this.widgetState : (this.#drawing.state ??= this.widgetState);
  }

  /** What is said of an answer whose rows say nothing. */
  protected nothingState(result: ViewData): WidgetState {
    return nothingIn(this.pageDataset, result, { empty: () => this.emptyState(), needs: this.needs });
  }

  /** Lines under the subtitle; of what is not recorded at all no filter is missed. */
  protected get notices(): readonly Notice[] {
    // Of how many groups all is hidden tells of whom, too.
    const part = this.isInGroups && this.drawnState.kind !== 'hidden' ? groups() : undefined;
    const hidden = part?.someHidden(hiddenRows(this.result), this.audienceSettings.least, this.localized.language);
    const own = noticesOf(this.pageDataset, this.result, this.#options, this.isInGroups);
    const all = [...own, ...this.onDemand.notices, ...(hidden ?? [])];
    return this.drawnState.kind === 'unknown' ? all.filter(({ kind }) => kind !== 'unanswered') : all;
  }

  /** Says the outcome of a change politely. */
  protected set announcement(sentence: string) {
    this.#spoken.sayAgain(sentence);
  }

  /** Changes sorting, paging or grain, keeping what is not named. */
  protected setParams(params: Params): void {
    this.params = { ...this.params, ...params };
  }

  /** Another reader begins: what the former one has sorted, searched for and turned to goes. */
  protected forgetReader(): void {
    this.params = {};
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#drawing = {};
    const { pageDataset } = this;
    if ((this.leastSeen ?? 1) > this.#least) this.#forget();
    if (pageDataset === this.#shownOf || (pageDataset === undefined && !this.isConnected)) return;
    const reader = pageDataset?.source.userKey;
    if (pageDataset !== undefined && this.#reader && this.#reader !== reader) this.forgetReader();
    if (pageDataset !== undefined) this.#reader = reader;
    if (this.#shownOf !== undefined) {
      this.#forget();
      this.failure = undefined;
      this.#spoken.forget();
    }
    this.#shownOf = pageDataset;
  }

  /** Shows no number any more: of other data, or of smaller groups than who reads now may see. */
  #forget(): void {
    this.result = undefined;
    this.ghost = undefined;
    this.answers = new Map();
  }

  /** Draws outside of zone.js, so that no listener of a widget ever starts a change detection of its host. */
  protected override performUpdate(): void {
    try {
      this.localized.draw(() => super.performUpdate());
    } finally {
      this.#drawing = undefined;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('explanation') && this.explanation !== undefined) interactions()?.goToCounted(this.renderRoot, this.explanation);
    showBackend(this, this.pageDataset);
    if (this.result !== undefined) void needInteractions();
  }

  /** Entries of the ⋮ menu about the view itself; subclasses add theirs. */
  protected menuItems(): readonly MenuItem[] {
    return interactions()?.viewItems(this, this.pageDataset?.info?.generatedAt, this.localized.language) ?? [];
  }

  /** Names of the columns that the widget shows, in order. */
  protected shownNames(): readonly string[] {
    return this.result?.columns.map(({ name }) => name) ?? [];
  }

  /** The answer whose columns are shown, where it is made from `result`. */
  protected readonly explained?: ViewData;

  /** What leaves the page: the whole view as it is filtered, never more than the widget shows. */
  protected async exported(): Promise<ExportedView | undefined> {
    return this.result && Promise.resolve({ result: this.result, columns: this.shownNames().map((column) => ({ column })) });
  }

  /** @internal Settles once all that was asked is answered and drawn. */
  async settled(): Promise<void> {
    await settledTask(this, this.asking);
  }

  /**
   * Other rows of this widget's view, or of another, under the filters that hold for it. A newer question for a `range` takes an older
   * one's place.
   */
  protected async rowsAsked(params: Params, role: 'export' | 'range', view = this.view): Promise<ViewData> {
    const dataset = this.pageDataset;
    if (dataset === undefined) throw new StatsError('no-source', 'There are no data yet.');
    const clauses = [...this.fixedClauses(), ...dataset.clauses.without(this.origin)];
    const slot = role === 'export' ? undefined : `${slotOf(this)} ${role}`;
    return rowsAnswer(dataset, { slot, view, clauses, params }, this.leastSeen);
  }

  /** @internal What its menu, and that of a report around it, need of the widget. */
  get asExported(): MenuWidget {
    const state = shownState(this.drawnState, this.result);
    return {
      element: this,
      own: this.menuItems(),
      heading: this.heading ?? this.titleText(),
      viewId: this.view,
      headline: this.shownHeadline,
      subtitle: this.subtitle(),
      notes: [...this.notices, ...('sentence' in state ? [state] : [])].map(({ sentence }) => sentence),
      options: this.#options,
      direction: this.localized.direction,
      hasDrawing: this.hasDrawing,
      view: async () => (hasNumbers(state) ? this.exported() : undefined),
      explain: () => this.explain(),
      say: (sentence) => (this.announcement = sentence),
    };
  }

  protected override render(): TemplateResult {
    const state = shownState(this.drawnState, this.result);
    const heading = this.heading ?? this.titleText();
    const ready = state.kind === 'ready';
    const { notices } = this;
    const { language } = this.localized;
    return renderShell(
      {
        heading,
        level: this.headingLevel,
        headline: this.shownHeadline,
        hasHeadline: this.hasHeadline,
        subtitle: this.subtitle(),
        key: hasNumbers(state) ? this.renderKey() : nothing,
        badge: renderFilterBadge(this.#badge, this.result, this.#names, this.#options, ({ origin, field }) =>
          fireFilter(this, { origin, field }, this.pageDataset?.id),
        ),
        menu: this.withoutMenu
          ? nothing
          : renderMenu(this.#menu, heading, () => (ready && interactions()?.widgetMenu(this.asExported)) || this.menuItems()),
        notices,
        legend: this.isWithheld ? nothing : this.renderTools(),
        state,
        isLate: this.#late.isLate && hasNumbers(state),
        skeleton: this.skeleton,
        keepsGhost: this.keepsGhost,
        plotHeight: this.plotHeight,
        body: () => (this.result === undefined ? html`` : this.renderBody(this.result)),
        counted: ready || state.kind === 'unknown' || (state.kind === 'filtered' && this.keepsGhost) ? this.#renderCounted() : nothing,
        announcement: this.#spoken.textIn(language, failureSaid(this, state, notices)),
        printed: hasNumbers(state) && this.result ? printedLine(this.result, this.#names, this.#options, this.pageDataset) : '',
        locale: language,
      },
      {
        retry: () => void this.refresh(),
        clearFilters: () => this.clearFilters(),
        cancel: () => this.pageDataset?.cancel(),
        explain: (about) => void this.explain(about),
      },
    );
  }

  /** Shows what each number means, and goes to that of the first of these dictionary entries, which need not be shown. */
  protected async explain(about?: readonly string[]): Promise<void> {
    const part = await needInteractions();
    if (part === undefined) return void (this.announcement = definitionsMissing());
    await part.loadDefinitions();
    this.explanation = about === undefined ? {} : { about };
  }

  #renderCounted(): TemplateResult | typeof nothing {
    const close = (): void => {
      this.explanation = undefined;
      this.#menu.focus();
    };
    return interactions()?.renderCounted(this.explanation, this.explained ?? this.result, this.shownNames(), close) ?? nothing;
  }

  /** The headline, once nothing more is to come that it would be about. */
  protected get shownHeadline(): string {
    const { kind } = shownState(this.drawnState, this.result);
    return kind === 'ready' && ofAll(this.result) && this.onDemand.isTold ? this.headline() : '';
  }

  get #options(): FormatOptions {
    return { locale: this.localized.language, timezone: this.zone };
  }

  /** Clauses and parameters, and all else by which an answer changes. */
  #question(): string {
    const { view, params, companions, pageDataset: of } = this;
    const clauses = [...this.fixedClauses(), ...this.othersClauses()];
    return JSON.stringify([clauses, params, companionsOf(companions), view, of?.version, of?.params, this.leastSeen]);
  }
}
