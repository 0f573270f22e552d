import { msg } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { localDefinition } from '../../localize/dictionary.js';
import { viewSpec } from '../../metrics/views.js';
import { focusForNow } from '../base/focus/focus-for-now.js';
import { columnLabel } from '../base/text/field-label.js';
import { spokenRows } from './bars/bar-text.js';
import { chartAction } from './keyboard.js';
import type { ChartAction, ChartShape } from './keyboard.js';
import { renderGhostKey, renderLegend } from './legend.js';
import type { GhostLooks, LegendEntry } from './legend.js';
import { StatsListedChart } from './listed-chart.js';
import type { MarkList, MarkText } from './listed-chart.js';
import type { Measured } from './measured.js';
import { renderStops, seriesText, stopOf } from './series/series-stops.js';
import { seriesStyles } from './series/series-styles.js';

/**
 * A drawing of several measures. A line above the drawing bears the legend and the controls. By keyboard each measure can be read
 * by itself, between the chart as a whole and its points.
 *
 * @keyboard ↓ - On the chart: goes to its first series, which says its greatest and least value; from there to its points.
 * @keyboard ← → Home End - On a series: goes to another one.
 * @csspart legend - The names of the measures, which show and hide them.
 */
export abstract class StatsMarksChart extends StatsListedChart {
  static override styles: CSSResultGroup = [StatsListedChart.styles, seriesStyles];

  /** Measures that the reader took out of the drawing. */
  @state() protected takenOut: ReadonlySet<string> = new Set();

  /** The one of the shown measures that is read by itself. */
  @state() private read: number | undefined;

  /** Columns of the measures, in the order of the drawing. */
  protected abstract get measures(): readonly string[];

  /** What is measured at each point, in the order of the points. */
  protected abstract get groups(): readonly Measured[];

  /** Which way the points stand. */
  protected abstract get course(): Pick<ChartShape, 'lying' | 'direction'>;

