import { msg } from '../../localize/msg.js';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Value, ViewSpec } from '../../metrics/types.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { Companion } from '../base/dataset/companion.js';
import { fireFilter } from '../base/clauses/filter-events.js';
import { text } from '../base/tokens.js';
import { ScrollEdges } from '../base/shell/scroll-edges.js';
import { toolsStyles } from '../base/shell/tools-styles.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { renderColumnChoice, renderSearch, toolsHaveFocus } from './table-tools.js';
import { StatsTable } from './table.js';
import type { TableColumn } from './table-column.js';
import { renderFilterCard } from './table-filters.js';
import type { TableFilter } from './table-filters.js';

/**
 * A table with a search, a choice of columns, and filters by its own fields. What is filtered by is set on the dataset, so that it holds
 * for the other widgets, too; what is searched for stays here.
 */
export abstract class StatsToolTable extends StatsTable {
  static override styles: CSSResultGroup = [
    StatsTable.styles,
    toolsStyles,
    css`
      .drop-card.around {
        max-block-size: none;
        padding: 0;
      }
      .filters {
        display: grid;
        gap: var(--_space-3);
        max-block-size: 24rem;
        padding: var(--_space-3);
        overflow: auto;
      }
      .filters fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-1) var(--_space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }
      .filters legend {
        padding: 0;
      }
      .filters label {
        display: grid;
        gap: var(--_space-1);
      }
      .filters input,
      .filters select {
        inline-size: 8rem;
        min-block-size: var(--_target);
        padding: 0 var(--_space-1);
        font: inherit;
        color: var(--_text);
        background: var(--_surface);
        border: var(--_hairline) solid var(--_axis);
        border-radius: var(--_radius-control);
      }
      .filters fieldset input {
        inline-size: 7rem;
      }
      .about {
        color: var(--_muted);
        ${text('small')}
      }
      @container (inline-size < 30rem) {
        .filters input,
        .filters select {
          min-block-size: var(--_touch);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new ScrollEdges(() => this.renderRoot, '.filters'));
  }

  /** All columns, in order; the first names the row and is always shown. */
  protected abstract readonly offered: readonly string[];

  /** Columns that are not shown before the reader asks for them. */
  protected get withheldAtFirst(): readonly string[] {
    return [];
  }

  /** Fields that rows can be filtered by; of the view's table. */
  protected readonly filters: readonly TableFilter[] = [];

  /** What is said where the field for a search is. */
  protected abstract searchLabel(): string;

  /** Columns that the reader took out or put in; undefined while it is as it was at first. */
  @state() private withheld: ReadonlySet<string> | undefined;

  /** What is searched for, as it was typed. */
  @state() private sought = '';

  protected override get columns(): readonly TableColumn[] {
    const withheld = this.#withheld;
    return this.offered.filter((column, at) => at === 0 || !withheld.has(column)).map((column) => ({ column }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.companions = this.filters.filter(({ kind }) => kind === 'value').map(({ field }) => this.#optionsOf(field));
    super.willUpdate(changed);
  }

  protected override forgetReader(): void {
    super.forgetReader();
    this.sought = '';
  }

  /** A search that finds nothing is no empty table. */
  protected override get widgetState(): WidgetState {
    const found = super.widgetState;
    if ((this.params.search ?? '') === '' || found.kind !== 'empty') return found;
    return { kind: 'filtered', sentence: msg('Nothing matches what is searched for.', { id: 'table-tools.not-found' }) };
  }

  protected override clearFilters(): void {
    this.#search('');
    super.clearFilters();
  }

  protected override renderTools(): TemplateResult | typeof nothing {
    const isLoading = this.result === undefined && this.drawnState.kind === 'loading';
    if (this.result === undefined && !isLoading && !toolsHaveFocus(this)) return nothing;
    const withheld = this.#withheld;
    const others = this.offered.slice(1);
    const columns = others.map((column) => ({ column, isShown: !withheld.has(column) }));
    const card = {
      filters: this.filters.filter(({ field, kind }) => kind !== 'value' || this.#isOffered(field)),
      of: (field: string) => this.pageDataset?.clauses.of(this.#filterOrigin, field),
      options: (field: string) => this.optionsOf(field),
      timezone: this.zone,
    };
    return html` <div class="tools" part="tools">
      ${renderSearch(this.searchLabel(), this.sought, (sought) => this.#search(sought))}
      ${renderColumnChoice(columns, (column, isShown) => {
        this.withheld = new Set(others.filter((other) => (other === column ? !isShown : this.#withheld.has(other))));
      })}
      ${
        this.filters.length === 0
          ? nothing
          : renderFilterCard(card, (field, predicate) =>
              fireFilter(this, { origin: this.#filterOrigin, field, ...predicate }, this.pageDataset?.id),
            )
      }
    </div>`;
  }

  /** The values of a field that the other filters leave; none of a field that is not known. An empty text has no name to choose it by. */
  protected optionsOf(field: string): readonly Value[] {
    const answer = this.answers.get(optionsView(field));
    return rowsIn(answer)
      .map((row) => cell(answer, field, row))
      .filter((value) => value !== '');
  }

  /** A field without a value is none to choose by, but a choice that is made can be taken back. */
  #isOffered(field: string): boolean {
    return this.optionsOf(field).length > 0 || this.pageDataset?.clauses.of(this.#filterOrigin, field) !== undefined;
  }

  #search(sought: string): void {
    this.sought = sought;
    this.setParams({ search: sought.trim(), offset: 0 });
  }

  /** Who filters by them: not the table, which would not filter itself. */
  get #filterOrigin(): string {
    return `${this.origin} filters`;
  }

  get #withheld(): ReadonlySet<string> {
    return this.withheld ?? new Set(this.withheldAtFirst);
  }

  /** What asks for the values of a field that the other filters leave. */
  #optionsOf(field: string): Companion {
    const view: ViewSpec = {
      id: optionsView(field),
      table: this.filteredTable,
      by: [{ field, skipNull: true }],
      measures: [],
      order: [{ column: field }],
    };
    const clauses = this.othersClauses().filter((clause) => clause.origin !== this.#filterOrigin || clause.field !== field);
    return { view, clauses: [...this.fixedClauses(), ...clauses] };
  }

  /** The table whose fields are filtered by. */
  protected abstract readonly filteredTable: string;
}

function optionsView(field: string): string {
  return `table-filters.${field}`;
}
