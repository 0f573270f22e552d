import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DatasetProvider } from '../base/dataset/dataset-provider.js';
import { SourceElement } from '../base/source-element.js';
import { FilterLink } from './filter-link.js';
import type { Clause } from '../../metrics/types.js';

/**
 * Data and the filters set on them, for the widgets inside it and for those that name it by `dataset="id"`. Draws nothing.
 *
 * @summary Loads data once for several widgets, which then filter each other.
 * @element stats-dataset
 * @useFor Around several tags that show the same data, so that they load once and filter each other.
 * @notFor Around one tag alone, which can name its own `src`.
 * @since 0.1
 *
 * @slot - Widgets of this dataset, and anything else.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsProgressEvent} stats-progress - A load goes on.
 * @fires {FilterChangeEvent} stats-filter-change - The clauses changed.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 */
export class StatsDataset extends SourceElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /**
   * Fields, separated by spaces, whose filters it shares with every other `<stats-dataset>` of the page that links the same field. Personal
   * ones (names, e-mail addresses) are none of them.
   */
  @property() link?: string | null | undefined;

  protected readonly provided = new DatasetProvider(this);
  protected readonly linked = new FilterLink(this);

  /** The clauses that are set, of all origins. */
  get clauses(): readonly Clause[] {
    return this.pageDataset?.clauses.all ?? [];
  }

  /** Clears every filter. */
  clearFilters(): void {
    this.pageDataset?.clearFilters();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
