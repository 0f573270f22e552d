import { msg, plural, str } from '../../localize/msg.js';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import { formatNumber } from '../base/text/format.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import type { TableFilter } from '../table/table-filters.js';
import { StatsToolTable } from '../table/tool-table.js';
import { contradictions } from './contradicting-rates.js';
import { noExploration } from './no-exploration.js';
import { unrecordedNotices } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { hasRates, suppliedNotices } from './supplied-rates.js';

/** Every column of the view but the id, which no reader needs. */
const COLUMNS = [
  'title',
  'plays',
  'starts',
  'actual_starts',
  'completions',
  'completion_rate',
  'starter_completion_rate',
  'completion_rate_source',
  'average_rating',
  'ratings',
  'rating_lower_bound',
  'average_engagement_seconds',
  'median_engagement_seconds',
  'min_engagement_seconds',
  'max_engagement_seconds',
  'attempts',
  'solution_views',
  'hint_views',
  'learners',
  'open_feedback',
  'feedback',
  'status',
  'ownership',
  'category',
  'last_updated',
] as const;

const WITHHELD = [
  'actual_starts',
  'starter_completion_rate',
  'completion_rate_source',
  'rating_lower_bound',
  'median_engagement_seconds',
  'min_engagement_seconds',
  'max_engagement_seconds',
  'hint_views',
  'learners',
  'feedback',
  'category',
] as const;

const OWNERSHIP = 'ownership';

const RATES = ['completion_rate'];
const SOURCE = 'completion_rate_source';

const FILTERS: readonly TableFilter[] = [
  { field: 'status', kind: 'value' },
  { field: 'ownership', kind: 'value' },
  { field: 'category', kind: 'value' },
  { field: 'last_updated', kind: 'since' },
  { field: 'completion_rate', kind: 'number' },
  { field: 'average_engagement_seconds', kind: 'number' },
  { field: 'plays', kind: 'number' },
  { field: 'attempts', kind: 'number' },
  { field: 'average_rating', kind: 'number' },
  { field: 'open_feedback', kind: 'number' },
];

/**
 * The creator's explorations with their counts, rates, ratings and engagement time; sortable by every column, searched by title, filtered
 * by any number, status, category and day of the last change. Choosing a row, and each filter, filters the other widgets of the dataset.
 *
 * @summary The creator's explorations as a sortable table.
 * @element creator-exploration-table
 * @useFor To sort explorations by any number, and to choose those that the other tags show.
 * @notFor For one exploration alone; take creator-summary with `exploration`.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where the creator has no exploration.
 * @fires {FilterEvent} stats-filter - The reader chose explorations, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen explorations.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded, or the rows that the reader chose could not be asked for.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart tools - Search, columns and filters above the table.
 * @csspart pager - The line under the table.
 * @cssprop [--stats-table-height=36rem] - Height at which rows scroll.
 */
export class CreatorExplorationTable extends StatsToolTable {
  /** Shows this exploration alone. */
  @property() exploration?: string | null | undefined;

  protected override readonly needs = ['explorations'] as const;
  protected override readonly view = 'creator.explorations';
  protected override readonly rowKey = 'exploration';
  protected override readonly initialSort = [{ column: 'plays', direction: 'desc' }] as const;
  protected override readonly filteredTable = 'explorations';
  protected override readonly offered = COLUMNS;
  protected override readonly filters = FILTERS;

  /** Whose explorations are stands in the table as soon as it is known of one. */
  #ownershipKnown = false;

  /** Where rates come from stands beside them as soon as one is as supplied. */
  #ratesSupplied = false;

  protected override get withheldAtFirst(): readonly string[] {
    const withheld = this.#ratesSupplied ? WITHHELD.filter((column) => column !== SOURCE) : WITHHELD;
    return this.#ownershipKnown ? withheld : [...withheld, OWNERSHIP];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#ratesSupplied ||= hasRates(this.result, 'supplied');
    this.#ownershipKnown ||= this.optionsOf(OWNERSHIP).length > 0;
  }

  protected override searchLabel(): string {
    return msg('Search explorations', { id: 'creator-exploration-table.search' });
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override titleText(): string {
    return msg('Explorations', { id: 'creator-exploration-table.title' });
  }

  protected override headline(): string {
    const total = this.result?.total ?? 0;
    const count = formatNumber(total, this.localized.language);
    return msg(plural(total, '1 exploration', str`${count} explorations`), { id: 'creator-exploration-table.headline' });
  }

  protected override get notices(): readonly Notice[] {
    // Of no exploration nothing is supplied, whatever the host records.
    const shown = (this.result?.total ?? 0) === 0 ? [] : [...new Set([...this.shownNames(), OWNERSHIP])];
    return [
      ...super.notices,
      ...unrecordedNotices(
        this.pageDataset,
        shown.map((column) => `explorations.${column}`),
      ),
      ...suppliedNotices(shown.includes('completion_rate') && hasRates(this.result, 'supplied')),
      ...contradictions(this.result, shown.includes('starter_completion_rate') ? [...RATES, 'starter_completion_rate'] : RATES),
    ];
  }

  protected override emptyState(): WidgetState {
    return noExploration(this.exploration);
  }
}
