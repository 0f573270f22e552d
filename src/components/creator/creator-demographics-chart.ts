import { msg, str } from '../../localize/msg.js';
import { css } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hiddenGroups } from '../../metrics/small-groups.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { audienceOf, hiddenRows } from '../base/audience/audience.js';
import { allHidden, filteredHidden, someHidden } from '../base/audience/small-groups-text.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import { keepRows } from '../base/dataset/keep-rows.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { renderChoice } from '../charts/brush/range-inputs.js';
import { StatsSeriesChart } from '../charts/series/series-chart.js';
import type { SeriesEncoding } from '../charts/series/series-rows.js';
import { withHidden } from './derived-answer.js';
import { insteadOfFiltered, notRecorded } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { MOST_STARTED, mostStarted, rowsOf } from './shown-exploration.js';

/** Fields by which groups of learners are chosen. */
const OF_GROUPS = /^(?:demographics\.|group$|dimension$|learners$)/;

/** States that tell what filters leave. */
const CONCLUDED: readonly string[] = ['ready', 'filtered', 'empty'];

const GROUPS: SeriesEncoding = { category: 'group', values: ['learners'], unit: 'learners', mode: 'grouped' };

/**
 * Learners of one exploration by groups that the host supplies. For an `aggregate` audience, groups of fewer than `min-group` learners
 * are hidden, together with as many others as are needed so that no hidden number can be found by subtraction. For the same reason
 * numbers are never added up over explorations, and nothing can be filtered by these groups.
 *
 * @summary Learners of an exploration by group, where the host supplies them.
 * @element creator-demographics-chart
 * @useFor To see for whom an exploration is made, where a host supplies groups.
 * @notFor With small classes: groups below `min-group` are hidden, and often all are.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @keyboard Enter, Space - On a bar: says that groups of learners cannot be filtered by; bars of this chart cannot be selected.
 * @csspart plot - The place of the drawing or its state.
 * @csspart bar - A mark with all that belongs to it.
 */
export class CreatorDemographicsChart extends StatsSeriesChart {
  /** Where nothing is known there are no groups to choose from above: what says so takes that room, too. */
  static override styles: CSSResultGroup = [
    StatsSeriesChart.styles,
    css`
      .body > .state.unknown:first-child {
        margin-block-start: 0;
      }
      @media screen {
        .body > .state.unknown:first-child {
          min-block-size: calc(var(--_plot-height, var(--_plot-default)) + var(--_target) + var(--_space-2));
        }
        @container (inline-size < 30rem) {
          .body > .state.unknown:first-child {
            min-block-size: calc(var(--_plot-height, var(--_plot-default)) + var(--_touch) + var(--_space-2));
          }
        }
      }
    `,
  ];

  /** Shows this exploration. */
  @property() exploration?: string | null | undefined;

  protected override readonly view = 'creator.demographics';
  protected override readonly wantsGhost = false;
  protected override readonly companions = [MOST_STARTED] as const;

  /** What learners are grouped by, as the reader chose. */
  @state() private dimension: string | undefined;

  #groups: ViewData | undefined;
  #dimensions: readonly string[] = [];
  #title = '';

  protected override get encoding(): SeriesEncoding {
    return GROUPS;
  }

  protected override get drawn(): ViewData | undefined {
    return this.#groups;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { result } = this;
    const shown = mostStarted(this.answers.get(MOST_STARTED.view), result);
    this.#title = shown?.title ?? '';
    const all = result === undefined ? undefined : keepRows(result, rowsOf(result, shown));
    this.#dimensions = [...new Set(rowsIn(all).map((row) => String(cell(all, 'dimension', row))))];
    this.#groups = all === undefined ? undefined : safeGroups(all, this.#dimension, this.#least);
    super.willUpdate(changed);
  }

  protected override get canChoose(): boolean {
    return false;
  }

  protected override chooseMark(): void {
    this.announcement = msg('Groups of learners cannot be filtered by.', { id: 'creator-demographics-chart.no-choice' });
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override get widgetState(): WidgetState {
    const current = insteadOfFiltered(super.widgetState, this.pageDataset, ['demographics.learners']);
    if (this.#least === Infinity) return CONCLUDED.includes(current.kind) ? filteredHidden() : current;
    if (current.kind !== 'ready' || this.#hidden < (this.#groups?.length ?? 0)) return current;
    return allHidden(this.#least ?? 0, this.localized.language);
  }

  protected override get notices(): readonly Notice[] {
    if (this.drawnState.kind === 'hidden') return super.notices;
    return [...super.notices, ...someHidden(this.#hidden, this.#least ?? 0, this.localized.language)];
  }

  protected override renderChoices(): readonly TemplateResult[] {
    if (this.#dimensions.length < 2 || this.#least === Infinity) return [];
    const choices = this.#dimensions.map((value) => ({ value, label: value }));
    return [
      renderChoice(msg('Grouped by', { id: 'creator-demographics-chart.dimension' }), choices, this.#dimension, (name) => {
        this.dimension = name;
      }),
    ];
  }

  protected override titleText(): string {
    return msg('Who the learners are', { id: 'creator-demographics-chart.title' });
  }

  protected override subtitle(): string {
    return this.#title === '' || this.#least === Infinity
      ? ''
      : msg(str`${this.#title}, by ${this.#dimension}, as the host supplies it.`, { id: 'creator-demographics-chart.subtitle' });
  }

  protected override emptyState(): WidgetState {
    return notRecorded(
      this.pageDataset,
      ['demographics.learners'],
      msg('This host supplies nothing about who its learners are.', { id: 'creator-demographics-chart.unknown' }),
    );
  }

  get #dimension(): string {
    return this.#dimensions.find((name) => name === this.dimension) ?? this.#dimensions[0] ?? '';
  }

  /**
   * The smallest group that is shown; undefined where all are. Nothing is shown under a filter by groups: what it leaves could be
   * subtracted from the whole, or would tell the size of the group.
   */
  get #least(): number | undefined {
    if (audienceOf(this.audienceSettings.audience, this.view) === 'roster') return undefined;
    return this.othersClauses().some(({ field }) => OF_GROUPS.test(field)) ? Infinity : this.audienceSettings.least;
  }

  get #hidden(): number {
    return hiddenRows(this.#groups);
  }
}

/** The groups of one dimension, those withheld that could tell about few learners. */
function safeGroups(all: ViewData, dimension: string, least: number | undefined): ViewData {
  const groups = keepRows(
    all,
    rowsIn(all).filter((row) => cell(all, 'dimension', row) === dimension),
  );
  if (least === undefined) return groups;
  const sizes = rowsIn(groups).map((row) => numberCell(groups, 'learners', row) ?? null);
  return withHidden(groups, 'learners', hiddenGroups(sizes, least));
}
