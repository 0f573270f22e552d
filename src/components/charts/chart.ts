import { msg } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Value } from '../../metrics/types.js';
import { outsideZone } from '../../workers/connect.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import type { FormatOptions } from '../base/text/format.js';
import type { MenuItem } from '../base/menu/menu.js';
import type { MenuWidget } from '../base/menu/widget-menu.js';
import { StatsElement } from '../base/stats-element.js';
import { chartStyles } from './chart-styles.js';
import type { TableColumn } from '../table/table-column.js';
import { renderDataTable } from './data-table.js';
import type { Reference } from './reference.js';

/** What is measured of a drawing. */
const MEASURED: ReadonlySet<PropertyKey> = new Set(['plotWidth', 'plotPixels']);

/**
 * A drawing with its numbers as a table behind the ⋮ menu. Knows its width; draws nothing until it has one.
 *
 * @csspart axis - Labels and marks of the value axis.
 * @csspart bar - A mark with all that belongs to it.
 * @csspart tooltip - The card of the mark that is pointed at or focused.
 * @csspart table - The numbers as a table.
 * @csspart row - A row of that table.
 * @csspart cell - A cell of that table.
 */
export abstract class StatsChart extends StatsElement {
  static override styles: CSSResultGroup = [StatsElement.styles, chartStyles];

  protected override readonly wantsGhost: boolean = true;

  /** Width of the drawing in px. */
  @state() protected plotWidth = 0;

  /** Height of the drawing in px: that of its box, which a host may set by `--stats-plot-height`. */
  @state() protected plotPixels = 0;

  @state() private asTable = false;

  /** Whether filters of others change what is drawn even before they are answered. */
  protected readonly readsFilters: boolean = false;

  /** Its own filters, when it last heard of any. */
  #own = '[]';
  #sizes: ResizeObserver | undefined;
  /** On paper a drawing is as wide as its card there, and as high as on the screen. */
  readonly #paper = matchMedia('print');
  /**
   * The place of the drawing, whose size its content never changes: of the widget, which grows by what is drawn, an observer would hear
   * itself.
   */
  #plot: HTMLElement | null = null;

  /** What is drawn is held against this. */
  protected get reference(): Reference | undefined {
    return undefined;
  }

  /** The drawing itself. */
  protected abstract renderPlot(result: ViewData): TemplateResult;

  /** Names of the columns that the table shows, in order. */
  protected abstract tableColumns(): readonly string[];

  /** What a category is called of which nothing is known. */
  protected get unknownCategory(): string {
    return msg('Not known', { id: 'bar.unknown' });
  }

  /** What a category is called in the table and for who reads a file; undefined where its value stands for itself. */
  protected categoryText(value: Value): string | undefined {
    return value === null ? this.unknownCategory : undefined;
  }

  /** The answer that is drawn; a chart may draw a companion's. */
  protected get drawn(): ViewData | undefined {
    return this.result;
  }

  /** The same without any filter, while filters apply. */
  protected get drawnGhost(): ViewData | undefined {
    return this.ghost;
  }

  /** What tables and files have: a row for all that is drawn, also for what filters emptied. */
  protected get written(): ViewData | undefined {
    return this.drawn;
  }

  /** What is to be known of a row of the table, and goes along into files; nothing to say is ''. */
  protected get tableNote(): string {
    return '';
  }

  protected override get keepsGhost(): boolean {
    return this.ghost !== undefined && this.ghost.length > 0;
  }

  /** @internal Draws its own filters at once, those of others once they are answered. */
  override hearFilters(): void {
    const own = JSON.stringify(this.pageDataset?.clauses.all.filter(({ origin }) => origin === this.origin) ?? []);
    const isDrawn = this.readsFilters || this.urlState || !this.hasUpdated || own !== this.#own;
    this.#own = own;
    if (isDrawn) this.requestUpdate();
    else this.asking.look();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.asking.asked;
    return super.getUpdateComplete();
  }

  protected override renderBody(): TemplateResult {
    const result = this.drawn;
    if (result === undefined) return html``;
    if (this.asTable) {
      const written = this.written ?? result;
      const caption = this.heading ?? this.titleText();
      return renderDataTable(written, this.#dataColumns(written), { caption, reference: this.reference, note: this.tableNote }, this.exact);
    }
    return html`<div class="plot">${this.plotWidth > 0 && this.plotPixels > 0 ? this.renderPlot(result) : nothing}</div>`;
  }

  /** The first column names the categories. */
  #dataColumns(result: ViewData): readonly TableColumn[] {
    const isCategory = (name: string): boolean => result.columns.some((column) => column.name === name && column.data.type === 'category');
    return this.tableColumns().map((column, at) =>
      at === 0 && isCategory(column) ? { column, written: (row) => this.categoryText(cell(result, column, row)) } : { column },
    );
  }

  protected override get hasDrawing(): boolean {
    return !this.asTable;
  }

  protected override shownNames(): readonly string[] {
    return this.tableColumns();
  }

  protected override async exported(): Promise<ExportedView | undefined> {
    const result = this.written;
    const plot = this.renderRoot.querySelector('.plot');
    if (result === undefined) return super.exported();
    // What a category is called is for readers; machines are told its value, or that it is unknown.
    return { result, columns: this.#dataColumns(result), ...(plot === null ? {} : { plot }) };
  }

  /** @internal */
  override get asExported(): MenuWidget {
    const [exported, note] = [super.asExported, this.tableNote];
    return note === '' ? exported : { ...exported, notes: [...exported.notes, note] };
  }

  protected override menuItems(): readonly MenuItem[] {
    const label = this.asTable ? msg('View as chart', { id: 'menu.chart' }) : msg('View as table', { id: 'menu.table' });
    return [
      ...super.menuItems(),
      {
        label,
        act: () => {
          this.asTable = !this.asTable;
        },
      },
    ];
  }

  protected get exact(): FormatOptions {
    return { locale: this.localized.language, timezone: this.zone, style: 'exact' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    outsideZone(() => {
      this.#sizes = new ResizeObserver(this.#measure);
      this.#paper.addEventListener('change', this.#measure);
    });
    this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#paper.removeEventListener('change', this.#measure);
    this.#plot = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#observe();
    // What follows from a measurement alone is measured by the observer: a height that grows by what is drawn would grow without end here.
    for (const name of changed.keys()) if (!MEASURED.has(name)) return this.#measure();
  }

  #observe(): void {
    const plot = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (plot === this.#plot) return;
    this.#sizes?.disconnect();
    this.#plot = plot;
    if (plot !== null) this.#sizes?.observe(plot);
  }

  #measure = (): void => {
    const width = this.renderRoot.querySelector<HTMLElement>('.body')?.clientWidth ?? 0;
    if (width > 0) this.plotWidth = width;
    const height = this.renderRoot.querySelector<HTMLElement>('.plot')?.clientHeight ?? 0;
    if (height > 0 && !this.#paper.matches) this.plotPixels = height;
  };
}
