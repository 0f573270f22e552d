import { msg, plural, str } from '../../localize/msg.js';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import { formatNumber } from '../base/format.js';
import type { WidgetState } from '../base/widget-state.js';
import { StatsTable } from '../table/table.js';
import { oneExploration } from './one-exploration.js';
import { whyUnknown } from './not-recorded.js';

/**
 * Feedback threads of the creator's explorations by card and status. Authors and texts of messages are never read.
 *
 * @summary Feedback threads, as a sortable table.
 * @element creator-feedback-list
 * @useFor To see which explorations and cards have feedback waiting.
 * @notFor To read it: texts and authors are never loaded.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where there is no thread.
 * @fires {FilterEvent} stats-filter - The reader chose threads, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen threads.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart pager - The line under the table.
 */
export class CreatorFeedbackList extends StatsTable {
  /** Shows threads of this exploration alone. */
  @property() exploration?: string;

  protected override readonly view = 'creator.feedback';
  protected override readonly rowKey = 'thread';
  protected override readonly columns = ['subject', 'status', 'state', 'messages', 'last_updated'].map((column) => ({ column }));

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override titleText(): string {
    return msg('Feedback', { id: 'creator-feedback-list.title' });
  }

  protected override headline(): string {
    const total = this.result?.total ?? 0;
    return msg(plural(total, '1 thread', str`${formatNumber(total, this.localized.language)} threads`), {
      id: 'creator-feedback-list.headline',
    });
  }

  protected override emptyState(): WidgetState {
    const reason = whyUnknown(this.pageDataset, ['feedback.thread']);
    if (reason !== undefined) return { kind: 'unknown', sentence: reason };
    return { kind: 'empty', sentence: msg('There is no feedback yet.', { id: 'creator-feedback-list.empty' }) };
  }
}
