import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localMeaning } from '../../localize/dictionary.js';
import { compared } from '../../metrics/comparison.js';
import type { Comparison, ComparedExploration } from '../../metrics/comparison.js';
import { ENOUGH_STARTS } from '../../metrics/enough.js';
import type { Clause, Unit, Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { formatNumber, formatValue, LEAST, roundShown, roundTo, shortText, shownText, signed, writeDecimals } from '../base/text/format.js';
import { renderFigure } from '../base/text/figure.js';
import { labelled } from '../base/focus/labelled.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import { StatsElement } from '../base/stats-element.js';
import type { Skeleton } from '../base/states/states.js';
import { toolsStyles } from '../base/shell/tools-styles.js';
import type { MenuWidget } from '../base/menu/widget-menu.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { comparisonStyles } from './comparison-styles.js';
import { comparedExplorations, comparisonAnswer, meaningOf, sideFrom } from './comparison-answer.js';
import { explained } from './contradicting-rates.js';
import { partText } from './my-average.js';
import { noExploration } from './no-exploration.js';
import { rowDecimals } from './row-decimals.js';
import { explorationsIn, MOST_STARTED, wishOf } from './shown-exploration.js';
import type { ShownExploration } from './shown-exploration.js';
import { suppliedNotices } from './supplied-rates.js';
import { timeWeightingText } from './time-source.js';

const ENGAGEMENT = 'creator.engagement';

/** Value of the second choice that stands for no exploration. */
const AVERAGE = '';

/**
 * One exploration against another, or against the average of the creator's, number by number. What is unknown of one, and completion
 * rates of different kinds, are not compared. A button shows both in the other widgets of the dataset.
 *
 * @summary Two explorations, or one and the average, compared.
 * @element creator-comparison
 * @useFor To see what sets one exploration apart from another, or from the average of all.
 * @notFor For three or more; sort creator-exploration-table.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where the creator has no exploration.
 * @fires {FilterEvent} stats-filter - The reader wants the other widgets to show what is compared, or everything again.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart tools - The two choices.
 * @csspart table - The numbers.
 */
export class CreatorComparison extends StatsElement {
  static override styles: CSSResultGroup = [StatsElement.styles, toolsStyles, comparisonStyles];

  /** Id of the first exploration; the most started if left out. */
  @property() exploration?: string | null | undefined;

  /** Id of the second exploration; the average of all if left out. */
  @property({ attribute: 'compare-with' }) compareWith?: string | null | undefined;

  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.explorations';
  protected override readonly skeleton: Skeleton = 'table';
  protected override readonly companions = [{ view: ENGAGEMENT }] as const;

  /** What is compared, as an answer. */
  protected override explained?: ViewData;

  /** The one exploration that other widgets chose last. */
  #opened: Value | undefined;
  #offered: readonly ShownExploration[] = [];
  #numbers: ReadonlyMap<string, ComparedExploration> = new Map();
  #comparisons: readonly Comparison[] = [];

  /** @internal Two explorations need their own parts alone, an average those of all. */
  override get partWish(): PartWish {
    const [first, second] = [this.#first, this.#second];
    return wishOf(this.result, first === undefined || second === undefined ? 'all' : [first, second]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setParams(MOST_STARTED.params);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#follow();
    this.#offered = explorationsIn(this.result);
    this.#numbers =
      this.result === undefined ? new Map() : comparedExplorations(this.result, this.answers.get(ENGAGEMENT), this.pageDataset);
    const [first, second] = [sideFrom(this.#numbers, this.#first ?? ''), sideFrom(this.#numbers, this.#second)];
    this.#comparisons = first === undefined || second === undefined ? [] : compared(first, second);
    if (this.result !== undefined) this.explained = this.#answer(this.result);
  }

  /** An exploration that is chosen elsewhere is compared, with the others still there to compare it with. */
  protected override othersClauses(): readonly Clause[] {
    return super.othersClauses().filter(({ field }) => field !== 'exploration');
  }

  protected override titleText(): string {
    return msg('Compared', { id: 'creator-comparison.title' });
  }

  protected override headline(): string {
    const rate = this.#comparisons.find(({ measure }) => measure === 'completion_rate');
    if (rate?.interval === null || rate?.interval === undefined || (rate.interval.low <= 0 && rate.interval.high >= 0)) return '';
    const [more, less] = (rate.difference ?? 0) > 0 ? [this.#first, this.#second] : [this.#second, this.#first];
    const [higher, lower] = [more, less].map((id) => shortText(this.#nameOf(id)));
    return msg(str`A larger share complete ${higher ?? ''} than ${lower ?? ''}, beyond chance.`, { id: 'creator-comparison.headline' });
  }

  protected override subtitle(): string {
    const rounded = msg('Differences are of the numbers before rounding.', { id: 'creator-comparison.rounded' });
    return [...this.#averageOf(), this.#comparisons.some(isRoundedApart) ? rounded : ''].filter(Boolean).join(' ');
  }

  /** What the average is of. */
  #averageOf(): readonly string[] {
    const count = this.#numbers.size;
    if (this.#second !== undefined || count === 0) return [];
    const text = formatNumber(count, this.localized.language);
    const of = msg(plural(count, 'The average is of 1 exploration.', str`The average is of ${text} explorations, this one included.`), {
      id: 'creator-comparison.subtitle',
    });
    return [of, timeWeightingText(this.#numbers)];
  }

  protected override get notices(): readonly Notice[] {
    const rate = this.#comparisons.find(({ measure }) => measure === 'completion_rate');
    return [...super.notices, ...suppliedNotices(this.#supplied > 0), ...explained((rate?.first ?? 0) > 1 || (rate?.second ?? 0) > 1)];
  }

  protected override emptyState(): WidgetState {
    return noExploration();
  }

  protected override shownNames(): readonly string[] {
    return ['side', ...this.#comparisons.map(({ measure }) => measure)];
  }

  protected override exported(): Promise<ExportedView | undefined> {
    const { explained: result } = this;
    const columns = this.#comparisons.map((comparison) => ({
      column: comparison.measure,
      written: (row: number) => this.#written(comparison)[row],
    }));
    return Promise.resolve(result && { result, columns: [{ column: 'side' }, ...columns] });
  }

  /** @internal What qualifies a difference leaves with it. */
  override get asExported(): MenuWidget {
    const exported = super.asExported;
    const remarks = this.#comparisons.flatMap((comparison) => {
      const [label, remark] = [localMeaning(meaningOf(comparison.measure))?.label ?? comparison.measure, this.#remark(comparison)];
      const said = [this.#part(comparison), comparison.not === 'unknown' ? '' : remark].filter(Boolean);
      return said.map((each) => labelled(label, each));
    });
    return { ...exported, notes: [...exported.notes, ...remarks] };
  }

  protected override renderTools(): TemplateResult | typeof nothing {
    if (this.#offered.length === 0) return nothing;
    const average = msg('My average', { id: 'creator-comparison.average' });
    const both = [this.#first, this.#second].filter((id): id is string => id !== undefined);
    const isShown = this.chosen('exploration').length > 0;
    return html` <div class="tools" part="tools">
      ${this.#renderChoice(msg('Compare', { id: 'creator-comparison.first' }), this.#first, undefined, (id) => (this.exploration = id))}
      ${this.#renderChoice(msg('with', { id: 'creator-comparison.second' }), this.#second, average, (id) => {
        this.compareWith = id === AVERAGE ? undefined : id;
      })}
      <button type="button" class="tool" aria-pressed=${String(isShown)} @click=${() => this.chooseAll('exploration', isShown ? [] : both)}>
        ${msg('Show in the other parts', { id: 'creator-comparison.show' })}
      </button>
    </div>`;
  }

  protected override renderBody(): TemplateResult {
    return html` <div class="scroll" role="group" tabindex="0" aria-labelledby="heading">
      <table part="table" role="table" aria-labelledby="heading">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${msg('Number', { id: 'creator-comparison.number' })}</th>
            <th scope="col" role="columnheader"><bdi>${this.#nameOf(this.#first)}</bdi></th>
            <th scope="col" role="columnheader"><bdi>${this.#nameOf(this.#second)}</bdi></th>
            <th scope="col" role="columnheader">${msg('Difference', { id: 'creator-comparison.difference' })}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.#comparisons.map((comparison) => this.#renderRow(comparison))}
        </tbody>
      </table>
    </div>`;
  }

  #follow(): void {
    const [opened, ...more] = super.othersClauses().find(({ field }) => field === 'exploration')?.in ?? [];
    if (opened === this.#opened) return;
    this.#opened = opened;
    if (typeof opened === 'string' && more.length === 0) this.exploration = opened;
  }

  #renderRow(comparison: Comparison): TemplateResult {
    const { measure } = comparison;
    const entry = localMeaning(meaningOf(measure));
    const [one, other, between] = this.#written(comparison);
    const [remark, part] = [this.#remark(comparison), this.#part(comparison)].map((text) =>
      text === '' ? nothing : html`<span class="remark"><bdi>${text}</bdi></span>`,
    );
    return html` <tr part="row" role="row">
      <th scope="row" role="rowheader">${entry?.label ?? measure}</th>
      <td role="cell"><bdi>${renderFigure(one)}</bdi></td>
      <td role="cell"><bdi>${renderFigure(other)}</bdi>${part}</td>
      <td role="cell" data-label=${msg('Difference', { id: 'creator-comparison.difference' })}>
        <bdi>${renderFigure(between)}</bdi>${remark}
      </td>
    </tr>`;
  }

  /** Of how many explorations the average beside the first is, where there is one. */
  #part({ measure, second }: Comparison): string {
    return this.#second === undefined && second !== null ? partText(this.#numbers.values(), measure, this.localized.language) : '';
  }

  /** Both numbers and their difference, on the screen and on paper; undefined where not known. */
  #written(comparison: Comparison): readonly (string | undefined)[] {
    const numbers = [comparison.first, comparison.second].map((value) => (value === null ? undefined : this.#write(value, comparison)));
    return [...numbers, this.#differenceOf(comparison)];
  }

  #remark(comparison: Comparison): string {
    const { measure, not, interval } = comparison;
    if (not === 'unknown') return msg('Needs both numbers.', { id: 'creator-comparison.unknown' });
    if (not === 'different-rates')
      return msg('Not comparable: one is computed, the other as supplied.', { id: 'creator-comparison.different-rates' });
    if (measure !== 'completion_rate' || this.#second === undefined || this.#supplied > 0) return '';
    if (interval === null)
      return msg(str`Fewer than ${ENOUGH_STARTS} starts, or counts that contradict each other: it may be chance.`, {
        id: 'creator-comparison.few',
      });
    const [low, high] = [interval.low, interval.high].map((end) => this.#writeDifference(end, comparison));
    return interval.low <= 0 && interval.high >= 0
      ? msg(str`Between ${low ?? ''} and ${high ?? ''}: it may be chance.`, { id: 'creator-comparison.chance' })
      : msg(str`Between ${low ?? ''} and ${high ?? ''} with chance allowed for.`, { id: 'creator-comparison.interval' });
  }

  /** How many of the two have a completion rate as supplied. */
  get #supplied(): number {
    return [this.#first, this.#second].filter((id) => this.#numbers.get(id ?? '')?.completion_rate_source === 'supplied').length;
  }

  #renderChoice(label: string, chosen: string | undefined, none: string | undefined, choose: (id: string) => void): TemplateResult {
    return html` <label class="choice">
      <span>${label}</span>
      <select class="tool" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${none === undefined ? nothing : html`<option value=${AVERAGE} .selected=${chosen === undefined}>${none}</option>`}
        ${this.#offered.map(({ id, title }) => html`<option dir="auto" value=${id} .selected=${id === chosen}>${title}</option>`)}
      </select>
    </label>`;
  }

  #answer(result: ViewData): ViewData {
    const difference = msg('Difference', { id: 'creator-comparison.difference' });
    const [first, second] = [this.#first, this.#second];
    const of = (id: string | undefined): ComparedExploration | undefined => (id === undefined ? id : this.#numbers.get(id));
    return comparisonAnswer(result, this.#comparisons, [this.#nameOf(first), this.#nameOf(second), difference], [of(first), of(second)]);
  }

  /** The chosen exploration, where it is among those that filters leave, else the most started. */
  get #first(): string | undefined {
    return this.#offered.find(({ id }) => id === this.exploration)?.id ?? this.#offered[0]?.id;
  }

  get #second(): string | undefined {
    return this.#offered.find(({ id }) => id === this.compareWith)?.id;
  }

  #nameOf(id: string | undefined): string {
    if (id === undefined) return msg('My average', { id: 'creator-comparison.average' });
    return shownText(this.#offered.find((each) => each.id === id)?.title ?? id);
  }

  #differenceOf(comparison: Comparison): string | undefined {
    const { difference } = comparison;
    if (difference === null) return undefined;
    if (Math.abs(difference) < LEAST) return msg('no difference', { id: 'creator-comparison.no-difference' });
    return this.#writeDifference(difference, comparison);
  }

  /** With its sign; of shares in percentage points, since a percentage of a percentage is read either way. */
  #writeDifference(value: number, comparison: Comparison): string {
    const { language: locale } = this.localized;
    if (unitOf(comparison.measure) !== 'fraction') return signed(value, locale, (size) => this.#write(size, comparison));
    const points = signed(value, locale, (size) => writeDecimals(100 * size, locale, 1, 1));
    return msg(str`${points} points`, { id: 'creator-comparison.points' });
  }

  #write(value: number, comparison: Comparison): string {
    const { language: locale } = this.localized;
    const [unit, decimals] = [unitOf(comparison.measure), decimalsOf(comparison)];
    if (decimals === undefined) return formatValue(value, unit, { locale, timezone: this.zone });
    return writeDecimals(value, locale, decimals, decimals);
  }
}

/** Whether both numbers as they are written come to another difference than is written. */
function isRoundedApart(comparison: Comparison): boolean {
  const { first, second, difference } = comparison;
  if (first === null || second === null || difference === null || Math.abs(difference) < LEAST) return false;
  const [a, b, between] = [first, second, difference].map((value) => rounded(value, comparison));
  return Math.abs((a ?? 0) - (b ?? 0) - (between ?? 0)) > LEAST;
}

/** A number as it is written in that row. */
function rounded(value: number, comparison: Comparison): number {
  const decimals = decimalsOf(comparison);
  return decimals === undefined ? roundShown(value, unitOf(comparison.measure)) : roundTo(value, decimals);
}

function decimalsOf(comparison: Comparison): number | undefined {
  return rowDecimals(comparison, unitOf(comparison.measure));
}

function unitOf(measure: Comparison['measure']): Unit {
  return localMeaning(meaningOf(measure))?.unit ?? 'items';
}
