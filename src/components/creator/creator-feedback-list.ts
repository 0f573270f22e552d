import { msg, plural, str } from '../../localize/msg.js';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { formatNumber } from '../base/text/format.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import { feedbackLoaded } from '../base/states/parts-text.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsTable } from '../table/table.js';
import type { TableColumn } from '../table/table-column.js';
import { besides } from './derived-answer.js';
import { oneExploration } from './one-exploration.js';
import { whyUnknown } from '../base/states/not-recorded.js';
import { wishOf } from './shown-exploration.js';

const STATES = 'creator.states';
const EXPLORATIONS = 'creator.explorations';
const OWN = ['subject', 'title', 'state', 'status', 'messages', 'last_updated'];

/** What is known of the card of a thread. */
const ENGAGEMENT = ['first_hits', 'retention', 'bounce_rate', 'average_seconds'];

/** What the rates of a card are made of, for files. */
const COUNTS = ['hits', 'completions'];

/**
 * Feedback threads of the creator's explorations by card and status, beside how learners fare on that card. Authors and texts of
 * messages are never read.
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
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded, or the rows that the reader chose could not be asked for.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart pager - The line under the table.
 */
export class CreatorFeedbackList extends StatsTable {
  /** Shows threads of this exploration alone. */
  @property() exploration?: string | null | undefined;

  protected override readonly view = 'creator.feedback';
  protected override readonly rowKey = 'thread';
  protected override readonly columns: readonly TableColumn[] = [
    ...OWN.map((column) => ({ column })),
    ...ENGAGEMENT.map((column) => ({ column, isBeside: true })),
  ];

  /** @internal Beside the threads stand the statistics of the explorations that they are about. */
  override get partWish(): PartWish {
    return { ...super.partWish, beside: [wishOf(this.answers.get(EXPLORATIONS), explorationsOf(this.result))] };
  }

  /** Of the explorations whose threads are in the page, and of no others. */
  protected override willUpdate(changed: PropertyValues): void {
    const about: readonly Clause[] = [{ origin: 'fixed', field: 'exploration', in: explorationsOf(this.result) }];
    this.companions = [STATES, EXPLORATIONS].map((view) => ({ view, clauses: about }));
    super.willUpdate(changed);
  }

  /** Where no thread has come, the place of the list says how many are to come. */
  protected override get notices(): readonly Notice[] {
    return (this.result?.length ?? 0) > 0 ? super.notices : super.notices.filter(({ kind }) => kind !== 'so-far');
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override renderBody(result: ViewData): TemplateResult {
    return super.renderBody(withEngagement(result, this.answers.get(STATES), this.answers.get(EXPLORATIONS), ENGAGEMENT));
  }

  protected override async exported(): Promise<ExportedView | undefined> {
    const ask = (view: string): Promise<ViewData> | undefined => this.pageDataset?.view(view, { clauses: this.fixedClauses() });
    const [view, states, explorations] = await Promise.all([super.exported(), ask(STATES), ask(EXPLORATIONS)]);
    if (view === undefined) return undefined;
    const result = withEngagement(view.result, states, explorations, [...ENGAGEMENT, ...COUNTS]);
    return { ...view, result: besides(result, explorations, ['exploration'], ['starts']) };
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
    if (reason !== undefined) return { kind: 'unknown', sentence: reason, about: ['feedback.thread'] };
    const { parts } = this.result ?? {};
    if (parts !== undefined && parts.failed > 0) {
      return { kind: 'unknown', sentence: feedbackLoaded(parts, this.localized.language), about: ['feedback.thread'] };
    }
    return { kind: 'empty', sentence: msg('There is no feedback yet.', { id: 'creator-feedback-list.empty' }) };
  }
}

/** The threads with what is known of the cards that they are about, and where that is not loaded yet or could not be. */
function withEngagement(
  result: ViewData,
  states: ViewData | undefined,
  explorations: ViewData | undefined,
  columns: readonly string[],
): ViewData {
  const beside = besides(result, states, ['exploration', 'state'], columns);
  const parts = explorations?.parts;
  if (parts?.rows === undefined) return beside;
  const loaded = new Map(rowsIn(explorations).map((row) => [cell(explorations, 'exploration', row), parts.rows?.[row] ?? 0]));
  const rows = Uint8Array.from(rowsIn(result), (row) => loaded.get(cell(result, 'exploration', row)) ?? 0);
  return { ...beside, parts: { ...parts, columns: [...columns, 'starts'], rows } };
}

/** Explorations that threads of an answer are about. */
function explorationsOf(threads: ViewData | undefined): readonly string[] {
  return [...new Set(rowsIn(threads).map((row) => String(cell(threads, 'exploration', row))))];
}
