import { msg, plural, str } from '../../../localize/msg.js';
import { html, nothing, svg } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { GRAINS, periodRange } from '../../../metrics/period.js';
import type { Grain, Value } from '../../../metrics/types.js';
import { isHiddenColumn } from '../../base/audience/audience.js';
import type { ExportedView } from '../../base/menu/exporting.js';
import { columnLabel } from '../../base/text/field-label.js';
import { formatNumber } from '../../base/text/format.js';
import { grainName } from '../../base/text/grain-name.js';
import { labelled } from '../../base/focus/labelled.js';
import { speakAs } from '../../base/text/locale.js';
import { SIZES } from '../../base/tokens.js';
import { StatsBrushedChart } from '../brush/brushed-chart.js';
import type { BrushPart, SlotRange } from '../brush/brush-geometry.js';
import { drawHatch } from '../bars/bars.js';
import { drawEndLabels, drawPeriodAxis, drawPeriods } from './draw-periods.js';
import { layoutPeriods } from './layout-periods.js';
import type { PeriodLayout, PeriodSlot } from './layout-periods.js';
import type { GhostLooks, LegendEntry } from '../legend.js';
import { hiddenRow } from '../listed-chart.js';
import type { MarkText } from '../listed-chart.js';
import { measuredRows } from '../measured-text.js';
import { slotsOf } from './period-slots.js';
import type { PeriodEncoding } from './period-slots.js';
import { periodsWithin } from './periods.js';
import type { Span } from './periods.js';
import { renderChoice } from '../brush/range-inputs.js';
import { drawPatterns } from '../series/series-patterns.js';
import { measureIn, textScale } from '../text-width.js';

/**
 * Bars or lines over periods of time, with a choice of their length. Clicking a period chooses it, dragging or Shift and the
 * arrows choose several; the chosen ones are a range of the period's source field. The newest are in sight.
 */
export abstract class StatsPeriodChart extends StatsBrushedChart<PeriodSlot> {
  /** Which columns are drawn. */
  protected abstract get encoding(): PeriodEncoding;

  /** The lengths of periods that the reader can choose from; no choice is offered of one. */
  protected readonly grains: readonly Grain[] = GRAINS;

  #layout: PeriodLayout | undefined;
  #grain: Grain = 'month';
  #scrolled: { readonly track: Element; readonly axis: string } | undefined;

  /** The length of the periods that are drawn: that of the answer in hand, while one of another length is on its way. */
  protected get grain(): Grain {
    return this.#grain;
  }

  protected override get measures(): readonly string[] {
    return this.encoding.values;
  }

  protected override get along(): string {
    return this.encoding.period;
  }

  protected override subtitle(): string {
    return `${this.definitionOf(this.encoding.values[0] ?? '')} ${this.zone}.`;
  }

  protected override tableColumns(): readonly string[] {
    return [this.encoding.period, ...this.encoding.values];
  }

  protected override categoryText(start: Value): string | undefined {
    return this.slots.find((slot) => slot.start === start)?.title;
  }

  /** The last period counts for less than the others as long as it is not over. */
  protected override get tableNote(): string {
    const last = this.slots.at(-1);
    return last?.soFar === true ? msg(str`${last.title} is not over: its numbers are so far.`, { id: 'period.unfinished' }) : '';
  }

  /** The header of the periods says how long they are, which their first days alone do not tell. */
  protected override async exported(): Promise<ExportedView | undefined> {
    const view = await super.exported();
    if (view === undefined || this.grains.length < 2) return view;
    speakAs(this);
    const { result } = view;
    const { period } = this.encoding;
    const label = labelled(columnLabel(result, period), grainName(this.grain));
    return {
      ...view,
      result: { ...result, columns: result.columns.map((column) => (column.name === period ? { ...column, label } : column)) },
    };
  }

