import { msg, plural, str } from '../../localize/msg.js';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import { formatNumber } from '../base/format.js';
import type { WidgetState } from '../base/widget-state.js';
import { StatsTable } from '../table/table.js';
import { noExploration } from './no-exploration.js';
import { oneExploration } from './one-exploration.js';

/**
 * The creator's explorations with their counts, rates, ratings and engagement time; sortable by every column. Choosing a row
 * filters the other widgets of the dataset.
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
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart pager - The line under the table.
 * @cssprop [--stats-table-height=36rem] - Height at which rows scroll.
 */
export class CreatorExplorationTable extends StatsTable {
  /** Shows this exploration alone. */
  @property() exploration?: string;

  protected override readonly view = 'creator.explorations';
  protected override readonly rowKey = 'exploration';
  protected override readonly initialSort = [{ column: 'plays', direction: 'desc' }] as const;
  protected override readonly columns = [
    'title',
    'plays',
    'starts',
    'completions',
    'completion_rate',
    'average_rating',
    'ratings',
    'average_engagement_seconds',
    'attempts',
    'solution_views',
    'open_feedback',
    'status',
    'last_updated',
  ].map((column) => ({ column }));

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

  protected override emptyState(): WidgetState {
    return noExploration();
  }
}
