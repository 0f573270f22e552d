import { msg, str } from '../../localize/msg.js';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import type { Clause, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { Companion } from '../base/dataset/companion.js';
import { formatNumber, shortText } from '../base/text/format.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import { lackingState } from '../base/states/parts-text.js';
import { ofAll } from '../base/states/state-of.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import type { Reference } from '../charts/reference.js';
import { StatsSeriesChart } from '../charts/series/series-chart.js';
import type { SeriesEncoding } from '../charts/series/series-rows.js';
import { standsOut } from '../charts/bars/stands-out.js';
import { hasStrayCards } from './chosen-cards.js';
import { averageIn, averageLine, averaged, partBeside } from './my-average.js';
import { noExploration } from './no-exploration.js';
import { knownColumns, notRecorded, whyUnknown } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { explorationsIn } from './shown-exploration.js';

const MOST_ATTEMPTED = { view: 'creator.explorations', params: { sort: [{ column: 'attempts', direction: 'desc' }] } } as const;
const MEASURES = ['attempts', 'solution_views', 'hint_views'];
/** States of an answer that has come. */
const CONCLUDED: readonly string[] = ['ready', 'empty', 'filtered', 'unknown'];

/**
 * Answers given and solutions viewed (and hints, where a host records them) of each exploration; of one exploration by its cards.
 * Clicking a bar filters the dataset's other widgets, by an exploration or by a card of that one.
 *
 * @summary Attempts, solutions and hints per exploration or card.
 * @element creator-attempts-chart
 * @useFor To find explorations, or cards of one, where learners try often and look up solutions.
 * @notFor For right and wrong answers, which these data do not tell.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where the creator has no exploration.
 * @fires {FilterEvent} stats-filter - The reader chose explorations or cards, or let them go.
 * @csspart plot - The place of the drawing or its state.
 * @csspart legend - The names of the measures.
 * @csspart reference - The line of the average across the bars.
 * @csspart bar - A mark with all that belongs to it.
 */
export class CreatorAttemptsChart extends StatsSeriesChart {
  /** Shows the cards of this exploration alone. */
  @property() exploration?: string | null | undefined;

  protected override readonly companions = (): readonly Companion[] => [MOST_ATTEMPTED, averaged(this.othersClauses())];
  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.attempts';
  protected override readonly wantsGhost = false;

  /** @internal */
  override get partWish(): PartWish {
    return { need: this.answers.get(MOST_ATTEMPTED.view)?.parts };
  }

  protected override get drawn(): ViewData | undefined {
    return this.#ofCards ? this.result : this.answers.get(MOST_ATTEMPTED.view);
  }

  protected override get encoding(): SeriesEncoding {
    const category = this.#ofCards ? { category: 'state' } : { category: 'title', id: 'exploration' };
    return { ...category, values: knownColumns(this.drawn, MEASURES), unit: 'attempts', mode: 'grouped' };
  }

  /** Of explorations, where their attempts are drawn; cards have no average that would be the creator's. */
  protected override get reference(): Reference | undefined {
    if (this.#ofCards || this.takenOut.has('attempts') || !this.encoding.values.includes('attempts')) return undefined;
    const of = [this.answers, this.pageDataset, 'attempts'] as const;
    return averageLine('attempts', averageIn(...of), 'attempts', this.exact, partBeside(...of, this.localized.language));
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = this.#ofCards ? this.#only : '';
    if (ofAll(this.result) && this.drawn !== undefined && hasStrayCards(this.chosen('state'), this.chosen('exploration'), shown))
      this.clearChoice();
  }

  /** A card has its name in one exploration; in another, a card of that name is another. */
  protected override chooseAll(field: string, values: readonly Value[]): void {
    super.chooseAll(field, values);
    if (field === 'state') super.chooseAll('exploration', values.length === 0 || this.#only === undefined ? [] : [this.#only]);
  }

  /** Explorations are drawn also where their cards, which the view is of, are not known. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const explorations = this.answers.get(MOST_ATTEMPTED.view);
    if (!CONCLUDED.includes(state.kind) || this.#ofCards || explorations === undefined) return state;
    if (explorations.length === 0) return this.nothingState(explorations);
    return this.encoding.values.length === 0 ? this.emptyState() : { kind: 'ready' };
  }

  protected override get notices(): readonly Notice[] {
    const about = ['explorations.hint_views', 'states.hint_views'];
    const { values } = this.encoding;
    const sentence = values.length === 0 || values.includes('hint_views') ? undefined : whyUnknown(this.pageDataset, about);
    return sentence === undefined ? super.notices : [...super.notices, { kind: 'unrecorded', sentence, about }];
  }

  protected override titleText(): string {
    return msg('Attempts and solutions', { id: 'creator-attempts-chart.title' });
  }

  protected override headline(): string {
    const [rows, explorations] = [this.rows(), explorationsIn(this.answers.get(MOST_ATTEMPTED.view))];
    const answers = rows.map(({ values }) => values[0]);
    const most = rows[standsOut(answers) ?? -1];
    if (most === undefined || answers.includes(undefined) || this.encoding.values[0] !== 'attempts') return '';
    const of = this.#ofCards ? explorations[0] : explorations.find(({ id }) => id === most.key);
    if ((of?.starts ?? 0) < ENOUGH_STARTS) return '';
    const [label, count] = [shortText(most.label), formatNumber(most.values[0] ?? 0, this.localized.language)];
    return msg(str`The most answers are given in ${label}: ${count}.`, {
      id: 'creator-attempts-chart.headline',
    });
  }

  protected override subtitle(): string {
    const [shown] = this.#ofCards ? explorationsIn(this.answers.get(MOST_ATTEMPTED.view)) : [];
    const attempt = msg('An attempt is one answer, right or wrong.', { id: 'creator-attempts-chart.subtitle' });
    const what = [attempt, this.reference?.sentence ?? ''].filter(Boolean).join(' ');
    return shown === undefined ? what : msg(str`Cards of ${shown.title}. ${what}`, { id: 'creator-attempts-chart.subtitle-one' });
  }

  protected override emptyState(): WidgetState {
    if (this.answers.get(MOST_ATTEMPTED.view)?.total === 0) return noExploration(this.exploration);
    const sentence = msg('This host does not supply how many answers were given.', { id: 'creator-attempts-chart.unknown' });
    return (
      lackingState(this.partWish.need, this.localized.language) ??
      notRecorded(this.pageDataset, ['explorations.attempts', 'states.answers'], sentence)
    );
  }

  /** The id of the exploration whose cards are drawn. */
  get #only(): string | undefined {
    return explorationsIn(this.answers.get(MOST_ATTEMPTED.view))[0]?.id;
  }

  /** Of the one exploration that filters leave its cards are drawn, where the host knows them. */
  get #ofCards(): boolean {
    const named =
      this.result?.columns.find(({ name }) => name === 'state')?.data.type === 'category' && knownColumns(this.result, MEASURES).length > 0;
    return named && this.answers.get(MOST_ATTEMPTED.view)?.length === 1 && (this.result?.length ?? 0) > 1;
  }
}