  /** The periods that are drawn, oldest first. */
  protected periods(): readonly PeriodSlot[] {
    return this.slots;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('result')) this.#grain = this.#wantedGrain;
    const terms = { grain: this.grain, zone: this.zone, locale: this.localized.language, now: this.pageDataset?.info?.now };
    // That there was nobody tells of few, too.
    const encoding = this.isInGroups ? { ...this.encoding, absent: 'unknown' as const, emptied: 'unknown' as const } : this.encoding;
    this.slots = this.drawn === undefined ? [] : slotsOf(this.drawn, this.drawnGhost, encoding, terms);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#showNewest();
  }

  protected override textOf(index: number): MarkText | undefined {
    const slot = this.slots[index];
    if (slot === undefined) return undefined;
    const { values, unit } = this.encoding;
    const isHidden = values.map((name) => isHiddenColumn(this.drawn?.columns.find((column) => column.name === name)));
    const rows = measuredRows(slot, { names: this.names(), unit, options: this.exact });
    return { title: this.#titleOf(slot), rows: rows.map((row, at) => (isHidden[at] === true ? hiddenRow(row) : row)), hidden: slot.hidden };
  }

  protected override get ghostLooks(): GhostLooks {
    return this.encoding.kind === 'line' ? 'ghost-line' : 'ghost';
  }

  protected override legendEntries(): readonly LegendEntry[] {
    const { kind } = this.encoding;
    if (kind === 'line' && !this.#isNarrow) return [];
    return this.entriesOf((at) => (kind === 'line' ? { line: at } : { fill: `fill-${at + 1}` }));
  }

  protected override renderChoices(): readonly TemplateResult[] {
    const grains = this.grains.map((grain) => ({ value: grain, label: grainName(grain) }));
    if (grains.length < 2) return [];
    const choose = (grain: string): void => this.setParams({ grain: grain as Grain });
    return [renderChoice(msg('Per', { id: 'period.grain' }), grains, this.#wantedGrain, choose)];
  }

  protected override renderControls(): readonly TemplateResult[] {
    const shown = this.fieldsOf;
    const periods = this.slots.map((slot, at) => ({ value: String(at), label: slot.title }));
    const choose = (range: SlotRange): void => this.brush.choose(range);
    return [
      ...this.renderChoices(),
      ...(shown === undefined
        ? []
        : [
            this.renderRange(msg('Chosen periods', { id: 'period.range' }), [
              renderChoice(msg('From', { id: 'range.from' }), periods, String(shown.from), (at) =>
                choose({ from: Number(at), to: Math.max(Number(at), shown.to) }),
              ),
              renderChoice(msg('to', { id: 'range.to' }), periods, String(shown.to), (at) =>
                choose({ from: Math.min(Number(at), shown.from), to: Number(at) }),
              ),
            ]),
          ]),
    ];
  }

  protected override renderPlot(): TemplateResult {
    const layout = this.#place();
    this.#layout = layout;
    const marks = { chosen: this.brush.shown, speak: (at: number) => this.speak(at) };
    const track = this.renderTrack({
      width: layout.width,
      height: layout.height,
      name: this.#chartName(),
      keys: msg('Arrow keys move through the periods, Enter chooses one, Shift and an arrow choose several, Escape clears.', {
        id: 'period.keys',
      }),
      content: svg`${drawHatch()}${drawPatterns()}${drawPeriods(layout, marks)}`,
      looks: layout.width > layout.viewWidth ? 'scrolls-along' : '',
      brush: {
        x: (slot) => slot * layout.step,
        top: layout.top,
        bottom: layout.bottom,
        names: {
          from: msg('First chosen period', { id: 'period.brush-from' }),
          to: msg('Last chosen period', { id: 'period.brush-to' }),
          window: msg('Chosen periods', { id: 'period.range' }),
        },
        speak: (range, part) => this.#speakRange(range, part),
      },
    });
    return html` <div class="timeline">
        <svg aria-hidden="true" width=${layout.axisWidth} height=${layout.height}>${drawPeriodAxis(layout)}</svg>
        ${track}
        ${layout.endWidth === 0 ? nothing : html`<svg aria-hidden="true" width=${layout.endWidth} height=${layout.height}>${drawEndLabels(layout)}</svg>`}
      </div>
      ${this.card.render()}`;
  }

  get #wantedGrain(): Grain {
    const wanted = this.params.grain ?? this.pageDataset?.params.grain ?? 'month';
    return this.grains.includes(wanted) ? wanted : (this.grains[0] ?? wanted);
  }

  get #isNarrow(): boolean {
    return this.plotWidth < SIZES.narrow;
  }

  #place(): PeriodLayout {
    const scale = textScale(this);
    const { kind, unit, values } = this.encoding;
    return layoutPeriods(this.kept(this.slots), {
      width: this.plotWidth,
      height: this.plotPixels,
      scale,
      measure: measureIn(this),
      unit,
      format: this.exact,
      kind,
      endLabels: kind === 'line' && values.length > 1 && !this.#isNarrow ? this.names() : [],
      soFar: msg('so far', { id: 'period.so-far' }),
    });
  }

  #titleOf({ title, soFar }: PeriodSlot): string {
    return soFar ? msg(str`${title}, so far`, { id: 'period.title-so-far' }) : title;
  }

  #speakRange({ from, to }: SlotRange, part: BrushPart): string {
    const [first, last] = [this.slots[from]?.title ?? '', this.slots[to]?.title ?? ''];
    if (part === 'from') return first;
    if (part === 'to') return last;
    return from === to ? first : msg(str`${first} to ${last}`, { id: 'range.spoken' });
  }

  #chartName(): string {
    const title = this.heading ?? this.titleText();
    const count = formatNumber(this.slots.length, this.localized.language);
    const periods = msg(plural(this.slots.length, '1 period', str`${count} periods`), { id: 'count.periods' });
    return this.encoding.kind === 'bars'
      ? msg(str`${title}: bar chart over time, ${periods}`, { id: 'period.name-bars' })
      : msg(str`${title}: line chart over time, ${periods}`, { id: 'period.name-line' });
  }

  /** The chosen span of time, as the dataset has it. */
  protected chosenSpan(): Span | undefined {
    return this.pageDataset?.clauses.of(this.origin, this.fieldOf(this.encoding.period))?.range;
  }

  protected override chosenSlots(): SlotRange | undefined {
    const range = this.chosenSpan();
    if (range === undefined) return undefined;
    return periodsWithin(
      this.slots.map((slot) => slot.start),
      this.grain,
      this.zone,
      range,
    );
  }

  protected override chooseSlots(range: SlotRange | undefined): void {
    const [first, last] = [this.slots[range?.from ?? -1], this.slots[range?.to ?? -1]];
    if (first === undefined || last === undefined) {
      this.chooseRange(this.fieldOf(this.encoding.period), undefined);
      return;
    }
    const [from] = periodRange(first.start, this.grain, this.zone);
    const [, to] = periodRange(last.start, this.grain, this.zone);
    this.chooseRange(this.fieldOf(this.encoding.period), [from, to]);
  }

  protected override slotAt(clientX: number): number {
    const drawing = this.renderRoot.querySelector('.track svg')?.getBoundingClientRect();
    if (drawing === undefined || this.#layout === undefined) return 0;
    return Math.floor((clientX - drawing.left) / this.#layout.step);
  }

  /** Scrolls to the newest period of each new axis, and leaves it to the reader then. */
  #showNewest(): void {
    const track = this.renderRoot.querySelector('.scrolls-along');
    const axis = `${this.grain} ${this.slots.at(-1)?.start ?? ''}`;
    if (track === null || (this.#scrolled?.track === track && this.#scrolled.axis === axis)) return;
    this.#scrolled = { track, axis };
    track.scrollLeft = track.scrollWidth;
  }
}
