import { msg, plural, str } from '../../localize/msg.js';
import { nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import { LISTED_LEARNERS } from '../../metrics/views/counts.js';
import type { ViewData } from '../../workers/connect.js';
import { slotOf } from '../base/dataset/slot.js';
import { cell, numberCell } from '../base/dataset/cell.js';
import { ContactEvent } from '../base/events.js';
import { speakAs } from '../base/text/locale.js';
import { toolsStyles } from '../base/shell/tools-styles.js';
import { formatNumber } from '../base/text/format.js';
import { whyUnknown } from '../base/states/not-recorded.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { StatsTable } from '../table/table.js';
import type { TableColumn } from '../table/table-column.js';
import { toolsHaveFocus } from '../table/table-tools.js';
import { renderLearnerTools } from './learner-tools.js';
import { LIST_CHANGES, listChangesSentence } from './list-changes.js';
import { mailBatches } from './mail-batches.js';
import type { MailBatch } from './mail-batches.js';
import { namesNotice } from './names-notice.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';
import { pseudonym } from './pseudonym.js';
import { ruleSentence } from '../base/menu/rule-sentence.js';

const NAME = 'name';

/** Columns beside the name, in order. */
const OTHERS: readonly string[] = [
  'days_inactive',
  'username',
  'email',
  'actor_id',
  'course_name',
  'course_run',
  'track',
  'last_visit',
  'course_grade',
  'grade_bucket',
  'enrolled_at',
  'first_enrolled_at',
  'last_activity',
];

const HIDDEN_AT_FIRST: readonly string[] = ['username', 'email', 'actor_id', 'course_run', 'first_enrolled_at'];

/**
 * Learners who are about to drop out: enrolled, not passed, not seen for a while. One row per learner and course, sortable by
 * every column. Choosing rows filters the other widgets of the dataset by learner.
 *
 * @summary Learners at risk, as a sortable table.
 * @element at-risk-table
 * @useFor To find and choose the learners whom someone should write to or call.
 * @notFor As proof of anything: it lists who was not seen, a signal and no judgement.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nobody is enrolled.
 * @slot sign-in - Shown where the reader is signed out, for example a link.
 * @fires {FilterEvent} stats-filter - The reader chose learners, or let them go.
 * @fires {SelectEvent} stats-select - Ids of the chosen learners, never names.
 * @fires {ContactEvent} stats-contact - The reader wants to write to the chosen learners, else to all on the list: ids only.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded, or what the reader asked for could not be done.
 * @csspart base - The card.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart tools - Search, columns and actions above the list.
 * @csspart pager - The line under the table.
 * @cssprop [--stats-table-height=36rem] - Height at which rows scroll.
 */
export class AtRiskTable extends StatsTable {
  static override styles: CSSResultGroup = [StatsTable.styles, toolsStyles];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  /** Offers to contact the chosen learners; the page listens to `stats-contact`. */
  @property({ type: Boolean }) contact: boolean | null | undefined = false;

  @state() private withheld: ReadonlySet<string> = new Set(HIDDEN_AT_FIRST);
  /** What is searched for, as it was typed. */
  @state() private sought = '';
  @state() private mail: readonly MailBatch[] | undefined;

  protected override readonly isOfPeople = true;
  protected override readonly needs = ['enrollments.listed'] as const;
  protected override readonly view = 'at-risk.learners';
  protected override readonly rowKey = 'actor_id';
  protected override readonly waitsForAll = true;
  protected override readonly companions = [{ view: APPROVAL }, { view: LIST_CHANGES }, { view: LISTED_LEARNERS }] as const;

  protected override get columns(): readonly TableColumn[] {
    return this.columnsOf(this.result);
  }

  protected override columnsOf(result: ViewData | undefined): readonly TableColumn[] {
    return [NAME, ...OTHERS.filter((column) => !this.withheld.has(column))].map((column) =>
      column === NAME ? { column, instead: (row) => pseudonym(cell(result, this.rowKey, row)) } : { column },
    );
  }

  protected override titleText(): string {
    return msg('Learners at risk', { id: 'at-risk-table.title' });
  }

  protected override headline(): string {
    const approval = this.answers.get(APPROVAL);
    const [listed, enrolled] = [numberCell(approval, 'listed'), numberCell(approval, 'enrolled')];
    if (listed === undefined || enrolled === undefined) return '';
    const [some, all] = [formatNumber(listed, this.localized.language), formatNumber(enrolled, this.localized.language)];
    const sentence = msg(str`${some} of ${all} enrollments are at risk.`, { id: 'at-risk-table.headline' });
    return [sentence, listChangesSentence(this.answers.get(LIST_CHANGES), this.localized.language)].join(' ').trim();
  }

  protected override subtitle(): string {
    return ruleSentence(this.pageDataset?.rules);
  }

  protected override get notices(): readonly Notice[] {
    const whyPassed = whyUnknown(this.pageDataset, ['enrollments.passed']);
    const notices: readonly Notice[] =
      whyPassed === undefined ? super.notices : [...super.notices, { kind: 'unrecorded', sentence: whyPassed }];
    return [...notices, ...namesNotice(this.pageDataset, this.result)];
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.answers.get(APPROVAL), this.localized.language);
  }

  /** A search that finds nobody is no good news. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const search = this.params.search ?? '';
    if (search === '' || !['filtered', 'empty', 'nobody'].includes(state.kind)) return state;
    return { kind: 'filtered', sentence: msg(str`No learner on the list matches “${search}”.`, { id: 'at-risk-table.not-found' }) };
  }

  protected override clearFilters(): void {
    this.#search('');
    super.clearFilters();
  }

  protected override renderTools(): TemplateResult | typeof nothing {
    const isLoading = this.result === undefined && this.drawnState.kind === 'loading';
    if (this.result === undefined && !isLoading) return nothing;
    const chosen = this.chosen(this.rowKey);
    return renderLearnerTools(
      {
        locale: this.localized.language,
        sought: this.sought,
        columns: OTHERS.map((column) => ({ column, isShown: !this.withheld.has(column) })),
        rows: this.result?.total,
        chosen: isLoading ? 0 : chosen.length,
        learners: this.#learners,
        hasFocus: toolsHaveFocus(this),
        hasAddresses: this.pageDataset?.info?.notes.namesSupplied !== false,
        mail: this.mail,
        contact: this.contact,
      },
      {
        search: (text) => this.#search(text),
        showColumn: (column, isShown) => {
          this.withheld = new Set(OTHERS.filter((other) => (other === column ? !isShown : this.withheld.has(other))));
        },
        selectShown: () => this.attempt(() => this.#selectShown()),
        copy: () => this.attempt(() => this.#copy()),
        openMail: () => this.attempt(() => this.#openMail()),
        contact: () => this.attempt(() => this.#contact()),
      },
    );
  }

  /** Learners on the list as it is filtered; how many of them a search finds is not counted. */
  get #learners(): number | undefined {
    if ((this.answered.search ?? '') !== '') return undefined;
    return numberCell(this.answers.get(LISTED_LEARNERS.id), 'learners');
  }

  protected override forgetReader(): void {
    super.forgetReader();
    this.sought = '';
    this.mail = undefined;
  }

  /** What is searched for stays in this element: no state, event or address has it. */
  #search(text: string): void {
    this.sought = text;
    this.setParams({ search: text.trim(), offset: 0 });
  }

  /** All on the list as it is filtered and searched, also those that are not in sight. */
  async #selectShown(): Promise<void> {
    this.select(await this.#listed(this.rowKey, 'select'));
  }

  async #copy(): Promise<void> {
    const addresses = await this.#targets('email', 'copy');
    const copied = await navigator.clipboard?.writeText(addresses.join(', ')).then(
      () => true,
      () => false,
    );
    speakAs(this);
    const count = formatNumber(addresses.length, this.localized.language);
    this.announcement =
      copied === true
        ? msg(plural(addresses.length, '1 address copied', str`${count} addresses copied`), { id: 'at-risk-table.copied' })
        : msg('The browser did not let the addresses be copied.', { id: 'at-risk-table.not-copied' });
  }

  async #openMail(): Promise<void> {
    this.mail = undefined;
    this.mail = mailBatches(await this.#targets('email', 'mail'));
  }

  async #contact(): Promise<void> {
    this.dispatchEvent(new ContactEvent({ ids: await this.#targets('actor_id', 'contact') }));
  }

  /** A column of the chosen learners, else of all on the list as it is filtered and searched; each text once. */
  async #targets(column: string, purpose: string): Promise<readonly string[]> {
    const chosen = this.chosen(this.rowKey);
    const those = chosen.length === 0 ? undefined : { origin: 'fixed', field: this.rowKey, in: chosen };
    return this.#listed(column, purpose, those);
  }

  /**
   * A column of all on the list, as searched unless a further clause says of whom; each text once. Asked anew for a purpose, it rejects.
   */
  async #listed(column: string, purpose: string, those?: Clause): Promise<readonly string[]> {
    const dataset = this.pageDataset;
    if (dataset === undefined) return [];
    const clauses = [...dataset.clauses.without(this.origin), ...(those === undefined ? [] : [those])];
    const { search } = this.params;
    const params = those !== undefined || search === undefined ? {} : { search };
    const answer = await dataset.view(this.view, { clauses, params }, `${slotOf(this)} ${purpose}`);
    const texts = Array.from({ length: answer.length }, (_, row) => cell(answer, column, row));
    return [...new Set(texts.filter((text): text is string => typeof text === 'string' && text !== ''))];
  }
}