  protected override get shape(): ChartShape {
    return { ...this.course, count: this.groups.length, series: this.#shown().length };
  }

  /** How what is without filters is drawn. */
  protected get ghostLooks(): GhostLooks {
    return 'ghost';
  }

  /** Entries of the legend; none where the drawing names its measures itself. */
  protected legendEntries(): readonly LegendEntry[] {
    return [];
  }

  /**
   * Controls by which a reader chooses what is drawn. They stay where all of that is withheld, as another choice may not be, so that they
   * must not tell of learners themselves.
   */
  protected renderChoices(): readonly TemplateResult[] {
    return [];
  }

  /** Controls in the line above the drawing. */
  protected renderControls(): readonly TemplateResult[] {
    return this.renderChoices();
  }

  protected override renderTools(): TemplateResult | typeof nothing {
    const choices = this.drawnState.kind === 'hidden' ? this.renderChoices() : [];
    return choices.length === 0 ? nothing : html`<div class="above">${choices}</div>`;
  }

  /** What a measure of the view counts, in one sentence of the dictionary. */
  protected definitionOf(column: string): string {
    const rules = this.pageDataset?.rules === 'aspects-v8' ? this.pageDataset?.rules : undefined;
    const use = viewSpec(this.view, rules)?.measures?.find((measure) => (measure.as ?? measure.metric) === column);
    return use === undefined ? '' : localDefinition(use.metric);
  }

  protected override renderBody(): TemplateResult {
    const isFiltered = this.groups.some(({ wholes }) => wholes !== undefined);
    return html` <div class="above">
        ${renderLegend(this.legendEntries(), msg('Legend', { id: 'legend.label' }))}${this.renderControls()}
        ${isFiltered ? renderGhostKey(this.ghostLooks) : nothing}
      </div>
      ${this.drawn === undefined ? html`<div class="plot"></div>` : super.renderBody()}`;
  }

  protected override renderMarks(list: MarkList): TemplateResult {
    const shown = this.#shown();
    if (shown.length < 2) return super.renderMarks(list);
    const keys = `${list.keys} ${msg('Arrow down goes to one series first.', { id: 'series.keys' })}`;
    return super.renderMarks({ ...list, keys, content: html`${list.content}${renderStops(shown.map((_, at) => this.#seriesText(at)))}` });
  }

  /** What the measures are called. */
  protected names(): readonly string[] {
    const result = this.drawn;
    return this.measures.map((name) => (result === undefined ? name : columnLabel(result, name)));
  }

  /** Legend entries of all measures. */
  protected entriesOf(looks: (measure: number) => LegendEntry['looks']): readonly LegendEntry[] {
    return this.names().map((name, at) => {
      const column = this.measures[at] ?? '';
      return { name, looks: looks(at), shown: !this.takenOut.has(column), toggle: () => this.#toggle(column) };
    });
  }

  /** The groups without the measures that the reader took out. */
  protected kept<T extends Measured>(groups: readonly T[]): readonly T[] {
    if (this.takenOut.size === 0) return groups;
    const shown = this.measures.map((name) => !this.takenOut.has(name));
    const only = (values: readonly (number | undefined)[]): readonly (number | undefined)[] =>
      values.map((value, at) => (shown[at] === true ? value : undefined));
    return groups.map((group) => ({
      ...group,
      values: only(group.values),
      wholes: group.wholes === undefined ? undefined : only(group.wholes),
    }));
  }

  /** Of a mark: all that is measured there, or the one measure that is being read. */
  protected override speak(index: number): string {
    const text = this.shownText(index);
    const measure = this.read === undefined ? undefined : this.#shown()[this.read];
    if (text === undefined || measure === undefined) return super.speak(index);
    const count = this.measures.length;
    // What is said after the measures, as threads and notes, is of none of them.
    const measured = this.groups[index]?.wholes === undefined ? count : 2 * count;
    return spokenRows(
      text.title,
      text.rows.filter((_, at) => at < measured && at % count === measure),
    );
  }

  protected override actionOf(event: KeyboardEvent, at: number | undefined): ChartAction | undefined {
    return chartAction(event, at, this.shape, at === undefined ? stopOf(event.target) : this.read);
  }

  protected override act(action: ChartAction, at: number | undefined, event: KeyboardEvent): void {
    const series = action.kind === 'series' ? this.renderRoot.querySelector<HTMLElement>(`[data-series="${action.index}"]`) : null;
    if (series !== null) focusForNow(series);
    else super.act(action, at, event);
  }

  protected override focused(target: EventTarget | null): void {
    super.focused(target);
    const stop = stopOf(target);
    if (!(target instanceof Element) || stop === undefined) return;
    this.read = stop;
    this.card.show({ ...this.#seriesText(stop), mark: target, targets: [target] });
  }

  protected override blurred(to: EventTarget | null): void {
    super.blurred(to);
    const isPoint = to instanceof Element && to.closest('[data-index]') !== null && this.renderRoot.contains(to);
    if (!isPoint) this.read = stopOf(to);
  }

  /** Places of the measures that are drawn. */
  #shown(): readonly number[] {
    return this.measures.flatMap((name, at) => (this.takenOut.has(name) ? [] : [at]));
  }

  #seriesText(at: number): MarkText {
    const shown = this.#shown();
    const measure = shown[at] ?? 0;
    const values = this.groups.map((group) => group.values[measure]);
    const point = (index: number) => {
      const text = this.shownText(index);
      return { value: values[index], title: text?.title ?? '', row: text?.rows[measure] };
    };
    const place = { at, count: shown.length, locale: this.localized.language };
    return seriesText(this.names()[measure] ?? '', { values, at: point }, place);
  }

  #toggle(column: string): void {
    const out = new Set(this.takenOut);
    if (!out.delete(column)) out.add(column);
    this.takenOut = out;
  }
}
