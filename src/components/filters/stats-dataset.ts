import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { datasetContext } from '../base/dataset-context.js';
import { announceName } from '../base/dataset-registry.js';
import { SourceElement } from '../base/source-element.js';
import type { Clause } from '../../metrics/types.js';

/**
 * Data and the filters set on them, for the widgets inside it and for those that name it by `dataset="id"`. Draws nothing.
 *
 * @summary Loads data once for several widgets, which then filter each other.
 * @element stats-dataset
 * @since 0.1
 *
 * @slot - Widgets of this dataset, and anything else.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsProgressEvent} stats-progress - A load goes on.
 * @fires {FilterChangeEvent} stats-filter-change - The clauses changed.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 */
export class StatsDataset extends SourceElement {
  static override styles = css`:host { display: contents; }`;

  #provider = new ContextProvider(this, { context: datasetContext });
  #unname: (() => void) | undefined;

  /** The clauses that are set, of all origins. */
  get clauses(): readonly Clause[] {
    return this.pageDataset?.clauses.all ?? [];
  }

  /** Clears every filter. */
  clearFilters(): void {
    this.pageDataset?.clearFilters();
  }

  /** Fetches the data again; `force` also goes past the HTTP cache. Filters stay. */
  async refresh(options: { force?: boolean } = {}): Promise<void> {
    await this.pageDataset?.refresh(options.force ?? false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unname?.();
    this.#unname = undefined;
  }

  protected override updated(_changed: PropertyValues): void {
    const dataset = this.pageDataset;
    if (dataset !== undefined) this.setAttribute('data-backend', dataset.backend);
    if (dataset === this.#provider.value && this.#unname !== undefined) return;
    this.#unname?.();
    this.#unname = undefined;
    this.#provider.setValue(dataset);
    if (dataset === undefined) return;
    dataset.id = this.id === '' ? undefined : this.id;
    this.#unname = announceName(this.id, dataset);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
